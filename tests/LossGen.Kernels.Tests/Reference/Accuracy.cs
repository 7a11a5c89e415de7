using System.Numerics;
using LossGen.Kernels.Tests.Losses;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>Judges what a kernel returned by the exact reference and the accuracy bound.</summary>
internal static class Accuracy
{
    /// <summary>Asserts that the loss and every gradient component of one row of softmax cross entropy are within the bound.</summary>
    /// <returns>The largest errors as multiples of the bound.</returns>
    public static WorstMultiples AssertWithinBound<T>(
        ReadOnlySpan<T> row,
        int label,
        T gamma,
        T margin,
        T lossFromKernel,
        ReadOnlySpan<T> gradientFromKernel,
        string description)
        where T : IBinaryFloatingPointIeee754<T> =>
        new ExpectedRow<T>(row, label, new Formula<T>(Hinge: null, gamma, margin)).AssertWithinBound(lossFromKernel, gradientFromKernel, description);

    /// <summary>The same for one row of a loss with K positives and L negatives.</summary>
    public static WorstMultiples AssertWithinBound<T>(
        ReadOnlySpan<T> positives,
        ReadOnlySpan<T> negatives,
        Formula<T> formula,
        T lossFromKernel,
        ReadOnlySpan<T> positiveGradientFromKernel,
        ReadOnlySpan<T> negativeGradientFromKernel,
        string description)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var expected = ExpectedLoss.Of(formula, [.. negatives], [.. positives]).OnTheSideOf(lossFromKernel);
        var format = NumberFormat.Of<T>();
        var judge = new Judge(Invariant($"{description} (K = {positives.Length}, L = {negatives.Length}, {formula}, {format.Name})"), format);
        judge.Loss(lossFromKernel, expected.Loss, expected.LossBound);
        judge.Gradient("positiveGradient", positiveGradientFromKernel, expected.Positives.Gradient, expected.Positives.Bounds);
        judge.Gradient("negativeGradient", negativeGradientFromKernel, expected.Negatives.Gradient, expected.Negatives.Bounds);
        return judge.Verdict();
    }

    /// <summary>The numbers as doubles, which is exact for float and double.</summary>
    public static double[] Widen<T>(ReadOnlySpan<T> values)
        where T : INumberBase<T>
    {
        var widened = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            widened[i] = double.CreateChecked(values[i]);
        }

        return widened;
    }
}
