using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>
/// Rows of ten scores, as many as there are digits: whole vectors are loaded and stored, since four rows are just ten pieces of 128 bits. Of the pieces of
/// two rows, 0 1 2 3 | 4 5 6 7 | 8 9 0 1 | 2 3 4 5 | 6 7 8 9, each pair of columns stands in one half in the first row and in the other in the second.
/// </content>
public static unsafe partial class Lanes512
{
    /// <summary>Loads 16 rows of ten scores.</summary>
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
        out Vector512<float> v0,
        out Vector512<float> v1,
        out Vector512<float> v2,
        out Vector512<float> v3,
        out Vector512<float> v4,
        out Vector512<float> v5,
        out Vector512<float> v6,
        out Vector512<float> v7,
        out Vector512<float> v8,
        out Vector512<float> v9)
    {
        LoadTwoPieces(ref scores, 0, out Vector512<float> p0, out Vector512<float> p1);
        LoadTwoPieces(ref scores, 8, out Vector512<float> p2, out Vector512<float> p3);
        LoadTwoPieces(ref scores, 16, out Vector512<float> p4, out Vector512<float> p5);
        LoadTwoPieces(ref scores, 24, out Vector512<float> p6, out Vector512<float> p7);
        LoadTwoPieces(ref scores, 32, out Vector512<float> p8, out Vector512<float> p9);
        SplitPairs(LowAndHigh(p0, p2), LowAndHigh(p5, p7), out v0, out v1);
        SplitPairs(HighAndLow(p0, p3), HighAndLow(p5, p8), out v2, out v3);
        SplitPairs(LowAndHigh(p1, p3), LowAndHigh(p6, p8), out v4, out v5);
        SplitPairs(HighAndLow(p1, p4), HighAndLow(p6, p9), out v6, out v7);
        SplitPairs(LowAndHigh(p2, p4), LowAndHigh(p7, p9), out v8, out v9);
    }

    /// <summary>Stores 16 rows of ten places.</summary>
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
        Vector512<float> v0,
        Vector512<float> v1,
        Vector512<float> v2,
        Vector512<float> v3,
        Vector512<float> v4,
        Vector512<float> v5,
        Vector512<float> v6,
        Vector512<float> v7,
        Vector512<float> v8,
        Vector512<float> v9)
    {
        JoinPairs(
            Avx512F.UnpackLow(v0, v1), Avx512F.UnpackLow(v2, v3), Avx512F.UnpackLow(v4, v5), Avx512F.UnpackLow(v6, v7), Avx512F.UnpackLow(v8, v9),
            out Vector512<float> p0, out Vector512<float> p1, out Vector512<float> p2, out Vector512<float> p3, out Vector512<float> p4);
        JoinPairs(
            Avx512F.UnpackHigh(v0, v1), Avx512F.UnpackHigh(v2, v3), Avx512F.UnpackHigh(v4, v5), Avx512F.UnpackHigh(v6, v7), Avx512F.UnpackHigh(v8, v9),
            out Vector512<float> p5, out Vector512<float> p6, out Vector512<float> p7, out Vector512<float> p8, out Vector512<float> p9);
        StoreHalves(FirstOf(p0, p1), FirstOfTurned(p2, p3), FirstOf(p4, p5), FirstOfTurned(p6, p7), FirstOf(p8, p9), ref gradient);
        StoreHalves(LastOf(p0, p1), LastOfTurned(p2, p3), LastOf(p4, p5), LastOfTurned(p6, p7), LastOf(p8, p9), ref Unsafe.Add(ref gradient, 80));
    }

    /// <summary>Loads a piece and the next of each four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadTwoPieces(ref float scores, nuint offset, out Vector512<float> piece, out Vector512<float> next)
    {
        Vector512<float> first = LoadHalves(ref scores, offset, 10);
        Vector512<float> last = LoadHalves(ref scores, offset + 80, 10);
        piece = Even(first, last);
        next = Odd(first, last);
    }

    /// <summary>Stores the pieces of two fours of rows, two a half: the halves follow each other in memory, the first four's before the last's.</summary>
    /// <param name="v0">Pieces 0 and 1 of the first four, then of the last.</param>
    /// <param name="v2">Pieces 2 and 3 of the last four, then of the first.</param>
    /// <param name="v4">Pieces 4 and 5 of the first four, then of the last.</param>
    /// <param name="v6">Pieces 6 and 7 of the last four, then of the first.</param>
    /// <param name="v8">Pieces 8 and 9 of the first four, then of the last.</param>
    /// <param name="gradient">Where to.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(Vector512<float> v0, Vector512<float> v2, Vector512<float> v4, Vector512<float> v6, Vector512<float> v8, ref float gradient)
    {
        v2.WithLower(v0.GetLower()).StoreUnsafe(ref gradient, 0);
        v6.WithLower(v4.GetLower()).StoreUnsafe(ref gradient, 16);
        v0.WithLower(v8.GetLower()).StoreUnsafe(ref gradient, 32);
        v4.WithLower(v2.GetLower()).StoreUnsafe(ref gradient, 48);
        v8.WithLower(v6.GetLower()).StoreUnsafe(ref gradient, 64);
    }

    /// <summary>The pieces of the first four rows, then those of the second four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FirstOf(Vector512<float> piece, Vector512<float> next) =>
        Avx512F.PermuteVar16x32x2(piece, Vector512.Create(0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23), next);

    /// <summary>The pieces of the second four rows, then those of the first four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> FirstOfTurned(Vector512<float> piece, Vector512<float> next) =>
        Avx512F.PermuteVar16x32x2(piece, Vector512.Create(4, 5, 6, 7, 20, 21, 22, 23, 0, 1, 2, 3, 16, 17, 18, 19), next);

    /// <summary>The pieces of the third four rows, then those of the last four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LastOf(Vector512<float> piece, Vector512<float> next) =>
        Avx512F.PermuteVar16x32x2(piece, Vector512.Create(8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31), next);

    /// <summary>The pieces of the last four rows, then those of the third four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LastOfTurned(Vector512<float> piece, Vector512<float> next) =>
        Avx512F.PermuteVar16x32x2(piece, Vector512.Create(12, 13, 14, 15, 28, 29, 30, 31, 8, 9, 10, 11, 24, 25, 26, 27), next);

    /// <summary>Two columns of four rows, which are pairs so far: of the first two rows and of the other two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SplitPairs(Vector512<float> firstRows, Vector512<float> lastRows, out Vector512<float> column, out Vector512<float> next)
    {
        column = Avx512F.Shuffle(firstRows, lastRows, 0b_10_00_10_00);
        next = Avx512F.Shuffle(firstRows, lastRows, 0b_11_01_11_01);
    }

    /// <summary>The five pieces of two rows, of pairs of columns: a row's pair in the lower half, the next row's in the upper.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void JoinPairs(
        Vector512<float> pair0,
        Vector512<float> pair1,
        Vector512<float> pair2,
        Vector512<float> pair3,
        Vector512<float> pair4,
        out Vector512<float> p0,
        out Vector512<float> p1,
        out Vector512<float> p2,
        out Vector512<float> p3,
        out Vector512<float> p4)
    {
        p0 = Avx512F.Shuffle(pair0, pair1, 0b_01_00_01_00);
        p1 = Avx512F.Shuffle(pair2, pair3, 0b_01_00_01_00);
        p2 = LowAndHigh(pair4, pair0);
        p3 = Avx512F.Shuffle(pair1, pair2, 0b_11_10_11_10);
        p4 = Avx512F.Shuffle(pair3, pair4, 0b_11_10_11_10);
    }

    /// <summary>The lower half of one and the upper half of the other, in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LowAndHigh(Vector512<float> a, Vector512<float> b) => Avx512F.Shuffle(a, b, 0b_11_10_01_00);

    /// <summary>The upper half of one and the lower half of the other, in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> HighAndLow(Vector512<float> a, Vector512<float> b) => Avx512F.Shuffle(a, b, 0b_01_00_11_10);
}
