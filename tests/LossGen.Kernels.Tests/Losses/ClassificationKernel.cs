using System.Numerics;
using System.Reflection;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>One generated method, and what its attribute and its signature say that it computes.</summary>
/// <typeparam name="T">What the kernel computes in.</typeparam>
internal sealed class ClassificationKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private readonly Func<ReadOnlySpan<T>, ReadOnlySpan<int>, Span<T>, T> _run;

    public ClassificationKernel(MethodInfo method)
    {
        var (classes, gamma, margin, reduction, hinge) = method.GetCustomAttribute<MulticlassHingeAttribute>() is { } hingeAttribute
            ? (hingeAttribute.Classes, hingeAttribute.Gamma, hingeAttribute.Margin, hingeAttribute.Reduction, hingeAttribute.Over)
            : method.GetCustomAttribute<SoftmaxCrossEntropyAttribute>() is { } attribute
            ? (attribute.Classes, attribute.Gamma, attribute.Margin, attribute.Reduction, default(Over?))
            : throw new NotSupportedException($"No test knows the loss of {method}.");
        var parameters = method.GetParameters().ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType);
        Name = $"{method.DeclaringType!.Name}.{method.Name}";
        Classes = classes == 0 ? null : classes;
        Formula = new Formula<T>(hinge, T.CreateChecked(gamma), T.CreateChecked(margin));
        IsMean = reduction == Reduction.Mean;
        WritesGradient = parameters.ContainsKey("gradient");
        IsSingleRow = parameters.ContainsKey("label");
        _run = RunnerOf(method);
    }

    public string Name { get; }

    /// <summary>Null where the lengths tell it.</summary>
    public int? Classes { get; }

    /// <summary>The loss of a row.</summary>
    public Formula<T> Formula { get; }

    public bool IsMean { get; }

    public bool WritesGradient { get; }

    public bool IsSingleRow { get; }

    /// <summary>Calls the method with those of the arguments that it has: a single row has the first label, a loss alone leaves the gradient as it is.</summary>
    public T Run(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> gradient) => _run(logits, labels, gradient);

    /// <summary>One row on its own.</summary>
    public KernelResult<T> RunRow(ReadOnlySpan<T> row, int label) => RunBatch(row, [label]);

    /// <summary>Many rows. The gradient held NaN before, so that what is not written shows.</summary>
    public KernelResult<T> RunBatch(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels)
    {
        var gradient = new T[logits.Length];
        gradient.AsSpan().Fill(T.NaN);
        return new KernelResult<T>(Run(logits, labels, gradient), gradient);
    }

    /// <summary>Whether two kernels compute the same, one with the gradient and the other without.</summary>
    public bool DiffersOnlyInGradientFrom(ClassificationKernel<T> other) =>
        (Classes, Formula, IsMean, IsSingleRow, !WritesGradient)
        == (other.Classes, other.Formula, other.IsMean, other.IsSingleRow, other.WritesGradient);

    /// <summary>How a message describes the kernel on rows of that many classes.</summary>
    public string Describe(int classes) => Invariant($"{Name} in {typeof(T).Name}, C = {classes}");

    private static Func<ReadOnlySpan<T>, ReadOnlySpan<int>, Span<T>, T> RunnerOf(MethodInfo method)
    {
        if (As<Func<ReadOnlySpan<T>, ReadOnlySpan<int>, Span<T>, T>>() is { } batch)
        {
            return batch;
        }

        if (As<Func<ReadOnlySpan<T>, ReadOnlySpan<int>, T>>() is { } batchLoss)
        {
            return (logits, labels, _) => batchLoss(logits, labels);
        }

        if (As<Func<ReadOnlySpan<T>, ReadOnlySpan<long>, Span<T>, T>>() is { } longBatch)
        {
            return (logits, labels, gradient) => longBatch(logits, Widened(labels, stackalloc long[labels.Length]), gradient);
        }

        if (As<Func<ReadOnlySpan<T>, ReadOnlySpan<long>, T>>() is { } longBatchLoss)
        {
            return (logits, labels, _) => longBatchLoss(logits, Widened(labels, stackalloc long[labels.Length]));
        }

        if (As<Func<ReadOnlySpan<T>, int, Span<T>, T>>() is { } row)
        {
            return (logits, labels, gradient) => row(logits, labels[0], gradient);
        }

        if (As<Func<ReadOnlySpan<T>, int, T>>() is { } rowLoss)
        {
            return (logits, labels, _) => rowLoss(logits, labels[0]);
        }

        if (As<Func<ReadOnlySpan<T>, long, Span<T>, T>>() is { } longRow)
        {
            return (logits, labels, gradient) => longRow(logits, labels[0], gradient);
        }

        if (As<Func<ReadOnlySpan<T>, long, T>>() is { } longRowLoss)
        {
            return (logits, labels, _) => longRowLoss(logits, labels[0]);
        }

        throw new NotSupportedException($"No test can call {method}.");

        TDelegate? As<TDelegate>()
            where TDelegate : Delegate => (TDelegate?)Delegate.CreateDelegate(typeof(TDelegate), method, throwOnBindFailure: false);
    }

    private static ReadOnlySpan<long> Widened(ReadOnlySpan<int> labels, Span<long> widened)
    {
        for (var row = 0; row < labels.Length; row++)
        {
            widened[row] = labels[row];
        }

        return widened;
    }
}

/// <summary>What a kernel returned and wrote.</summary>
internal readonly record struct KernelResult<T>(T Loss, T[] Gradient);
