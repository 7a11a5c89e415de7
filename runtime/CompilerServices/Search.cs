using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>Finds a score in a row. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Search
{
    /// <summary>The lowest class other than the label whose score is <paramref name="value"/>, which may be NaN; −1 if there is none.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first score of the row.</param>
    /// <param name="classes">How many scores the row has.</param>
    /// <param name="label">The class to pass over.</param>
    /// <param name="value">The score to find.</param>
    /// <returns>The class.</returns>
    public static nint FirstIndexOf<T>(ref T scores, nuint classes, nint label, T value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var wanted = new Vector<T>(value);
        for (nuint i = 0; i < classes; i += (nuint)Vector<T>.Count)
        {
            bool isWhole = i + (nuint)Vector<T>.Count <= classes;
            if (isWhole && !T.IsNaN(value) && !Vector.EqualsAny(Vector.LoadUnsafe(ref scores, i), wanted))
            {
                continue;
            }

            for (nuint j = i; j < nuint.Min(i + (nuint)Vector<T>.Count, classes); j++)
            {
                if (Unsafe.Add(ref scores, j).Equals(value) && (nint)j != label)
                {
                    return (nint)j;
                }
            }
        }

        return -1;
    }
}
