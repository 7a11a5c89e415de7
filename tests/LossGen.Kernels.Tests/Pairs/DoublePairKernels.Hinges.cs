using Gradient = System.Span<double>;
using Scores = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Hinges.</content>
internal static partial class DoublePairKernels
{
    private static partial class HingeOverSum
    {
        [PairHinge(Positives = 1, Negatives = 1)]
        public static partial double K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 4, Negatives = 64)]
        public static partial double K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 33, Negatives = 5)]
        public static partial double K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverMax
    {
        [PairHinge(Positives = 1, Negatives = 63, Over = Over.Max)]
        public static partial double K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 7, Negatives = 13, Over = Over.Max)]
        public static partial double K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.Max)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverMaxGamma1Margin0
    {
        [PairHinge(Over = Over.Max, Margin = 0)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExp
    {
        [PairHinge(Positives = 4, Negatives = 64, Over = Over.LogSumExp)]
        public static partial double K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Positives = 33, Negatives = 5, Over = Over.LogSumExp)]
        public static partial double K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [PairHinge(Over = Over.LogSumExp)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpGamma1Margin0
    {
        [PairHinge(Over = Over.LogSumExp, Margin = 0)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpGamma64Margin035
    {
        [PairHinge(Positives = 7, Negatives = 13, Over = Over.LogSumExp, Gamma = 64, Margin = 0.35)]
        public static partial double K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class HingeOverLogSumExpBalanced
    {
        [PairHinge(Over = Over.LogSumExp, Balanced = true)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }
}
