namespace LossGen.Kernels.Tests.Arguments;

/// <summary>Kernels with every role of classification, whose parameters are spelled and ordered in a way of their own.</summary>
internal static partial class SpelledOptionKernels
{
    public const int Classes = 3;
    public const int Ignored = -100;

    [SoftmaxCrossEntropy(Classes = Classes, IgnoreLabel = Ignored, LabelSmoothing = 0.1)]
    public static partial float Everything(
        Span<float> Losses,
        ReadOnlySpan<float> CLASSWEIGHTS,
        ReadOnlySpan<int> Labels,
        Span<float> Gradient,
        ReadOnlySpan<float> UpStream,
        ReadOnlySpan<float> Scores);

    [MulticlassHinge]
    public static partial void AnyHinge(
        ReadOnlySpan<float> UpStream,
        ReadOnlySpan<float> Scores,
        ReadOnlySpan<long> Labels,
        ReadOnlySpan<float> CLASSWEIGHTS,
        Span<float> Losses,
        Span<float> Gradient);

    [SoftmaxCrossEntropy(Classes = Classes)]
    public static partial float OfTargets(
        Span<float> Gradient,
        Span<float> Losses,
        ReadOnlySpan<float> TARGETS,
        ReadOnlySpan<float> CLASSWEIGHTS,
        ReadOnlySpan<float> UpStream,
        ReadOnlySpan<float> Scores);

    [SoftmaxCrossEntropy]
    public static partial float RowOfTargets(Span<float> Gradient, Span<float> Losses, ReadOnlySpan<float> TARGETS, ReadOnlySpan<float> Scores);
}
