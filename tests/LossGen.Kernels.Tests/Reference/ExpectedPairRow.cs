using System.Numerics;
using LossGen.Kernels.Tests.Pairs;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact pair loss of one row with its accuracy bound: computed once, it judges any number of kernels.</summary>
/// <typeparam name="T">What the kernels compute in.</typeparam>
internal sealed class ExpectedPairRow<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly NumberFormat Format = NumberFormat.Of<T>();

    private readonly string _row;
    private readonly ExpectedLoss _expected;

    public ExpectedPairRow(PairRow<T> row, PairFormula<T> formula)
    {
        _row = Invariant($"{row.Name}, K = {row.Positives.Length}, L = {row.Negatives.Length}, {formula}, {Format.Name}");
        _expected = ExpectedLoss.Of(formula, row.Negatives, row.Positives);
    }

    /// <summary>Asserts that everything that a kernel returned and wrote for the row alone is within the bound.</summary>
    /// <returns>The largest errors as multiples of the bound.</returns>
    public WorstMultiples AssertWithinBound(PairResult<T> result, string description)
    {
        var judge = new Judge($"{description} ({_row})", Format);
        var expected = OnTheSideOf(result);
        foreach (var loss in (IEnumerable<T?>)[result.Loss, result.Losses?.Single()])
        {
            if (loss is { } known)
            {
                judge.Loss(known, expected.Loss, expected.LossBound);
            }
        }

        if (result.PositiveGradient is not null)
        {
            judge.Gradient<T>("positiveGradient", result.PositiveGradient, expected.Positives.Gradient, expected.Positives.Bounds);
        }

        if (result.NegativeGradient is not null)
        {
            judge.Gradient<T>("negativeGradient", result.NegativeGradient, expected.Negatives.Gradient, expected.Negatives.Bounds);
        }

        return judge.Verdict();
    }

    /// <summary>At the kink of a hinge the loss tells on which side of it a kernel is, or else whether there is any gradient.</summary>
    private ExpectedLoss OnTheSideOf(PairResult<T> result) => _expected.OnTheSideOf(
        result.Loss ?? result.Losses?.Single() ?? (result.Gradient.All(T.IsZero) ? T.Zero : T.One));
}
