using Gradient = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Kernels in float. <see cref="PairKernels{T}"/> finds them and reads from attribute and signature what each is to compute.</summary>
internal static partial class FloatPairKernels
{
    private static partial class Unified
    {
        [UnifiedLoss(Positives = 1, Negatives = 1)]
        public static partial float K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 1, Negatives = 63)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 4, Negatives = 37)]
        public static partial float K4L37(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 7, Negatives = 13)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 32, Negatives = 64)]
        public static partial float K32L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 33, Negatives = 5)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 128, Negatives = 1024)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedGamma1
    {
        [UnifiedLoss(Positives = 1, Negatives = 1, Gamma = 1)]
        public static partial float K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64, Gamma = 1)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 33, Negatives = 5, Gamma = 1)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 128, Negatives = 1024, Gamma = 1)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 1)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedGamma2MarginMinus01
    {
        [UnifiedLoss(Positives = 7, Negatives = 13, Gamma = 2, Margin = -0.1)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 2, Margin = -0.1)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedGamma30Margin035
    {
        [UnifiedLoss(Positives = 4, Negatives = 64, Gamma = 30, Margin = 0.35)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 33, Negatives = 5, Gamma = 30, Margin = 0.35)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 30, Margin = 0.35)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedGamma64Margin05
    {
        [UnifiedLoss(Positives = 1, Negatives = 63, Gamma = 64, Margin = 0.5)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 4, Negatives = 64, Gamma = 64, Margin = 0.5)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 64, Margin = 0.5)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedGamma256Margin025
    {
        [UnifiedLoss(Positives = 4, Negatives = 64, Gamma = 256, Margin = 0.25)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 128, Negatives = 1024, Gamma = 256, Margin = 0.25)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 256, Margin = 0.25)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedBalanced
    {
        [UnifiedLoss(Positives = 4, Negatives = 64, Balanced = true)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 7, Negatives = 13, Balanced = true)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Positives = 128, Negatives = 1024, Balanced = true)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Balanced = true)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedBalancedGamma1Margin025
    {
        [UnifiedLoss(Positives = 33, Negatives = 5, Gamma = 1, Margin = 0.25, Balanced = true)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Gamma = 1, Margin = 0.25, Balanced = true)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class UnifiedHalfDynamic
    {
        [UnifiedLoss(Positives = 4)]
        public static partial float AnyNegatives(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [UnifiedLoss(Negatives = 64)]
        public static partial float AnyPositives(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }
}
