namespace LossGen.Kernels.Tests.Reference;

public class AccuracyBoundTests
{
    private const double FourEpsilon = 4.0 / (1 << 24);
    private const double Tiny = 1.1754943508222875e-38;

    [Fact]
    public void A_confident_row_has_a_bound_as_small_as_its_loss()
    {
        // Two equal negatives 20 below the label: no distances, |δ| = 20, n = log₂ 2 = 1, Δ = 20 + 1 + 2.
        var reference = new SoftmaxCrossEntropyReference([20, 0, 0], 0, gamma: 1, margin: 0);
        var bound = new AccuracyBound(reference.TwoSided, NumberFormat.Single);
        const double Loss = 4.1223072363804072e-9;

        AssertClose(FourEpsilon * Loss * (1 + 23), bound.Loss);
        AssertClose(FourEpsilon * (Loss / 2) * (23 + 1 + 4), bound.OfNegatives[0]);
        AssertClose(FourEpsilon * Loss * (23 + 1 + 4), bound.OfPositives[0]);
    }

    [Fact]
    public void Distances_margin_and_scale_widen_the_bound()
    {
        double[] negatives = [1, 0.5];
        double[] positives = [0.25, 0.5, 0.75];
        const double Gamma = 2;
        const double Margin = -0.125;
        var reference = new SoftplusReference(negatives, positives, Gamma, Margin);
        var bound = new AccuracyBound(reference, NumberFormat.Single);

        double[] farNegatives = [0, 1];
        double[] farPositives = [0, 0.5, 1];
        var meanNegatives = Mean(farNegatives);
        var meanPositives = Mean(farPositives);
        var logCounts = Math.Log2(2) + Math.Log2(3);
        var scale = meanNegatives + meanPositives + (Gamma * (0.75 + 0.125)) + logCounts + 2;
        var slope = (double)reference.Slope;

        AssertClose(FourEpsilon * ((double)reference.Loss + (slope * scale)), bound.Loss);
        for (var j = 0; j < negatives.Length; j++)
        {
            AssertClose(Component((double)reference.NegativeGradient[j], farNegatives[j], meanNegatives), bound.OfNegatives[j]);
        }

        for (var i = 0; i < positives.Length; i++)
        {
            AssertClose(Component((double)reference.PositiveGradient[i], farPositives[i], meanPositives), bound.OfPositives[i]);
        }

        double Mean(double[] distances) =>
            distances.Sum(distance => distance * Math.Exp(-distance)) / distances.Sum(distance => Math.Exp(-distance));

        double Component(double gradient, double distance, double mean) =>
            FourEpsilon * Math.Abs(gradient) * (distance + mean + ((1 - slope) * scale) + logCounts + 4);
    }

    [Fact]
    public void Results_below_the_normal_numbers_may_be_flushed()
    {
        var reference = new SoftmaxCrossEntropyReference([1000, 0, 0], 0, gamma: 0.5, margin: 0);
        var bound = new AccuracyBound(reference.TwoSided, NumberFormat.Single);

        AssertClose(4 * Tiny, bound.Loss);
        AssertClose(2 * 0.5 * Tiny, bound.OfNegatives[1]);
        AssertClose(2 * 0.5 * Tiny, bound.OfPositives[0]);
    }

    [Fact]
    public void The_bound_of_double_is_that_of_float_times_the_ratio_of_their_epsilons()
    {
        var reference = new SoftmaxCrossEntropyReference([0.5, 0, 2], 0, gamma: 1, margin: 0.25);
        var single = new AccuracyBound(reference.TwoSided, NumberFormat.Single);
        var both = new AccuracyBound(reference.TwoSided, NumberFormat.Double);

        Assert.Equal(Math.ScaleB(1, -29), (double)(both.Loss / single.Loss), 1e-15);
        Assert.Equal(Math.ScaleB(1, -29), (double)(both.OfPositives[0] / single.OfPositives[0]), 1e-15);
    }

    [Fact]
    public void Masked_scores_leave_no_room()
    {
        var reference = new SoftmaxCrossEntropyReference([0, double.NegativeInfinity, 1], 0, gamma: 1, margin: 0);
        var bound = new AccuracyBound(reference.TwoSided, NumberFormat.Single);

        Assert.True(bound.OfNegatives[0].IsZero);
        Assert.True(bound.OfNegatives[1].Sign > 0);
    }

    [Fact]
    public void Huge_scores_have_a_finite_bound()
    {
        var reference = new SoftmaxCrossEntropyReference([1e308, -1e308, 0], 0, gamma: 1, margin: 0);
        var bound = new AccuracyBound(reference.TwoSided, NumberFormat.Double);

        Assert.Equal(4 * NumberFormat.Double.SmallestNormal, (double)bound.Loss);
    }

    private static void AssertClose(double expected, BigReal actual) => Assert.Equal(1.0, (double)(actual / expected), 1e-8);
}
