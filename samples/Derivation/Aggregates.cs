namespace Derivation;

/// <summary>Makes one loss of the violations of a row, and its derivative by each of them.</summary>
delegate (double Loss, double[] Slopes) Aggregate(double[] violations);

/// <summary>The four ways to make one loss of many violations, as their formulas say.</summary>
static class Aggregates
{
    // Where a double has no more than 8 digits of x left in 1 + x, log(1 + x) is x to as many.
    const double Tiny = 1e-8;

    /// <summary>Σ max(u, 0).</summary>
    public static (double Loss, double[] Slopes) SumOfHinges(double[] violations) =>
        (violations.Sum(u => Math.Max(u, 0)), [.. violations.Select(u => u > 0 ? 1.0 : 0)]);

    /// <summary>max(max u, 0).</summary>
    public static (double Loss, double[] Slopes) HingeOfMaximum(double[] violations)
    {
        double max = violations.Max();
        int hardest = Array.IndexOf(violations, max);
        return (Math.Max(max, 0), [.. violations.Select((_, i) => i == hardest && max > 0 ? 1.0 : 0)]);
    }

    /// <summary>max(log Σ exp u, 0).</summary>
    public static (double Loss, double[] Slopes) HingeOfLogSumExp(double[] violations)
    {
        double logSumExp = Math.Log(violations.Sum(Math.Exp));
        return (Math.Max(logSumExp, 0), [.. violations.Select(u => logSumExp > 0 ? Math.Exp(u - logSumExp) : 0)]);
    }

    /// <summary>log(1 + Σ exp u).</summary>
    public static (double Loss, double[] Slopes) LogOnePlusSum(double[] violations)
    {
        double sum = violations.Sum(Math.Exp);
        return (sum < Tiny ? sum : Math.Log(1 + sum), [.. violations.Select(u => Math.Exp(u) / (1 + sum))]);
    }
}
