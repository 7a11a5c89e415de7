using Gradient = System.Span<double>;
using Labels = System.ReadOnlySpan<int>;
using Scores = System.ReadOnlySpan<double>;

namespace LossGen.Kernels.Tests.Losses;

/// <content>Hinges.</content>
internal static partial class DoubleKernels
{
    private static partial class HingeOverSum
    {
        [MulticlassHinge(Classes = 2)] public static partial double C2(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 7)] public static partial double C7(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10)] public static partial double C10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 33)] public static partial double C33(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 128)] public static partial double C128(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 4099)] public static partial double C4099(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge] public static partial double AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeOverMax
    {
        [MulticlassHinge(Classes = 3, Over = Over.Max)] public static partial double C3(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 8, Over = Over.Max)] public static partial double C8(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.Max)] public static partial double C10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 64, Over = Over.Max)] public static partial double C64(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 4099, Over = Over.Max)] public static partial double C4099(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.Max)] public static partial double AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeOverLogSumExp
    {
        [MulticlassHinge(Classes = 5, Over = Over.LogSumExp)] public static partial double C5(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 9, Over = Over.LogSumExp)] public static partial double C9(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp)] public static partial double C10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 17, Over = Over.LogSumExp)] public static partial double C17(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, Over = Over.LogSumExp)] public static partial double C100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 4099, Over = Over.LogSumExp)] public static partial double C4099(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp)] public static partial double AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeLossOnly
    {
        [MulticlassHinge(Classes = 10)] public static partial double SumOfC10(Scores logits, Labels labels);
        [MulticlassHinge] public static partial double SumOfAnyC(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 10, Over = Over.Max)] public static partial double MaxOfC10(Scores logits, Labels labels);
        [MulticlassHinge(Over = Over.Max)] public static partial double MaxOfAnyC(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp)] public static partial double LogSumExpOfC10(Scores logits, Labels labels);
        [MulticlassHinge(Over = Over.LogSumExp)] public static partial double LogSumExpOfAnyC(Scores logits, Labels labels);
    }

    private static partial class HingeSum
    {
        [MulticlassHinge(Classes = 10, Reduction = Reduction.Sum)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Reduction = Reduction.Sum)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeMargin0
    {
        [MulticlassHinge(Classes = 10, Margin = 0)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Margin = 0)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Margin = 0, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Margin = 0, Over = Over.Max)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Margin = 0, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Margin = 0, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma025Margin05
    {
        [MulticlassHinge(Classes = 10, Gamma = 0.25, Margin = 0.5)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 0.25, Margin = 0.5)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 0.25, Margin = 0.5, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 0.25, Margin = 0.5, Over = Over.Max)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 0.25, Margin = 0.5, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 0.25, Margin = 0.5, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma30Margin035
    {
        [MulticlassHinge(Classes = 10, Gamma = 30, Margin = 0.35)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 30, Margin = 0.35)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 30, Margin = 0.35, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 30, Margin = 0.35, Over = Over.Max)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 30, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 30, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma64Margin035
    {
        [MulticlassHinge(Classes = 10, Gamma = 64, Margin = 0.35)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 64, Margin = 0.35)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 64, Margin = 0.35, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 64, Margin = 0.35, Over = Over.Max)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 64, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 64, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma256Margin025
    {
        [MulticlassHinge(Classes = 10, Gamma = 256, Margin = 0.25)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 256, Margin = 0.25)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 256, Margin = 0.25, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 256, Margin = 0.25, Over = Over.Max)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 256, Margin = 0.25, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 256, Margin = 0.25, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma2MarginMinus01
    {
        [MulticlassHinge(Classes = 10, Gamma = 2, Margin = -0.1)]
        public static partial double SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 2, Margin = -0.1)]
        public static partial double SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 2, Margin = -0.1, Over = Over.Max)]
        public static partial double MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 2, Margin = -0.1, Over = Over.Max)]
        public static partial double MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 2, Margin = -0.1, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 2, Margin = -0.1, Over = Over.LogSumExp)]
        public static partial double LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }
}
