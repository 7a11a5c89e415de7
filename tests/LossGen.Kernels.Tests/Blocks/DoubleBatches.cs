using Gradient = System.Span<double>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using Outputs = System.Span<double>;
using Scores = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>Kernels in double for every shape of a batch, split and, by the same name, whole.</summary>
internal static partial class DoubleBatches
{
    public static partial class Split
    {
        [SoftmaxCrossEntropy(Classes = 10, Parallel = true)]
        public static partial double C10(Scores logits, Labels labels, Gradient gradient);

        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.1, IgnoreLabel = -1, Parallel = true)]
        public static partial double C100Weighted(Scores logits, LongLabels labels, Scores classWeights, Gradient gradient, Outputs losses, double upstream);

        [SoftmaxCrossEntropy(Reduction = Reduction.Sum, Parallel = true)]
        public static partial double AnyC(Scores logits, Labels labels);

        [SoftmaxCrossEntropy(Classes = 10, Parallel = true)]
        public static partial double Probabilities(Scores logits, Scores targets, Gradient gradient);

        [MulticlassHinge(Over = Over.Max, Parallel = true)]
        public static partial void HingeOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [MulticlassHinge(Parallel = true)]
        public static partial double UpstreamOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [PairHinge(Positives = 3, Negatives = 5, Parallel = true)]
        public static partial double Pairs(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 3, Negatives = 5, Parallel = true)]
        public static partial double Unified(Scores positives, Scores negatives, Scores upstream, Outputs losses, Gradient negativeGradient);

        [CircleLoss(Parallel = true)]
        public static partial double Matrix(Scores similarities, Labels labels, Gradient gradient);

        [PairHinge(Parallel = true)]
        public static partial double MatrixOfPairs(Scores similarities, LongLabels labels, Gradient gradient, Outputs losses);

        [PairHinge(Over = Over.Max, Parallel = true)]
        public static partial double HardestOfMatrix(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss(Parallel = true)]
        public static partial void Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, Outputs losses);
    }

    public static partial class Whole
    {
        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial double C10(Scores logits, Labels labels, Gradient gradient);

        [SoftmaxCrossEntropy(Classes = 100, LabelSmoothing = 0.1, IgnoreLabel = -1)]
        public static partial double C100Weighted(Scores logits, LongLabels labels, Scores classWeights, Gradient gradient, Outputs losses, double upstream);

        [SoftmaxCrossEntropy(Reduction = Reduction.Sum)]
        public static partial double AnyC(Scores logits, Labels labels);

        [SoftmaxCrossEntropy(Classes = 10)]
        public static partial double Probabilities(Scores logits, Scores targets, Gradient gradient);

        [MulticlassHinge(Over = Over.Max)]
        public static partial void HingeOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [MulticlassHinge]
        public static partial double UpstreamOfRows(Scores logits, Labels labels, Scores upstream, Gradient gradient);

        [PairHinge(Positives = 3, Negatives = 5)]
        public static partial double Pairs(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 3, Negatives = 5)]
        public static partial double Unified(Scores positives, Scores negatives, Scores upstream, Outputs losses, Gradient negativeGradient);

        [CircleLoss]
        public static partial double Matrix(Scores similarities, Labels labels, Gradient gradient);

        [PairHinge]
        public static partial double MatrixOfPairs(Scores similarities, LongLabels labels, Gradient gradient, Outputs losses);

        [PairHinge(Over = Over.Max)]
        public static partial double HardestOfMatrix(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss]
        public static partial void Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, Outputs losses);
    }
}
