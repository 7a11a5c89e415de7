namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The exact [LSE u]₊ of one row with K positives and L negatives, with the gradient of the active side: that of LSE u, also where it is
/// not positive.
/// </summary>
internal sealed class LogSumExpHingeReference(
    ReadOnlySpan<double> negatives, ReadOnlySpan<double> positives, double gamma, double margin, bool isBalanced = false)
    : LogSumExpReference(negatives, positives, gamma, margin, isBalanced, Hinge)
{
    private static OuterValue Hinge(BigReal logSumExp) => new(BigReal.Max(logSumExp, BigReal.Zero), BigReal.One, BigReal.Zero);
}
