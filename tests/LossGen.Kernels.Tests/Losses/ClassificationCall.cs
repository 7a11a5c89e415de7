namespace LossGen.Kernels.Tests.Losses;

/// <summary>The arguments of one call, for every role of a parameter that a loss of classification can have.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal ref struct ClassificationCall<T>
{
    public ReadOnlySpan<T> Logits;
    public ReadOnlySpan<int> Labels;
    public ReadOnlySpan<long> LongLabels;
    public long Label;
    public ReadOnlySpan<T> Targets;
    public ReadOnlySpan<T> ClassWeights;
    public T Upstream;
    public ReadOnlySpan<T> Upstreams;
    public Span<T> Gradient;
    public Span<T> Losses;
}
