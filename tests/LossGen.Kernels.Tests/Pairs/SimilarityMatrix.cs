using System.Numerics;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>A matrix of similarities, and which of its scores are a row's positives and negatives.</summary>
/// <typeparam name="T">What the kernels compute in.</typeparam>
/// <param name="Similarities">N × M, row after row.</param>
/// <param name="Labels">N of them.</param>
/// <param name="ColumnLabels">M of them; null where the columns are the rows, and what one has with itself does not count.</param>
internal sealed record SimilarityMatrix<T>(T[] Similarities, int[] Labels, int[]? ColumnLabels)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public int Rows => Labels.Length;

    public int Columns => (ColumnLabels ?? Labels).Length;

    /// <summary>Cosines, NaN on the diagonal that does not count, and labels of a few classes.</summary>
    public static SimilarityMatrix<T> Random(int rows, int? columns, int classes, int seed)
    {
        var random = new Random(seed);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        int[]? columnLabels = columns is { } count ? [.. Enumerable.Range(0, count).Select(_ => random.Next(classes))] : null;
        T[] similarities = [.. Enumerable.Range(0, rows * (columns ?? rows)).Select(_ => T.CreateChecked((random.Next(2049) - 1024) / 1024.0))];
        for (var row = 0; columns is null && row < rows; row++)
        {
            similarities[(row * rows) + row] = T.NaN;
        }

        return new(similarities, labels, columnLabels);
    }

    /// <summary>The columns of a row's positives and of its negatives.</summary>
    public (int[] Positives, int[] Negatives) ColumnsOf(int row)
    {
        var others = Enumerable.Range(0, Columns).Where(column => ColumnLabels is not null || column != row).ToArray();
        bool IsPositive(int column) => (ColumnLabels ?? Labels)[column] == Labels[row];
        return (Array.FindAll(others, IsPositive), Array.FindAll(others, column => !IsPositive(column)));
    }

    /// <summary>Whether a row has both a positive and a negative.</summary>
    public bool HasBothSides(int row) => ColumnsOf(row) is { Positives.Length: > 0, Negatives.Length: > 0 };

    public PairRow<T> Row(int row)
    {
        var (positives, negatives) = ColumnsOf(row);
        return new($"row {row}", Gather(positives), Gather(negatives));

        T[] Gather(int[] columns) => [.. columns.Select(column => Similarities[(row * Columns) + column])];
    }

    /// <summary>The inputs, and outputs of their own that hold NaN, so that what is not written shows.</summary>
    public KernelCall<T> Call()
    {
        var call = new KernelCall<T>
        {
            Similarities = Similarities,
            Labels = Labels,
            LongLabels = Array.ConvertAll(Labels, label => (long)label),
            ColumnLabels = ColumnLabels,
            LongColumnLabels = ColumnLabels is null ? null : Array.ConvertAll(ColumnLabels, label => (long)label),
            Upstream = T.One,
            Upstreams = Enumerable.Repeat(T.One, Rows).ToArray(),
            Gradient = new T[Similarities.Length],
            Losses = new T[Rows],
        };
        call.Gradient.Fill(T.NaN);
        call.Losses.Fill(T.NaN);
        return call;
    }
}
