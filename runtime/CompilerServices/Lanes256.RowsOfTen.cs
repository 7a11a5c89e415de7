using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>
/// Rows of ten scores, as many as there are digits: whole vectors are loaded and stored, since four rows are just ten pieces of 128 bits. Of the pieces of
/// two rows, 0 1 2 3 | 4 5 6 7 | 8 9 0 1 | 2 3 4 5 | 6 7 8 9, each pair of columns stands in one half in the first row and in the other in the second.
/// </content>
public static unsafe partial class Lanes256
{
    /// <summary>Loads 8 rows of ten scores.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    /// <param name="v4">The fifth.</param>
    /// <param name="v5">The sixth.</param>
    /// <param name="v6">The seventh.</param>
    /// <param name="v7">The eighth.</param>
    /// <param name="v8">The ninth.</param>
    /// <param name="v9">The tenth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(
        ref float scores,
        out Vector256<float> v0,
        out Vector256<float> v1,
        out Vector256<float> v2,
        out Vector256<float> v3,
        out Vector256<float> v4,
        out Vector256<float> v5,
        out Vector256<float> v6,
        out Vector256<float> v7,
        out Vector256<float> v8,
        out Vector256<float> v9)
    {
        Vector256<float> p0 = LoadPieces(ref scores, 0, 10);
        Vector256<float> p1 = LoadPieces(ref scores, 4, 10);
        Vector256<float> p2 = LoadPieces(ref scores, 8, 10);
        Vector256<float> p3 = LoadPieces(ref scores, 12, 10);
        Vector256<float> p4 = LoadPieces(ref scores, 16, 10);
        Vector256<float> p5 = LoadPieces(ref scores, 20, 10);
        Vector256<float> p6 = LoadPieces(ref scores, 24, 10);
        Vector256<float> p7 = LoadPieces(ref scores, 28, 10);
        Vector256<float> p8 = LoadPieces(ref scores, 32, 10);
        Vector256<float> p9 = LoadPieces(ref scores, 36, 10);
        SplitPairs(LowAndHigh(p0, p2), LowAndHigh(p5, p7), out v0, out v1);
        SplitPairs(HighAndLow(p0, p3), HighAndLow(p5, p8), out v2, out v3);
        SplitPairs(LowAndHigh(p1, p3), LowAndHigh(p6, p8), out v4, out v5);
        SplitPairs(HighAndLow(p1, p4), HighAndLow(p6, p9), out v6, out v7);
        SplitPairs(LowAndHigh(p2, p4), LowAndHigh(p7, p9), out v8, out v9);
    }

    /// <summary>Stores 8 rows of ten places.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    /// <param name="v4">The fifth.</param>
    /// <param name="v5">The sixth.</param>
    /// <param name="v6">The seventh.</param>
    /// <param name="v7">The eighth.</param>
    /// <param name="v8">The ninth.</param>
    /// <param name="v9">The tenth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(
        ref float gradient,
        Vector256<float> v0,
        Vector256<float> v1,
        Vector256<float> v2,
        Vector256<float> v3,
        Vector256<float> v4,
        Vector256<float> v5,
        Vector256<float> v6,
        Vector256<float> v7,
        Vector256<float> v8,
        Vector256<float> v9)
    {
        JoinPairs(
            Avx.UnpackLow(v0, v1), Avx.UnpackLow(v2, v3), Avx.UnpackLow(v4, v5), Avx.UnpackLow(v6, v7), Avx.UnpackLow(v8, v9),
            out Vector256<float> p0, out Vector256<float> p1, out Vector256<float> p2, out Vector256<float> p3, out Vector256<float> p4);
        JoinPairs(
            Avx.UnpackHigh(v0, v1), Avx.UnpackHigh(v2, v3), Avx.UnpackHigh(v4, v5), Avx.UnpackHigh(v6, v7), Avx.UnpackHigh(v8, v9),
            out Vector256<float> p5, out Vector256<float> p6, out Vector256<float> p7, out Vector256<float> p8, out Vector256<float> p9);
        StoreTwoPieces(p0, p1, ref gradient, 0);
        StoreTwoPieces(p2, p3, ref gradient, 8);
        StoreTwoPieces(p4, p5, ref gradient, 16);
        StoreTwoPieces(p6, p7, ref gradient, 24);
        StoreTwoPieces(p8, p9, ref gradient, 32);
    }

    /// <summary>Stores a piece and the next of both fours of rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreTwoPieces(Vector256<float> piece, Vector256<float> next, ref float gradient, nuint offset)
    {
        Avx.Permute2x128(piece, next, 0x20).StoreUnsafe(ref gradient, offset);
        Avx.Permute2x128(piece, next, 0x31).StoreUnsafe(ref gradient, offset + 40);
    }

    /// <summary>Two columns of four rows, which are pairs so far: of the first two rows and of the other two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SplitPairs(Vector256<float> firstRows, Vector256<float> lastRows, out Vector256<float> column, out Vector256<float> next)
    {
        column = Avx.Shuffle(firstRows, lastRows, 0b_10_00_10_00);
        next = Avx.Shuffle(firstRows, lastRows, 0b_11_01_11_01);
    }

    /// <summary>The five pieces of two rows, of pairs of columns: a row's pair in the lower half, the next row's in the upper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void JoinPairs(
        Vector256<float> pair0,
        Vector256<float> pair1,
        Vector256<float> pair2,
        Vector256<float> pair3,
        Vector256<float> pair4,
        out Vector256<float> p0,
        out Vector256<float> p1,
        out Vector256<float> p2,
        out Vector256<float> p3,
        out Vector256<float> p4)
    {
        p0 = Avx.Shuffle(pair0, pair1, 0b_01_00_01_00);
        p1 = Avx.Shuffle(pair2, pair3, 0b_01_00_01_00);
        p2 = LowAndHigh(pair4, pair0);
        p3 = Avx.Shuffle(pair1, pair2, 0b_11_10_11_10);
        p4 = Avx.Shuffle(pair3, pair4, 0b_11_10_11_10);
    }

    /// <summary>The lower half of one and the upper half of the other, in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LowAndHigh(Vector256<float> a, Vector256<float> b) => Avx.Shuffle(a, b, 0b_11_10_01_00);

    /// <summary>The upper half of one and the lower half of the other, in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> HighAndLow(Vector256<float> a, Vector256<float> b) => Avx.Shuffle(a, b, 0b_01_00_11_10);
}
