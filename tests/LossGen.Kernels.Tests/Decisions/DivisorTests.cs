using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Decisions;

/// <summary>What a mean divides by. Rows of two equal scores have the loss log 2 and a slope of 1/2; a hinge of them has the loss 1 and the slope 1.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public static partial class DivisorTests
{
    private const double Tolerance = 1e-15;
    private const int Ignored = -100;

    private static readonly double Log2 = Math.Log(2);

    [Fact]
    public static void Softmax_divides_by_the_weights_of_the_labels()
    {
        var gradient = new double[4];

        // (3 log 2 + 1 log 2) / (3 + 1)
        Assert.Equal(Log2, Weighted([1, 1, 2, 2], [0, 1], [3, 1], gradient), Tolerance);
        Assert.Equal([-0.375, 0.375, 0.125, -0.125], gradient);
    }

    [Fact]
    public static void Smoothed_softmax_divides_by_the_weights_of_the_labels_too()
    {
        var gradient = new double[4];

        // Shares 3/2 + 3/4 and 1/4 of label 0, 3/4 and 1/2 + 1/4 of label 1: together 4, and 3 + 1 below.
        Assert.Equal(Log2, WeightedSmoothed([1, 1, 2, 2], [0, 1], [3, 1], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, 0, 0], gradient);
    }

    [Fact]
    public static void Targets_divide_by_the_rows_whatever_their_sums_and_weights()
    {
        var gradient = new double[4];

        // (1/2 · 3 + 0 + 1/2 · 3 + 1) log 2 / 2
        Assert.Equal(2 * Log2, WeightedTargets([1, 1, 2, 2], [0.5, 0, 0.5, 1], [3, 1], gradient), Tolerance);
        Assert.Equal([-0.375, 0.375, -0.125, 0.125], gradient);
        Assert.Equal(0.75 * Log2, Targets([1, 1, 2, 2], [0.5, 0, 0.5, 0.5], gradient), Tolerance);
        Assert.Equal([-0.125, 0.125, 0, 0], gradient);
    }

    [Fact]
    public static void Weighted_hinges_divide_by_the_rows()
    {
        var gradient = new double[4];

        Assert.Equal(2, WeightedHinge([1, 1, 2, 2], [0, 1], [3, 1], gradient));
        Assert.Equal([-1.5, 1.5, 0.5, -0.5], gradient);
    }

    [Fact]
    public static void Ignored_rows_leave_the_number_of_rows()
    {
        var gradient = new double[6];

        Assert.Equal(Log2, Ignoring([1, 1, 5, 6, 2, 2], [0, Ignored, 1], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, 0, 0, 0.25, -0.25], gradient);
        Assert.Equal(1, IgnoringHinge([1, 1, 5, 6, 2, 2], [0, Ignored, 1], gradient));
        Assert.Equal([-0.5, 0.5, 0, 0, 0.5, -0.5], gradient);
    }

    [Fact]
    public static void Ignored_rows_leave_the_sum_of_the_weights()
    {
        var gradient = new double[6];

        Assert.Equal(Log2, WeightedIgnoring([1, 1, 5, 6, 2, 2], [0, Ignored, 1], [3, 1], gradient), Tolerance);
        Assert.Equal([-0.375, 0.375, 0, 0, 0.125, -0.125], gradient);
        Assert.Equal(2, WeightedIgnoringHinge([1, 1, 5, 6, 2, 2], [0, Ignored, 1], [3, 1], gradient));
        Assert.Equal([-1.5, 1.5, 0, 0, 0.5, -0.5], gradient);
    }

    [Fact]
    public static void Masked_rows_stay()
    {
        var gradient = new double[4];

        Assert.Equal(Log2 / 2, Ignoring([1, 1, 2, double.NegativeInfinity], [0, 0], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, 0, 0], gradient);
        Assert.Equal(Log2 * 3 / 4, Weighted([1, 1, double.NegativeInfinity, 2], [0, 1], [3, 1], gradient), Tolerance);
        Assert.Equal([-0.375, 0.375, 0, 0], gradient);
    }

    [Fact]
    public static void A_batch_of_ignored_rows_alone_has_neither_loss_nor_gradient()
    {
        foreach (var mean in (Mean[])[Ignoring, IgnoringHinge, (logits, labels, gradient) => WeightedIgnoring(logits, labels, [3, 1], gradient)])
        {
            double[] gradient = [7, 7, 7, 7];

            Assert.Equal(0, mean([1, double.NaN, double.PositiveInfinity, 2], [Ignored, Ignored], gradient));
            Assert.Equal([0, 0, 0, 0], gradient);
        }
    }

    [Fact]
    public static void Labels_whose_weights_are_all_zero_have_neither_loss_nor_gradient()
    {
        double[] gradient = [7, 7, 7, 7];

        Assert.Equal(0, Weighted([1, 3, 2, 2], [1, 1], [3, 0], gradient));
        Assert.Equal([0, 0, 0, 0], gradient);
    }

    [Fact]
    public static void With_smoothing_too_a_divisor_of_zero_leaves_nothing()
    {
        double[] gradient = [7, 7, 7, 7];

        // The other class has a share, but nothing to divide it by.
        Assert.Equal(0, WeightedSmoothed([1, 3, 2, 2], [1, 1], [3, 0], gradient));
        Assert.Equal([0, 0, 0, 0], gradient);
    }

    private delegate double Mean(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial double Weighted(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2, LabelSmoothing = 0.5)]
    private static partial double WeightedSmoothed(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial double Targets(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial double WeightedTargets(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [MulticlassHinge]
    private static partial double WeightedHinge(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2, IgnoreLabel = Ignored)]
    private static partial double Ignoring(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [MulticlassHinge(IgnoreLabel = Ignored)]
    private static partial double IgnoringHinge(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [SoftmaxCrossEntropy(IgnoreLabel = Ignored)]
    private static partial double WeightedIgnoring(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [MulticlassHinge(Classes = 2, IgnoreLabel = Ignored)]
    private static partial double WeightedIgnoringHinge(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);
}
