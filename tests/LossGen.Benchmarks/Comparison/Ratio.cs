namespace LossGen.Benchmarks.Comparison;

/// <summary>One time over another, and the bar that it is held against.</summary>
/// <param name="Over">What the ratio is to.</param>
/// <param name="Value">The ratio; null where there is nothing to compare with.</param>
/// <param name="Bar">What it has to be at most, or at least; null where nothing is asked.</param>
/// <param name="AtMost">Which of both.</param>
internal sealed record Ratio(string Over, double? Value, double? Bar, bool AtMost = false)
{
    public bool Misses => AtMost ? Value > Bar : Value < Bar;

    /// <summary>A statement that is true: "1.43 ≤ 1.6" where the bar is held, "1.70 &gt; 1.6" where it is missed.</summary>
    public override string ToString()
    {
        if (Value is not { } value)
        {
            return "–";
        }

        // The ratios stand below each other, whether or not a bar follows.
        string statement = value >= 100 ? $"{value,4:0}" : value >= 10 ? $"{value,4:0.0}" : $"{value,4:0.00}";
        string sign = (AtMost, Misses) switch
        {
            (true, false) => "≤",
            (true, true) => ">",
            (false, false) => "≥",
            (false, true) => "<",
        };
        return Bar is null ? statement : $"{statement} {sign} {Bar}";
    }
}
