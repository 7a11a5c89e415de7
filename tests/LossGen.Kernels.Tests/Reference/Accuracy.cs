using System.Numerics;
using LossGen.Kernels.Tests.Losses;

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
