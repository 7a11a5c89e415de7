using Xunit.Sdk;

namespace LossGen.Kernels.Tests.Reference;

public class AccuracyTests
{
    private static readonly float[] Row = [0.5f, 2, -1, 0.25f];

    private const int Label = 1;
    private const float Gamma = 2;
    private const float Margin = 0.25f;

    [Fact]
    public void The_rounded_answer_passes_and_its_distance_is_returned()
    {
        var (loss, gradient) = Rounded();

        var multiples = Accuracy.AssertWithinBound<float>(Row, Label, Gamma, Margin, loss, gradient, "rounded");

        Assert.InRange(multiples.Loss, 0, 0.25);
        Assert.InRange(multiples.Gradient, 0, 0.25);
    }

    [Fact]
    public void A_wrong_gradient_names_row_component_numbers_and_multiple()
    {
        var (loss, gradient) = Rounded();
        gradient[2] *= 1.5f;

        var message = Failure(loss, gradient);

        Assert.Contains("the row's name (C = 4, label 1, γ 2, m 0.25, float)", message, StringComparison.Ordinal);
        Assert.Contains("gradient[2]: expected 0.00", message, StringComparison.Ordinal);
        Assert.Contains("times the bound", message, StringComparison.Ordinal);
        Assert.DoesNotContain("loss:", message, StringComparison.Ordinal);
        Assert.DoesNotContain("gradient[0]", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.001f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_wrong_loss_fails(float factor)
    {
        var (loss, gradient) = Rounded();

        Assert.Contains("loss: expected", Failure(loss * factor, gradient), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gradient_of_another_length_fails()
    {
        var (loss, gradient) = Rounded();

        Assert.Contains("3 components", Failure(loss, gradient[..3]), StringComparison.Ordinal);
    }

    [Fact]
    public void Infinity_is_right_exactly_where_the_loss_overflows()
    {
        float[] row = [3e38f, -3e38f];
        float[] gradient = [1, -1];

        Accuracy.AssertWithinBound<float>(row, 1, 1, 0, float.PositiveInfinity, gradient, "overflows");
        Accuracy.AssertWithinBound<double>([3e38f, -3e38f], 1, 1, 0, 2.0 * 3e38f, [1, -1], "does not overflow a double");
        Assert.ThrowsAny<XunitException>(() => Accuracy.AssertWithinBound<float>(row, 1, 1, 0, float.MaxValue, gradient, "clamped"));
        Assert.ThrowsAny<XunitException>(() => Accuracy.AssertWithinBound<float>(row, 1, 1, 0, float.NegativeInfinity, gradient, "sign"));
        Assert.ThrowsAny<XunitException>(() =>
            Accuracy.AssertWithinBound<float>(row, 1, 0.25f, 0, float.PositiveInfinity, [0.25f, -0.25f], "1.5e38 does not overflow"));
    }

    [Fact]
    public void A_masked_score_must_have_a_gradient_of_exactly_zero()
    {
        float[] row = [0, float.NegativeInfinity];

        Accuracy.AssertWithinBound<float>(row, 0, 1, 0, 0, [0, -0.0f], "zero");
        Assert.ThrowsAny<XunitException>(() => Accuracy.AssertWithinBound<float>(row, 0, 1, 0, 0, [0, float.Epsilon], "not zero"));
    }

    [Fact]
    public void The_textbook_formula_in_float_is_beyond_the_bound_where_the_loss_is_small()
    {
        float[] row = [17, 0, 0];
        var sum = row.Sum(score => MathF.Exp(score - 17));
        float[] gradient = [(1 / sum) - 1, MathF.Exp(-17) / sum, MathF.Exp(-17) / sum];

        var failure = Assert.ThrowsAny<XunitException>(() => Accuracy.AssertWithinBound<float>(row, 0, 1, 0, MathF.Log(sum), gradient, "textbook"));

        Assert.Contains("loss: expected", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gradient[0]: expected", failure.Message, StringComparison.Ordinal);
    }

    private static (float Loss, float[] Gradient) Rounded()
    {
        var reference = new SoftmaxCrossEntropyReference(Accuracy.Widen<float>(Row), Label, Gamma, Margin);
        return ((float)(double)reference.Loss, [.. reference.Gradient.Select(component => (float)(double)component)]);
    }

    private static string Failure(float loss, float[] gradient) => Assert.ThrowsAny<XunitException>(() =>
        Accuracy.AssertWithinBound<float>(Row, Label, Gamma, Margin, loss, gradient, "the row's name")).Message;
}
