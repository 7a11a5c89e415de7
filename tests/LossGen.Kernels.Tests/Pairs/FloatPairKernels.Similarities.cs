using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using RowLosses = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;
using Upstreams = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Similarities with labels, and scores that are promised to be cosines.</content>
internal static partial class FloatPairKernels
{
    private static partial class SimilaritiesUnified
    {
        [UnifiedLoss]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [UnifiedLoss(Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [UnifiedLoss]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss(Reduction = Reduction.Sum)]
        public static partial float SumOfColumns(Scores similarities, LongLabels labels, LongLabels columnLabels, Gradient gradient);

        [UnifiedLoss]
        public static partial float ColumnsLossOnly(Scores similarities, Labels labels, Labels columnLabels);

        [UnifiedLoss]
        public static partial float ColumnsWithLosses(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, RowLosses losses);

        [UnifiedLoss]
        public static partial void ColumnsWithUpstreamOfRows(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, Upstreams upstream);

        [UnifiedLoss]
        public static partial float LossOnly(Scores similarities, Labels labels);

        [UnifiedLoss]
        public static partial float WithLosses(Scores similarities, LongLabels labels, Gradient gradient, RowLosses losses);

        [UnifiedLoss]
        public static partial void LossesAlone(Scores similarities, Labels labels, RowLosses losses);

        [UnifiedLoss]
        public static partial void GradientOfRows(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss]
        public static partial float WithUpstream(Scores similarities, Labels labels, Gradient gradient, float upstream);

        [UnifiedLoss]
        public static partial void WithUpstreamOfRows(Scores similarities, Labels labels, Gradient gradient, Upstreams upstream);
    }

    private static partial class SimilaritiesCircle
    {
        [CircleLoss]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [CircleLoss(Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [CircleLoss]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class SimilaritiesCircleFull
    {
        [CircleLoss(DetachWeights = false, Gamma = 256, Margin = 0.25)]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [CircleLoss(DetachWeights = false, Gamma = 256, Margin = 0.25, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [CircleLoss(DetachWeights = false, Gamma = 256, Margin = 0.25)]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class SimilaritiesUnifiedBalanced
    {
        [UnifiedLoss(Gamma = 30, Balanced = true)]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [UnifiedLoss(Gamma = 30, Balanced = true, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [UnifiedLoss(Gamma = 30, Balanced = true)]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class SimilaritiesHingeOverMax
    {
        [PairHinge(Over = Over.Max)]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [PairHinge(Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [PairHinge(Over = Over.Max)]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class SimilaritiesHingeOverLogSumExp
    {
        [PairHinge(Over = Over.LogSumExp, Gamma = 30, Margin = 0.25)]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [PairHinge(Over = Over.LogSumExp, Gamma = 30, Margin = 0.25, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [PairHinge(Over = Over.LogSumExp, Gamma = 30, Margin = 0.25)]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class SimilaritiesHingeOverSum
    {
        [PairHinge]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [PairHinge(Reduction = Reduction.Sum)]
        public static partial float Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [PairHinge]
        public static partial float Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class OnAllProcessors
    {
        [UnifiedLoss(Parallel = true)]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [UnifiedLoss(Parallel = true)]
        public static partial float Square(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class Cosines
    {
        [UnifiedLoss(Gamma = 30, Margin = 0.25, Positives = 4, Negatives = 64, Scores = ScoreRange.Cosine)]
        public static partial float Unified(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 1, Positives = 128, Negatives = 1024, Scores = ScoreRange.Cosine)]
        public static partial float UnifiedOfManyPairs(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 2, Margin = -0.1, Scores = ScoreRange.Cosine)]
        public static partial float UnifiedOfAny(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 64, Margin = 0.35, Positives = 4, Negatives = 64, Scores = ScoreRange.Cosine)]
        public static partial float UnifiedAtLargeScale(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.LogSumExp, Gamma = 30, Margin = 0.35, Positives = 7, Negatives = 13, Scores = ScoreRange.Cosine)]
        public static partial float Hinge(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 4, Negatives = 64, Scores = ScoreRange.Cosine)]
        public static partial float Circle(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 1, Margin = 0.25, Positives = 7, Negatives = 13, Scores = ScoreRange.Cosine)]
        public static partial float CircleAtSmallScale(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 2, Scores = ScoreRange.Cosine)]
        public static partial float Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [UnifiedLoss(Gamma = 2, Scores = ScoreRange.Cosine)]
        public static partial float Similarities(Scores similarities, Labels labels, Gradient gradient);
    }
}
