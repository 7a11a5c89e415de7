using System.Numerics;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Rows of every kind that has broken a loss of pairs, for any numbers of positives and negatives.</summary>
/// <remarks>All scores are finite or masked (-∞ among the negatives, +∞ among the positives), so that the exact reference can judge each row.</remarks>
internal static class HostilePairRows
{
    /// <summary>What a cosine that was computed in floating point can exceed 1 by, and a little more.</summary>
    private const double LargestCosine = 1.01;

    /// <summary>The square of a score above this, times a scale, overflows a float.</summary>
    private const double LargestWithSquare = 1e15;

    /// <summary>Those that a kernel promises to get right.</summary>
    public static IEnumerable<PairRow<T>> For<T>(PairKernel<T> kernel, int positives, int negatives)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        All(kernel.Formula, positives, negatives).Where(row => IsFor(kernel, row));

    /// <summary>Whether a kernel promises to get a row right.</summary>
    public static bool IsFor<T>(PairKernel<T> kernel, PairRow<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        !kernel.ExpectsCosines || IsWithin(row, LargestCosine);

    /// <summary>All of them.</summary>
    public static IEnumerable<PairRow<T>> All<T>(PairFormula<T> formula, int positives, int negatives)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        OfDifferences(formula, positives, negatives).Where(row => formula.DependsOnDifferencesOnly || IsWithin(row, LargestWithSquare));

    private static bool IsWithin<T>(PairRow<T> row, double largest)
        where T : IBinaryFloatingPointIeee754<T> => row.Positives.Concat(row.Negatives).All(score => T.Abs(score) <= T.CreateChecked(largest));

    private static IEnumerable<PairRow<T>> OfDifferences<T>(PairFormula<T> formula, int positives, int negatives)
        where T : IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        PairRow<T> Row(string name, Func<int, double> positive, Func<int, double> negative) =>
            new(name, Scores<T>(positives, positive), Scores<T>(negatives, negative));

        // Places are irregular, so that the strongest scores are in any lane.
        var noise = Rows.Ordinary<double>(positives + negatives, seed: 20261);
        double Positive(int i) => noise[i];
        double Negative(int j) => noise[positives + j];
        var (middlePositive, middleNegative) = (positives / 2, negatives / 2);
        var ulp = double.CreateChecked(T.BitIncrement(T.One) - T.One);
        var subnormal = double.CreateChecked(T.Epsilon);

        yield return Row("ordinary", i => 3 * Positive(i), j => 3 * Negative(j));
        yield return Row("all equal", _ => 0.7, _ => 0.7);
        yield return Row("zeros of both signs", i => i % 2 == 0 ? 0.0 : -0.0, j => j % 3 == 0 ? -0.0 : 0.0);
        yield return Row("tiny gaps", i => 1 + (i * 7 % 5 * ulp), j => 1 + (j * 3 % 5 * ulp));
        yield return Row("subnormals", i => ((i % 9) - 4) * subnormal, j => ((j % 7) - 3) * subnormal);
        yield return Row("offset of a million", i => 1e6 + (Math.Round(Positive(i) * 32) / 16), j => 1e6 + (Math.Round(Negative(j) * 32) / 16));
        yield return Row("cosines, well apart", i => 0.8 + (0.15 * Positive(i)), j => 0.1 * Negative(j));
        yield return Row("cosines, mixed", i => 0.4 + (0.4 * Positive(i)), j => 0.3 + (0.4 * Negative(j)));
        yield return Row("cosines, the wrong way round", i => (0.1 * Positive(i)) - 0.6, j => 0.9 + (0.1 * Negative(j)));
        yield return Row("cosines, all at 1.01 against all at -1.01", _ => LargestCosine, _ => -LargestCosine);
        yield return Row("cosines, all at -1.01 against all at 1.01", _ => -LargestCosine, _ => LargestCosine);
        yield return Row("one dominant negative", i => 1 + Positive(i), j => j == middleNegative ? 50 : Negative(j));
        yield return Row("one dominant positive", i => i == middlePositive ? -50 : Positive(i), j => Negative(j) - 1);
        yield return Row("both sides dominated", i => i == 0 ? -40 : Positive(i), j => j == negatives - 1 ? 40 : Negative(j));
        yield return Row("positives far ahead", i => 25 + Positive(i), Negative);
        yield return Row("positives far behind", i => Positive(i) - 200, Negative);

        // Where circle loss has a term above 0 on one side only, and the violations are below it by all of the other's.
        var (gamma, margin) = (double.CreateChecked(formula.Gamma), double.CreateChecked(formula.Margin));
        yield return Row("cosines at their best", _ => 1, _ => 0);
        yield return Row("cosines at their best but a negative beyond the margin", _ => 1, j => j == middleNegative ? margin + 0.05 : 0);
        yield return Row("cosines at their best but a positive beyond the margin", i => i == middlePositive ? 1 - margin - 0.05 : 1, _ => 0);

        // Where all violations are equal and so negative that log(1 + K L e^u) is K L e^u.
        var logPairs = Math.Log(positives) + Math.Log(negatives);
        foreach (var (name, violation) in ((string, double)[])
        [
            ("loss 1e-9", Math.Log(1e-9) - logPairs),
            ("loss 1e-30", Math.Log(1e-30) - logPairs),
            ("violations of -88", -88),
            ("violations of -150", -150),
        ])
        {
            yield return Row(name, _ => margin - (violation / gamma), _ => 0);
            yield return Row(
                $"{name}, ordinary others",
                i => margin - (violation / gamma) + (i == middlePositive ? 0 : 1 + Positive(i)),
                j => j == middleNegative ? 0 : Negative(j) - 1);
        }

        foreach (var magnitude in (double[])[1e4, 1e15, 3e38, .. double.CreateTruncating(T.MaxValue) > 1e308 ? (double[])[1e308] : []])
        {
            double Alternating(int i) => ((i % 3) - 1) * magnitude;

            yield return Row($"plus and minus {magnitude}", Alternating, j => -Alternating(j));
            yield return Row($"positives at {magnitude}", _ => magnitude, Alternating);
            yield return Row($"all at {magnitude}", _ => magnitude, _ => magnitude);
            yield return Row($"positives at minus {magnitude}", _ => -magnitude, Negative);
        }

        yield return Row(
            "every third score masked",
            i => i % 3 == 1 ? double.PositiveInfinity : Positive(i),
            j => j % 3 == 1 ? double.NegativeInfinity : Negative(j));
        yield return Row(
            "all masked but one of each side",
            i => i == middlePositive ? Positive(i) : double.PositiveInfinity,
            j => j == middleNegative ? Negative(j) : double.NegativeInfinity);
        yield return Row("all negatives masked", Positive, _ => double.NegativeInfinity);
        yield return Row("all positives masked", _ => double.PositiveInfinity, Negative);
        yield return Row("everything masked", _ => double.PositiveInfinity, _ => double.NegativeInfinity);
    }

    private static T[] Scores<T>(int count, Func<int, double> score)
        where T : INumberBase<T> => [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(score(i)))];
}
