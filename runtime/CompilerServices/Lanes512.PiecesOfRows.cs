using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>
/// Sums and maxima of a block of rows at once: of each row a piece of 128 bits is left, and these are transposed, which takes fewer steps than joining the last lanes of one
/// row after the other. In narrower vectors, of fewer rows, it takes about as many.
/// </content>
public static unsafe partial class Lanes512
{
    /// <summary>The sums of lanes that are 128 bits apart.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>128 bits of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SumPiece<T>(Vector512<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Lanes256.SumPiece(value.GetLower() + value.GetUpper());

    /// <summary>The largest of lanes that are 128 bits apart; it may be another than a NaN.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>128 bits of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LargestPiece<T>(Vector512<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Lanes256.LargestPiece(Vector256.MaxNative(value.GetLower(), value.GetUpper()));

    /// <summary>Stores what is left of a row where <c>LoadPiecesOfRows</c> expects it: behind what is left of the row before.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="piece">What is left of it.</param>
    /// <param name="pieces">Memory for as many vectors as a piece has lanes.</param>
    /// <param name="row">The number of the row: less than a vector has lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePieceOfRow<T>(Vector128<T> piece, ref T pieces, nuint row)
        where T : unmanaged, IFloatingPointIeee754<T> => piece.StoreUnsafe(ref pieces, row * (nuint)Vector128<T>.Count);

    /// <summary>Loads what <see cref="StorePieceOfRow"/> has stored of 16 rows of floats, transposed.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="v0">The first lane of each piece, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPiecesOfRows(ref float pieces, out Vector512<float> v0, out Vector512<float> v1, out Vector512<float> v2, out Vector512<float> v3)
    {
        v0 = Vector512.LoadUnsafe(ref pieces, 0);
        v1 = Vector512.LoadUnsafe(ref pieces, 16);
        v2 = Vector512.LoadUnsafe(ref pieces, 32);
        v3 = Vector512.LoadUnsafe(ref pieces, 48);
        Transpose(ref v0, ref v1, ref v2, ref v3);

        // Every fourth row stands in neighbouring lanes now.
        Vector512<int> rows = Vector512.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
        v0 = Vector512.Shuffle(v0, rows);
        v1 = Vector512.Shuffle(v1, rows);
        v2 = Vector512.Shuffle(v2, rows);
        v3 = Vector512.Shuffle(v3, rows);
    }

    /// <summary>Loads what <see cref="StorePieceOfRow"/> has stored of 8 rows of doubles, transposed.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="v0">The first lane of each piece, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadPiecesOfRows(ref double pieces, out Vector512<double> v0, out Vector512<double> v1)
    {
        v0 = Vector512.LoadUnsafe(ref pieces, 0);
        v1 = Vector512.LoadUnsafe(ref pieces, 8);
        Transpose(ref v0, ref v1);

        // The first row and the fifth stand in neighbouring lanes now, and so on.
        Vector512<long> rows = Vector512.Create(0, 2, 4, 6, 1, 3, 5, 7);
        v0 = Vector512.Shuffle(v0, rows);
        v1 = Vector512.Shuffle(v1, rows);
    }
}
