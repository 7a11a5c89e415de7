namespace LossGen.Benchmarks.Output;

/// <summary>Numbers as the tables show them: three digits of each, which is more than the machines repeat.</summary>
internal static class Numbers
{
    public static string ThreeDigits(this double value) => value switch
    {
        >= 100 => $"{value:0}",
        >= 10 => $"{value:0.0}",
        >= 1 => $"{value:0.00}",
        _ => $"{value:0.000}",
    };
}
