using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using RowLosses = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;
using Targets = System.ReadOnlySpan<float>;
using Upstreams = System.ReadOnlySpan<float>;
using Weights = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Losses;

/// <content>Kernels with the losses of the rows, factors from upstream, or nothing to return.</content>
internal static partial class FloatOptionKernels
{
    private static partial class WithLosses
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float LossesOfC10(Scores logits, Labels labels, RowLosses losses);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float Row(Scores logits, int label, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100, Reduction = Reduction.Sum)]
        public static partial float SumOfC10(Scores logits, LongLabels labels, Weights classWeights, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial float SmoothedAnyC(Scores logits, Labels labels, Weights classWeights, RowLosses losses, Gradient gradient);
        [MulticlassHinge(Classes = 10)] public static partial float HingeOfC10(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
    }

    private static partial class WithUpstream
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Labels labels, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Labels labels, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Labels labels, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Labels labels, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10OfTargets(Scores logits, Targets targets, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float Row(Scores logits, long label, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1, Reduction = Reduction.Sum)]
        public static partial float SmoothedAnyC(Scores logits, Labels labels, float upstream, RowLosses losses, Gradient gradient);
        [MulticlassHinge] public static partial float HingeOfAnyC(Scores logits, Labels labels, float upstream, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.Max)] public static partial float MaxOfC10(Scores logits, Labels labels, float upstream, Gradient gradient);
    }

    private static partial class WithUpstreamOfRows
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8)] public static partial float C8(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial float SmoothedAnyC(Scores logits, Labels labels, Weights classWeights, Upstreams upstream, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial float WeightedC10(Scores logits, Labels labels, Weights classWeights, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial float C10OfTargets(Scores logits, Targets targets, Upstreams upstream, Gradient gradient);
        [MulticlassHinge(Classes = 10)] public static partial float HingeOfC10(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
    }

    private static partial class WithoutReturn
    {
        [SoftmaxCrossEntropy(Classes = 2)] public static partial void C2(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 2, LabelSmoothing = 0.1)]
        public static partial void SmoothedC2(Scores logits, Labels labels, Weights classWeights, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 2, LabelSmoothing = 0.1)]
        public static partial void SmoothedC2OfTargets(Scores logits, Targets targets, Weights classWeights, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = -100)]
        public static partial void WeightedC5(Scores logits, Labels labels, Weights classWeights, Upstreams upstream, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7)] public static partial void C7OfTargets(Scores logits, Targets targets, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 3)] public static partial void C3(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial void C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial void LossesOfC10(Scores logits, Labels labels, RowLosses losses);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial void BothOfC10(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 20)] public static partial void BothOfC20(Scores logits, Labels labels, Upstreams upstream, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial void C100(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial void AnyC(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial void BackwardOfAnyC(Scores logits, Labels labels, float upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial void Row(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial void C10OfTargets(Scores logits, Targets targets, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial void RowOfTargets(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100)]
        public static partial void WeightedAnyC(Scores logits, Labels labels, Weights classWeights, Upstreams upstream, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial void SmoothedAnyC(Scores logits, LongLabels labels, Weights classWeights, RowLosses losses, Gradient gradient);
        [MulticlassHinge(Classes = 10, IgnoreLabel = -100)]
        public static partial void HingeOfC10(Scores logits, Labels labels, Weights classWeights, RowLosses losses, Gradient gradient);
        [MulticlassHinge(Over = Over.Max)] public static partial void MaxOfAnyC(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [MulticlassHinge(Classes = 100, Over = Over.LogSumExp)]
        public static partial void LogSumExpOfC100(Scores logits, Labels labels, Upstreams upstream, RowLosses losses, Gradient gradient);
    }
}
