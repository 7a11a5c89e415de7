using Gradient = System.Span<double>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using RowLosses = System.Span<double>;
using Scores = System.ReadOnlySpan<double>;
using Targets = System.ReadOnlySpan<double>;
using Upstreams = System.ReadOnlySpan<double>;
using Weights = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Kernels in double with options of classification: of each kind of <see cref="FloatOptionKernels"/> some.</summary>
internal static partial class DoubleOptionKernels
{
    private static partial class Smoothed
    {
        [SoftmaxCrossEntropy(Classes = 3, LabelSmoothing = 0.1)] public static partial double C3(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1)] public static partial double C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.5)] public static partial double C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] public static partial double AnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)] public static partial double LossOfAnyC(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 17, LabelSmoothing = 1, Gamma = 64, Margin = 0.35)]
        public static partial double ScaledC17(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Ignoring
    {
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100)] public static partial double C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial double SmoothedAnyC(Scores logits, LongLabels labels, Gradient gradient);
        [MulticlassHinge(IgnoreLabel = -100)] public static partial double HingeOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Weighted
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial double C3(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -100)]
        public static partial double C10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
        public static partial double SmoothedAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial double AnyC(Scores logits, LongLabels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
    }

    private static partial class OfTargets
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial double C3(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial double C10(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 30)] public static partial double ScaledC100(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial double AnyC(Scores logits, Targets targets, Gradient gradient);
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1)]
        public static partial double SmoothedAnyC(Scores logits, Targets targets, Weights classWeights, RowLosses losses, Gradient gradient);
    }

    private static partial class WithRoles
    {
        [SoftmaxCrossEntropy(Classes = 10)] public static partial double LossesOfC10(Scores logits, Labels labels, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial double UpstreamOfAnyC(Scores logits, Labels labels, double upstream, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial double UpstreamOfC10(Scores logits, Labels labels, Upstreams upstream, Gradient gradient);
        [MulticlassHinge(Classes = 10)]
        public static partial double HingeOfC10(Scores logits, Labels labels, Upstreams upstream, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial double Row(Scores logits, long label, double upstream, Gradient gradient);
    }

    private static partial class WithoutReturn
    {
        [SoftmaxCrossEntropy(Classes = 10)] public static partial void C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(IgnoreLabel = -100, LabelSmoothing = 0.1)]
        public static partial void SmoothedAnyC(Scores logits, Labels labels, Weights classWeights, Upstreams upstream, RowLosses losses, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial void RowOfTargets(Scores logits, Targets targets, Gradient gradient);
        [MulticlassHinge(Over = Over.Max, IgnoreLabel = -100)]
        public static partial void MaxOfAnyC(Scores logits, Labels labels, Weights classWeights, RowLosses losses, Gradient gradient);
    }
}
