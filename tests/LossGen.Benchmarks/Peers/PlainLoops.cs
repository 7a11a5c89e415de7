namespace LossGen.Benchmarks.Peers;

/// <summary>The losses of classifiers as they are written without thinking of speed: simple loops, correct and stable.</summary>
internal static class PlainLoops
{
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        int rows = labels.Length;
        int classes = logits.Length / rows;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> scores = logits.Slice(row * classes, classes);
            Span<float> derivatives = gradient.Slice(row * classes, classes);

            float max = scores[0];
            for (int i = 1; i < scores.Length; i++)
            {
                max = MathF.Max(max, scores[i]);
            }

            float sum = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                derivatives[i] = MathF.Exp(scores[i] - max);
                sum += derivatives[i];
            }

            for (int i = 0; i < derivatives.Length; i++)
            {
                derivatives[i] /= sum * rows;
            }

            derivatives[labels[row]] -= 1f / rows;
            total += MathF.Log(sum) + max - scores[labels[row]];
        }

        return (float)(total / rows);
    }

    public static float HingeSum(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        int rows = labels.Length;
        int classes = logits.Length / rows;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> scores = logits.Slice(row * classes, classes);
            Span<float> derivatives = gradient.Slice(row * classes, classes);
            int label = labels[row];

            float loss = 0;
            int violations = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                float violation = scores[i] - scores[label] + 1;
                bool counts = i != label && violation > 0;
                derivatives[i] = counts ? 1f / rows : 0;
                if (counts)
                {
                    loss += violation;
                    violations++;
                }
            }

            derivatives[label] = -(float)violations / rows;
            total += loss;
        }

        return (float)(total / rows);
    }

    public static float HingeMax(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        int rows = labels.Length;
        int classes = logits.Length / rows;
        double total = 0;
        gradient.Clear();
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> scores = logits.Slice(row * classes, classes);
            Span<float> derivatives = gradient.Slice(row * classes, classes);
            int label = labels[row];

            int best = -1;
            for (int i = 0; i < scores.Length; i++)
            {
                if (i != label && (best < 0 || scores[i] > scores[best]))
                {
                    best = i;
                }
            }

            float violation = scores[best] - scores[label] + 1;
            if (violation > 0)
            {
                derivatives[best] = 1f / rows;
                derivatives[label] = -1f / rows;
                total += violation;
            }
        }

        return (float)(total / rows);
    }
}
