using Gradient = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Hinges.</content>
internal static partial class FloatPairKernels
{
    private static partial class HingeOverSum
    {
        [PairHinge(Positives = 1, Negatives = 1)]
        public static partial float K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 1, Negatives = 63)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 4, Negatives = 64)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 7, Negatives = 13)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 33, Negatives = 5)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 128, Negatives = 1024)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverSumGamma30Margin025
    {
        [PairHinge(Positives = 4, Negatives = 64, Gamma = 30, Margin = 0.25)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Gamma = 30, Margin = 0.25)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverSumGamma2MarginMinus01
    {
        [PairHinge(Positives = 7, Negatives = 13, Gamma = 2, Margin = -0.1)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Gamma = 2, Margin = -0.1)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverMax
    {
        [PairHinge(Positives = 1, Negatives = 1, Over = Over.Max)]
        public static partial float K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 4, Negatives = 64, Over = Over.Max)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 33, Negatives = 5, Over = Over.Max)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 128, Negatives = 1024, Over = Over.Max)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.Max)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverMaxGamma64Margin035
    {
        [PairHinge(Positives = 4, Negatives = 64, Over = Over.Max, Gamma = 64, Margin = 0.35)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.Max, Gamma = 64, Margin = 0.35)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverMaxGamma1Margin0
    {
        [PairHinge(Over = Over.Max, Margin = 0)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExp
    {
        [PairHinge(Positives = 1, Negatives = 63, Over = Over.LogSumExp)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 7, Negatives = 13, Over = Over.LogSumExp)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 33, Negatives = 5, Over = Over.LogSumExp)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 128, Negatives = 1024, Over = Over.LogSumExp)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.LogSumExp)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpGamma1Margin0
    {
        [PairHinge(Over = Over.LogSumExp, Margin = 0)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpGamma64Margin035
    {
        [PairHinge(Positives = 4, Negatives = 64, Over = Over.LogSumExp, Gamma = 64, Margin = 0.35)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 1, Negatives = 63, Over = Over.LogSumExp, Gamma = 64, Margin = 0.35)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.LogSumExp, Gamma = 64, Margin = 0.35)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpGamma256Margin05
    {
        [PairHinge(Positives = 7, Negatives = 13, Over = Over.LogSumExp, Gamma = 256, Margin = 0.5)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.LogSumExp, Gamma = 256, Margin = 0.5)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpBalanced
    {
        [PairHinge(Positives = 4, Negatives = 64, Over = Over.LogSumExp, Balanced = true)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 128, Negatives = 1024, Over = Over.LogSumExp, Balanced = true)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.LogSumExp, Balanced = true)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }
}
