using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Kernels in float with options of classification. <see cref="OptionKernels{T}"/> finds them, and every test takes them in.</summary>
internal static partial class FloatOptionKernels
{
    private static partial class Smoothed
    {
        [SoftmaxCrossEntropy(Classes = 2, LabelSmoothing = 0.1)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 3, LabelSmoothing = 0.1)] public static partial float C3(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 5, LabelSmoothing = 0.5)] public static partial float C5(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8, LabelSmoothing = 0.1)] public static partial float C8(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 9, LabelSmoothing = 1)] public static partial float C9(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 17, LabelSmoothing = 0.5)] public static partial float C17(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 33, LabelSmoothing = 0.1)] public static partial float C33(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 37, LabelSmoothing = 0.1)] public static partial float C37(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.1)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 257, LabelSmoothing = 0.5)] public static partial float C257(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 4099, LabelSmoothing = 0.1)] public static partial float C4099(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 1)] public static partial float AnyCCompletely(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class SmoothedLossOnly
    {
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1)] public static partial float C10(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.1)] public static partial float C100(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] public static partial float AnyC(Scores logits, Labels labels);
    }

    private static partial class SmoothedSum
    {
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1, Reduction = Reduction.Sum)]
        public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1, Reduction = Reduction.Sum)]
        public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.5, Reduction = Reduction.Sum)]
        public static partial float Row(Scores logits, int label, Gradient gradient);
    }

    private static partial class SmoothedWithScaleAndMargin
    {
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1, Gamma = 30, Margin = 0.35)]
        public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 31, LabelSmoothing = 0.5, Gamma = 0.25, Margin = 0.5)]
        public static partial float C31(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7, LabelSmoothing = 1, Gamma = 2, Margin = -0.1)]
        public static partial float C7(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1, Gamma = 64, Margin = 0.35)]
        public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.5, Gamma = 256, Margin = 0.25)]
        public static partial float C100(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class NotSmoothed
    {
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Ignoring
    {
        [SoftmaxCrossEntropy(Classes = 3, IgnoreLabel = -100)] public static partial float C3(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8, IgnoreLabel = -1)] public static partial float C8(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, IgnoreLabel = 255)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 1000, IgnoreLabel = -100)] public static partial float C1000(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = 0)] public static partial float AnyCButTheFirst(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100)] public static partial float LossOfC10(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = long.MinValue)] public static partial float Far(Scores logits, LongLabels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100)] public static partial float Row(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, Reduction = Reduction.Sum)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial float SmoothedC10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.5)]
        public static partial float SmoothedAnyC(Scores logits, LongLabels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, IgnoreLabel = -100)] public static partial float HingeOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(IgnoreLabel = -100, Over = Over.Max)] public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, IgnoreLabel = -100, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC100(Scores logits, LongLabels labels, Gradient gradient);

#pragma warning disable LOSSGEN027 // A class whose rows do not count.
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = 3)] public static partial float C10ButOne(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, IgnoreLabel = 0)] public static partial float HingeOfC10ButOne(Scores logits, Labels labels, Gradient gradient);
#pragma warning restore LOSSGEN027
    }
}
