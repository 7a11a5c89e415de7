namespace LossGen.Kernels.Tests.Losses;

/// <summary>The arguments of one call, for every role that a parameter can have; of two types of a role the less usual one has a field of its own.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal ref struct KernelCall<T>
{
    public ReadOnlySpan<T> Logits;
    public ReadOnlySpan<T> Positives;
    public ReadOnlySpan<T> Negatives;
    public ReadOnlySpan<T> Similarities;
    public long Label;
    public ReadOnlySpan<int> Labels;
    public ReadOnlySpan<long> LongLabels;
    public ReadOnlySpan<int> ColumnLabels;
    public ReadOnlySpan<long> LongColumnLabels;
    public ReadOnlySpan<T> Targets;
    public ReadOnlySpan<T> ClassWeights;
    public T Upstream;
    public ReadOnlySpan<T> Upstreams;
    public Span<T> Losses;
    public Span<T> Gradient;
    public Span<T> PositiveGradient;
    public Span<T> NegativeGradient;
}
