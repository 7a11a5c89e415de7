using System.Numerics;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>The exact loss of one row of a matrix of similarities and its gradient by every column, with their bounds.</summary>
/// <typeparam name="T">What the kernels compute in.</typeparam>
internal sealed record ExpectedMatrixRow<T>(BigReal Loss, BigReal LossBound, BigReal[] Gradient, BigReal[] Bounds)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly NumberFormat Format = NumberFormat.Of<T>();

    /// <param name="kernel">What computes it.</param>
    /// <param name="matrix">All rows.</param>
    /// <param name="row">Which of them.</param>
    /// <param name="gradient">What the kernel wrote: it tells on which side of the kink of a hinge it is.</param>
    /// <param name="divisor">What the gradient is divided by.</param>
    public static ExpectedMatrixRow<T> Of(PairKernel<T> kernel, SimilarityMatrix<T> matrix, int row, T[] gradient, int divisor)
    {
        var expected = new ExpectedMatrixRow<T>(BigReal.Zero, BigReal.Zero, new BigReal[matrix.Columns], new BigReal[matrix.Columns]);
        if (!matrix.HasBothSides(row))
        {
            return expected;
        }

        var scores = matrix.Row(row);
        var ofRow = ExpectedLoss.Of(kernel.Formula, scores.Negatives, scores.Positives);
        var isInactive = gradient.AsSpan(row * matrix.Columns, matrix.Columns).IndexOfAnyExcept(T.Zero) < 0;
        var (positives, negatives) = matrix.ColumnsOf(row);
        var side = ofRow.OnTheSideOf(isInactive ? T.Zero : T.One);
        Fill(positives, side.Positives);
        Fill(negatives, side.Negatives);
        return expected with { Loss = ofRow.Loss, LossBound = ofRow.LossBound };

        // What was exact is rounded by a division, unless it is by a power of two.
        void Fill(int[] columns, ExpectedSide side)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var component = side.Gradient[i] / divisor;
                var ofDivision = BitOperations.IsPow2(divisor) ? BigReal.Zero : 4 * Format.Epsilon * BigReal.Abs(component);
                (expected.Gradient[columns[i]], expected.Bounds[columns[i]]) = (component, (side.Bounds[i] / divisor) + ofDivision);
            }
        }
    }
}
