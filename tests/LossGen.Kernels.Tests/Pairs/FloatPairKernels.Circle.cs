using Gradient = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Pairs;

/// <content>Circle loss.</content>
internal static partial class FloatPairKernels
{
    private static partial class Circle
    {
        [CircleLoss(Positives = 1, Negatives = 1)]
        public static partial float K1L1(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 1, Negatives = 63)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 4, Negatives = 64)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 7, Negatives = 13)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 33, Negatives = 5)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 128, Negatives = 1024)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleGamma256Margin025
    {
        [CircleLoss(Positives = 1, Negatives = 63, Gamma = 256, Margin = 0.25)]
        public static partial float K1L63(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 4, Negatives = 64, Gamma = 256, Margin = 0.25)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 7, Negatives = 13, Gamma = 256, Margin = 0.25)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 128, Negatives = 1024, Gamma = 256, Margin = 0.25)]
        public static partial float K128L1024(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 256, Margin = 0.25)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleGamma1Margin0
    {
        [CircleLoss(Positives = 33, Negatives = 5, Gamma = 1, Margin = 0)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 1, Margin = 0)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleGamma30MarginMinus01
    {
        [CircleLoss(Positives = 4, Negatives = 64, Gamma = 30, Margin = -0.1)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 30, Margin = -0.1)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    // Terms below a bound could vanish at such a scale: it is the largest term that counts.
    private static partial class CircleGamma512Margin05
    {
        [CircleLoss(Positives = 4, Negatives = 64, Gamma = 512, Margin = 0.5)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 512, Margin = 0.5)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleFull
    {
        [CircleLoss(Positives = 4, Negatives = 64, DetachWeights = false)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 7, Negatives = 13, DetachWeights = false)]
        public static partial float K7L13(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Positives = 33, Negatives = 5, DetachWeights = false)]
        public static partial float K33L5(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(DetachWeights = false)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleFullGamma256Margin025
    {
        [CircleLoss(Positives = 4, Negatives = 64, Gamma = 256, Margin = 0.25, DetachWeights = false)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Gamma = 256, Margin = 0.25, DetachWeights = false)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }

    private static partial class CircleBalanced
    {
        [CircleLoss(Positives = 4, Negatives = 64, Balanced = true)]
        public static partial float K4L64(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);

        [CircleLoss(Balanced = true)]
        public static partial float Any(Scores positives, Scores negatives, Gradient positiveGradient, Gradient negativeGradient);
    }
}
