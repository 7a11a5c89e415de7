using LossGen.Kernels.Tests.Pairs;
using Xunit.Sdk;

namespace LossGen.Kernels.Tests.Reference;

public class ExpectedPairRowTests
{
    private static readonly PairRow<double> Row = new("the row's name", [0.75, 0.5], [0.25, 0.625, -1]);

    private static readonly PairFormula<double> Formula = new(PairLoss.Unified, Gamma: 8, Margin: 0.25);

    [Fact]
    public void Everything_that_is_told_is_judged()
    {
        var rounded = Rounded();
        PairResult<double>[] wrong =
        [
            rounded with { Loss = rounded.Loss * 1.001 },
            rounded with { Losses = [double.NaN] },
            rounded with { PositiveGradient = [0, 0] },
            rounded with { NegativeGradient = [0, 0, 0] },
        ];

        var multiples = Judge(rounded);

        Assert.InRange(multiples.Loss, 0, 0.25);
        Assert.InRange(multiples.Gradient, 0, 0.25);
        Assert.All(wrong, result => Assert.ThrowsAny<XunitException>(() => Judge(result)));
    }

    [Fact]
    public void What_is_not_told_is_not_judged()
    {
        Assert.Equal(default, Judge(new PairResult<double>(null, null, null, null)));
    }

    [Fact]
    public void A_wrong_gradient_names_row_component_and_numbers()
    {
        var rounded = Rounded();
        rounded.PositiveGradient![1] *= -1;

        var message = Assert.ThrowsAny<XunitException>(() => Judge(rounded)).Message;

        Assert.Contains("pairs (the row's name, K = 2, L = 3, Unified, γ 8, m 0.25, double)", message, StringComparison.Ordinal);
        Assert.Contains("positiveGradient[1]: expected -", message, StringComparison.Ordinal);
        Assert.DoesNotContain("positiveGradient[0]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_kink_of_a_smoothed_hinge_either_side_is_right_but_not_half_of_each()
    {
        // s = 1 - 1.25 + 0.25 = 0.
        Assert.InRange(JudgeKink(0, 0).Gradient, 0, 0);
        Assert.InRange(JudgeKink(1e-8f, 1).Gradient, 0, 0);
        Assert.InRange(JudgeKink(null, 0).Gradient, 0, 0);
        Assert.InRange(JudgeKink(null, 1).Gradient, 0, 0);
        Assert.ThrowsAny<XunitException>(() => JudgeKink(0, 1));
        Assert.ThrowsAny<XunitException>(() => JudgeKink(1e-8f, 0));
        Assert.ThrowsAny<XunitException>(() => JudgeKink(null, 0.5f));

        static WorstMultiples JudgeKink(float? loss, float slope) => JudgeHinge(PairLoss.HingeOverLogSumExp, negative: 1, loss, slope);
    }

    [Theory]
    [InlineData(PairLoss.HingeOverSum)]
    [InlineData(PairLoss.HingeOverMax)]
    [InlineData(PairLoss.HingeOverLogSumExp)]
    public void Away_from_the_kink_of_a_hinge_one_side_is_right(PairLoss hinge)
    {
        Assert.InRange(JudgeHinge(hinge, negative: 0.5f, loss: 0, slope: 0).Loss, 0, 0);
        Assert.InRange(JudgeHinge(hinge, negative: 1.5f, loss: 0.5f, slope: 1).Loss, 0, 0);
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(hinge, negative: 0.5f, loss: float.Epsilon, slope: 0));
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(hinge, negative: 0.5f, loss: 0, slope: 1));
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(hinge, negative: 1.5f, loss: 0.5f, slope: 0));
        Assert.ThrowsAny<XunitException>(() => JudgeHinge(hinge, negative: 1.5f, loss: 0.5001f, slope: 1));
    }

    [Fact]
    public void Each_option_of_a_formula_has_a_reference_of_its_own()
    {
        PairFormula<double>[] formulas =
        [
            .. Enum.GetValues<PairLoss>().Select(loss => Formula with { Loss = loss }),
            Formula with { IsBalanced = true },
            Formula with { Loss = PairLoss.HingeOverLogSumExp, IsBalanced = true },
            Formula with { Loss = PairLoss.Circle, IsBalanced = true },
        ];
        PairFormula<double>[] ofWeights = [Formula with { Loss = PairLoss.Circle }, Formula with { Loss = PairLoss.Circle, DetachesWeights = false }];

        Assert.Equal(formulas.Length, formulas.Select(formula => (double)Of(formula).Loss).Distinct().Count());
        Assert.Single(ofWeights.Select(formula => (double)Of(formula).Loss).Distinct());
        Assert.Equal(2, ofWeights.Select(formula => (double)Of(formula).Negatives.Gradient[1]).Distinct().Count());

        static ExpectedLoss Of(PairFormula<double> formula) => ExpectedLoss.Of(formula, Row.Negatives, Row.Positives);
    }

    private static WorstMultiples Judge(PairResult<double> result) => new ExpectedPairRow<double>(Row, Formula).AssertWithinBound(result, "pairs");

    private static WorstMultiples JudgeHinge(PairLoss hinge, float negative, float? loss, float slope) =>
        new ExpectedPairRow<float>(new("hinge", [1.25f], [negative]), new(hinge, Gamma: 1, Margin: 0.25f))
            .AssertWithinBound(new(loss, null, [-slope], [slope]), "hinge");

    private static PairResult<double> Rounded()
    {
        var reference = new SoftplusReference(Row.Negatives, Row.Positives, gamma: 8, margin: 0.25);
        return new(
            (double)reference.Loss,
            [(double)reference.Loss],
            [.. reference.PositiveGradient.Select(component => (double)component)],
            [.. reference.NegativeGradient.Select(component => (double)component)]);
    }
}
