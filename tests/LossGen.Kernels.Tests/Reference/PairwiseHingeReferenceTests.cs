using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The sum and the maximum of hinges against numbers computed by hand.</summary>
public class PairwiseHingeReferenceTests
{
    private const float HalfEpsilon = 1.0f / (1 << 25);

    [Fact]
    public void Positive_violations_of_all_pairs_add_up_and_one_of_0_counts_nowhere()
    {
        // s_n - s_p + m: -0.25 and -0.125 for the first negative, 0 and 0.125 for the second, 0.5 and 0.625 for the last.
        var reference = PairwiseHingeReference<float>.OverSum([0.25f, 0.5f, 1], [0.75f, 0.625f], 4, 0.25f);

        Assert.Equal(4 * 1.25, (double)reference.Loss);
        AssertGradients([0, 4, 8], [-4, -8], reference);
    }

    [Fact]
    public void The_maximum_is_of_the_first_of_equal_negatives_and_positives()
    {
        var reference = PairwiseHingeReference<double>.OverMax([0.5, 1, 1], [0.75, 0.25, 0.25], 2, 1);

        Assert.Equal(3.5, (double)reference.Loss);
        AssertGradients([0, 2, 0], [0, -2, 0], reference);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.25)]
    public void A_maximum_that_is_not_positive_has_neither_loss_nor_gradient(double positive)
    {
        var reference = PairwiseHingeReference<double>.OverMax([-1, 0.25], [positive], 2, 0.75);

        Assert.True(reference.Loss.IsZero);
        AssertGradients([0, 0], [0], reference);
    }

    [Fact]
    public void The_type_under_test_decides_which_pairs_are_active()
    {
        // In float, 2⁻²⁵ - 1 is -1, so that the margin leaves 0. In double it leaves 2⁻²⁵.
        var single = PairwiseHingeReference<float>.OverSum([HalfEpsilon], [1], 1, 1);
        var both = PairwiseHingeReference<double>.OverSum([HalfEpsilon], [1], 1, 1);

        AssertGradients([0], [0], single);
        AssertGradients([1], [-1], both);
        Assert.Equal(HalfEpsilon, (double)single.Loss);
        Assert.True(single.LossBound > single.Loss);
    }

    [Fact]
    public void The_gradient_is_rounded_once()
    {
        var reference = PairwiseHingeReference<float>.OverSum([1, 1, 1], [0], 0.1f, 0);

        AssertGradients([0.1f, 0.1f, 0.1f], [-(float)(3 * (double)0.1f)], reference);
    }

    [Fact]
    public void The_bound_grows_with_the_active_pairs_and_the_logarithm_of_all()
    {
        var reference = PairwiseHingeReference<float>.OverSum([3, 2, -5, -6], [1], 2, 0.5f);

        // |2| + 0.5 and |1| + 0.5 for the two active ones, the loss 2 · (2.5 + 1.5), and log₂ 4.
        Assert.Equal(4 * NumberFormat.Single.Epsilon * ((2 * 4) + (8 * 3)), (double)reference.LossBound, 1e-20);
    }

    [Fact]
    public void Masked_scores_are_in_no_pair()
    {
        double[] negatives = [double.NegativeInfinity, 2];
        double[] positives = [double.PositiveInfinity, 1];
        foreach (var reference in Both(negatives, positives))
        {
            Assert.Equal(1.5, (double)reference.Loss);
            AssertGradients([0, 1], [0, -1], reference);
        }

        foreach (var reference in Both([double.NegativeInfinity], positives).Concat(Both(negatives, [double.PositiveInfinity])))
        {
            Assert.True(reference.Loss.IsZero && reference.LossBound.IsZero);
            Assert.All(reference.NegativeGradient.Concat(reference.PositiveGradient), component => Assert.True(component.IsZero));
        }
    }

    private static PairwiseHingeReference<double>[] Both(double[] negatives, double[] positives) =>
        [PairwiseHingeReference<double>.OverSum(negatives, positives, 1, 0.5), PairwiseHingeReference<double>.OverMax(negatives, positives, 1, 0.5)];

    private static void AssertGradients<T>(double[] negatives, double[] positives, PairwiseHingeReference<T> reference)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Assert.Equal(negatives, reference.NegativeGradient.Select(component => (double)component));
        Assert.Equal(positives, reference.PositiveGradient.Select(component => (double)component));
    }
}
