using LossGen.Kernels.Tests.Pairs;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact circle loss against the numbers of Keras's tests: keras-team/keras, keras/src/losses/losses_test.py, class CircleTest.</summary>
public class KerasCircleLossReferenceTests
{
    private const double Tolerance = 5e-5;

    [Theory]
    [InlineData(80, 0.4, 188.3883)]
    [InlineData(256, 0.25, 652.7617)]
    public void The_mean_over_anchors_with_a_loss(double gamma, double margin, double expected)
    {
        Assert.Equal(expected, Losses(KerasCircleLoss.OfEmbeddings, gamma, margin).Where(loss => loss > 0).Average(), Tolerance);
    }

    [Fact]
    public void The_losses_of_anchors_with_references_of_their_own()
    {
        double[] losses = [.. Losses(KerasCircleLoss.OfEmbeddingsWithReferences, 80, 0.4)];

        Assert.All(losses.Zip((double[])[61.5844, 94.3465, 276.9344, 90.9873, 48.8963]), pair => Assert.Equal(pair.Second, pair.First, Tolerance));
    }

    [Fact]
    public void The_derivative_through_the_weights_is_the_slope_of_the_loss()
    {
        const double Step = 1.0 / (1L << 40);
        var row = KerasCircleLoss.OfEmbeddings.Row(0);
        for (var j = 0; j < row.Negatives.Length; j++)
        {
            var slope = (LossWith(j, Step) - LossWith(j, -Step)) / (2 * Step);
            Assert.Equal((double)slope, (double)Of(row.Negatives, row.Positives).NegativeGradient[j], 1e-9);
        }

        BigReal LossWith(int place, double step) => Of([.. row.Negatives.Select((score, j) => j == place ? score + step : score)], row.Positives).Loss;

        static CircleLossReference Of(double[] negatives, double[] positives) => new(negatives, positives, gamma: 80, margin: 0.4, detachesWeights: false);
    }

    private static IEnumerable<double> Losses(SimilarityMatrix<double> matrix, double gamma, double margin) => Enumerable.Range(0, matrix.Rows)
        .Where(matrix.HasBothSides)
        .Select(matrix.Row)
        .Select(row => (double)new CircleLossReference(row.Negatives, row.Positives, gamma, margin, detachesWeights: true).Loss);
}
