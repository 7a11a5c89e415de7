using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Rows in memory, columns in vectors: blocks of 128 bits of as many rows are transposed in registers, without a gather.</content>
public static unsafe partial class Lanes512
{
    /// <summary>Loads two columns of 8 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref double scores, nuint stride, nuint column, out Vector512<double> v0, out Vector512<double> v1)
    {
        v0 = LoadPieces(ref scores, column, stride);
        v1 = LoadPieces(ref scores, column + stride, stride);
        Transpose(ref v0, ref v1);
    }

    /// <summary>Loads four columns of 16 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref float scores, nuint stride, nuint column, out Vector512<float> v0, out Vector512<float> v1, out Vector512<float> v2, out Vector512<float> v3)
    {
        v0 = LoadPieces(ref scores, column, stride);
        v1 = LoadPieces(ref scores, column + stride, stride);
        v2 = LoadPieces(ref scores, column + 2 * stride, stride);
        v3 = LoadPieces(ref scores, column + 3 * stride, stride);
        Transpose(ref v0, ref v1, ref v2, ref v3);
    }

    /// <summary>Loads eight columns of 16 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    /// <param name="v4">The fifth.</param>
    /// <param name="v5">The sixth.</param>
    /// <param name="v6">The seventh.</param>
    /// <param name="v7">The eighth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(
        ref float scores,
        nuint stride,
        nuint column,
        out Vector512<float> v0,
        out Vector512<float> v1,
        out Vector512<float> v2,
        out Vector512<float> v3,
        out Vector512<float> v4,
        out Vector512<float> v5,
        out Vector512<float> v6,
        out Vector512<float> v7)
    {
        // Each vector holds eight scores of a row and of the fourth row after it.
        Vector512<float> a0 = LoadHalves(ref scores, column, stride);
        Vector512<float> a1 = LoadHalves(ref scores, column + stride, stride);
        Vector512<float> a2 = LoadHalves(ref scores, column + 2 * stride, stride);
        Vector512<float> a3 = LoadHalves(ref scores, column + 3 * stride, stride);
        Vector512<float> b0 = LoadHalves(ref scores, column + 8 * stride, stride);
        Vector512<float> b1 = LoadHalves(ref scores, column + 9 * stride, stride);
        Vector512<float> b2 = LoadHalves(ref scores, column + 10 * stride, stride);
        Vector512<float> b3 = LoadHalves(ref scores, column + 11 * stride, stride);
        Transpose(ref a0, ref a1, ref a2, ref a3);
        Transpose(ref b0, ref b1, ref b2, ref b3);
        (v0, v4) = (Even(a0, b0), Odd(a0, b0));
        (v1, v5) = (Even(a1, b1), Odd(a1, b1));
        (v2, v6) = (Even(a2, b2), Odd(a2, b2));
        (v3, v7) = (Even(a3, b3), Odd(a3, b3));
    }

    /// <summary>Stores two columns of 8 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(ref double gradient, nuint stride, nuint column, Vector512<double> v0, Vector512<double> v1)
    {
        Transpose(ref v0, ref v1);
        StorePieces(v0, ref gradient, column, stride);
        StorePieces(v1, ref gradient, column + stride, stride);
    }

    /// <summary>Stores four columns of 16 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(ref float gradient, nuint stride, nuint column, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3)
    {
        Transpose(ref v0, ref v1, ref v2, ref v3);
        StorePieces(v0, ref gradient, column, stride);
        StorePieces(v1, ref gradient, column + stride, stride);
        StorePieces(v2, ref gradient, column + 2 * stride, stride);
        StorePieces(v3, ref gradient, column + 3 * stride, stride);
    }

    /// <summary>Stores eight columns of 16 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    /// <param name="v4">The fifth.</param>
    /// <param name="v5">The sixth.</param>
    /// <param name="v6">The seventh.</param>
    /// <param name="v7">The eighth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(
        ref float gradient,
        nuint stride,
        nuint column,
        Vector512<float> v0,
        Vector512<float> v1,
        Vector512<float> v2,
        Vector512<float> v3,
        Vector512<float> v4,
        Vector512<float> v5,
        Vector512<float> v6,
        Vector512<float> v7)
    {
        // 4 × 4 blocks come out as the first four rows of each half of the columns; a row's two halves are put side by side then.
        Transpose(ref v0, ref v1, ref v2, ref v3);
        Transpose(ref v4, ref v5, ref v6, ref v7);
        StoreRows(v0, v4, ref gradient, column, stride);
        StoreRows(v1, v5, ref gradient, column + stride, stride);
        StoreRows(v2, v6, ref gradient, column + 2 * stride, stride);
        StoreRows(v3, v7, ref gradient, column + 3 * stride, stride);
    }

    /// <summary>Four scores of every fourth row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LoadPieces(ref float scores, nuint offset, nuint stride) =>
        Vector128.LoadUnsafe(ref scores, offset).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref scores, offset + 4 * stride)).ToVector512Unsafe()
            .WithUpper(Vector128.LoadUnsafe(ref scores, offset + 8 * stride).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref scores, offset + 12 * stride)));

    /// <summary>Two scores of every second row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LoadPieces(ref double scores, nuint offset, nuint stride) =>
        Vector128.LoadUnsafe(ref scores, offset).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref scores, offset + 2 * stride)).ToVector512Unsafe()
            .WithUpper(Vector128.LoadUnsafe(ref scores, offset + 4 * stride).ToVector256Unsafe().WithUpper(Vector128.LoadUnsafe(ref scores, offset + 6 * stride)));

    /// <summary>Eight scores of a row, and of the fourth row after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LoadHalves(ref float scores, nuint offset, nuint stride) =>
        Vector256.LoadUnsafe(ref scores, offset).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref scores, offset + 4 * stride));

    /// <summary>The first and the third 128 bits of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Even(Vector512<float> a, Vector512<float> b) => Avx512F.Shuffle4x128(a, b, 0b_10_00_10_00);

    /// <summary>The second and the fourth 128 bits of two vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Odd(Vector512<float> a, Vector512<float> b) => Avx512F.Shuffle4x128(a, b, 0b_11_01_11_01);

    /// <summary>Stores a row and every fourth after it, of which one vector holds the first four places and the other the next four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRows(Vector512<float> first, Vector512<float> second, ref float gradient, nuint offset, nuint stride)
    {
        // 128 bits of each in turn: those of rows 0 and 4, and those of rows 8 and 12.
        Vector512<float> low = FirstOf(first, second);
        Vector512<float> high = LastOf(first, second);
        low.GetLower().StoreUnsafe(ref gradient, offset);
        low.GetUpper().StoreUnsafe(ref gradient, offset + 4 * stride);
        high.GetLower().StoreUnsafe(ref gradient, offset + 8 * stride);
        high.GetUpper().StoreUnsafe(ref gradient, offset + 12 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePieces(Vector512<float> value, ref float gradient, nuint offset, nuint stride)
    {
        value.GetLower().GetLower().StoreUnsafe(ref gradient, offset);
        Avx512F.ExtractVector128(value, 1).StoreUnsafe(ref gradient, offset + 4 * stride);
        Avx512F.ExtractVector128(value, 2).StoreUnsafe(ref gradient, offset + 8 * stride);
        Avx512F.ExtractVector128(value, 3).StoreUnsafe(ref gradient, offset + 12 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePieces(Vector512<double> value, ref double gradient, nuint offset, nuint stride)
    {
        value.GetLower().GetLower().StoreUnsafe(ref gradient, offset);
        Avx512DQ.ExtractVector128(value, 1).StoreUnsafe(ref gradient, offset + 2 * stride);
        Avx512DQ.ExtractVector128(value, 2).StoreUnsafe(ref gradient, offset + 4 * stride);
        Avx512DQ.ExtractVector128(value, 3).StoreUnsafe(ref gradient, offset + 6 * stride);
    }

    /// <summary>Transposes blocks of 4 × 4, one in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector512<float> v0, ref Vector512<float> v1, ref Vector512<float> v2, ref Vector512<float> v3)
    {
        Vector512<float> low01 = Avx512F.UnpackLow(v0, v1);
        Vector512<float> high01 = Avx512F.UnpackHigh(v0, v1);
        Vector512<float> low23 = Avx512F.UnpackLow(v2, v3);
        Vector512<float> high23 = Avx512F.UnpackHigh(v2, v3);
        v0 = Avx512F.Shuffle(low01, low23, 0b_01_00_01_00);
        v1 = Avx512F.Shuffle(low01, low23, 0b_11_10_11_10);
        v2 = Avx512F.Shuffle(high01, high23, 0b_01_00_01_00);
        v3 = Avx512F.Shuffle(high01, high23, 0b_11_10_11_10);
    }

    /// <summary>Transposes blocks of 2 × 2, one in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector512<double> v0, ref Vector512<double> v1)
    {
        (v0, v1) = (Avx512F.UnpackLow(v0, v1), Avx512F.UnpackHigh(v0, v1));
    }
}
