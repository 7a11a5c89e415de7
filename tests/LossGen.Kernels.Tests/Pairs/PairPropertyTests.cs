using System.Numerics;
using CsCheck;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatPairPropertyTests : PairPropertyTests<float>;

public class DoublePairPropertyTests : PairPropertyTests<double>
{
    [Theory]
    [MemberData(nameof(DifferentiableKernels))]
    public void The_gradient_is_the_slope_between_two_losses_nearby(string name) => ForRandomRows(name, (kernel, row) =>
    {
        // The secant is off by step² γ³ / 6 and by the rounding of both losses, which are at most some 20 γ, divided by the step.
        var step = Math.ScaleB(1, -17 - Math.ILogB(kernel.Formula.Gamma));
        var tolerance = 1e-7 * kernel.Formula.Gamma * (1 + kernel.Formula.Gamma);
        var gradient = kernel.Run(row);

        return Rows.Places(row.Positives.Length).All(i => Math.Abs(Slope(row.Positives, i) - gradient.PositiveGradient![i]) <= tolerance)
            && Rows.Places(row.Negatives.Length).All(j => Math.Abs(Slope(row.Negatives, j) - gradient.NegativeGradient![j]) <= tolerance);

        double Slope(double[] scores, int place)
        {
            var score = scores[place];
            scores[place] = score + step;
            var above = kernel.Run(row).Loss!.Value;
            scores[place] = score - step;
            var below = kernel.Run(row).Loss!.Value;
            scores[place] = score;
            return (above - below) / (2 * step);
        }
    });
}

