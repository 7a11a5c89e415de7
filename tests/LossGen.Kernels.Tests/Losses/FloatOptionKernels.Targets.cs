using Gradient = System.Span<float>;
using RowLosses = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;
using Targets = System.ReadOnlySpan<float>;
using Weights = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Losses;

/// <content>Kernels with probabilities in place of labels.</content>
internal static partial class FloatOptionKernels
{
    private static partial class OfTargets
    {
        [SoftmaxCrossEntropy(Classes = 2)] public static partial float C2(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7)] public static partial float C7(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8)] public static partial float C8(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 16)] public static partial float C16(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 17)] public static partial float C17(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 128)] public static partial float C128(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 1000)] public static partial float C1000(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 4099)] public static partial float C4099(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float LossOfC10(Scores logits, Targets targets);
        [SoftmaxCrossEntropy] public static partial float LossOfAnyC(Scores logits, Targets targets);
        [SoftmaxCrossEntropy(Classes = 10, Reduction = Reduction.Sum)] public static partial float SumOfC10(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 33, Gamma = 30)] public static partial float ScaledC33(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 0.25)] public static partial float FlatAnyC(Scores logits, Targets targets, Gradient gradient);
    }

    private static partial class OfSmoothedTargets
    {
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1)] public static partial float C10(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.5)] public static partial float C100(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7, LabelSmoothing = 1)] public static partial float UniformC7(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 17, LabelSmoothing = 1)] public static partial float UniformC17(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 1)] public static partial float UniformC100(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 1)] public static partial float AnyC(Scores logits, Targets targets, Gradient gradient);
    }

    private static partial class OfWeightedTargets
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Targets targets, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Targets targets, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Targets targets, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
        public static partial float SmoothedAnyC(Scores logits, Targets targets, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial void RowsOfC10(Scores logits, Targets targets, Weights classWeights, RowLosses losses, Gradient gradient);
    }
}
