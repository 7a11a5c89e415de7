using System.Numerics;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Rows with the same numbers of positives and negatives, laid out for every kind of kernel.</summary>
/// <remarks>
/// As similarities the columns of the positives lie between those of the negatives, in the order of each side. All rows have the same label, and so
/// the same columns are positive in all of them.
/// </remarks>
/// <typeparam name="T">What the kernels compute in.</typeparam>
internal sealed class PairBatch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Label = 7;

    private readonly int[] _positiveColumns;
    private readonly int[] _negativeColumns;

    public PairBatch(params PairRow<T>[] rows)
    {
        Rows = rows;
        Positives = [.. rows.SelectMany(row => row.Positives)];
        Negatives = [.. rows.SelectMany(row => row.Negatives)];
        var (positives, negatives) = (rows[0].Positives.Length, rows[0].Negatives.Length);
        var columns = Enumerable.Range(0, positives + negatives).ToLookup(column => IsPositive(column, positives, negatives));
        (_positiveColumns, _negativeColumns) = ([.. columns[true]], [.. columns[false]]);
        ColumnLabels = new int[positives + negatives];
        Array.ForEach(_positiveColumns, column => ColumnLabels[column] = Label);
        Similarities = new T[rows.Length * ColumnLabels.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            Scatter(rows[row].Positives, _positiveColumns, row);
            Scatter(rows[row].Negatives, _negativeColumns, row);
        }
    }

    public IReadOnlyList<PairRow<T>> Rows { get; }

    public T[] Positives { get; }

    public T[] Negatives { get; }

    public T[] Similarities { get; }

    public int[] Labels => [.. Enumerable.Repeat(Label, Rows.Count)];

    public int[] ColumnLabels { get; }

    /// <summary>The inputs, and outputs of their own that hold NaN, so that what is not written shows; gradients are of the loss itself.</summary>
    public KernelCall<T> Call() => new()
    {
        Positives = Positives,
        Negatives = Negatives,
        Similarities = Similarities,
        Labels = Labels,
        LongLabels = Array.ConvertAll(Labels, label => (long)label),
        ColumnLabels = ColumnLabels,
        LongColumnLabels = Array.ConvertAll(ColumnLabels, label => (long)label),
        Upstream = T.One,
        Upstreams = Filled(Rows.Count, T.One),
        PositiveGradient = Filled(Positives.Length, T.NaN),
        NegativeGradient = Filled(Negatives.Length, T.NaN),
        Gradient = Filled(Similarities.Length, T.NaN),
        Losses = Filled(Rows.Count, T.NaN),
    };

    /// <summary>The places of the positives' scores among the similarities, row after row.</summary>
    public T[] PositivesOf(ReadOnlySpan<T> similarities) => Gather(similarities, _positiveColumns);

    /// <summary>The places of the negatives' scores among the similarities, row after row.</summary>
    public T[] NegativesOf(ReadOnlySpan<T> similarities) => Gather(similarities, _negativeColumns);

    /// <summary>Spreads the positives evenly.</summary>
    private static bool IsPositive(int column, int positives, int negatives) =>
        (column + 1) * positives / (positives + negatives) > column * positives / (positives + negatives);

    private static T[] Filled(int length, T value)
    {
        var values = new T[length];
        Array.Fill(values, value);
        return values;
    }

    private void Scatter(T[] scores, int[] columns, int row)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            Similarities[(row * ColumnLabels.Length) + columns[i]] = scores[i];
        }
    }

    private T[] Gather(ReadOnlySpan<T> similarities, int[] columns)
    {
        var gathered = new T[Rows.Count * columns.Length];
        for (var i = 0; i < gathered.Length; i++)
        {
            gathered[i] = similarities[(i / columns.Length * ColumnLabels.Length) + columns[i % columns.Length]];
        }

        return gathered;
    }
}
