using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Decisions;

/// <summary>
/// What gradients are of: of what the method returns, divisor included, or of each row's own loss if it returns nothing. Two rows of two
/// equal scores have the loss log 2 each, and a slope of 1/2.
/// </summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public static partial class ReturnTests
{
    private const double Tolerance = 1e-15;

    private static readonly double Log2 = Math.Log(2);

    [Fact]
    public static void The_gradient_of_a_returned_mean_carries_the_divisor()
    {
        var gradient = new double[4];

        Assert.Equal(Log2, Mean([1, 1, 2, 2], [0, 1], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, 0.25, -0.25], gradient);
    }

    [Fact]
    public static void Losses_beside_a_returned_mean_are_those_before_the_reduction_and_change_no_gradient()
    {
        var (losses, gradient) = (new double[2], new double[4]);

        Assert.Equal(Log2, MeanAndLosses([1, 1, 2, 2], [0, 1], losses, gradient), Tolerance);
        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
        Assert.Equal([-0.25, 0.25, 0.25, -0.25], gradient);
    }

    [Fact]
    public static void The_gradient_of_a_returned_sum_has_no_divisor()
    {
        var (losses, gradient) = (new double[2], new double[4]);

        Assert.Equal(2 * Log2, SumAndLosses([1, 1, 2, 2], [0, 1], losses, gradient), Tolerance);
        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
        Assert.Equal([-0.5, 0.5, 0.5, -0.5], gradient);
    }

    [Fact]
    public static void Without_a_return_every_gradient_is_that_of_its_own_row()
    {
        var (losses, gradient) = (new double[2], new double[4]);

        Backward([1, 1, 2, 2], [0, 1], gradient);
        Assert.Equal([-0.5, 0.5, 0.5, -0.5], gradient);

        LossesAndBackward([1, 1, 2, 2], [0, 1], losses, gradient);
        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
        Assert.Equal([-0.5, 0.5, 0.5, -0.5], gradient);
    }

    [Fact]
    public static void Without_a_return_the_weights_are_factors_and_no_divisor()
    {
        var (losses, gradient) = (new double[2], new double[4]);

        WeightedRows([1, 1, 2, 2], [0, 1], [3, 0.5], losses, gradient);

        Assert.Equal(3 * Log2, losses[0], Tolerance);
        Assert.Equal(0.5 * Log2, losses[1], Tolerance);
        Assert.Equal([-1.5, 1.5, 0.25, -0.25], gradient);
    }

    [Fact]
    public static void Losses_alone_need_no_gradient()
    {
        var losses = new double[2];

        LossesAlone([1, 1, 2, 2], [0, 1], losses);

        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
    }

    [Fact]
    public static void The_factor_from_upstream_scales_the_gradient_of_the_mean_and_no_loss()
    {
        var (losses, gradient) = (new double[2], new double[4]);

        Assert.Equal(Log2, MeanWithUpstream([1, 1, 2, 2], [0, 1], -8, losses, gradient), Tolerance);
        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
        Assert.Equal([2, -2, -2, 2], gradient);
    }

    [Fact]
    public static void Factors_of_the_rows_scale_the_rows_gradients_of_the_mean_and_no_loss()
    {
        var (losses, gradient) = (new double[2], new double[4]);

        Assert.Equal(Log2, MeanWithUpstreamOfRows([1, 1, 2, 2], [0, 1], [4, 0.5], losses, gradient), Tolerance);
        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
        Assert.Equal([-1, 1, 0.125, -0.125], gradient);
    }

    [Fact]
    public static void Without_a_return_factors_from_upstream_meet_no_divisor()
    {
        var gradient = new double[4];

        BackwardWithUpstream([1, 1, 2, 2], [0, 1], 4, gradient);
        Assert.Equal([-2, 2, 2, -2], gradient);

        BackwardWithUpstreamOfRows([1, 1, 2, 2], [0, 1], [4, 0.5], gradient);
        Assert.Equal([-2, 2, 0.25, -0.25], gradient);
    }

    [Fact]
    public static void What_an_output_held_before_does_not_matter()
    {
        double[] gradient = [double.NaN, 7, 7, 7];
        double[] losses = [double.NaN, 7];

        MeanAndLosses([1, 1, 2, 2], [0, 1], losses, gradient);

        Assert.Equal([-0.25, 0.25, 0.25, -0.25], gradient);
        Assert.All(losses, loss => Assert.Equal(Log2, loss, Tolerance));
    }

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial double Mean(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial double MeanAndLosses(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2, Reduction = Reduction.Sum)]
    private static partial double SumAndLosses(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial void Backward(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial void LossesAndBackward(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial void WeightedRows(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial void LossesAlone(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial double MeanWithUpstream(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double upstream, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy]
    private static partial double MeanWithUpstreamOfRows(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> upstream, Span<double> losses, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial void BackwardWithUpstream(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double upstream, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2)]
    private static partial void BackwardWithUpstreamOfRows(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> upstream, Span<double> gradient);
}
