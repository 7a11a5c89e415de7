using Gradient = System.Span<float>;
using RowLosses = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;
using Upstreams = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Every combination of roles, with positives and negatives.</content>
internal static partial class FloatPairKernels
{
    private static partial class UnifiedRoles
    {
        [UnifiedLoss(Positives = 4, Negatives = 64, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 7, Negatives = 13, Reduction = Reduction.Sum)]
        public static partial float SumOfK7L13(Gradient negativeGradient, Scores negatives, Gradient positiveGradient, Scores positives);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial float LossOnly(Scores positives, Scores negatives);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial float OnlyPositiveGradient(Scores positives, Scores negatives, Gradient positiveGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial float OnlyNegativeGradient(Scores positives, Scores negatives, Gradient negativeGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial float WithLosses(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial void LossesAlone(Scores positives, Scores negatives, RowLosses losses);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial void GradientsOfRows(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 1, Negatives = 1)]
        public static partial void RowsOfK1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 1, Negatives = 12, Gamma = 20, Balanced = true)]
        public static partial void BalancedRowsOfK1L12(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 6, Negatives = 10, Gamma = 1)]
        public static partial void RowsOfK6L10(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 1, Negatives = 16, Gamma = 1)]
        public static partial void RowsOfK1L16(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 5, Negatives = 3)]
        public static partial void RowsOfK5L3(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [CircleLoss(Positives = 2, Negatives = 2, Gamma = 30, DetachWeights = false)]
        public static partial void CircleRowsOfK2L2(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [CircleLoss(Positives = 1, Negatives = 5, Gamma = 30)]
        public static partial void CircleRowsOfK1L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [PairHinge(Positives = 1, Negatives = 2, Over = Over.LogSumExp)]
        public static partial void HingeRowsOfK1L2(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [PairHinge(Positives = 1, Negatives = 1, Over = Over.LogSumExp)]
        public static partial void HingeRowsOfK1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial void LossesAndGradientsOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial float WithUpstream(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, float upstream);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial float WithUpstreamOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, Upstreams upstream);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial void GradientsOfRowsWithUpstream(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, float upstream);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial void GradientsOfRowsWithUpstreamOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, Upstreams upstream);

        [UnifiedLoss]
        public static partial float LossOfAny(Scores positives, Scores negatives);

        [UnifiedLoss]
        public static partial void AnyWithLossAndUpstream(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses, float upstream);
    }

    private static partial class CircleRoles
    {
        [CircleLoss(Positives = 4, Negatives = 64, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 4, Negatives = 64)]
        public static partial float LossOnly(Scores positives, Scores negatives);

        [CircleLoss(Positives = 4, Negatives = 64)]
        public static partial float OnlyPositiveGradient(Scores positives, Scores negatives, Gradient positiveGradient);

        [CircleLoss(Positives = 4, Negatives = 64)]
        public static partial float OnlyNegativeGradient(Scores positives, Scores negatives, Gradient negativeGradient);

        [CircleLoss(Positives = 7, Negatives = 13)]
        public static partial void LossesAndGradientsOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [CircleLoss(Positives = 7, Negatives = 13)]
        public static partial float WithUpstreamOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, Upstreams upstream);
    }

    private static partial class HingeOverSumRoles
    {
        [PairHinge(Positives = 4, Negatives = 64, Reduction = Reduction.Sum)]
        public static partial float Sum(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 4, Negatives = 64)]
        public static partial float LossOnly(Scores positives, Scores negatives);

        [PairHinge(Positives = 4, Negatives = 64)]
        public static partial float OnlyPositiveGradient(Scores positives, Scores negatives, Gradient positiveGradient);

        [PairHinge(Positives = 4, Negatives = 64)]
        public static partial float OnlyNegativeGradient(Scores positives, Scores negatives, Gradient negativeGradient);

        [PairHinge(Positives = 7, Negatives = 13)]
        public static partial void LossesAndGradientsOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [PairHinge(Positives = 7, Negatives = 13)]
        public static partial float WithUpstreamOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, Upstreams upstream);
    }
}
