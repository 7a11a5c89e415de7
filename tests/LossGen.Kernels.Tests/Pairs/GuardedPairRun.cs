using System.Numerics;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Runs a kernel on copies of the arguments of which each touches an inaccessible page; what it writes is copied back.</summary>
internal static class GuardedPairRun
{
    public static PairResult<T> EndingAtGuard<T>(PairKernel<T> kernel, PairBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var call = batch.Call();
        return kernel.ResultOf(batch, EndingAtGuard(kernel, call), call);
    }

    public static PairResult<T> StartingAfterGuard<T>(PairKernel<T> kernel, PairBatch<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var call = batch.Call();
        return kernel.ResultOf(batch, StartingAfterGuard(kernel, call), call);
    }

    public static T EndingAtGuard<T>(PairKernel<T> kernel, scoped in KernelCall<T> call)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Run(kernel, call, new(GuardedMemory<T>.EndingAtGuard, GuardedMemory<int>.EndingAtGuard, GuardedMemory<long>.EndingAtGuard));

    public static T StartingAfterGuard<T>(PairKernel<T> kernel, scoped in KernelCall<T> call)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
        Run(kernel, call, new(GuardedMemory<T>.StartingAfterGuard, GuardedMemory<int>.StartingAfterGuard, GuardedMemory<long>.StartingAfterGuard));

    private static T Run<T>(PairKernel<T> kernel, scoped in KernelCall<T> call, Guard<T> guard)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        using var positives = guard.Scores(call.Positives);
        using var negatives = guard.Scores(call.Negatives);
        using var similarities = guard.Scores(call.Similarities);
        using var labels = guard.Labels(call.Labels);
        using var longLabels = guard.LongLabels(call.LongLabels);
        using var columnLabels = guard.Labels(call.ColumnLabels);
        using var longColumnLabels = guard.LongLabels(call.LongColumnLabels);
        using var upstreams = guard.Scores(call.Upstreams);
        using var positiveGradient = guard.Scores(call.PositiveGradient);
        using var negativeGradient = guard.Scores(call.NegativeGradient);
        using var gradient = guard.Scores(call.Gradient);
        using var losses = guard.Scores(call.Losses);
        var loss = kernel.Run(new KernelCall<T>
        {
            Positives = positives.Span,
            Negatives = negatives.Span,
            Similarities = similarities.Span,
            Labels = labels.Span,
            LongLabels = longLabels.Span,
            ColumnLabels = columnLabels.Span,
            LongColumnLabels = longColumnLabels.Span,
            Upstream = call.Upstream,
            Upstreams = upstreams.Span,
            PositiveGradient = positiveGradient.Span,
            NegativeGradient = negativeGradient.Span,
            Gradient = gradient.Span,
            Losses = losses.Span,
        });
        positiveGradient.Span.CopyTo(call.PositiveGradient);
        negativeGradient.Span.CopyTo(call.NegativeGradient);
        gradient.Span.CopyTo(call.Gradient);
        losses.Span.CopyTo(call.Losses);
        return loss;
    }

    private delegate GuardedMemory<TElement> Copy<TElement>(ReadOnlySpan<TElement> values)
        where TElement : unmanaged;

    private sealed record Guard<T>(Copy<T> Scores, Copy<int> Labels, Copy<long> LongLabels)
        where T : unmanaged;
}
