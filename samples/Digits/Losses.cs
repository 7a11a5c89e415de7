using LossGen;

namespace Digits;

/// <summary>The losses of this program. Their bodies are written by LossGen while the project compiles.</summary>
static partial class Losses
{
    /// <summary>The mean softmax cross-entropy of a batch, and its gradient, which may take the place of the logits.</summary>
    [SoftmaxCrossEntropy(Classes = 10)]
    public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>The same loss without the gradient, for evaluation.</summary>
    [SoftmaxCrossEntropy(Classes = 10)]
    public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);
}
