using System.Numerics.Tensors;

namespace LossGen.Benchmarks.Peers;

/// <summary>
/// The losses of classifiers as a careful user composes them from System.Numerics.Tensors: a row at a time, in the gradient's memory, without allocation.
/// <see cref="TensorPrimitives.SoftMax(ReadOnlySpan{float}, Span{float})"/> does not subtract the maximum and overflows, so that it is of no use here.
/// </summary>
internal static class ComposedTensors
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
            int label = labels[row];

            float max = TensorPrimitives.Max(scores);
            TensorPrimitives.Subtract(scores, max, derivatives);
            TensorPrimitives.Exp(derivatives, derivatives);
            float sum = TensorPrimitives.Sum<float>(derivatives);
            TensorPrimitives.Multiply(derivatives, 1 / (sum * rows), derivatives);
            derivatives[label] -= 1f / rows;
            total += MathF.Log(sum) + max - scores[label];
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

            TensorPrimitives.Subtract(scores, scores[label] - 1, derivatives);
            derivatives[label] = 0;
            TensorPrimitives.Max(derivatives, 0, derivatives);
            total += TensorPrimitives.Sum<float>(derivatives);

            // 1 where there is a violation: there is no step function, but a positive number's ceiling is at least 1.
            TensorPrimitives.Ceiling(derivatives, derivatives);
            TensorPrimitives.Min(derivatives, 1, derivatives);
            TensorPrimitives.Multiply(derivatives, 1f / rows, derivatives);
            derivatives[label] = -TensorPrimitives.Sum<float>(derivatives);
        }

        return (float)(total / rows);
    }

    public static float HingeMax(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        int rows = labels.Length;
        int classes = logits.Length / rows;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> scores = logits.Slice(row * classes, classes);
            Span<float> derivatives = gradient.Slice(row * classes, classes);
            int label = labels[row];

            scores.CopyTo(derivatives);
            derivatives[label] = float.NegativeInfinity;
            int best = TensorPrimitives.IndexOfMax<float>(derivatives);
            float violation = scores[best] - scores[label] + 1;
            derivatives.Clear();
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
