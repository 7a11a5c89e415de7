using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>
/// The numbers that Keras's tests publish: keras-team/keras, keras/src/losses/losses_test.py, class CircleTest. Its mean is over the anchors with a loss
/// above 0, which <c>losses</c> tells.
/// </summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public partial class KerasCircleLossTests
{
    /// <summary>Half a unit of the last published digit, for the mean.</summary>
    private const double Tolerance = 5e-5;

    [Fact]
    public void The_mean_over_anchors_with_a_loss()
    {
        Assert.Equal(188.3883, MeanAboveZero(LossesOfDefaults), Tolerance);
        Assert.Equal(652.7617, MeanAboveZero(LossesForFaces), Tolerance);
    }

    [Fact]
    public void The_rows_that_have_a_positive_and_a_negative_are_the_anchors_with_a_loss()
    {
        var matrix = KerasCircleLoss.OfEmbeddings;

        Assert.Equal(188.3883, Mean(matrix.Similarities, matrix.Labels), Tolerance);
    }

    [Fact]
    public void The_losses_of_anchors_with_references_of_their_own()
    {
        var matrix = KerasCircleLoss.OfEmbeddingsWithReferences;
        var losses = new double[matrix.Rows];

        LossesWithReferences(matrix.Similarities, matrix.Labels, matrix.ColumnLabels, losses);

        AssertPublished([61.5844, 94.3465, 276.9344, 90.9873, 48.8963], losses);
    }

    [Fact]
    public void Anchors_that_are_alone_with_their_label_have_no_loss()
    {
        var matrix = KerasCircleLoss.OfReferences;
        var losses = new double[matrix.Rows];

        LossesOfDefaults(matrix.Similarities, matrix.Labels, losses);

        AssertPublished([82.9116, 36.7942, 92.4590, 52.6798, 0, 0], losses);
        Assert.Equal([0, 0], losses[4..]);
        Assert.Equal(264.845, losses.Sum(), 5e-4);
    }

    [Fact]
    public void The_derivative_through_the_weights_is_the_slope_of_the_exact_loss()
    {
        const double Step = 1.0 / (1L << 40);
        var matrix = KerasCircleLoss.OfEmbeddings;
        var gradient = new double[matrix.Similarities.Length];

        DerivativeThroughWeights(matrix.Similarities, matrix.Labels, gradient);

        foreach (var row in Enumerable.Range(0, matrix.Rows).Where(matrix.HasBothSides))
        {
            var (positives, negatives) = matrix.ColumnsOf(row);
            foreach (var column in positives.Concat(negatives))
            {
                var slope = (double)((LossWith(row, column, Step) - LossWith(row, column, -Step)) / (2 * Step));
                Assert.Equal(slope, gradient[(row * matrix.Columns) + column], 1e-8);
            }
        }

        BigReal LossWith(int row, int column, double step)
        {
            double[] moved = [.. matrix.Similarities];
            moved[(row * matrix.Columns) + column] += step;
            var scores = (matrix with { Similarities = moved }).Row(row);
            return new CircleLossReference(scores.Negatives, scores.Positives, gamma: 80, margin: 0.4, detachesWeights: false).Loss;
        }
    }

    private delegate void RowLosses(ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels, Span<double> losses);

    [CircleLoss(Gamma = 80, Margin = 0.4)]
    private static partial void LossesOfDefaults(ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels, Span<double> losses);

    [CircleLoss(Gamma = 256, Margin = 0.25)]
    private static partial void LossesForFaces(ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels, Span<double> losses);

    [CircleLoss]
    private static partial double Mean(ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels);

    [CircleLoss]
    private static partial void LossesWithReferences(
        ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels, ReadOnlySpan<int> columnLabels, Span<double> losses);

    [CircleLoss(DetachWeights = false)]
    private static partial void DerivativeThroughWeights(ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels, Span<double> gradient);

    private static double MeanAboveZero(RowLosses kernel)
    {
        var matrix = KerasCircleLoss.OfEmbeddings;
        var losses = new double[matrix.Rows];

        kernel(matrix.Similarities, matrix.Labels, losses);

        return losses.Where(loss => loss > 0).Average();
    }

    private static void AssertPublished(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
