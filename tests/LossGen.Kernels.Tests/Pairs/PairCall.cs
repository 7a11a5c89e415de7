namespace LossGen.Kernels.Tests.Pairs;

/// <summary>The arguments of one call, for every role that a parameter of a pair loss can have.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal ref struct PairCall<T>
{
    public ReadOnlySpan<T> Positives;
    public ReadOnlySpan<T> Negatives;
    public ReadOnlySpan<T> Similarities;
    public ReadOnlySpan<int> Labels;
    public ReadOnlySpan<long> LongLabels;
    public ReadOnlySpan<int> ColumnLabels;
    public ReadOnlySpan<long> LongColumnLabels;
    public T Upstream;
    public ReadOnlySpan<T> Upstreams;
    public Span<T> PositiveGradient;
    public Span<T> NegativeGradient;
    public Span<T> Gradient;
    public Span<T> Losses;
}
