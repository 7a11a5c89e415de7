using Gradient = System.Span<double>;
using RowLosses = System.Span<double>;
using Scores = System.ReadOnlySpan<double>;
using Upstreams = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Every combination of roles, with positives and negatives.</content>
internal static partial class DoublePairKernels
{
    private static partial class UnifiedRoles
    {
        [UnifiedLoss(Positives = 4, Negatives = 64, Reduction = Reduction.Sum)]
        public static partial double Sum(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 7, Negatives = 13, Reduction = Reduction.Sum)]
        public static partial double SumOfK7L13(Gradient negativeGradient, Scores negatives, Gradient positiveGradient, Scores positives);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial double LossOnly(Scores positives, Scores negatives);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial double OnlyPositiveGradient(Scores positives, Scores negatives, Gradient positiveGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial double OnlyNegativeGradient(Scores positives, Scores negatives, Gradient negativeGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial double WithLosses(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial void LossesAlone(Scores positives, Scores negatives, RowLosses losses);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial void GradientsOfRows(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial void LossesAndGradientsOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial double WithUpstream(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, double upstream);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial double WithUpstreamOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, Upstreams upstream);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial void GradientsOfRowsWithUpstream(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, double upstream);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial void GradientsOfRowsWithUpstreamOfRows(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, Upstreams upstream);

        [UnifiedLoss]
        public static partial double LossOfAny(Scores positives, Scores negatives);

        [UnifiedLoss]
        public static partial void AnyWithLossAndUpstream(
            Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient, RowLosses losses, double upstream);
    }
}
