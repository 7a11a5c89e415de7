namespace LossGen.Kernels.Tests.Reference;

/// <summary>The reference against answers that mpmath gave with 80 digits, against numbers computed by hand and against its own secants.</summary>
public class CrossEntropyMixtureReferenceTests
{
    private const int Digits = 40;

    private static readonly double[] Row = [1, -0.5, 0.25, 2];

    private static readonly double[] Targets = [0.5, 0.125, 0, 0.25];

    [Fact]
    public void A_smoothed_label()
    {
        var reference = new CrossEntropyMixtureReference(Row, ClassShares.OfLabel(4, 1, 0.125, []), gamma: 1);

        DecimalText.AssertEqual("2.83629363470196789538878896064272088071614088", reference.Loss, Digits);
        AssertGradient(
            reference,
            "0.195313247483296200490033104168272994204419274",
            "-0.855696906305303777390752692880813297417750134",
            "0.075770900191494002302257144067734143887688722",
            "0.584612758630513574598462444644806159325642138");
    }

    [Fact]
    public void A_smoothed_label_with_weights_a_scale_and_a_margin()
    {
        var reference = new CrossEntropyMixtureReference([0.5, 0.75, -1], ClassShares.OfLabel(3, 0, 0.5, [2, 0.25, 3]), gamma: 30, label: 0, margin: 0.25);

        DecimalText.AssertEqual("46.2500005735667632132259407421697421041718942", reference.Loss, Digits);
        AssertGradient(
            reference,
            "-39.9999827929997354336092104937604888082883796",
            "54.9999827929997354336083199359969477016874121",
            "-14.9999999999999999999991094422364588933990325");
    }

    [Fact]
    public void Targets_that_do_not_sum_to_one()
    {
        var reference = new CrossEntropyMixtureReference(Row, ClassShares.OfTargets(Targets, 0, []), gamma: 2);

        DecimalText.AssertEqual("1.76407474308643566328302094598262227887588767", reference.Loss, Digits);
        AssertGradient(
            reference,
            "-0.797967514578366838578831696674794064690744448",
            "-0.239941394835783674424150827891981941717295931",
            "0.0450795408273143220193096016406472728388572923",
            "0.992829368586836190983672922926128733569183086");
    }

    [Fact]
    public void Targets_that_are_smoothed_before_they_are_weighted()
    {
        var reference = new CrossEntropyMixtureReference(Row, ClassShares.OfTargets(Targets, 0.25, [1, 2, 4, 0.5]), gamma: 1);

        DecimalText.AssertEqual("2.20157252653971388231238758072306099080565849", reference.Loss, Digits);
        AssertGradient(
            reference,
            "-0.182616346581291774448712757810692881520028317",
            "-0.255627769593466749564596779490914959594968901",
            "-0.129601487284569247409960712923799088126350188",
            "0.567845603459327771423270250225406929241347406");
    }

    [Fact]
    public void The_shares_of_a_smoothed_label_by_hand()
    {
        // (1 - 1/2) · 3 + 1/8 · 3, and 1/8 of the weights of the others.
        Assert.Equal([0.125, 1.875, 0.25, 0.0], ClassShares.OfLabel(4, 1, 0.5, [1, 3, 2, 0]).Select(share => (double)share));

        // Half of the targets and 1/8 everywhere.
        Assert.Equal([0.375, 0.1875, 0.125, 0.25], ClassShares.OfTargets(Targets, 0.5, []).Select(share => (double)share));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1)]
    public void Equal_scores_have_the_logarithm_of_their_number_however_smoothed(double smoothing)
    {
        var reference = new CrossEntropyMixtureReference([0.5, 0.5, 0.5, 0.5], ClassShares.OfLabel(4, 2, smoothing, []), gamma: 3);

        Assert.Equal(Math.Log(4), (double)reference.Loss, 1e-15);
        Assert.Equal(3 * smoothing / 4 * -1 + 3.0 / 4, (double)reference.Gradient[0], 1e-15);
    }

    [Fact]
    public void Without_smoothing_and_weights_it_is_softmax_cross_entropy()
    {
        var mixture = new CrossEntropyMixtureReference(Row, ClassShares.OfLabel(4, 1, 0, []), gamma: 8, label: 1, margin: 0.25);
        var plain = new SoftmaxCrossEntropyReference(Row, 1, gamma: 8, margin: 0.25);

        AssertSame(plain.Loss, mixture.Loss);
        for (var c = 0; c < Row.Length; c++)
        {
            AssertSame(plain.Gradient[c], mixture.Gradient[c]);
        }
    }

    [Fact]
    public void Masked_classes_without_a_share_are_no_terms()
    {
        var masked = new CrossEntropyMixtureReference(
            [1, double.NegativeInfinity, 2], ClassShares.OfTargets([0.25, 0, 0.75], 0, []), gamma: 1);
        var shorter = new CrossEntropyMixtureReference([1, 2], ClassShares.OfTargets([0.25, 0.75], 0, []), gamma: 1);

        Assert.False(masked.IsLossInfinite);
        AssertSame(shorter.Loss, masked.Loss);
        AssertSame(shorter.Gradient[1], masked.Gradient[2]);
        Assert.True(masked.Gradient[1].IsZero);
    }

    [Fact]
    public void A_masked_class_with_a_share_has_an_infinite_loss_and_minus_its_share_as_gradient()
    {
        var reference = new CrossEntropyMixtureReference([1, double.NegativeInfinity, 1], ClassShares.OfLabel(3, 0, 0.75, []), gamma: 2);

        Assert.True(reference.IsLossInfinite);
        Assert.Equal([0.0, -0.5, 0.5], reference.Gradient.Select(component => (double)component));
    }

    [Fact]
    public void The_gradient_is_the_slope_between_two_losses_nearby()
    {
        const int Step = 34;
        var shares = ClassShares.OfTargets(Targets, 0.25, [1, 2, 4, 0.5]);
        var gradient = ReferenceAt(0, 0).Gradient;
        for (var c = 0; c < Row.Length; c++)
        {
            var step = Math.ScaleB(1, -Step);
            var secant = (ReferenceAt(c, step).Loss - ReferenceAt(c, -step).Loss) / (2 * step);
            Assert.Equal((double)gradient[c], (double)secant, 1e-15);
        }

        CrossEntropyMixtureReference ReferenceAt(int moved, double distance) => new(
            [.. Row.Select((score, c) => c == moved ? score + distance : score)], shares, gamma: 4, label: 3, margin: 0.5);
    }

    private static void AssertSame(BigReal expected, BigReal actual) =>
        Assert.True(BigReal.Abs(expected - actual) <= BigReal.Abs(expected) * BigReal.PowerOfTwo(-140), $"expected {expected}, actual {actual}");

    private static void AssertGradient(CrossEntropyMixtureReference reference, params ReadOnlySpan<string> expected)
    {
        Assert.Equal(expected.Length, reference.Gradient.Length);
        for (var c = 0; c < expected.Length; c++)
        {
            DecimalText.AssertEqual(expected[c], reference.Gradient[c], Digits);
        }
    }
}
