// Stands in for the generator until it exists; delete this file then. Nothing else depends on it.

namespace LossGen
{
    [AttributeUsage(AttributeTargets.Method)]
    sealed class SoftmaxCrossEntropyAttribute : Attribute
    {
        public int Classes { get; set; }
    }
}

namespace Digits
{
    static partial class Losses
    {
        public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
        {
            double sum = 0;
            for (int row = 0; row < labels.Length; row++)
                sum += Row(logits.Slice(10 * row, 10), labels[row], gradient.Slice(10 * row, 10), 1f / labels.Length);
            return (float)(sum / Math.Max(labels.Length, 1));
        }

        public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels)
        {
            Span<float> gradient = stackalloc float[10];
            double sum = 0;
            for (int row = 0; row < labels.Length; row++)
                sum += Row(logits.Slice(10 * row, 10), labels[row], gradient, 1f / labels.Length);
            return (float)(sum / Math.Max(labels.Length, 1));
        }

        // Steps 1 to 6 of the numerics reference, in single precision as the generated kernel is.
        static float Row(ReadOnlySpan<float> logits, int label, Span<float> gradient, float factor)
        {
            float target = logits[label], max = float.NegativeInfinity, sum = 0;
            for (int i = 0; i < 10; i++)
                if (i != label)
                    max = MathF.Max(max, logits[i]);
            for (int i = 0; i < 10; i++)
            {
                gradient[i] = i == label ? 0 : MathF.Exp(logits[i] - max);
                sum += gradient[i];
            }

            float violation = max - target, half = MathF.Exp(-MathF.Abs(violation) / 2);
            bool small = violation <= 0;
            float one = small ? 1 : half * half, others = small ? half * sum * half : sum, scale = small ? half : 1, total = one + others;
            factor = factor / total * scale * scale;
            for (int i = 0; i < 10; i++)
                gradient[i] *= factor;
            gradient[label] = -sum * factor;
            return MathF.Max(violation, 0) + MathF.Log(total) + (small ? (others - (total - 1)) / total : 0);
        }
    }
}
