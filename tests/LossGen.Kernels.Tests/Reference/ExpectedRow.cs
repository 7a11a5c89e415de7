using System.Numerics;
using LossGen.Kernels.Tests.Losses;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact loss of one row of classes with its accuracy bound: computed once, it judges any number of kernels.</summary>
/// <typeparam name="T">What the kernels compute in.</typeparam>
internal sealed class ExpectedRow<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    private static readonly NumberFormat Format = NumberFormat.Of<T>();

    private readonly string _row;
    private readonly int _label;
    private readonly ExpectedLoss _expected;

    public ExpectedRow(ReadOnlySpan<T> row, int label, Formula<T> formula)
    {
        _row = Invariant($"C = {row.Length}, label {label}, {formula}, {Format.Name}");
        _label = label;
        _expected = ExpectedLoss.Of(formula, Classification.Negatives(row, label), [row[label]]);
    }

    /// <summary>Asserts that the loss and every gradient component are within the bound.</summary>
    /// <returns>The largest errors as multiples of the bound.</returns>
    public WorstMultiples AssertWithinBound(T loss, ReadOnlySpan<T> gradient, string description)
    {
        var expected = _expected.OnTheSideOf(loss);
        var judge = new Judge($"{description} ({_row})", Format);
        judge.Loss(loss, expected.Loss, expected.LossBound);
        judge.Gradient(
            "gradient",
            gradient,
            Classification.ByClass(expected.Negatives.Gradient, expected.Positives.Gradient[0], _label),
            Classification.ByClass(expected.Negatives.Bounds, expected.Positives.Bounds[0], _label));
        return judge.Verdict();
    }

    /// <summary>Asserts that the sum of the losses of some rows, or their mean, is within the sum of their bounds: it is rounded once more.</summary>
    public static void AssertReducedWithinBound(IReadOnlyList<ExpectedRow<T>> rows, bool isMean, T reduced, string description)
    {
        var (sum, bound) = (BigReal.Zero, BigReal.Zero);
        foreach (var row in rows)
        {
            sum += row._expected.Loss;
            bound += row._expected.LossBound;
        }

        bound += 4 * Format.Epsilon * sum;
        if (sum + bound > NumberFormat.Double.Largest && T.IsPositiveInfinity(reduced))
        {
            // Kernels add up in double: of what is beyond that, they cannot tell the mean.
            return;
        }

        var divisor = isMean ? (BigReal)rows.Count : BigReal.One;
        var judge = new Judge($"{description}, {rows.Count} rows ({rows[0]._row})", Format);
        judge.Loss(reduced, sum / divisor, bound / divisor);
        judge.Verdict();
    }
}
