using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>Finds a score in a row. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Search
{
    /// <summary>The lowest class other than the label whose score is <paramref name="value"/>; −1 if there is none.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first score of the row.</param>
    /// <param name="classes">How many scores the row has.</param>
    /// <param name="label">The class to pass over.</param>
    /// <param name="value">The score to find.</param>
    /// <returns>The class.</returns>
    public static nint FirstIndexOf<T>(ref T scores, nuint classes, nint label, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> row = MemoryMarshal.CreateReadOnlySpan(ref scores, (int)classes);
        int index = row.IndexOf(value);
        if (index != label)
        {
            return index;
        }

        int behindLabel = row[(index + 1)..].IndexOf(value);
        return behindLabel < 0 ? -1 : index + 1 + behindLabel;
    }
}
