namespace LossGen.Kernels.Tests.Arguments;

/// <summary>Kernels whose parameters are spelled and ordered in a way of their own, because exceptions have to use the user's names.</summary>
internal static partial class SpelledKernels
{
    public const int Classes = 3;

    /// <summary>With as many rows, the number of scores is 2³²: 0, if it were computed in 32 bits.</summary>
    public const int ManyClasses = 1 << 16;

    [SoftmaxCrossEntropy(Classes = Classes)]
    public static partial float Batch(ReadOnlySpan<float> Scores, ReadOnlySpan<int> LABELS, Span<float> Gradient);

    [SoftmaxCrossEntropy(Classes = Classes)]
    public static partial float LongBatch(ReadOnlySpan<float> Scores, ReadOnlySpan<long> LABELS, Span<float> Gradient);

    [SoftmaxCrossEntropy(Classes = Classes)]
    public static partial float BatchLoss(ReadOnlySpan<int> LABELS, ReadOnlySpan<float> Scores);

    [SoftmaxCrossEntropy]
    public static partial float AnyBatch(Span<float> Gradient, ReadOnlySpan<int> LABELS, ReadOnlySpan<float> Scores);

    [SoftmaxCrossEntropy(Classes = Classes)]
    public static partial float Row(int Label, ReadOnlySpan<float> Scores, Span<float> Gradient);

    [SoftmaxCrossEntropy(Classes = Classes)]
    public static partial float LongRow(ReadOnlySpan<float> Scores, long Label, Span<float> Gradient);

    [SoftmaxCrossEntropy]
    public static partial float AnyRow(ReadOnlySpan<float> Scores, int Label, Span<float> Gradient);

    [SoftmaxCrossEntropy(Classes = ManyClasses)]
    public static partial float BatchOfManyClasses(ReadOnlySpan<float> Scores, ReadOnlySpan<int> LABELS, Span<float> Gradient);
}
