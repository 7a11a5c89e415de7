using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Decisions;

/// <summary>Where the number of classes comes from if the attribute does not fix it, and what a single class is.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public static partial class ClassesAtRunTimeTests
{
    private const double Tolerance = 1e-15;

    [Fact]
    public static void It_is_that_of_the_class_weights()
    {
        var gradient = new double[6];

        Assert.Equal(Math.Log(3), Weighted([1, 1, 1, 2, 2, 2], [0, 2], [1, 1, 1], gradient), Tolerance);
        Assert.Equal(Math.Log(2), Weighted([1, 1, 2, 2, 3, 3], [0, 1, 1], [1, 1], gradient), Tolerance);
    }

    [Fact]
    public static void Weights_for_another_number_of_classes_than_the_labels_leave_are_refused()
    {
        // Two rows of three, and not three of two.
        Assert.Throws<ArgumentException>("logits", () => Weighted(new double[6], [0, 1], [1, 1], new double[6]));
        Assert.Throws<ArgumentException>("logits", () => Weighted(new double[6], [0, 1], [1, 1, 1, 1], new double[6]));
    }

    [Fact]
    public static void Targets_with_class_weights_are_rows_of_that_many_classes()
    {
        var gradient = new double[4];

        // log 2 for each of the two rows.
        Assert.Equal(Math.Log(2), WeightedTargets([1, 1, 2, 2], [1, 0, 0, 1], [1, 1], gradient), Tolerance);
        Assert.Equal(2 * Math.Log(4), WeightedTargets([1, 1, 1, 1], [1, 0, 0, 1], [1, 1, 1, 1], gradient), Tolerance);
        Assert.Throws<ArgumentException>("logits", () => WeightedTargets(new double[4], new double[4], [1, 1, 1], new double[4]));
    }

    [Fact]
    public static void Targets_alone_are_one_row()
    {
        var gradient = new double[4];

        Assert.Equal(Math.Log(4), Targets([1, 1, 1, 1], [0.5, 0, 0.5, 0], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, -0.25, 0.25], gradient);
    }

    [Fact]
    public static void A_single_row_has_as_many_classes_as_weights()
    {
        var gradient = new double[3];

        Assert.Equal(Math.Log(3), WeightedRow([1, 1, 1], 2, [1, 2, 3], gradient), Tolerance);
        Assert.Throws<ArgumentException>("logits", () => WeightedRow([1, 1, 1], 1, [1, 2], gradient));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public static void With_a_single_class_there_is_nothing_to_lose(double score)
    {
        foreach (var call in (Func<double[], double>[])
        [
            gradient => Weighted([score, score], [0, 0], [2], gradient),
            gradient => WeightedTargets([score, score], [0.5, 1], [2], gradient),
            gradient => Smoothed([score, score], [0, 0], new double[2], gradient),
            gradient => Hinge([score, score], [0, 0], new double[2], gradient),
        ])
        {
            double[] gradient = [7, 7];

            Assert.Equal(0, call(gradient));
            Assert.Equal([0, 0], gradient);
        }
    }

    [Fact]
    public static void The_losses_of_a_single_class_are_zeros_too()
    {
        double[] losses = [7, 7];

        Smoothed([1, 2], [0, 0], losses, new double[2]);
        Assert.Equal([0, 0], losses);

        losses = [7, 7];
        Hinge([1, 2], [0, 0], losses, new double[2]);
        Assert.Equal([0, 0], losses);
    }

    [Fact]
    public static void An_empty_batch_has_the_loss_0_and_writes_nothing()
    {
        Assert.Equal(0, Weighted([], [], [1, 2], []));
        Assert.Equal(0, Smoothed([], [], [], []));
        Assert.Equal(0, WeightedTargets([], [], [1, 2], []));
        Assert.Equal(0, FixedTargets([], [], []));
        Assert.Equal(0, Hinge([], [], [], []));
        Backward([], [], [], []);
    }

    [SoftmaxCrossEntropy]
    private static partial double Weighted(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial double WeightedRow(ReadOnlySpan<double> logits, int label, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [SoftmaxCrossEntropy(LabelSmoothing = 0.5)]
    private static partial double Smoothed(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial double Targets(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 3)]
    private static partial double FixedTargets(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial double WeightedTargets(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [MulticlassHinge(Over = Over.LogSumExp)]
    private static partial double Hinge(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial void Backward(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> upstream, Span<double> gradient);
}
