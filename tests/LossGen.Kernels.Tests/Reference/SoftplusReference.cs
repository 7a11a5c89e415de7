namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact softplus(LSE u) = log(1 + Σ e^u) of one row with K positives and L negatives: softmax cross entropy and the unified loss.</summary>
internal sealed class SoftplusReference(
    ReadOnlySpan<double> negatives, ReadOnlySpan<double> positives, double gamma, double margin, bool isBalanced = false)
    : LogSumExpReference(negatives, positives, gamma, margin, isBalanced, Softplus)
{
    /// <summary>The slope is the sigmoid σ. It changes by 1 - σ of itself, which is computed, not subtracted: exact where the slope is almost 1.</summary>
    internal static OuterValue Softplus(BigReal logSumExp)
    {
        // log(1 + e^x) without overflow, and with all its digits where x is far below 0.
        var exponential = BigReal.Exp(-BigReal.Abs(logSumExp));
        var loss = BigReal.Max(logSumExp, BigReal.Zero) + BigReal.Log1p(exponential);

        var larger = BigReal.One / (BigReal.One + exponential);
        var smaller = exponential * larger;
        return logSumExp.Sign > 0 ? new(loss, larger, smaller) : new(loss, smaller, larger);
    }
}
