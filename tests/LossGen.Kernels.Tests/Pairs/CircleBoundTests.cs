namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Where circle loss measures its exps from a bound that is above all terms of a side, what it divides by is small.</summary>
public partial class CircleBoundTests
{
    [Fact]
    public void A_factor_from_upstream_may_be_large()
    {
        float[] positives = [1, 1, 1, 1];
        float[] negatives = new float[64];
        negatives[3] = 0.9f;
        negatives[5] = -0.9f;
        var (ofPositives, ofNegatives) = Gradient(upstream: 1);

        var (largeOfPositives, largeOfNegatives) = Gradient(MathF.ScaleB(1, 89));

        Assert.Equal(ofPositives.Concat(ofNegatives).Select(derivative => MathF.ScaleB(derivative, 89)), largeOfPositives.Concat(largeOfNegatives));
        Assert.All(largeOfPositives.Append(largeOfNegatives[3]), derivative => Assert.True(float.IsFinite(derivative) && derivative != 0));
        Assert.Equal(0, largeOfNegatives[5]);

        (float[] OfPositives, float[] OfNegatives) Gradient(float upstream)
        {
            var (positiveGradient, negativeGradient) = (new float[positives.Length], new float[negatives.Length]);
            Circle(positives, negatives, positiveGradient, negativeGradient, upstream);
            return (positiveGradient, negativeGradient);
        }
    }

    [CircleLoss(Positives = 4, Negatives = 64, Gamma = 256, Margin = 0.25)]
    private static partial float Circle(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient, float upstream);
}
