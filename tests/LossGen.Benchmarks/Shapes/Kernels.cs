namespace LossGen.Benchmarks.Shapes;

/// <summary>The signature that all losses of classifiers share here.</summary>
internal delegate float ClassificationKernel(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

/// <summary>The signature of circle loss.</summary>
internal delegate float PairKernel(
    ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);
