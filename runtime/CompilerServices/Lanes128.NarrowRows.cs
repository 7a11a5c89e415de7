using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Rows of fewer scores than 128 bits hold: four rows of two or three floats are as many pieces of 128 bits, which are taken apart in registers.</content>
public static unsafe partial class Lanes128
{
    /// <summary>Loads rows of one score.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first of the scores.</param>
    /// <param name="v">The scores, a row a lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows<T>(ref T scores, out Vector128<T> v)
        where T : unmanaged, IFloatingPointIeee754<T> => v = Vector128.LoadUnsafe(ref scores);

    /// <summary>Loads 4 rows of two scores.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float scores, out Vector128<float> v0, out Vector128<float> v1)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref scores, 0);
        Vector128<float> b = Vector128.LoadUnsafe(ref scores, 4);
        v0 = Shuffle(a, b, 0b_10_00_10_00);
        v1 = Shuffle(a, b, 0b_11_01_11_01);
    }

    /// <summary>Loads 4 rows of three scores.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadRows(ref float scores, out Vector128<float> v0, out Vector128<float> v1, out Vector128<float> v2)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref scores, 0); // columns 0 1 2 0 of rows 0 0 0 1
        Vector128<float> b = Vector128.LoadUnsafe(ref scores, 4); // columns 1 2 0 1 of rows 1 1 2 2
        Vector128<float> c = Vector128.LoadUnsafe(ref scores, 8); // columns 2 0 1 2 of rows 2 3 3 3
        Vector128<float> ab = Shuffle(a, b, 0b_01_00_10_01);
        Vector128<float> bc = Shuffle(b, c, 0b_10_01_11_10);
        v0 = Shuffle(a, bc, 0b_10_00_11_00);
        v1 = Shuffle(ab, bc, 0b_11_01_10_00);
        v2 = Shuffle(ab, c, 0b_11_00_11_01);
    }

    /// <summary>Stores rows of one place.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="gradient">The first of the places.</param>
    /// <param name="v">The values, a row a lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows<T>(ref T gradient, Vector128<T> v)
        where T : unmanaged, IFloatingPointIeee754<T> => v.StoreUnsafe(ref gradient);

    /// <summary>Stores 4 rows of two places.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(ref float gradient, Vector128<float> v0, Vector128<float> v1)
    {
        UnpackLow(v0, v1).StoreUnsafe(ref gradient, 0);
        UnpackHigh(v0, v1).StoreUnsafe(ref gradient, 4);
    }

    /// <summary>Stores 4 rows of three places.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRows(ref float gradient, Vector128<float> v0, Vector128<float> v1, Vector128<float> v2)
    {
        Vector128<float> even01 = Shuffle(v0, v1, 0b_10_00_10_00);
        Vector128<float> odd12 = Shuffle(v1, v2, 0b_11_01_11_01);
        Vector128<float> even2Odd0 = Shuffle(v2, v0, 0b_11_01_10_00);
        Shuffle(even01, even2Odd0, 0b_10_00_10_00).StoreUnsafe(ref gradient, 0);
        Shuffle(odd12, even01, 0b_11_01_10_00).StoreUnsafe(ref gradient, 4);
        Shuffle(even2Odd0, odd12, 0b_11_01_11_01).StoreUnsafe(ref gradient, 8);
    }

    /// <summary>Two lanes of one vector, then two of the other, each given by two bits of <paramref name="control"/>, from the lowest on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Shuffle(Vector128<float> a, Vector128<float> b, [ConstantExpected] byte control) => Sse.IsSupported
        ? Sse.Shuffle(a, b, control)
        : Vector128.Create(a[control & 3], a[(control >> 2) & 3], b[(control >> 4) & 3], b[control >> 6]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UnpackLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b) : Vector128.Create(a[0], b[0], a[1], b[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> UnpackHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b) : Vector128.Create(a[2], b[2], a[3], b[3]);
}
