using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.SpecialValues;

/// <summary>Where infinite, smallest and subnormal scores meet the kink of a hinge, and where a single class leaves nothing to lose.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public static partial class EdgesOfTheRangeTests
{
    private const float Smallest = 1.4e-45f;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(40)]
    public static void Every_finite_score_beats_a_label_at_minus_infinity(int masked)
    {
        float[] row = [float.MinValue, float.NegativeInfinity, .. Enumerable.Repeat(float.NegativeInfinity, masked)];
        var gradient = new float[row.Length];

        Assert.Equal(float.PositiveInfinity, SumWithoutMargin(row, 1, gradient));
        Assert.Equal([1, -1, .. new float[masked]], gradient);
        Assert.Equal(float.PositiveInfinity, SumWithNegativeMargin(row, 1, gradient));
        Assert.Equal([1, -1, .. new float[masked]], gradient);
    }

    [Fact]
    public static void The_smallest_lead_has_a_gradient_at_any_scale()
    {
        var gradient = new float[2];

        SumAtHalfScale([Smallest, 0], 1, gradient);
        Assert.Equal([0.5f, -0.5f], gradient);
        MaxAtHalfScale([Smallest, 0], 1, gradient);
        Assert.Equal([0.5f, -0.5f], gradient);
    }

    [Fact]
    public static void A_difference_beyond_the_range_is_scaled_back_into_it()
    {
        var gradient = new float[2];

        Assert.Equal(3e38f, SumAtHalfScale([3e38f, -3e38f], 1, gradient));
        Assert.Equal(3e38f, MaxAtHalfScale([3e38f, -3e38f], 1, gradient));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.PositiveInfinity)]
    public static void With_a_single_class_there_is_nothing_to_lose(float score)
    {
        float[] gradient = [1, 2];

        Assert.Equal(0, AnyClasses([score, score], [0, 0], gradient));
        Assert.Equal([0, 0], gradient);
    }

    [MulticlassHinge(Margin = 0)]
    private static partial float SumWithoutMargin(ReadOnlySpan<float> logits, int label, Span<float> gradient);

    [MulticlassHinge(Margin = -0.5)]
    private static partial float SumWithNegativeMargin(ReadOnlySpan<float> logits, int label, Span<float> gradient);

    [MulticlassHinge(Gamma = 0.5, Margin = 0)]
    private static partial float SumAtHalfScale(ReadOnlySpan<float> logits, int label, Span<float> gradient);

    [MulticlassHinge(Gamma = 0.5, Margin = 0, Over = Over.Max)]
    private static partial float MaxAtHalfScale(ReadOnlySpan<float> logits, int label, Span<float> gradient);

    [SoftmaxCrossEntropy]
    private static partial float AnyClasses(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
}
