namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// Circle loss against answers that mpmath gave with 100 digits: the loss as the paper writes it, the gradient as its numerical derivative, with the
/// weights held or not.
/// </summary>
public class CircleLossReferenceTests
{
    private const int Digits = 38;

    private static readonly double[] Negatives = [0.25, 0.5, -0.125];
    private static readonly double[] Positives = [0.75, 0.625];

    /// <summary>Far from their optimum, near to it, and beyond it, where the weights are 0.</summary>
    private static readonly double[] WideNegatives = [-0.75, 0.0625, -0.125];
    private static readonly double[] WidePositives = [0.875, 1.5];

    [Fact]
    public void Weights_as_constants()
    {
        var reference = new CircleLossReference(Negatives, Positives, gamma: 80, margin: 0.25, detachesWeights: true);

        DecimalText.AssertEqual("21.2519289068900163180379363362512472864761", reference.Loss, Digits);
        AssertGradients(
            [
                "0.000012236088981785105880204857162052804296768",
                "59.9999811788551357274909698243418332031551",
                "0.0000000719413077362838456211805061852996793903393",
            ],
            ["-0.077069386487674904372177404128596211242476", "-49.9036632374207853885788314604314325644133"],
            reference);
    }

    [Fact]
    public void The_derivative_through_the_weights()
    {
        var reference = new CircleLossReference(Negatives, Positives, gamma: 80, margin: 0.25, detachesWeights: false);

        DecimalText.AssertEqual("21.2519289068900163180379363362512472864761", reference.Loss, Digits);
        AssertGradients(
            [
                "0.000012236088981785105880204857162052804296768",
                "79.9999749051401809699879597657891109375401",
                "-0.000000143882615472567691242361012370599358780679",
            ],
            ["-0.077069386487674904372177404128596211242476", "-59.8843958849049424662945977525177190772959"],
            reference);
    }

    [Fact]
    public void A_weight_of_0_leaves_a_term_without_derivative()
    {
        var detached = new CircleLossReference(WideNegatives, WidePositives, gamma: 8, margin: 0.25, detachesWeights: true);
        var full = new CircleLossReference(WideNegatives, WidePositives, gamma: 8, margin: 0.25, detachesWeights: false);

        DecimalText.AssertEqual("1.58981131679923155520640710920100194065292", detached.Loss, Digits);
        AssertGradients(
            ["0", "0.538403327250341339277535732580284349600891", "0.236528149524536565593259541591833187945231"],
            ["-0.972756038035517517088062184438300425285", "0"],
            detached);
        AssertGradients(
            ["0", "0.215361330900136535711014293032113739840357", "-0.473056299049073131186519083183666375890462"],
            ["-0.64850402535701167805870812295886695019", "0"],
            full);
    }

    [Fact]
    public void The_mean_over_all_pairs_takes_off_the_logarithm_of_their_number()
    {
        var sum = new CircleLossReference(Negatives, Positives, gamma: 1, margin: 0.25, detachesWeights: true);
        var mean = new CircleLossReference(Negatives, Positives, gamma: 1, margin: 0.25, detachesWeights: true, isBalanced: true);

        Assert.Equal(Math.Exp((double)sum.Loss) - 1, 6 * (Math.Exp((double)mean.Loss) - 1), 1e-14);
    }

    [Fact]
    public void The_bound_grows_with_what_weights_and_brackets_are_made_of()
    {
        const double Gamma = 2;
        const double Margin = 0.25;
        var reference = new CircleLossReference([0.5], [0.75], Gamma, Margin, detachesWeights: false);
        var bound = new CircleLossBound(reference, NumberFormat.Double);

        // The negative: α = 0.75, b = 0.25, E = 0.75. The positive: α = 0.5, b = 0, E = 2. No logarithm of a count.
        var ofNegative = (Gamma * ((0.75 * 0.25) + (0.75 * 0.75))) + (Gamma * 0.75 * 0.25);
        var ofPositive = Gamma * 0.5 * 2;
        var scale = ofNegative + ofPositive + (Gamma * 0.75 * 0.25) + 2;
        var (slope, change) = ((double)reference.Slope, (double)reference.RelativeSlopeChange);
        var fourEpsilon = 4 * NumberFormat.Double.Epsilon;

        AssertClose(fourEpsilon * ((double)reference.Loss + (slope * scale)), bound.Loss);
        AssertClose(
            fourEpsilon * (((double)reference.NegativeGradient[0] * ((2 * ofNegative) + (change * scale) + 4)) + (2 * slope * Gamma * 0.75)),
            bound.OfNegatives[0]);
        AssertClose(
            fourEpsilon * ((-(double)reference.PositiveGradient[0] * ((2 * ofPositive) + (change * scale) + 4)) + (2 * slope * Gamma * 2)),
            bound.OfPositives[0]);
    }

    [Fact]
    public void Constant_weights_are_rounded_once()
    {
        var detached = new CircleLossReference([0.5], [0.75], gamma: 2, margin: 0.25, detachesWeights: true);
        var full = new CircleLossReference([0.5], [0.75], gamma: 2, margin: 0.25, detachesWeights: false);

        Assert.True(new CircleLossBound(detached, NumberFormat.Single).OfPositives[0] < new CircleLossBound(full, NumberFormat.Single).OfPositives[0]);
    }

    private static void AssertGradients(string[] negatives, string[] positives, CircleLossReference reference)
    {
        Assert.All(negatives.Zip(reference.NegativeGradient), pair => DecimalText.AssertEqual(pair.First, pair.Second, Digits));
        Assert.All(positives.Zip(reference.PositiveGradient), pair => DecimalText.AssertEqual(pair.First, pair.Second, Digits));
    }

    private static void AssertClose(double expected, BigReal actual) => Assert.Equal(1, (double)actual / expected, 1e-12);
}
