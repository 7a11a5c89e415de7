using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using Outputs = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>Kernels in float for every shape of a batch, split and, by the same name, whole.</summary>
internal static partial class FloatBatches
{
    public static partial class Split
    {
        [SoftmaxCrossEntropy(Classes = 10, Parallel = true)]
        public static partial float C10(Scores logits, Labels labels, Gradient gradient);

        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.1, IgnoreLabel = -1, Parallel = true)]
        public static partial float C100Weighted(Scores logits, LongLabels labels, Scores classWeights, Gradient gradient, Outputs losses, float upstream);

        [SoftmaxCrossEntropy(Reduction = Reduction.Sum, Parallel = true)]
        public static partial float AnyC(Scores logits, Labels labels);

        [SoftmaxCrossEntropy(Classes = 10, Parallel = true)]
        public static partial float Probabilities(Scores logits, Scores targets, Gradient gradient);

        [MulticlassHinge(Over = Over.Max, Parallel = true)]
        public static partial void HingeOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [MulticlassHinge(Parallel = true)]
        public static partial float UpstreamOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [PairHinge(Positives = 3, Negatives = 5, Parallel = true)]
        public static partial float Pairs(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 3, Negatives = 5, Parallel = true)]
        public static partial float Unified(Scores positives, Scores negatives, Scores upstream, Outputs losses, Gradient negativeGradient);

        [CircleLoss(Parallel = true)]
        public static partial float Matrix(Scores similarities, Labels labels, Gradient gradient);

        [PairHinge(Parallel = true)]
        public static partial float MatrixOfPairs(Scores similarities, LongLabels labels, Gradient gradient, Outputs losses);

        [PairHinge(Over = Over.Max, Parallel = true)]
        public static partial float HardestOfMatrix(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss(Parallel = true)]
        public static partial void Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, Outputs losses);
    }

    public static partial class Whole
    {
        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial float C10(Scores logits, Labels labels, Gradient gradient);

        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.1, IgnoreLabel = -1)]
        public static partial float C100Weighted(Scores logits, LongLabels labels, Scores classWeights, Gradient gradient, Outputs losses, float upstream);

        [SoftmaxCrossEntropy(Reduction = Reduction.Sum)]
        public static partial float AnyC(Scores logits, Labels labels);

        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial float Probabilities(Scores logits, Scores targets, Gradient gradient);

        [MulticlassHinge(Over = Over.Max)]
        public static partial void HingeOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [MulticlassHinge]
        public static partial float UpstreamOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [PairHinge(Positives = 3, Negatives = 5)]
        public static partial float Pairs(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 3, Negatives = 5)]
        public static partial float Unified(Scores positives, Scores negatives, Scores upstream, Outputs losses, Gradient negativeGradient);

        [CircleLoss]
        public static partial float Matrix(Scores similarities, Labels labels, Gradient gradient);

        [PairHinge]
        public static partial float MatrixOfPairs(Scores similarities, LongLabels labels, Gradient gradient, Outputs losses);

        [PairHinge(Over = Over.Max)]
        public static partial float HardestOfMatrix(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss]
        public static partial void Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, Outputs losses);
    }
}
