using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>Finds a score in a row. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Search
{
    /// <summary>The lowest index but one whose score is <paramref name="value"/>, which may be NaN; −1 if there is none.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first score of the row.</param>
    /// <param name="count">How many scores the row has.</param>
    /// <param name="excluded">The index to pass over; −1 if there is none.</param>
    /// <param name="value">The score to find.</param>
    /// <returns>The index.</returns>
    public static nint FirstIndexOf<T>(ref T scores, nuint count, nint excluded, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint index = NextIndexOf(ref scores, 0, count, value);
        return index == excluded && index >= 0 ? NextIndexOf(ref scores, (nuint)index + 1, count, value) : index;
    }

    /// <summary>The lowest column of a similarity matrix on one side of a row whose score is <paramref name="value"/>, which may be NaN; −1 if there is none.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="scores">The first score of the row.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="columnLabels">The label of each.</param>
    /// <param name="label">The label of the row.</param>
    /// <param name="self">The column of the row itself, which is on neither side; −1 if there is none.</param>
    /// <param name="isPositive">Whether to look among the columns with the row's label, and not among the others.</param>
    /// <param name="value">The score to find.</param>
    /// <returns>The column.</returns>
    public static nint FirstIndexOf<T, TLabel>(ref T scores, nuint columns, ref TLabel columnLabels, TLabel label, nint self, bool isPositive, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        nint index = -1;
        do
        {
            index = NextIndexOf(ref scores, (nuint)(index + 1), columns, value);
        }
        while (index >= 0 && (index == self || Unsafe.Add(ref columnLabels, index) == label != isPositive));

        return index;
    }

    /// <summary>The lowest index of the largest score, or of the first NaN if there is one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first score of the row.</param>
    /// <param name="count">How many scores the row has, at least 1.</param>
    /// <returns>The index.</returns>
    public static nint IndexOfLargest<T>(ref T scores, nuint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T largest = scores;
        nuint i = 0;
        if (count >= (nuint)Vector<T>.Count)
        {
            Vector<T> lanes = Vector.LoadUnsafe(ref scores);
            for (i = (nuint)Vector<T>.Count; i + (nuint)Vector<T>.Count <= count; i += (nuint)Vector<T>.Count)
            {
                lanes = Vector.Max(lanes, Vector.LoadUnsafe(ref scores, i));
            }

            for (int lane = 0; lane < Vector<T>.Count; lane++)
            {
                largest = T.Max(largest, lanes[lane]);
            }
        }

        for (; i < count; i++)
        {
            largest = T.Max(largest, Unsafe.Add(ref scores, i));
        }

        // Found again unless another thread has changed it meanwhile: an index within the row it has to be all the same.
        return nint.Max(NextIndexOf(ref scores, 0, count, largest), 0);
    }

    private static nint NextIndexOf<T>(ref T scores, nuint start, nuint count, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wanted = new Vector<T>(value);
        bool isNaN = T.IsNaN(value);
        nuint i = start;
        for (; i + (nuint)Vector<T>.Count <= count; i += (nuint)Vector<T>.Count)
        {
            Vector<T> lanes = Vector.LoadUnsafe(ref scores, i);
            Vector<T> isFound = isNaN ? Vector.IsNaN(lanes) : Vector.Equals(lanes, wanted);
            if (Vector.AnyWhereAllBitsSet(isFound))
            {
                return (nint)i + Vector.IndexOfWhereAllBitsSet(isFound);
            }
        }

        for (; i < count; i++)
        {
            if (Unsafe.Add(ref scores, i).Equals(value))
            {
                return (nint)i;
            }
        }

        return -1;
    }
}
