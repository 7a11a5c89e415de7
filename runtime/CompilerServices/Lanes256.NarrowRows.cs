using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Rows of fewer scores than 128 bits hold: four rows of two or three floats are as many pieces of 128 bits, which are taken apart in registers.</content>
public static unsafe partial class Lanes256
{
    /// <summary>Loads rows of one score.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first of the scores.</param>
    /// <param name="v">The scores, a row a lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows<T>(ref T scores, out Vector256<T> v)
        where T : unmanaged, IFloatingPointIeee754<T> => v = Vector256.LoadUnsafe(ref scores);

    /// <summary>Loads 8 rows of two scores.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float scores, out Vector256<float> v0, out Vector256<float> v1)
    {
        Vector256<float> a = LoadPieces(ref scores, 0, 2);
        Vector256<float> b = LoadPieces(ref scores, 4, 2);
        v0 = Avx.Shuffle(a, b, 0b_10_00_10_00);
        v1 = Avx.Shuffle(a, b, 0b_11_01_11_01);
    }

    /// <summary>Loads 8 rows of three scores.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float scores, out Vector256<float> v0, out Vector256<float> v1, out Vector256<float> v2)
    {
        Vector256<float> a = LoadPieces(ref scores, 0, 3); // columns 0 1 2 0 of rows 0 0 0 1
        Vector256<float> b = LoadPieces(ref scores, 4, 3); // columns 1 2 0 1 of rows 1 1 2 2
        Vector256<float> c = LoadPieces(ref scores, 8, 3); // columns 2 0 1 2 of rows 2 3 3 3
        Vector256<float> ab = Avx.Shuffle(a, b, 0b_01_00_10_01);
        Vector256<float> bc = Avx.Shuffle(b, c, 0b_10_01_11_10);
        v0 = Avx.Shuffle(a, bc, 0b_10_00_11_00);
        v1 = Avx.Shuffle(ab, bc, 0b_11_01_10_00);
        v2 = Avx.Shuffle(ab, c, 0b_11_00_11_01);
    }

    /// <summary>Stores rows of one place.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="gradient">The first of the places.</param>
    /// <param name="v">The values, a row a lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows<T>(ref T gradient, Vector256<T> v)
        where T : unmanaged, IFloatingPointIeee754<T> => v.StoreUnsafe(ref gradient);

    /// <summary>Stores 8 rows of two places.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(ref float gradient, Vector256<float> v0, Vector256<float> v1)
    {
        StorePieces(Avx.UnpackLow(v0, v1), ref gradient, 0, 2);
        StorePieces(Avx.UnpackHigh(v0, v1), ref gradient, 4, 2);
    }

    /// <summary>Stores 8 rows of three places.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(ref float gradient, Vector256<float> v0, Vector256<float> v1, Vector256<float> v2)
    {
        Vector256<float> even01 = Avx.Shuffle(v0, v1, 0b_10_00_10_00);
        Vector256<float> odd12 = Avx.Shuffle(v1, v2, 0b_11_01_11_01);
        Vector256<float> even2Odd0 = Avx.Shuffle(v2, v0, 0b_11_01_10_00);
        StorePieces(Avx.Shuffle(even01, even2Odd0, 0b_10_00_10_00), ref gradient, 0, 3);
        StorePieces(Avx.Shuffle(odd12, even01, 0b_11_01_10_00), ref gradient, 4, 3);
        StorePieces(Avx.Shuffle(even2Odd0, odd12, 0b_11_01_11_01), ref gradient, 8, 3);
    }
}
