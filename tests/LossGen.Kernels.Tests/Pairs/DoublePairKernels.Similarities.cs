using Gradient = System.Span<double>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using RowLosses = System.Span<double>;
using Scores = System.ReadOnlySpan<double>;
using Upstreams = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Similarities with labels.</content>
internal static partial class DoublePairKernels
{
    private static partial class SimilaritiesUnified
    {
        [UnifiedLoss]
        public static partial double Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [UnifiedLoss(Reduction = Reduction.Sum)]
        public static partial double Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [UnifiedLoss]
        public static partial double Mean(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss(Reduction = Reduction.Sum)]
        public static partial double SumOfColumns(Scores similarities, LongLabels labels, LongLabels columnLabels, Gradient gradient);

        [UnifiedLoss]
        public static partial double ColumnsLossOnly(Scores similarities, Labels labels, Labels columnLabels);

        [UnifiedLoss]
        public static partial double ColumnsWithLosses(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, RowLosses losses);

        [UnifiedLoss]
        public static partial void ColumnsWithUpstreamOfRows(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient, Upstreams upstream);

        [UnifiedLoss]
        public static partial double LossOnly(Scores similarities, Labels labels);

        [UnifiedLoss]
        public static partial double WithLosses(Scores similarities, LongLabels labels, Gradient gradient, RowLosses losses);

        [UnifiedLoss]
        public static partial void LossesAlone(Scores similarities, Labels labels, RowLosses losses);

        [UnifiedLoss]
        public static partial void GradientOfRows(Scores similarities, Labels labels, Gradient gradient);

        [UnifiedLoss]
        public static partial double WithUpstream(Scores similarities, Labels labels, Gradient gradient, double upstream);

        [UnifiedLoss]
        public static partial void WithUpstreamOfRows(Scores similarities, Labels labels, Gradient gradient, Upstreams upstream);
    }

    private static partial class SimilaritiesCircle
    {
        [CircleLoss]
        public static partial double Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [CircleLoss(Reduction = Reduction.Sum)]
        public static partial double Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [CircleLoss]
        public static partial double Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class SimilaritiesHingeOverSum
    {
        [PairHinge]
        public static partial double Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [PairHinge(Reduction = Reduction.Sum)]
        public static partial double Sum(Scores similarities, LongLabels labels, Gradient gradient);

        [PairHinge]
        public static partial double Mean(Scores similarities, Labels labels, Gradient gradient);
    }

    private static partial class OnAllProcessors
    {
        [UnifiedLoss(Parallel = true)]
        public static partial double Columns(Scores similarities, Labels labels, Labels columnLabels, Gradient gradient);

        [UnifiedLoss(Parallel = true)]
        public static partial double Square(Scores similarities, Labels labels, Gradient gradient);
    }
}
