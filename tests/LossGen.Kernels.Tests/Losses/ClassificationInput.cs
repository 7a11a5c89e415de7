using System.Numerics;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>What a kernel is given: every role is filled, and each kernel takes those that it has.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal sealed record ClassificationInput<T>(int Classes, T[] Logits, long[] Labels)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public int Rows => Logits.Length / Classes;

    /// <summary>What each row is meant to be, as probabilities: those of the labels, unless they are given.</summary>
    public T[] Targets { get; init; } = OneHot(Classes, Labels);

    public T[] ClassWeights { get; init; } = [.. Enumerable.Repeat(T.One, Classes)];

    /// <summary>The factor on the gradient where a kernel takes one for all rows.</summary>
    public T Upstream { get; init; } = T.One;

    /// <summary>The factors on the gradient where a kernel takes one for each row.</summary>
    public T[] Upstreams { get; init; } = [.. Enumerable.Repeat(T.One, Labels.Length)];

    public ReadOnlySpan<T> Row(int row) => Logits.AsSpan(row * Classes, Classes);

    public ReadOnlySpan<T> TargetsOf(int row) => Targets.AsSpan(row * Classes, Classes);

    /// <summary>One row of the batch on its own.</summary>
    public ClassificationInput<T> RowAlone(int row) => this with
    {
        Logits = [.. Row(row)],
        Labels = [Labels[row]],
        Targets = [.. TargetsOf(row)],
        Upstreams = [Upstreams[row]],
    };

    public KernelCall<T> AsCall(Span<T> gradient, Span<T> losses) => new()
    {
        Logits = Logits,
        Labels = Labels.Select(label => (int)label).ToArray(),
        LongLabels = Labels,
        Label = Labels.FirstOrDefault(),
        Targets = Targets,
        ClassWeights = ClassWeights,
        Upstream = Upstream,
        Upstreams = Upstreams,
        Gradient = gradient,
        Losses = losses,
    };

    private static T[] OneHot(int classes, long[] labels)
    {
        var targets = new T[classes * labels.Length];
        for (var row = 0; row < labels.Length; row++)
        {
            // A label that is ignored may be no class.
            if (labels[row] >= 0 && labels[row] < classes)
            {
                targets[(row * classes) + labels[row]] = T.One;
            }
        }

        return targets;
    }
}
