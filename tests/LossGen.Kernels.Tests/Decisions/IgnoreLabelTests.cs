using System.Globalization;
using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Decisions;

/// <summary>Which rows a kernel leaves out: exactly those with its label to ignore, be that a class or a number far from all classes.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public static partial class IgnoreLabelTests
{
    private const double Tolerance = 1e-15;

    private static readonly double Log2 = Math.Log(2);

    [Fact]
    public static void A_class_can_be_ignored()
    {
        var gradient = new double[6];

        Assert.Equal(Log2, IgnoringClass1([1, 1, 2, 5, 3, 3], [0, 1, 0], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, 0, 0, -0.25, 0.25], gradient);
    }

    [Fact]
    public static void Class_0_can_be_ignored_and_is_not_by_itself()
    {
        var gradient = new double[4];

        Assert.Equal(Log2, IgnoringClass0([1, 4, 2, 2], [0, 1], gradient), Tolerance);
        Assert.Equal([0, 0, 0.5, -0.5], gradient);
        Assert.Equal(Log2, IgnoringNone([1, 1, 2, 2], [0, 1], gradient), Tolerance);
        Assert.Equal([-0.25, 0.25, 0.25, -0.25], gradient);
    }

    [Fact]
    public static void A_label_that_int_cannot_hold_is_told_from_its_last_32_bits()
    {
        var gradient = new double[4];

        Assert.Equal(Log2, IgnoringFar([1, 1, 2, 3], [1, (1L << 32) + 1], gradient), Tolerance);
        Assert.Equal([0.5, -0.5, 0, 0], gradient);
    }

    [Fact]
    public static void A_label_that_int_cannot_hold_is_no_int_label_s()
    {
        var gradient = new double[4];

        Assert.Equal(Log2, IgnoringFarInt([1, 1, 2, 2], [1, 1], gradient), Tolerance);
        Assert.Equal([0.25, -0.25, 0.25, -0.25], gradient);
    }

    [Fact]
    public static void A_single_row_can_be_ignored()
    {
        double[] gradient = [7, 7];

        Assert.Equal(0, Row([1, double.NaN], -1, gradient));
        Assert.Equal([0, 0], gradient);
        Assert.Equal(Log2, Row([1, 1], 1, gradient), Tolerance);
        Assert.Equal([0.5, -0.5], gradient);
    }

    [Fact]
    public static void An_ignored_row_writes_zeros_in_the_place_of_its_logits()
    {
        double[] both = [1, 1, double.NaN, double.NaN];

        Assert.Equal(Log2, IgnoringMinus1(both, [0, -1], both), Tolerance);
        Assert.Equal([-0.5, 0.5, 0, 0], both);
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(int.MinValue)]
    public static void Any_other_label_that_is_no_class_is_refused_with_its_row(int label)
    {
        double[] gradient = [7, 7, 7, 7, 7, 7];

        var refusal = Assert.Throws<ArgumentOutOfRangeException>("labels", () => IgnoringMinus1(new double[6], [0, -1, label], gradient));

        Assert.Equal(label, Convert.ToInt64(refusal.ActualValue, CultureInfo.InvariantCulture));
        Assert.Contains("row 2 ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([7, 7, 7, 7, 7, 7], gradient);
    }

    [SoftmaxCrossEntropy]
    private static partial double IgnoringNone(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

#pragma warning disable LOSSGEN027 // A class whose rows do not count is what these are about.
    [SoftmaxCrossEntropy(Classes = 2, IgnoreLabel = 1)]
    private static partial double IgnoringClass1(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [SoftmaxCrossEntropy(Classes = 2, IgnoreLabel = 0)]
    private static partial double IgnoringClass0(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);
#pragma warning restore LOSSGEN027

    [SoftmaxCrossEntropy(Classes = 2, IgnoreLabel = (1L << 32) + 1)]
    private static partial double IgnoringFar(ReadOnlySpan<double> logits, ReadOnlySpan<long> labels, Span<double> gradient);

#pragma warning disable LOSSGEN038 // No int is that number, which must not become one that is.
    [SoftmaxCrossEntropy(Classes = 2, IgnoreLabel = (1L << 32) + 1)]
    private static partial double IgnoringFarInt(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);
#pragma warning restore LOSSGEN038

    [SoftmaxCrossEntropy(IgnoreLabel = -1)]
    private static partial double Row(ReadOnlySpan<double> logits, int label, Span<double> gradient);

    [SoftmaxCrossEntropy(IgnoreLabel = -1)]
    private static partial double IgnoringMinus1(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);
}
