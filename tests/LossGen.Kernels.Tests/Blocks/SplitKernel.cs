using System.Numerics;
using System.Reflection;
using System.Security.Cryptography;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>A kernel that splits its batch, and the one that computes the same without.</summary>
/// <typeparam name="T">What the kernels compute in.</typeparam>
internal sealed class SplitKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Columns = 600;

    private readonly KernelCaller<T> _split;
    private readonly KernelCaller<T> _whole;
    private readonly int _scoresOfRow;
    private readonly int _labels;
    private readonly bool _ignoresLabels;

    private SplitKernel(MethodInfo split, MethodInfo whole)
    {
        Name = split.Name;
        _split = KernelCallers.Of<T>(split);
        _whole = KernelCallers.Of<T>(whole);
        string[] roles = [.. split.GetParameters().Select(parameter => parameter.Name!)];
        var isMatrix = roles.Contains("similarities");
        IsSquare = isMatrix && !roles.Contains("columnLabels");
        _scoresOfRow = isMatrix ? Columns : roles.Contains("classWeights") ? 100 : 10;
        _ignoresLabels = split.GetCustomAttribute<SoftmaxCrossEntropyAttribute>() is { IgnoreLabel: -1 };
        _labels = isMatrix ? 50 : _scoresOfRow;
    }

    public static IReadOnlyList<SplitKernel<T>> All { get; } = FindAll(typeof(T) == typeof(float) ? typeof(FloatBatches) : typeof(DoubleBatches));

    public string Name { get; }

    /// <summary>A number of rows that is split into at least four blocks, the last of them smaller.</summary>
    public int ManyRows => _scoresOfRow switch
    {
        Columns => Columns,
        100 => 2011,
        _ => 10_037,
    };

    /// <summary>Whether the rows are the columns too, so that there are as many.</summary>
    public bool IsSquare { get; }

    public static SplitKernel<T> Named(string name) => All.Single(kernel => kernel.Name == name);

    public BatchResult<T> RunSplit(int rows, int seed = 0) => Run(_split, rows, seed);

    public BatchResult<T> RunWhole(int rows, int seed = 0) => Run(_whole, rows, seed);

    private static SplitKernel<T>[] FindAll(Type batches)
    {
        var whole = batches.GetNestedType("Whole")!;
        return [.. batches.GetNestedType("Split")!
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(split => new SplitKernel<T>(split, whole.GetMethod(split.Name)!))];
    }

    private BatchResult<T> Run(KernelCaller<T> caller, int rows, int seed)
    {
        var scores = Rows.Ordinary<T>(rows * _scoresOfRow, seed);
        var labels = Rows.Labels(rows, _labels);
        if (_ignoresLabels)
        {
            labels = [.. labels.Select((label, row) => row % 13 == 0 ? -1 : label)];
        }

        var result = new BatchResult<T>(rows * _scoresOfRow, rows);
        return result with
        {
            Loss = caller(new KernelCall<T>
            {
                Logits = scores,
                Similarities = scores,
                Positives = scores.AsSpan(0, rows * 3),
                Negatives = scores.AsSpan(rows * 3, rows * 5),
                Labels = labels,
                LongLabels = Array.ConvertAll(labels, label => (long)label),
                ColumnLabels = Rows.Labels(Columns, _labels),
                Targets = Array.ConvertAll(Rows.Ordinary<T>(scores.Length, seed + 1), T.Abs),
                ClassWeights = Array.ConvertAll(Rows.Ordinary<T>(_scoresOfRow, seed + 2), T.Abs),
                Upstream = T.CreateChecked(0.75),
                Upstreams = Rows.Ordinary<T>(rows, seed + 3),
                Losses = result.Losses,
                Gradient = result.Gradient,
                PositiveGradient = result.Gradient.AsSpan(0, rows * 3),
                NegativeGradient = result.Gradient.AsSpan(rows * 3, rows * 5),
            }),
        };
    }
}

/// <summary>What a kernel returned and wrote.</summary>
internal sealed record BatchResult<T>(T Loss, T[] Gradient, T[] Losses)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Before the call: what is not written stays NaN.</summary>
    public BatchResult(int scores, int rows)
        : this(T.NaN, [.. Enumerable.Repeat(T.NaN, scores)], [.. Enumerable.Repeat(T.NaN, rows)])
    {
    }

    public void AppendTo(IncrementalHash hash)
    {
        hash.AppendData(Bits.AsBytes<T>([Loss]));
        hash.AppendData(Bits.AsBytes<T>(Gradient));
        hash.AppendData(Bits.AsBytes<T>(Losses));
    }
}
