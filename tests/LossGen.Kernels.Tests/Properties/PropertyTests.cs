using System.Numerics;
using CsCheck;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Properties;

public class FloatPropertyTests : PropertyTests<float>;

public class DoublePropertyTests : PropertyTests<double>
{
    [Theory]
    [MemberData(nameof(SmoothKernels))]
    public void The_gradient_is_the_slope_between_two_losses_nearby(string name) => ForRandomRows(name, (kernel, row, label) =>
    {
        // The secant is off by step² γ³ / 6 and by the rounding of both losses, which are at most some 20 γ, divided by the step.
        var step = Math.ScaleB(1, -17 - Math.ILogB(kernel.Formula.Gamma));
        var tolerance = 1e-8 * kernel.Formula.Gamma * (1 + kernel.Formula.Gamma);
        var gradient = kernel.RunRow(row, label).Gradient;

        return Rows.Places(row.Length).Append(label).All(i => Math.Abs(((LossAt(i, step) - LossAt(i, -step)) / (2 * step)) - gradient[i]) <= tolerance);

        double LossAt(int moved, double distance) =>
            kernel.RunRow([.. row.Select((score, i) => i == moved ? score + distance : score)], label).Loss;
    });
}

/// <summary>What follows from the loss's equation, on random rows.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PropertyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Samples = 300;

    /// <summary>The rounding of one operation.</summary>
    private static readonly T Epsilon = (T.BitIncrement(T.One) - T.One) / (T.One + T.One);

    private static readonly T SmallestNormal = T.CreateChecked(NumberFormat.Of<T>().SmallestNormal);

    private static readonly ClassificationKernel<T> Mean = ClassificationKernels<T>.Named("Mean.AnyC");

    private static readonly ClassificationKernel<T> Sum = ClassificationKernels<T>.Named("Sum.AnyC");

    public static TheoryData<string> GradientKernels => ClassificationKernels<T>.Names(kernel => kernel.WritesGradient);

    public static TheoryData<string> SmoothKernels => ClassificationKernels<T>.Names(kernel => kernel is { WritesGradient: true, Formula.Hinge: null });

    /// <summary>A maximum's gradient goes to one of several equal scores.</summary>
    public static TheoryData<string> OrderedKernels =>
        ClassificationKernels<T>.Names(kernel => kernel is { WritesGradient: true, Formula.Hinge: not Over.Max });

    /// <summary>Near the kink of a smoothed maximum its last bits, which depend on the order, decide.</summary>
    public static TheoryData<string> SymmetricKernels =>
        ClassificationKernels<T>.Names(kernel => kernel is { WritesGradient: true, Classes: null, Formula.Hinge: null or Over.Sum });

    /// <summary>Scores within a few units that are multiples of 2⁻⁸, so that all their differences are exact.</summary>
    private static Gen<T> Score { get; } = Gen.Int[-2048, 2048].Select(steps => T.CreateChecked(steps / 256.0));

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void The_gradient_s_components_add_up_to_zero(string name) => ForRandomRows(name, (kernel, row, label) =>
    {
        var gradient = kernel.RunRow(row, label).Gradient;

        var sum = Accuracy.Widen<T>(gradient).Sum();
        var magnitude = Accuracy.Widen<T>(gradient).Sum(Math.Abs);
        var tolerance = (8 + row.Length) * (double.CreateChecked(Epsilon) * magnitude + double.CreateChecked(SmallestNormal));
        return Math.Abs(sum) <= tolerance;
    });

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void A_constant_added_to_all_scores_changes_no_bit(string name) => ForRandomRows(name, (kernel, row, label) =>
    {
        var (loss, gradient) = kernel.RunRow(row, label);
        var (shiftedLoss, shiftedGradient) = kernel.RunRow([.. row.Select(score => score + T.CreateChecked(4096))], label);

        return shiftedLoss == loss && shiftedGradient.SequenceEqual(gradient);
    });

    [Theory]
    [MemberData(nameof(OrderedKernels))]
    public void Components_have_the_sign_of_a_descent_and_order_the_negatives(string name) => ForRandomRows(name, (kernel, row, label) =>
    {
        var gradient = kernel.RunRow(row, label).Gradient;
        T[] byScore = [.. Enumerable.Range(0, row.Length).Where(i => i != label).OrderBy(i => row[i]).Select(i => gradient[i])];

        return gradient[label] <= T.Zero && byScore[0] >= T.Zero && byScore.SequenceEqual(byScore.Order());
    });

    [Theory]
    [MemberData(nameof(SymmetricKernels))]
    public void Exchanging_two_negatives_exchanges_their_components(string name) => ForRandomRows(name, (kernel, row, label) =>
    {
        var (one, other) = ((label + 1) % row.Length, (label + row.Length - 1) % row.Length);
        T[] exchanged = [.. row];
        (exchanged[one], exchanged[other]) = (row[other], row[one]);

        var (loss, gradient) = kernel.RunRow(row, label);
        var (exchangedLoss, exchangedGradient) = kernel.RunRow(exchanged, label);
        (exchangedGradient[one], exchangedGradient[other]) = (exchangedGradient[other], exchangedGradient[one]);

        return AreNear(loss, exchangedLoss, row.Length) && gradient.Zip(exchangedGradient).All(pair => AreNear(pair.First, pair.Second, row.Length));
    });

    [Fact]
    public void A_scale_of_a_quarter_is_a_quarter_of_the_scores()
    {
        var quarter = T.CreateChecked(0.25);
        var scaled = ClassificationKernels<T>.Named("Gamma025.AnyC");
        ForRandomRows(scaled.Name, (_, row, label) =>
        {
            var expected = Mean.RunRow([.. row.Select(score => score * quarter)], label);
            var (loss, gradient) = scaled.RunRow(row, label);

            return loss == expected.Loss && gradient.SequenceEqual(expected.Gradient.Select(component => component * quarter));
        });
    }

    [Fact]
    public void Two_classes_are_the_softplus_of_their_difference() => Gen.Select(Score, Score).Sample(
        scores =>
        {
            var odds = BigReal.Exp(double.CreateChecked(scores.Item2 - scores.Item1));

            var (loss, gradient) = Mean.RunRow([scores.Item1, scores.Item2], 0);

            return AreNear(loss, T.CreateChecked((double)BigReal.Log1p(odds)), 2)
                && AreNear(gradient[1], T.CreateChecked((double)(odds / (BigReal.One + odds))), 2)
                && gradient[0] == -gradient[1];
        },
        iter: Samples);

    [Fact]
    public void The_mean_is_the_average_of_the_rows_and_its_gradient_that_of_the_sum() => Batches.Sample(
        batch =>
        {
            var (logits, labels) = batch;
            var classes = logits.Length / labels.Length;
            var rows = T.CreateChecked(labels.Length);

            var mean = Mean.RunBatch(logits, labels);
            var sum = Sum.RunBatch(logits, labels);
            var average = labels.Select((label, row) => double.CreateChecked(Sum.RunRow(logits.AsSpan(row * classes, classes), label).Loss)).Average();

            return AreNear(mean.Loss, T.CreateChecked(average), 1)
                && AreNear(mean.Loss, sum.Loss / rows, 1)
                && mean.Gradient.Zip(sum.Gradient).All(pair => AreNear(pair.First, pair.Second / rows, 1));
        },
        iter: Samples);

    private static Gen<(T[] Logits, int[] Labels)> Batches { get; } =
        from rows in Gen.Int[1, 40]
        from classes in Gen.Int[2, 40]
        from logits in Score.Array[rows * classes]
        from labels in Gen.Int[0, classes - 1].Array[rows]
        select (logits, labels);

    private protected static void ForRandomRows(string name, Func<ClassificationKernel<T>, T[], int, bool> holds)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var rows =
            from classes in kernel.Classes is { } known ? Gen.Const(known) : Gen.Int[2, 300]
            from row in Score.Array[classes]
            from label in Gen.Int[0, classes - 1]
            select (row, label);
        rows.Sample(sample => holds(kernel, sample.row, sample.label), iter: Math.Max(20, Samples * 20 / (kernel.Classes ?? 300)));
    }

    /// <summary>Equal up to a few roundings; from the bound's flush at the smallest normal number on, anything below it.</summary>
    private static bool AreNear(T one, T other, int terms) =>
        T.Abs(one - other) <= (T.CreateChecked(8 + terms) * Epsilon * T.Max(T.Abs(one), T.Abs(other))) + SmallestNormal;
}
