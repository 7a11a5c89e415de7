using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>What a mean over rows is divided by, where that is not the number of rows. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelRows
{
    /// <summary>How many rows have another label than the one to ignore.</summary>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The label of each row.</param>
    /// <param name="ignoreLabel">The label to ignore.</param>
    /// <returns>The number of rows.</returns>
    public static double Kept<TLabel>(ReadOnlySpan<TLabel> labels, TLabel ignoreLabel)
        where TLabel : unmanaged, IBinaryInteger<TLabel> => labels.Length - labels.Count(ignoreLabel);

    /// <summary>The sum of the weights of the rows' labels.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The label of each row: 0 to C − 1, but for labels to ignore.</param>
    /// <param name="classWeights">The weight of each of C classes.</param>
    /// <param name="ignoreLabel">The label of rows that do not count; null if all do.</param>
    /// <returns>The sum.</returns>
    public static double WeightOf<T, TLabel>(ReadOnlySpan<TLabel> labels, ReadOnlySpan<T> classWeights, TLabel? ignoreLabel)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        var sum = new CompensatedSum();
        foreach (TLabel label in labels)
        {
            if (label != ignoreLabel)
            {
                sum.Add(double.CreateTruncating(classWeights[int.CreateTruncating(label)]));
            }
        }

        return sum.Total;
    }

    /// <summary>How many rows of a similarity matrix have a positive, a column with the row's label, and a negative, another column.</summary>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The label of each row.</param>
    /// <param name="columnLabels">The label of each column.</param>
    /// <param name="isSquare">Whether the columns are the rows themselves, so that a row's own column is neither.</param>
    /// <returns>The number of rows.</returns>
    public static double WithBothSides<TLabel>(ReadOnlySpan<TLabel> labels, ReadOnlySpan<TLabel> columnLabels, bool isSquare)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int rows = 0;
        foreach (TLabel label in labels)
        {
            CountSides(ref MemoryMarshal.GetReference(columnLabels), (nuint)columnLabels.Length, label, isSquare, out int positives, out int negatives);
            rows += positives > 0 && negatives > 0 ? 1 : 0;
        }

        return rows;
    }

    /// <summary>How many columns of a row of a similarity matrix are its positives and how many its negatives.</summary>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="columnLabels">The label of the first column.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="label">The label of the row.</param>
    /// <param name="isSquare">Whether one of the columns is the row itself, which is neither.</param>
    /// <param name="positives">How many positives there are.</param>
    /// <param name="negatives">How many negatives there are.</param>
    public static void CountSides<TLabel>(ref TLabel columnLabels, nuint columns, TLabel label, bool isSquare, out int positives, out int negatives)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        int same = MemoryMarshal.CreateReadOnlySpan(ref columnLabels, (int)columns).Count(label);
        positives = isSquare ? same - 1 : same;
        negatives = (int)columns - same;
    }
}
