using LossGen.Kernels.Tests.Losses;
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

    [Fact]
    public void Pairs_are_judged_on_both_sides()
    {
        double[] positives = [0.75, 0.5];
        double[] negatives = [0.25, 0.625, -1];
        var reference = new SoftplusReference(negatives, positives, gamma: 8, margin: 0.25);
        var loss = (double)reference.Loss;
        var formula = new Formula<double>(Hinge: null, Gamma: 8, Margin: 0.25);
        double[] positiveGradient = [.. reference.PositiveGradient.Select(component => (double)component)];
        double[] negativeGradient = [.. reference.NegativeGradient.Select(component => (double)component)];

        var multiples = Accuracy.AssertWithinBound<double>(positives, negatives, formula, loss, positiveGradient, negativeGradient, "pairs");
        positiveGradient[1] = -positiveGradient[1];
        var failure = Assert.ThrowsAny<XunitException>(() =>
            Accuracy.AssertWithinBound<double>(positives, negatives, formula, loss, positiveGradient, negativeGradient, "pairs"));

        Assert.InRange(multiples.Gradient, 0, 0.25);
        Assert.Contains("positiveGradient[1]: expected", failure.Message, StringComparison.Ordinal);
        Assert.Contains("(K = 2, L = 3, γ 8, m 0.25, double)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_kink_of_a_smoothed_hinge_either_side_is_right_but_not_half_of_each()
    {
        // s = 1 - 1.25 + 0.25 = 0.
        Assert.InRange(Judge(0, 0).Gradient, 0, 0);
        Assert.InRange(Judge(1e-8f, 1).Gradient, 0, 0);
        Assert.ThrowsAny<XunitException>(() => Judge(0, 1));
        Assert.ThrowsAny<XunitException>(() => Judge(1e-8f, 0));

        static WorstMultiples Judge(float loss, float slope) => JudgeHinge(Over.LogSumExp, negative: 1, loss, slope);
    }

    [Theory]
    [InlineData(Over.Sum)]
    [InlineData(Over.Max)]
    [InlineData(Over.LogSumExp)]
    public void Away_from_the_kink_of_a_hinge_one_side_is_right(Over over)
    {
        Assert.InRange(JudgeHinge(over, negative: 0.5f, loss: 0, slope: 0).Loss, 0, 0);
        Assert.InRange(JudgeHinge(over, negative: 1.5f, loss: 0.5f, slope: 1).Loss, 0, 0);
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(over, negative: 0.5f, loss: float.Epsilon, slope: 0));
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(over, negative: 0.5f, loss: 0, slope: 1));
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(over, negative: 1.5f, loss: 0.5f, slope: 0));
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(over, negative: 1.5f, loss: 0.5001f, slope: 1));
    }

    private static WorstMultiples JudgeHinge(Over over, float negative, float loss, float slope) =>
        Accuracy.AssertWithinBound<float>([1.25f], [negative], new(over, Gamma: 1, Margin: 0.25f), loss, [-slope], [slope], "hinge");

    private static (float Loss, float[] Gradient) Rounded()
    {
        var reference = new SoftmaxCrossEntropyReference(Accuracy.Widen<float>(Row), Label, Gamma, Margin);
        return ((float)(double)reference.Loss, [.. reference.Gradient.Select(component => (float)(double)component)]);
    }

    private static string Failure(float loss, float[] gradient) => Assert.ThrowsAny<XunitException>(() =>
        Accuracy.AssertWithinBound<float>(Row, Label, Gamma, Margin, loss, gradient, "the row's name")).Message;
}
