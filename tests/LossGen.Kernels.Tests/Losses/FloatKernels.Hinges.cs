using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Losses;

/// <content>Hinges.</content>
internal static partial class FloatKernels
{
    private static partial class HingeOverSum
    {
        [MulticlassHinge(Classes = 2)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 3)] public static partial float C3(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 5)] public static partial float C5(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 8)] public static partial float C8(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 16)] public static partial float C16(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 33)] public static partial float C33(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 64)] public static partial float C64(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 128)] public static partial float C128(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 257)] public static partial float C257(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 4099)] public static partial float C4099(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeOverMax
    {
        [MulticlassHinge(Classes = 2, Over = Over.Max)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 3, Over = Over.Max)] public static partial float C3(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 7, Over = Over.Max)] public static partial float C7(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 8, Over = Over.Max)] public static partial float C8(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.Max)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 17, Over = Over.Max)] public static partial float C17(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 31, Over = Over.Max)] public static partial float C31(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 64, Over = Over.Max)] public static partial float C64(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, Over = Over.Max)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 128, Over = Over.Max)] public static partial float C128(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 1000, Over = Over.Max)] public static partial float C1000(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 4099, Over = Over.Max)] public static partial float C4099(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.Max)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeOverLogSumExp
    {
        [MulticlassHinge(Classes = 2, Over = Over.LogSumExp)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 5, Over = Over.LogSumExp)] public static partial float C5(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 9, Over = Over.LogSumExp)] public static partial float C9(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 16, Over = Over.LogSumExp)] public static partial float C16(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 17, Over = Over.LogSumExp)] public static partial float C17(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 33, Over = Over.LogSumExp)] public static partial float C33(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 64, Over = Over.LogSumExp)] public static partial float C64(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, Over = Over.LogSumExp)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 128, Over = Over.LogSumExp)] public static partial float C128(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 257, Over = Over.LogSumExp)] public static partial float C257(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 1000, Over = Over.LogSumExp)] public static partial float C1000(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 4099, Over = Over.LogSumExp)] public static partial float C4099(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeLossOnly
    {
        [MulticlassHinge(Classes = 10)] public static partial float SumOfC10(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 100)] public static partial float SumOfC100(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 4099)] public static partial float SumOfC4099(Scores logits, Labels labels);
        [MulticlassHinge] public static partial float SumOfAnyC(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 10, Over = Over.Max)] public static partial float MaxOfC10(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 100, Over = Over.Max)] public static partial float MaxOfC100(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 4099, Over = Over.Max)] public static partial float MaxOfC4099(Scores logits, Labels labels);
        [MulticlassHinge(Over = Over.Max)] public static partial float MaxOfAnyC(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp)] public static partial float LogSumExpOfC10(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 100, Over = Over.LogSumExp)] public static partial float LogSumExpOfC100(Scores logits, Labels labels);
        [MulticlassHinge(Classes = 4099, Over = Over.LogSumExp)] public static partial float LogSumExpOfC4099(Scores logits, Labels labels);
        [MulticlassHinge(Over = Over.LogSumExp)] public static partial float LogSumExpOfAnyC(Scores logits, Labels labels);
    }

    private static partial class HingeSum
    {
        [MulticlassHinge(Classes = 3, Reduction = Reduction.Sum)]
        public static partial float SumOfC3(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Reduction = Reduction.Sum)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, Reduction = Reduction.Sum)]
        public static partial float SumOfC100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Reduction = Reduction.Sum)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 3, Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial float MaxOfC3(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial float MaxOfC100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.Max, Reduction = Reduction.Sum)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 3, Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial float LogSumExpOfC3(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 100, Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial float LogSumExpOfC100(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp, Reduction = Reduction.Sum)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeSingleRow
    {
        [MulticlassHinge(Classes = 10)] public static partial float SumOfC10(Scores logits, int label, Gradient gradient);
        [MulticlassHinge(Over = Over.Max)] public static partial float MaxOfAnyC(Scores logits, int label, Gradient gradient);
        [MulticlassHinge(Over = Over.LogSumExp)] public static partial float LogSumExpOfAnyC(Scores logits, long label, Gradient gradient);
        [MulticlassHinge(Over = Over.Max)] public static partial float MaxOfBatch(Scores logits, LongLabels labels, Gradient gradient);
    }

    private static partial class HingeMargin0
    {
        [MulticlassHinge(Classes = 10, Margin = 0)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Margin = 0)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Margin = 0, Over = Over.Max)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Margin = 0, Over = Over.Max)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Margin = 0, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Margin = 0, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma025Margin05
    {
        [MulticlassHinge(Classes = 10, Gamma = 0.25, Margin = 0.5)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 0.25, Margin = 0.5)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 0.25, Margin = 0.5, Over = Over.Max)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 0.25, Margin = 0.5, Over = Over.Max)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 0.25, Margin = 0.5, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 0.25, Margin = 0.5, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma30Margin035
    {
        [MulticlassHinge(Classes = 10, Gamma = 30, Margin = 0.35)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 30, Margin = 0.35)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 30, Margin = 0.35, Over = Over.Max)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 30, Margin = 0.35, Over = Over.Max)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 30, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 30, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma64Margin035
    {
        [MulticlassHinge(Classes = 10, Gamma = 64, Margin = 0.35)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 64, Margin = 0.35)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 64, Margin = 0.35, Over = Over.Max)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 64, Margin = 0.35, Over = Over.Max)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 64, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 64, Margin = 0.35, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma256Margin025
    {
        [MulticlassHinge(Classes = 10, Gamma = 256, Margin = 0.25)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 256, Margin = 0.25)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 256, Margin = 0.25, Over = Over.Max)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 256, Margin = 0.25, Over = Over.Max)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 256, Margin = 0.25, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 256, Margin = 0.25, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class HingeGamma2MarginMinus01
    {
        [MulticlassHinge(Classes = 10, Gamma = 2, Margin = -0.1)]
        public static partial float SumOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 2, Margin = -0.1)]
        public static partial float SumOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 2, Margin = -0.1, Over = Over.Max)]
        public static partial float MaxOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 2, Margin = -0.1, Over = Over.Max)]
        public static partial float MaxOfAnyC(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Classes = 10, Gamma = 2, Margin = -0.1, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfC10(Scores logits, Labels labels, Gradient gradient);
        [MulticlassHinge(Gamma = 2, Margin = -0.1, Over = Over.LogSumExp)]
        public static partial float LogSumExpOfAnyC(Scores logits, Labels labels, Gradient gradient);
    }
}
