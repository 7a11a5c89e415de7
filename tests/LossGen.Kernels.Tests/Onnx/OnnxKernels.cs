using Gradient = System.Span<float>;
using Labels = System.ReadOnlySpan<long>;
using RowLosses = System.Span<float>;
using Scores = System.ReadOnlySpan<float>;
using Weights = System.ReadOnlySpan<float>;

namespace LossGen.Kernels.Tests.Onnx;

/// <summary>A kernel for each of the published cases, by its name.</summary>
internal static partial class OnnxKernels
{
    [SoftmaxCrossEntropy(Classes = 5)] public static partial float test_sce_mean(Scores logits, Labels labels, Gradient gradient);

    [SoftmaxCrossEntropy] public static partial float test_sce_mean_3d(Scores logits, Labels labels, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5)] public static partial float test_sce_mean_weight(Scores logits, Labels labels, Weights classWeights, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, Reduction = Reduction.Sum)] public static partial float test_sce_sum(Scores logits, Labels labels, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5)] public static partial void test_sce_none(Scores logits, Labels labels, RowLosses losses, Gradient gradient);

    [SoftmaxCrossEntropy]
    public static partial void test_sce_none_weights(Scores logits, Labels labels, Weights classWeights, RowLosses losses, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = -1)]
    public static partial float test_sce_NCd1_mean_weight_negative_ii(Scores logits, Labels labels, Weights classWeights, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = -5)]
    public static partial void test_sce_NCd1d2d3_none_no_weight_negative_ii(Scores logits, Labels labels, RowLosses losses, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = 10, Reduction = Reduction.Sum)]
    public static partial float test_sce_NCd1d2d3_sum_weight_high_ii(Scores logits, Labels labels, Weights classWeights, Gradient gradient);

    [SoftmaxCrossEntropy(IgnoreLabel = 2)]
    public static partial float test_sce_mean_no_weight_ii_3d(Scores logits, Labels labels, Gradient gradient);

    [SoftmaxCrossEntropy(IgnoreLabel = 1)]
    public static partial float test_sce_mean_weight_ii_3d(Scores logits, Labels labels, Weights classWeights, Gradient gradient);

#pragma warning disable LOSSGEN027 // These cases ignore a class.
    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = 2)]
    public static partial float test_sce_mean_no_weight_ii(Scores logits, Labels labels, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = 2)]
    public static partial float test_sce_mean_no_weight_ii_4d(Scores logits, Labels labels, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = 0)]
    public static partial float test_sce_mean_weight_ii(Scores logits, Labels labels, Weights classWeights, Gradient gradient);

    [SoftmaxCrossEntropy(Classes = 5, IgnoreLabel = 2)]
    public static partial float test_sce_mean_weight_ii_4d(Scores logits, Labels labels, Weights classWeights, Gradient gradient);
#pragma warning restore LOSSGEN027
}