/// <summary>What follows from the losses' equations, on random rows.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PairPropertyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Samples = 60;

    private static readonly double Epsilon = NumberFormat.Of<T>().Epsilon;

    public static TheoryData<string> KernelsOfDifferences => PairKernels<T>.Names(kernel =>
        kernel is { WritesGradients: true, ExpectsCosines: false, Formula.DependsOnDifferencesOnly: true });

    public static TheoryData<string> DifferentiableKernels => PairKernels<T>.Names(kernel =>
        kernel is { WritesGradients: true, ReturnsLoss: true, Formula.IsSmooth: true, Formula.DetachesWeights: true, Formula.DependsOnDifferencesOnly: true });

    /// <summary>With the number of pairs from the lengths, a kernel of each formula.</summary>
    public static TheoryData<string> SmoothedMaxima => PairKernels<T>.Names(kernel =>
        IsRepresentative(kernel)
        && kernel.Formula is { Loss: PairLoss.HingeOverLogSumExp, IsBalanced: false }
        && Sibling(kernel, PairLoss.HingeOverMax) is not null);

    public static TheoryData<string> HingesBesideSoftplus => PairKernels<T>.Names(kernel =>
        IsRepresentative(kernel) && kernel.Formula.Loss == PairLoss.HingeOverLogSumExp && Sibling(kernel, PairLoss.Unified) is not null);

    public static TheoryData<string> Maxima => PairKernels<T>.Names(kernel => IsRepresentative(kernel) && kernel.Formula.Loss == PairLoss.HingeOverMax);

    public static TheoryData<string> DetachedCircles => PairKernels<T>.Names(kernel =>
        kernel is { WritesGradients: true, Formula.Loss: PairLoss.Circle, Formula.DetachesWeights: true });

    /// <summary>Scores within 4 units that are multiples of 2⁻⁸, so that all their differences are exact.</summary>
    private static Gen<T> Score { get; } = Gen.Int[-1024, 1024].Select(steps => T.CreateChecked(steps / 256.0));

    [Theory]
    [MemberData(nameof(KernelsOfDifferences))]
    public void The_negatives_gradients_add_up_to_minus_those_of_the_positives(string name) => ForRandomRows(name, (kernel, row) =>
    {
        var result = kernel.Run(row);

        double[] all = Accuracy.Widen<T>(result.Gradient);
        return Math.Abs(all.Sum()) <= (8 + all.Length) * ((Epsilon * all.Sum(Math.Abs)) + NumberFormat.Of<T>().SmallestNormal);
    });

    [Theory]
    [MemberData(nameof(KernelsOfDifferences))]
    public void A_constant_added_to_all_scores_changes_no_bit(string name) => ForRandomRows(name, (kernel, row) =>
    {
        var shift = T.CreateChecked(4096);
        var shifted = kernel.Run(row with
        {
            Positives = [.. row.Positives.Select(score => score + shift)],
            Negatives = [.. row.Negatives.Select(score => score + shift)],
        });

        return kernel.Run(row).All.SequenceEqual(shifted.All);
    });

    [Theory]
    [MemberData(nameof(SmoothedMaxima))]
    public void The_smoothed_maximum_is_between_the_maximum_and_that_plus_the_logarithm_of_the_pairs(string name)
    {
        var maximum = Sibling(PairKernels<T>.Named(name), PairLoss.HingeOverMax)!;
        ForRandomRows(name, (smooth, row) =>
        {
            var lowest = LossOf(maximum, row);
            var logPairs = Math.Log((double)row.Positives.Length * row.Negatives.Length);

            return IsBetween(lowest, LossOf(smooth, row), lowest + logPairs, Tolerance(smooth.Formula, row));
        });
    }

    [Theory]
    [MemberData(nameof(HingesBesideSoftplus))]
    public void The_unified_loss_is_between_the_hinge_and_that_plus_the_logarithm_of_2(string name)
    {
        var unified = Sibling(PairKernels<T>.Named(name), PairLoss.Unified)!;
        ForRandomRows(name, (hinge, row) =>
        {
            var lowest = LossOf(hinge, row);

            return IsBetween(lowest, LossOf(unified, row), lowest + Math.Log(2), Tolerance(hinge.Formula, row));
        });
    }

    [Theory]
    [MemberData(nameof(Maxima))]
    public void The_maximum_s_gradient_goes_to_the_lowest_index_of_each_side_that_attains_it(string name) => ForRandomRows(name, (kernel, row) =>
    {
        var (gamma, margin) = (kernel.Formula.Gamma, kernel.Formula.Margin);
        var (i, j) = (Array.IndexOf(row.Positives, row.Positives.Min()), Array.IndexOf(row.Negatives, row.Negatives.Max()));
        var (byPositives, byNegatives) = (new T[row.Positives.Length], new T[row.Negatives.Length]);
        if (row.Negatives[j] - row.Positives[i] + margin > T.Zero)
        {
            (byPositives[i], byNegatives[j]) = (-gamma, gamma);
        }

        var result = kernel.Run(row);

        return result.PositiveGradient!.SequenceEqual(byPositives) && result.NegativeGradient!.SequenceEqual(byNegatives);
    });

    [Theory]
    [MemberData(nameof(DetachedCircles))]
    public void Circle_loss_pulls_at_a_score_by_its_weight_times_its_share(string name) => ForRandomRows(name, (kernel, row) =>
    {
        // σ, softmax and α straight from their definitions, in double: enough digits where exponents are small.
        var formula = kernel.Formula;
        var (gamma, margin) = (double.CreateChecked(formula.Gamma), double.CreateChecked(formula.Margin));
        double[] negatives = [.. Accuracy.Widen<T>(row.Negatives).Select(score => score / 8)];
        double[] positives = [.. Accuracy.Widen<T>(row.Positives).Select(score => score / 8)];
        double[] negativeWeights = [.. negatives.Select(score => Math.Max(score + margin, 0))];
        double[] positiveWeights = [.. positives.Select(score => Math.Max(1 + margin - score, 0))];
        double[] ofNegatives = [.. negatives.Zip(negativeWeights, (score, weight) => gamma * weight * (score - margin))];
        double[] ofPositives = [.. positives.Zip(positiveWeights, (score, weight) => -gamma * weight * (score - (1 - margin)))];
        var balance = formula.IsBalanced ? Math.Log(negatives.Length) + Math.Log(positives.Length) : 0;
        var logSumExp = LogSumExp(ofNegatives) + LogSumExp(ofPositives) - balance;
        var scale = gamma / (1 + Math.Exp(-logSumExp));

        var result = kernel.Run(new PairRow<T>("", Narrow(positives), Narrow(negatives)));

        return AreNear(result.NegativeGradient!, ofNegatives.Select((u, j) => scale * Math.Exp(u - LogSumExp(ofNegatives)) * negativeWeights[j]))
            && AreNear(result.PositiveGradient!, ofPositives.Select((u, i) => -scale * Math.Exp(u - LogSumExp(ofPositives)) * positiveWeights[i]));

        bool AreNear(T[] actual, IEnumerable<double> expected) =>
            actual.Zip(expected).All(pair => Math.Abs(double.CreateChecked(pair.First) - pair.Second) <= 64 * Epsilon * gamma * (1 + gamma));
    });

    [Fact]
    public void With_one_positive_the_unified_loss_is_softmax_cross_entropy()
    {
        var softmax = ClassificationKernels<T>.Named("Gamma30Margin035.AnyC");
        var unified = PairKernels<T>.All.First(kernel => kernel is { Formula.Loss: PairLoss.Unified, WritesGradients: true }
            && (kernel.Formula.Gamma, kernel.Formula.Margin) == (softmax.Formula.Gamma, softmax.Formula.Margin)
            && kernel.Takes(1, 1));
        ForRandomRows(unified.Name, (_, row) =>
        {
            var label = row.Negatives.Length / 2;
            var ofPairs = unified.Run(row with { Positives = row.Positives[..1] });
            var ofClasses = softmax.RunRow(Classification.ByClass<T>(row.Negatives, row.Positives[0], label), label);

            T[] components = Classification.ByClass<T>(ofPairs.NegativeGradient, ofPairs.PositiveGradient![0], label);
            return AreNear(ofPairs.Loss!.Value, ofClasses.Loss) && components.Zip(ofClasses.Gradient).All(pair => AreNear(pair.First, pair.Second));

            // Each is within half a bound of the same number.
            bool AreNear(T one, T other) =>
                T.Abs(one - other) <= T.CreateChecked(Tolerance(unified.Formula, row)) * T.Max(T.Abs(one), T.Abs(other));
        });
    }

    private protected static void ForRandomRows(string name, Func<PairKernel<T>, PairRow<T>, bool> holds)
    {
        var kernel = PairKernels<T>.Named(name);
        var rows =
            from positives in kernel.Positives > 0 ? Gen.Const(kernel.Positives) : Gen.Int[1, 40]
            from negatives in kernel.Negatives > 0 ? Gen.Const(kernel.Negatives) : Gen.Int[1, 100]
            from ofPositives in Score.Array[positives]
            from ofNegatives in Score.Array[negatives]
            select new PairRow<T>("random", ofPositives, ofNegatives);
        rows.Sample(row => holds(kernel, row), iter: kernel.Positives * kernel.Negatives > 1000 ? Samples / 4 : Samples);
    }

    private static bool IsRepresentative(PairKernel<T> kernel) => kernel is
    {
        Positives: 0, Negatives: 0, TakesSimilarities: false, WritesGradients: true, ReturnsLoss: true, ExpectsCosines: false,
    };

    /// <summary>The kernel of another loss with the same scale and margin; null if there is none.</summary>
    private static PairKernel<T>? Sibling(PairKernel<T> kernel, PairLoss loss) =>
        PairKernels<T>.All.FirstOrDefault(other => IsRepresentative(other) && other.Formula == kernel.Formula with { Loss = loss });

    private static double LossOf(PairKernel<T> kernel, PairRow<T> row) => double.CreateChecked(kernel.Run(row).Loss!.Value);

    private static bool IsBetween(double lowest, double loss, double highest, double tolerance) => loss >= lowest - tolerance && loss <= highest + tolerance;

    /// <summary>Scores are at most 4, so a violation has at most 8 + |m|, and a sum of exps is of so many terms: a few roundings of each.</summary>
    private static double Tolerance(PairFormula<T> formula, PairRow<T> row) =>
        8 * Epsilon * ((double.CreateChecked(formula.Gamma) * (8 + Math.Abs(double.CreateChecked(formula.Margin))))
            + Math.Log2((double)row.Positives.Length * row.Negatives.Length) + 1);

    private static double LogSumExp(double[] exponents)
    {
        var largest = exponents.Max();
        return largest + Math.Log(exponents.Sum(exponent => Math.Exp(exponent - largest)));
    }

    private static T[] Narrow(double[] scores) => [.. scores.Select(T.CreateChecked)];
}
