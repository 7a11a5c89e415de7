using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using Scores = System.ReadOnlySpan<float>;
using Weights = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Losses;

/// <content>Kernels with a weight for each class.</content>
internal static partial class FloatOptionKernels
{
    private static partial class Weighted
    {
        [SoftmaxCrossEntropy(Classes = 2)] public static partial float C2(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8)] public static partial float C8(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 16)] public static partial float C16(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 4099)] public static partial float C4099(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, LongLabels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float LossOfC10(Scores logits, Labels labels, Weights classWeights);
        [SoftmaxCrossEntropy] public static partial float LossOfAnyC(Scores logits, Labels labels, Weights classWeights);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float Row(Scores logits, int label, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Reduction = Reduction.Sum)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 30, Margin = 0.35)]
        public static partial float ScaledC10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
    }

    private static partial class WeightedIgnoring
    {
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100)]
        public static partial float C10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100)]
        public static partial float AnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial float SmoothedAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(IgnoreLabel = -100)]
        public static partial float HingeOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
    }

    private static partial class WeightedSmoothed
    {
        [SoftmaxCrossEntropy(Classes = 3, LabelSmoothing = 0.5)]
        public static partial float C3(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1)]
        public static partial float C10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 64, LabelSmoothing = 1)]
        public static partial float C64(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
        public static partial float AnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1, Gamma = 30, Margin = 0.35, Reduction = Reduction.Sum)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
    }

    private static partial class WeightedHinge
    {
        [MulticlassHinge(Classes = 10)] public static partial float SumOfC10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge] public static partial float SumOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(Classes = 3, Over = Over.Max)]
        public static partial float MaxOfC3(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(Over = Over.Max, Gamma = 30, Margin = 0.35)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, LongLabels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
    }
}
