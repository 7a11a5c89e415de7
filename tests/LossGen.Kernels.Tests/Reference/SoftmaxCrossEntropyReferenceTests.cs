namespace LossGen.Kernels.Tests.Reference;

/// <summary>The reference against answers that mpmath gave with 1,000 digits.</summary>
public class SoftmaxCrossEntropyReferenceTests
{
    private const int Digits = 40;

    [Fact]
    public void A_label_that_leads_two_classes_by_twenty()
    {
        var reference = new SoftmaxCrossEntropyReference([0, 20, 0], 1, gamma: 1, margin: 0);

        DecimalText.AssertEqual("0.00000000412230723638040716869939806464983801393917", reference.Loss, Digits);
        AssertGradient(
            reference,
            "0.00000000206115361394184935240880529589532233219236",
            "-0.00000000412230722788369870481761059179064466438472",
            "0.00000000206115361394184935240880529589532233219236");
    }

    [Fact]
    public void Scores_far_from_zero_with_a_margin()
    {
        var reference = new SoftmaxCrossEntropyReference([1e6 + 2, 1e6 + 0.25, 1e6 - 1.5], 0, gamma: 1, margin: 0.5);

        DecimalText.AssertEqual("0.289898513252153190139746366538369341615656", reference.Loss, Digits);
        AssertGradient(
            reference,
            "-0.251660489731905874530594851546878278617782",
            "0.214402859371814451140997839966735124504894",
            "0.0372576303600914233895970115801431541128876");
    }

    [Fact]
    public void Cosines_with_the_usual_scale_and_margin()
    {
        var reference = new SoftmaxCrossEntropyReference([0.3f, 0.31f, -0.8f, 0.9f], 3, gamma: 64, margin: 0.35f);

        DecimalText.AssertEqual("0.000000325956420150133692516426800303078436370141", reference.Loss, Digits);
        AssertGradient(
            reference,
            "0.00000720226257162552193794740190206377574385692",
            "0.000013658944918060593005067786978889210530801",
            "1.91927303484766546800035755662195653696893e-36",
            "-0.0000208612074896861149430151888809549055476928");
    }

    [Fact]
    public void A_label_far_behind()
    {
        var reference = new SoftmaxCrossEntropyReference([100, 99.5, -50], 2, gamma: 1, margin: 0);

        DecimalText.AssertEqual("150.474076984180106680872997355081170749756", reference.Loss, Digits);
        AssertGradient(reference, "0.622459331201854564638900565745508478753279", "0.377540668798145435361099434254491521246721", "-1");
    }

    [Fact]
    public void A_loss_far_below_the_smallest_double()
    {
        var reference = new SoftmaxCrossEntropyReference([1000, 0, -1], 0, gamma: 1, margin: 0);

        DecimalText.AssertEqual("6.94329982018916136768036281278268994362963e-435", reference.Loss, Digits);
        AssertGradient(
            reference,
            "-6.94329982018916136768036281278268994362963e-435",
            "5.0759588975494567652918094795743369193056e-435",
            "1.86734092263970460238855333320835302432403e-435");
    }

    [Fact]
    public void Scores_as_large_as_doubles_get()
    {
        var reference = new SoftmaxCrossEntropyReference([1e308, -1e308, 0.25, double.Epsilon], 1, gamma: 1, margin: 0);

        Assert.Equal(0, reference.Loss.CompareTo((BigReal)1e308 * 2.0));
        Assert.Equal([1.0, -1.0, 0.0, 0.0], reference.Gradient.Select(component => (double)component));
    }

    [Fact]
    public void Ordinary_negatives_keep_their_weights_beside_a_huge_label()
    {
        var reference = new SoftmaxCrossEntropyReference([1, -1e308, 1], 1, gamma: 1, margin: 0);

        Assert.Equal([0.5, -1.0, 0.5], reference.Gradient.Select(component => (double)component));
    }

    [Fact]
    public void Masked_negatives_are_no_terms()
    {
        var masked = new SoftmaxCrossEntropyReference([0.5, double.NegativeInfinity, 2, double.NegativeInfinity], 2, gamma: 3, margin: 0.25);
        var shorter = new SoftmaxCrossEntropyReference([0.5, 2], 1, gamma: 3, margin: 0.25);

        Assert.Equal(0, masked.Loss.CompareTo(shorter.Loss));
        Assert.Equal(0, masked.Gradient[0].CompareTo(shorter.Gradient[0]));
        Assert.Equal(0, masked.Gradient[2].CompareTo(shorter.Gradient[1]));
        Assert.True(masked.Gradient[1].IsZero && masked.Gradient[3].IsZero);
    }

    [Fact]
    public void Without_negatives_loss_and_gradient_are_zero()
    {
        var lone = new SoftmaxCrossEntropyReference([3], 0, gamma: 1, margin: 0);
        var allMasked = new SoftmaxCrossEntropyReference([double.NegativeInfinity, 3], 1, gamma: 1, margin: 5);

        Assert.True(lone.Loss.IsZero && lone.Gradient[0].IsZero);
        Assert.True(allMasked.Loss.IsZero && allMasked.Gradient.All(component => component.IsZero));
    }

    [Fact]
    public void Scores_without_a_defined_loss_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropyReference([0, double.NaN], 0, gamma: 1, margin: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropyReference([0, double.PositiveInfinity], 0, gamma: 1, margin: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropyReference([0, double.NegativeInfinity], 1, gamma: 1, margin: 0));
    }

    private static void AssertGradient(SoftmaxCrossEntropyReference reference, params ReadOnlySpan<string> expected)
    {
        Assert.Equal(expected.Length, reference.Gradient.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            DecimalText.AssertEqual(expected[i], reference.Gradient[i], Digits);
        }
    }
}
