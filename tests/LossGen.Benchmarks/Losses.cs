namespace LossGen.Benchmarks;

/// <summary>The losses that are measured. Their bodies are written by LossGen while this project compiles.</summary>
internal static partial class Losses
{
    /// <summary>The scale of circle loss.</summary>
    public const float CircleGamma = 80;

    /// <summary>The margin of circle loss.</summary>
    public const float CircleMargin = 0.4f;

    /// <summary>The positives of a row of circle loss.</summary>
    public const int Positives = 8;

    /// <summary>The negatives of a row of circle loss.</summary>
    public const int Negatives = 64;

    [SoftmaxCrossEntropy(Classes = 2)]
    public static partial float CrossEntropy2(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 3)]
    public static partial float CrossEntropy3(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 5)]
    public static partial float CrossEntropy5(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 10)]
    public static partial float CrossEntropy10(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 17)]
    public static partial float CrossEntropy17(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 100)]
    public static partial float CrossEntropy100(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 129)]
    public static partial float CrossEntropy129(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 1000)]
    public static partial float CrossEntropy1000(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 2000)]
    public static partial float CrossEntropy2000(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 4000)]
    public static partial float CrossEntropy4000(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 8000)]
    public static partial float CrossEntropy8000(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 8192)]
    public static partial float CrossEntropy8192(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 16000)]
    public static partial float CrossEntropy16000(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 32000)]
    public static partial float CrossEntropy32000(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [MulticlassHinge(Classes = 100, Over = Over.Sum)]
    public static partial float HingeSum100(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [MulticlassHinge(Classes = 100, Over = Over.Max)]
    public static partial float HingeMax100(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [CircleLoss(Positives = Positives, Negatives = Negatives, Gamma = CircleGamma, Margin = CircleMargin)]
    public static partial float Circle(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);
}
