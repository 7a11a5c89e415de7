using System.Numerics.Tensors;

namespace LossGen.Benchmarks.Peers;

/// <summary>Circle loss as a careful user composes it from System.Numerics.Tensors: a row at a time, without allocation.</summary>
internal sealed class ComposedTensorsCircle
{
    private readonly float[] positiveWeights = new float[Losses.Positives];
    private readonly float[] negativeWeights = new float[Losses.Negatives];

    public float Circle(ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient)
    {
        int rows = positives.Length / Losses.Positives;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> positiveScores = positives.Slice(row * Losses.Positives, Losses.Positives);
            Span<float> positiveDerivatives = positiveGradient.Slice(row * Losses.Positives, Losses.Positives);
            TensorPrimitives.Subtract(1 + Losses.CircleMargin, positiveScores, positiveWeights);
            TensorPrimitives.Max(positiveWeights, 0, positiveWeights);
            TensorPrimitives.Multiply(positiveWeights, -Losses.CircleGamma, positiveWeights);
            float violation = LogSumExp(positiveScores, 1 - Losses.CircleMargin, positiveWeights, positiveDerivatives);

            ReadOnlySpan<float> negativeScores = negatives.Slice(row * Losses.Negatives, Losses.Negatives);
            Span<float> negativeDerivatives = negativeGradient.Slice(row * Losses.Negatives, Losses.Negatives);
            TensorPrimitives.Add(negativeScores, Losses.CircleMargin, negativeWeights);
            TensorPrimitives.Max(negativeWeights, 0, negativeWeights);
            TensorPrimitives.Multiply(negativeWeights, Losses.CircleGamma, negativeWeights);
            violation += LogSumExp(negativeScores, Losses.CircleMargin, negativeWeights, negativeDerivatives);

            // softplus and its derivative, of an argument that may be large.
            total += MathF.Max(violation, 0) + MathF.Log(1 + MathF.Exp(-MathF.Abs(violation)));
            float slope = 1 / (1 + MathF.Exp(-violation)) / rows;
            TensorPrimitives.Multiply(positiveDerivatives, slope, positiveDerivatives);
            TensorPrimitives.Multiply(negativeDerivatives, slope, negativeDerivatives);
        }

        return (float)(total / rows);
    }

    /// <summary>The logarithm of the sum of exps of weight × (score − margin), and its derivatives.</summary>
    private static float LogSumExp(ReadOnlySpan<float> scores, float margin, ReadOnlySpan<float> weights, Span<float> derivatives)
    {
        TensorPrimitives.Subtract(scores, margin, derivatives);
        TensorPrimitives.Multiply(derivatives, weights, derivatives);
        float max = TensorPrimitives.Max<float>(derivatives);
        TensorPrimitives.Subtract(derivatives, max, derivatives);
        TensorPrimitives.Exp(derivatives, derivatives);
        float sum = TensorPrimitives.Sum<float>(derivatives);
        TensorPrimitives.Multiply(derivatives, weights, derivatives);
        TensorPrimitives.Multiply(derivatives, 1 / sum, derivatives);
        return max + MathF.Log(sum);
    }
}
