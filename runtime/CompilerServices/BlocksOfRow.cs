using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>How far a loop over blocks of a row goes on without a mask. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BlocksOfRow
{
    /// <summary>The end of the blocks that are whole.</summary>
    /// <param name="first">The first score of a block.</param>
    /// <param name="end">The end of the scores.</param>
    /// <param name="size">How many scores a block has: a power of two.</param>
    /// <returns>The end, <paramref name="first"/> if there are none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint EndOfWhole(nuint first, nuint end, nuint size) => first + ((end - first) & ~(size - 1));

    /// <summary>The end of the blocks that are whole and come before the label's.</summary>
    /// <param name="label">The label of the row.</param>
    /// <param name="first">The first score of a block: a multiple of <paramref name="size"/>.</param>
    /// <param name="end">The end of the scores.</param>
    /// <param name="size">How many scores a block has: a power of two.</param>
    /// <returns>The end, <paramref name="first"/> if there are none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint EndWithout(nint label, nuint first, nuint end, nuint size)
    {
        nuint whole = EndOfWhole(first, end, size);
        nuint ofLabel = (nuint)label & ~(size - 1);

        // Behind the label's block only the row's end counts.
        return ofLabel >= first ? nuint.Min(ofLabel, whole) : whole;
    }
}
