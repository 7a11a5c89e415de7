using System.Numerics;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Values;

/// <summary>Runs a kernel on one row whose scores, label and gradient each touch an inaccessible page; the gradient holds NaN before.</summary>
internal static class GuardedRun
{
    public static KernelResult<T> EndingAtGuard<T>(ClassificationKernel<T> kernel, HostileRow<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        using var logits = GuardedMemory<T>.EndingAtGuard(row.Scores);
        using var labels = GuardedMemory<int>.EndingAtGuard([row.Label]);
        using var gradient = GuardedMemory<T>.EndingAtGuard(row.Scores.Length);
        return Run(kernel, logits, labels, gradient);
    }

    public static KernelResult<T> StartingAfterGuard<T>(ClassificationKernel<T> kernel, HostileRow<T> row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        using var logits = GuardedMemory<T>.StartingAfterGuard(row.Scores);
        using var labels = GuardedMemory<int>.StartingAfterGuard([row.Label]);
        using var gradient = GuardedMemory<T>.StartingAfterGuard(row.Scores.Length);
        return Run(kernel, logits, labels, gradient);
    }

    private static KernelResult<T> Run<T>(ClassificationKernel<T> kernel, GuardedMemory<T> logits, GuardedMemory<int> labels, GuardedMemory<T> gradient)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        gradient.Span.Fill(T.NaN);
        var loss = kernel.Run(logits.Span, labels.Span, gradient.Span);
        return new KernelResult<T>(loss, gradient.Span.ToArray());
    }
}
