using Labels = System.ReadOnlySpan<int>;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Kernels that are promised cosines, with scales and margins for which a maximum can be dropped and for which it cannot.</summary>
internal static partial class CosineKernels
{
    internal static partial class OfFloat
    {
        [SoftmaxCrossEntropy(Scores = ScoreRange.Cosine)]
        public static partial float AnyC(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 2, Margin = -0.1, Scores = ScoreRange.Cosine)]
        public static partial float Gamma2(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Gamma = 1.5, Scores = ScoreRange.Cosine)]
        public static partial float Gamma1OfAnyC(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 4, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma4(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 1000, Gamma = 7, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma7(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 4, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma4LossAlone(ReadOnlySpan<float> logits, Labels labels);

        [MulticlassHinge(Classes = 33, Over = Over.LogSumExp, Gamma = 4, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma4HingeOverLogSumExp(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 33, Gamma = 16, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma16(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 1000, Gamma = 30, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma30(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Gamma = 29, Margin = 0.2, Scores = ScoreRange.Cosine)]
        public static partial float Gamma29OfAnyC(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 2, Gamma = 34.5, Margin = 0.5, Scores = ScoreRange.Cosine)]
        public static partial float Gamma34(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 100, Gamma = 41, Scores = ScoreRange.Cosine)]
        public static partial float Gamma41(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 100, Gamma = 64, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float Gamma64(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Gamma = 64, Margin = 0.5, Scores = ScoreRange.Cosine)]
        public static partial float Gamma64OfAnyC(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 16, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float LossAlone(ReadOnlySpan<float> logits, Labels labels);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 16, LabelSmoothing = 0.1, Scores = ScoreRange.Cosine)]
        public static partial float Smoothed(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [SoftmaxCrossEntropy(Gamma = 16, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial void RowsOfAnyC(
            ReadOnlySpan<float> logits, Labels labels, ReadOnlySpan<float> classWeights, Span<float> losses, Span<float> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 16, Scores = ScoreRange.Cosine)]
        public static partial float OfTargets(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp, Gamma = 16, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float HingeOverLogSumExp(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);

        [MulticlassHinge(Over = Over.Sum, Gamma = 30, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial float HingeOverSum(ReadOnlySpan<float> logits, Labels labels, Span<float> gradient);
    }

    internal static partial class OfDouble
    {
        [SoftmaxCrossEntropy(Gamma = 64, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial double Gamma64(ReadOnlySpan<double> logits, Labels labels, Span<double> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 4, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial double Gamma4(ReadOnlySpan<double> logits, Labels labels, Span<double> gradient);

        [SoftmaxCrossEntropy(Classes = 10, Gamma = 256, Margin = 0.25, Scores = ScoreRange.Cosine)]
        public static partial double Gamma256(ReadOnlySpan<double> logits, Labels labels, Span<double> gradient);

        [SoftmaxCrossEntropy(Classes = 100, Gamma = 400, Scores = ScoreRange.Cosine)]
        public static partial double Gamma400(ReadOnlySpan<double> logits, Labels labels, Span<double> gradient);

        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp, Gamma = 30, Margin = 0.35, Scores = ScoreRange.Cosine)]
        public static partial double HingeOverLogSumExp(ReadOnlySpan<double> logits, Labels labels, Span<double> gradient);
    }
}
