namespace LossGen.Kernels.Tests.Reference;

/// <summary>The bound against its formula, evaluated by hand.</summary>
public class CrossEntropyMixtureBoundTests
{
    private const double FourEpsilon = 4.0 / (1 << 24);

    [Fact]
    public void Equal_scores_leave_the_constants()
    {
        var bound = BoundOf([2, 2, 2, 2], ClassShares.OfLabel(4, 1, 0.5, []), gamma: 3);

        // log₂ 4 + 2 beside the loss; (log₂ 4 + 4) / 4 + 2 times γ.
        AssertClose(FourEpsilon * (Math.Log(4) + 4), bound.Loss);
        Assert.All(bound.OfGradient, component => AssertClose(FourEpsilon * 3 * 3.5, component));
    }

    [Fact]
    public void Distances_count_by_the_softmax_and_by_the_shares()
    {
        // p = 1 / (1 + e^-1) and its complement, X = 0 and 1, shares 3/4 and 1/4.
        var bound = BoundOf([0.5, 0], ClassShares.OfLabel(2, 0, 0.5, []), gamma: 2);

        var p = 1 / (1 + Math.Exp(-1));
        var loss = Math.Log(1 + Math.Exp(-1)) + 0.25;
        var mean = 1 - p;
        AssertClose(FourEpsilon * (loss + mean + 0.25 + 3), bound.Loss);
        AssertClose(FourEpsilon * 2 * (Math.Max(p * (mean + 5), (1 - p) * (mean + 6)) + 2), bound.OfGradient[0]);
    }

    [Fact]
    public void Larger_shares_have_a_larger_bound()
    {
        double[] row = [1, -0.5, 0.25];
        var once = BoundOf(row, ClassShares.OfTargets([0.25, 0.5, 0.25], 0, []), gamma: 1);
        var thrice = BoundOf(row, ClassShares.OfTargets([0.75, 1.5, 0.75], 0, []), gamma: 1);

        Assert.Equal(3, (double)(thrice.Loss / once.Loss), 1e-12);
        Assert.Equal(3, (double)(thrice.OfGradient[1] / once.OfGradient[1]), 1e-12);
    }

    [Fact]
    public void A_masked_class_without_a_share_leaves_no_room()
    {
        var bound = BoundOf([1, double.NegativeInfinity, 2], ClassShares.OfTargets([0.5, 0, 0.5], 0, []), gamma: 1);

        Assert.True(bound.OfGradient[1].IsZero);
        Assert.True(bound.OfGradient[0].Sign > 0);
    }

    [Fact]
    public void Without_any_share_nothing_but_zero_is_right()
    {
        var bound = BoundOf([1, 2], ClassShares.OfTargets([0, 0], 0, []), gamma: 1);

        Assert.True(bound.Loss.IsZero);
        Assert.All(bound.OfGradient, component => Assert.True(component.IsZero));
    }

    private static CrossEntropyMixtureBound BoundOf(double[] row, BigReal[] shares, double gamma) =>
        new(new CrossEntropyMixtureReference(row, shares, gamma), NumberFormat.Single);

    private static void AssertClose(double expected, BigReal actual) => Assert.Equal(1.0, (double)(actual / expected), 1e-8);
}
