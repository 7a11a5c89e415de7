namespace LossGen.Benchmarks.Peers;

/// <summary>Circle loss as it is written without thinking of speed: simple loops, correct and stable.</summary>
internal static class PlainCircleLoop
{
    public static float Circle(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient)
    {
        int rows = positives.Length / Losses.Positives;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            Span<float> positiveDerivatives = positiveGradient.Slice(row * Losses.Positives, Losses.Positives);
            Span<float> negativeDerivatives = negativeGradient.Slice(row * Losses.Negatives, Losses.Negatives);
            float violation =
                Negatives(negatives.Slice(row * Losses.Negatives, Losses.Negatives), negativeDerivatives)
                + Positives(positives.Slice(row * Losses.Positives, Losses.Positives), positiveDerivatives);

            // softplus and its derivative, of an argument that may be large.
            total += MathF.Max(violation, 0) + MathF.Log(1 + MathF.Exp(-MathF.Abs(violation)));
            float slope = 1 / (1 + MathF.Exp(-violation)) / rows;
            for (int i = 0; i < positiveDerivatives.Length; i++)
            {
                positiveDerivatives[i] *= slope;
            }

            for (int i = 0; i < negativeDerivatives.Length; i++)
            {
                negativeDerivatives[i] *= slope;
            }
        }

        return (float)(total / rows);
    }

    /// <summary>The logarithm of the sum of exps over the negatives, and its derivatives.</summary>
    private static float Negatives(ReadOnlySpan<float> scores, Span<float> derivatives)
    {
        float max = float.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            float weight = MathF.Max(scores[i] + Losses.CircleMargin, 0);
            derivatives[i] = Losses.CircleGamma * weight * (scores[i] - Losses.CircleMargin);
            max = MathF.Max(max, derivatives[i]);
        }

        float sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            derivatives[i] = MathF.Exp(derivatives[i] - max);
            sum += derivatives[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            derivatives[i] *= Losses.CircleGamma * MathF.Max(scores[i] + Losses.CircleMargin, 0) / sum;
        }

        return max + MathF.Log(sum);
    }

    /// <summary>The logarithm of the sum of exps over the positives, and its derivatives.</summary>
    private static float Positives(ReadOnlySpan<float> scores, Span<float> derivatives)
    {
        float max = float.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            float weight = MathF.Max(1 + Losses.CircleMargin - scores[i], 0);
            derivatives[i] = -Losses.CircleGamma * weight * (scores[i] - (1 - Losses.CircleMargin));
            max = MathF.Max(max, derivatives[i]);
        }

        float sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            derivatives[i] = MathF.Exp(derivatives[i] - max);
            sum += derivatives[i];
        }

        for (int i = 0; i < scores.Length; i++)
        {
            derivatives[i] *= -Losses.CircleGamma * MathF.Max(1 + Losses.CircleMargin - scores[i], 0) / sum;
        }

        return max + MathF.Log(sum);
    }
}
