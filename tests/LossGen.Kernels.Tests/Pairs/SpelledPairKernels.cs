namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Kernels whose parameters are spelled and ordered in a way of their own, because exceptions have to use the user's names.</summary>
internal static partial class SpelledPairKernels
{
    public const int K = 2;
    public const int L = 3;

    [UnifiedLoss(Positives = K, Negatives = L)]
    public static partial float Batch(
        Span<float> NegativeGradient, ReadOnlySpan<float> Positives, Span<float> Losses, ReadOnlySpan<float> NEGATIVES, Span<float> PositiveGradient);

    [UnifiedLoss(Positives = K, Negatives = L)]
    public static partial float BatchLoss(ReadOnlySpan<float> NEGATIVES, ReadOnlySpan<float> Positives);

    [PairHinge(Positives = K, Negatives = L)]
    public static partial float UpstreamOfRows(
        ReadOnlySpan<float> Positives, ReadOnlySpan<float> NEGATIVES, ReadOnlySpan<float> UpStream, Span<float> NegativeGradient);

    [UnifiedLoss]
    public static partial float Row(
        ReadOnlySpan<float> Positives, ReadOnlySpan<float> NEGATIVES, Span<float> PositiveGradient, Span<float> NegativeGradient, Span<float> Losses);

    [PairHinge]
    public static partial float RowOfHinge(
        ReadOnlySpan<float> Positives, ReadOnlySpan<float> NEGATIVES, Span<float> PositiveGradient, Span<float> NegativeGradient, Span<float> Losses);

    [CircleLoss(Positives = K)]
    public static partial float RowOfCircle(
        ReadOnlySpan<float> Positives, ReadOnlySpan<float> NEGATIVES, Span<float> PositiveGradient, Span<float> NegativeGradient, Span<float> Losses);

    [UnifiedLoss]
    public static partial float Matrix(Span<float> Gradient, ReadOnlySpan<int> LABELS, ReadOnlySpan<float> Similarities, Span<float> Losses);

    [CircleLoss]
    public static partial float Columns(
        ReadOnlySpan<long> ColumnLABELS, ReadOnlySpan<float> Similarities, ReadOnlySpan<long> LABELS, Span<float> Gradient, Span<float> Losses);
}
