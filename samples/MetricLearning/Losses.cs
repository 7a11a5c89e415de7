using LossGen;

namespace MetricLearning;

/// <summary>The losses of this program. Their bodies are written by LossGen while the project compiles.</summary>
static partial class Losses
{
    /// <summary>The scale of circle loss.</summary>
    public const double CircleGamma = 80;

    /// <summary>The margin of circle loss: similarities within a class should exceed 1 − m, all others stay below m.</summary>
    public const double CircleMargin = 0.4;

    /// <summary>The scale of CosFace.</summary>
    public const double CosFaceGamma = 16;

    /// <summary>The lead that CosFace asks of the right class.</summary>
    public const double CosFaceMargin = 0.2;

    /// <summary>
    /// Circle loss of a batch, from the cosine of each image with each: who is a positive and who a negative of whom follows from the labels.
    /// The gradient may take the place of the similarities.
    /// </summary>
    [CircleLoss(Gamma = CircleGamma, Margin = CircleMargin)]
    public static partial float Circle(ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>
    /// Softmax cross entropy with a margin (CosFace, AM-softmax), from the cosine of each image with the prototype of each class.
    /// The gradient may take the place of the scores.
    /// </summary>
    [SoftmaxCrossEntropy(Classes = GlyphSampler.Glyphs, Gamma = CosFaceGamma, Margin = CosFaceMargin, Scores = ScoreRange.Cosine)]
    public static partial float CosFace(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, Span<float> gradient);
}
