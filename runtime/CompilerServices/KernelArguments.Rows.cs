using System.Globalization;
using System.Numerics;

namespace LossGen.CompilerServices;

/// <content>Rows whose number only the scores tell, and what has one element a row or a class.</content>
public static partial class KernelArguments
{
    /// <summary>How many rows there are, where only the scores tell.</summary>
    /// <param name="length">How many scores there are.</param>
    /// <param name="perRow">How many a row has.</param>
    /// <param name="name">The scores' parameter.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">The scores cannot be divided evenly among rows.</exception>
    public static int RowsOf(int length, int perRow, string name)
    {
        // Without a score a row there can be no rows.
        if (perRow == 0 ? length != 0 : length % perRow != 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' has {length} scores, but rows of {perRow} need a multiple of {perRow}."),
                name);
        }

        return perRow == 0 ? 0 : length / perRow;
    }

    /// <summary>Requires a matrix of <paramref name="rows"/> × <paramref name="columns"/> scores.</summary>
    /// <param name="length">How many scores there are.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="name">The scores' parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void RequireMatrix(int length, int rows, int columns, string name)
    {
        if (length != (long)rows * columns)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' has {length} scores, but {RowCount(rows)} of {columns} columns need {(long)rows * columns}."),
                name);
        }
    }

    /// <summary>How many classes there are, where the weights tell.</summary>
    /// <param name="length">How many weights there are.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="name">The weights' parameter.</param>
    /// <returns>The number of classes.</returns>
    /// <exception cref="ArgumentException">There are rows, but no weights.</exception>
    public static int ClassesOfWeights(int length, int rows, string name)
    {
        if (length == 0 && rows > 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' is empty, but there {(rows == 1 ? "is" : "are")} {RowCount(rows)}: it needs one element a class."),
                name);
        }

        return length;
    }

    /// <summary>Requires as many scores as one row has.</summary>
    /// <param name="length">How many scores there are.</param>
    /// <param name="perRow">How many a row has.</param>
    /// <param name="name">The scores' parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void RequireOneRow(int length, int perRow, string name)
    {
        if (length != perRow)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' has {length} scores, but there is one row, which has {perRow}: for more rows the attribute has to fix both Positives and Negatives."),
                name);
        }
    }

    /// <summary>Requires as many rows as another parameter has.</summary>
    /// <param name="length">How many scores there are.</param>
    /// <param name="perRow">How many a row has.</param>
    /// <param name="rows">How many rows the other parameter has.</param>
    /// <param name="otherLength">How many scores the other parameter has.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="otherName">The other parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void RequireRows(int length, int perRow, int rows, int otherLength, string name, string otherName)
    {
        if (length != (long)rows * perRow)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}' has {length} scores, but '{otherName}' with its {otherLength} has {RowCount(rows)}: at {perRow} a row they need {(long)rows * perRow}."),
                name);
        }
    }

    /// <summary>Requires one element a row.</summary>
    /// <param name="length">How many elements there are.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="name">The parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void RequireOneARow(int length, int rows, string name)
    {
        if (length != rows)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' has the length {length}, but there {(rows == 1 ? "is" : "are")} {RowCount(rows)}: it needs one element a row."),
                name);
        }
    }

    /// <summary>Requires one element a class.</summary>
    /// <param name="length">How many elements there are.</param>
    /// <param name="classes">How many classes.</param>
    /// <param name="name">The parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void RequireOneAClass(int length, int classes, string name)
    {
        if (length != classes)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' has the length {length}, but there are {classes} classes: it needs one element a class."),
                name);
        }
    }

    /// <summary>Requires labels of 0 to <paramref name="classes"/> − 1, or the one that marks rows to ignore.</summary>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The label of each row.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="ignoreLabel">The label of rows that do not count.</param>
    /// <param name="name">The labels' parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is another number.</exception>
    public static void RequireLabels<TLabel>(ReadOnlySpan<TLabel> labels, int classes, TLabel ignoreLabel, string name)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] != ignoreLabel && (TLabel.IsNegative(labels[row]) || labels[row] >= TLabel.CreateSaturating(classes)))
            {
                throw new ArgumentOutOfRangeException(
                    name,
                    labels[row],
                    string.Create(CultureInfo.InvariantCulture, $"The label of row {row} is {labels[row]}: a label is a class from 0 to {classes - 1}, or {ignoreLabel} for a row to ignore."));
            }
        }
    }

    private static string RowCount(int rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} {(rows == 1 ? "row" : "rows")}");
}
