using Gradient = System.Span<double>;
using Scores = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Circle loss.</content>
internal static partial class DoublePairKernels
{
    private static partial class Circle
    {
        [CircleLoss(Positives = 1, Negatives = 1)]
        public static partial double K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 4, Negatives = 64)]
        public static partial double K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 7, Negatives = 13)]
        public static partial double K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 128, Negatives = 1024)]
        public static partial double K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleGamma256Margin025
    {
        [CircleLoss(Positives = 4, Negatives = 64, Gamma = 256, Margin = 0.25)]
        public static partial double K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 256, Margin = 0.25)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    // Terms below a bound could vanish at such a scale: it is the largest term that counts.
    private static partial class CircleGamma4096Margin05
    {
        [CircleLoss(Positives = 4, Negatives = 64, Gamma = 4096, Margin = 0.5)]
        public static partial double K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 4096, Margin = 0.5)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleFull
    {
        [CircleLoss(Positives = 7, Negatives = 13, DetachWeights = false)]
        public static partial double K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(DetachWeights = false)]
        public static partial double Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }
}
