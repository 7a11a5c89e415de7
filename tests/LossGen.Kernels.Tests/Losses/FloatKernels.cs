using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<int>;
using LongLabels = System.ReadOnlySpan<long>;
using Scores = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Kernels in float. <see cref="ClassificationKernels{T}"/> finds them and reads from attribute and signature what each is to compute.</summary>
internal static partial class FloatKernels
{
    private static partial class Mean
    {
        [SoftmaxCrossEntropy(Classes = 2)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 5)] public static partial float C5(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7)] public static partial float C7(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8)] public static partial float C8(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 9)] public static partial float C9(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 16)] public static partial float C16(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 17)] public static partial float C17(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 31)] public static partial float C31(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 32)] public static partial float C32(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 33)] public static partial float C33(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 37)] public static partial float C37(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 40)] public static partial float C40(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 64)] public static partial float C64(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 128)] public static partial float C128(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 129)] public static partial float C129(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 257)] public static partial float C257(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 1000)] public static partial float C1000(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 4099)] public static partial float C4099(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class MeanLossOnly
    {
        [SoftmaxCrossEntropy(Classes = 3)] public static partial float C3(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 8)] public static partial float C8(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 16)] public static partial float C16(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 17)] public static partial float C17(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 32)] public static partial float C32(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 33)] public static partial float C33(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 1000)] public static partial float C1000(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 4099)] public static partial float C4099(Scores logits, Labels labels);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, Labels labels);
    }

    private static partial class Sum
    {
        [SoftmaxCrossEntropy(Classes = 2, Reduction = Reduction.Sum)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 3, Reduction = Reduction.Sum)] public static partial float C3(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 5, Reduction = Reduction.Sum)] public static partial float C5(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7, Reduction = Reduction.Sum)] public static partial float C7(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 8, Reduction = Reduction.Sum)] public static partial float C8(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 9, Reduction = Reduction.Sum)] public static partial float C9(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Reduction = Reduction.Sum)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 30, Margin = 0.35, Reduction = Reduction.Sum)] public static partial float C10Gamma30(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 12, Reduction = Reduction.Sum)] public static partial float C12(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 16, Reduction = Reduction.Sum)] public static partial float C16(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 17, Reduction = Reduction.Sum)] public static partial float C17(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 31, Reduction = Reduction.Sum)] public static partial float C31(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 32, Reduction = Reduction.Sum)] public static partial float C32(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 33, Reduction = Reduction.Sum)] public static partial float C33(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Reduction = Reduction.Sum)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 192, Reduction = Reduction.Sum)] public static partial float C192(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 1000, Reduction = Reduction.Sum)] public static partial float C1000(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 4099, Reduction = Reduction.Sum)] public static partial float C4099(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Reduction = Reduction.Sum)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class SumLossOnly
    {
        [SoftmaxCrossEntropy(Classes = 3, Reduction = Reduction.Sum)] public static partial float C3(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 8, Reduction = Reduction.Sum)] public static partial float C8(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 10, Reduction = Reduction.Sum)] public static partial float C10(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 16, Reduction = Reduction.Sum)] public static partial float C16(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 17, Reduction = Reduction.Sum)] public static partial float C17(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 32, Reduction = Reduction.Sum)] public static partial float C32(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 33, Reduction = Reduction.Sum)] public static partial float C33(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 100, Reduction = Reduction.Sum)] public static partial float C100(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 1000, Reduction = Reduction.Sum)] public static partial float C1000(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 4099, Reduction = Reduction.Sum)] public static partial float C4099(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Reduction = Reduction.Sum)] public static partial float AnyC(Scores logits, Labels labels);
    }

    private static partial class SingleRow
    {
        [SoftmaxCrossEntropy(Classes = 2)] public static partial float C2(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 5)] public static partial float C5(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 7)] public static partial float C7(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 9)] public static partial float C9(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 12)] public static partial float C12(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 17)] public static partial float C17(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 4099)] public static partial float C4099(Scores logits, int label, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, int label, Gradient gradient);
    }

    private static partial class SingleRowLossOnly
    {
        [SoftmaxCrossEntropy(Classes = 2)] public static partial float C2(Scores logits, int label);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float C10(Scores logits, int label);
        [SoftmaxCrossEntropy(Classes = 100)] public static partial float C100(Scores logits, int label);
        [SoftmaxCrossEntropy(Classes = 4099)] public static partial float C4099(Scores logits, int label);
        [SoftmaxCrossEntropy] public static partial float AnyC(Scores logits, int label);
    }

    private static partial class Long
    {
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float BatchOfC10(Scores logits, LongLabels labels, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float BatchOfAnyC(Scores logits, LongLabels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float LossOfC10(Scores logits, LongLabels labels);
        [SoftmaxCrossEntropy(Classes = 10)] public static partial float RowOfC10(Scores logits, long label, Gradient gradient);
        [SoftmaxCrossEntropy] public static partial float LossOfRowOfAnyC(Scores logits, long label);
    }

    private static partial class Gamma025
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 0.25)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 0.25)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 23, Gamma = 0.25, Reduction = Reduction.Sum)] public static partial float C23(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 24, Gamma = 0.25, Reduction = Reduction.Sum)] public static partial float C24(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 0.25)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 0.25)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Gamma64
    {
        [SoftmaxCrossEntropy(Classes = 16, Gamma = 64, Reduction = Reduction.Sum)] public static partial float C16(Scores logits, LongLabels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 23, Gamma = 64, Reduction = Reduction.Sum)] public static partial float C23(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 24, Gamma = 64, Reduction = Reduction.Sum)] public static partial float C24(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 32, Gamma = 64, Reduction = Reduction.Sum)] public static partial float C32(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Gamma30Margin035
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 30, Margin = 0.35)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 30, Margin = 0.35)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 30, Margin = 0.35)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 30, Margin = 0.35)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Gamma64Margin035
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 64, Margin = 0.35)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 64, Margin = 0.35)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 64, Margin = 0.35)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 64, Margin = 0.35)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 64, Margin = 0.35)] public static partial float C2LossOnly(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 64, Margin = 0.35)] public static partial float C10LossOnly(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 64, Margin = 0.35)] public static partial float C100LossOnly(Scores logits, Labels labels);
        [SoftmaxCrossEntropy(Gamma = 64, Margin = 0.35)] public static partial float AnyCLossOnly(Scores logits, Labels labels);
    }

    private static partial class Gamma64Margin05
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 64, Margin = 0.5)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 64, Margin = 0.5)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 64, Margin = 0.5)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 64, Margin = 0.5)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Gamma256Margin025
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 256, Margin = 0.25)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 256, Margin = 0.25)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 256, Margin = 0.25)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 256, Margin = 0.25)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Gamma256Margin05
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 256, Margin = 0.5)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 256, Margin = 0.5)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 256, Margin = 0.5)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 256, Margin = 0.5)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class Gamma2MarginMinus01
    {
        [SoftmaxCrossEntropy(Classes = 2, Gamma = 2, Margin = -0.1)] public static partial float C2(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 10, Gamma = 2, Margin = -0.1)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Classes = 100, Gamma = 2, Margin = -0.1)] public static partial float C100(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Gamma = 2, Margin = -0.1)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }

    private static partial class OnAllProcessors
    {
        [SoftmaxCrossEntropy(Classes = 10, Parallel = true)] public static partial float C10(Scores logits, Labels labels, Gradient gradient);
        [SoftmaxCrossEntropy(Parallel = true)] public static partial float AnyC(Scores logits, Labels labels, Gradient gradient);
    }
}
