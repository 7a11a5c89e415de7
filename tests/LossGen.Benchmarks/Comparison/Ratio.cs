namespace LossGen.Benchmarks.Comparison;

/// <summary>One time over another, and the bar that it is held against.</summary>
/// <param name="Over">What the ratio is to.</param>
/// <param name="Value">The ratio; null where there is nothing to compare with.</param>
/// <param name="Bar">What it has to be at most, or at least; null where nothing is asked.</param>
/// <param name="AtMost">Which of both.</param>
internal sealed record Ratio(string Over, double? Value, double? Bar, bool AtMost = false)
{
    /// <summary>Judged by the digits that are shown.</summary>
    public bool Misses => Value is { } value && (AtMost ? Rounded(value) > Bar : Rounded(value) < Bar);

    /// <summary>A statement that is true: "1.43 ≤ 1.6" where the bar is held, "1.70 &gt; 1.6" where it is missed.</summary>
    public override string ToString()
    {
        if (Value is not { } value)
        {
            return "–";
        }

        // The ratios stand below each other, whether or not a bar follows.
        string ratio = Rounded(value).ToString($"F{Decimals(value)}").PadLeft(4);
        string sign = (AtMost, Misses) switch
        {
            (true, false) => "≤",
            (true, true) => ">",
            (false, false) => "≥",
            (false, true) => "<",
        };
        return Bar is null ? ratio : $"{ratio} {sign} {Bar}";
    }

    private static double Rounded(double value) => Math.Round(value, Decimals(value));

    private static int Decimals(double value) => value >= 100 ? 0 : value >= 10 ? 1 : 2;
}
