using System.Numerics;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Values;

/// <summary>A call whose every input and output touches an inaccessible page; the outputs hold NaN before.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal sealed class GuardedCall<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private readonly List<IDisposable> _memories = [];
    private readonly bool _endsAtGuard;
    private readonly ClassificationInput<T> _input;
    private readonly GuardedMemory<T> _logits;
    private readonly GuardedMemory<int> _labels;
    private readonly GuardedMemory<long> _longLabels;
    private readonly GuardedMemory<T> _targets;
    private readonly GuardedMemory<T> _classWeights;
    private readonly GuardedMemory<T> _upstreams;
    private readonly GuardedMemory<T> _gradient;
    private readonly GuardedMemory<T> _losses;

    private GuardedCall(ClassificationInput<T> input, bool endsAtGuard)
    {
        (_input, _endsAtGuard) = (input, endsAtGuard);
        _logits = Guard<T>(input.Logits);
        _labels = Guard<int>([.. input.Labels.Select(label => (int)label)]);
        _longLabels = Guard<long>(input.Labels);
        _targets = Guard<T>(input.Targets);
        _classWeights = Guard<T>(input.ClassWeights);
        _upstreams = Guard<T>(input.Upstreams);
        _gradient = Guard<T>([.. Enumerable.Repeat(T.NaN, input.Logits.Length)]);
        _losses = Guard<T>([.. Enumerable.Repeat(T.NaN, input.Rows)]);
    }

    public static OptionResult<T> EndingAtGuard(OptionKernel<T> kernel, ClassificationInput<T> input)
    {
        using var call = new GuardedCall<T>(input, endsAtGuard: true);
        return call.Run(kernel);
    }

    public static OptionResult<T> StartingAfterGuard(OptionKernel<T> kernel, ClassificationInput<T> input)
    {
        using var call = new GuardedCall<T>(input, endsAtGuard: false);
        return call.Run(kernel);
    }

    public void Dispose()
    {
        foreach (var memory in _memories)
        {
            memory.Dispose();
        }
    }

    private GuardedMemory<TElement> Guard<TElement>(ReadOnlySpan<TElement> values)
        where TElement : unmanaged
    {
        var memory = _endsAtGuard ? GuardedMemory<TElement>.EndingAtGuard(values) : GuardedMemory<TElement>.StartingAfterGuard(values);
        _memories.Add(memory);
        return memory;
    }

    private OptionResult<T> Run(OptionKernel<T> kernel)
    {
        var loss = kernel.Run(new KernelCall<T>
        {
            Logits = _logits.Span,
            Labels = _labels.Span,
            LongLabels = _longLabels.Span,
            Label = _input.Labels[0],
            Targets = _targets.Span,
            ClassWeights = _classWeights.Span,
            Upstream = _input.Upstream,
            Upstreams = _upstreams.Span,
            Gradient = _gradient.Span,
            Losses = _losses.Span,
        });
        return new OptionResult<T>(loss, _losses.Span.ToArray(), _gradient.Span.ToArray());
    }
}
