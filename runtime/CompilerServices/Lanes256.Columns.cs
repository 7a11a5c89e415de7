using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Rows in memory, columns in vectors: blocks of 128 bits of as many rows are transposed in registers, without a gather.</content>
public static unsafe partial class Lanes256
{
    /// <summary>Loads two columns of 4 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref double scores, nuint stride, nuint column, out Vector256<double> v0, out Vector256<double> v1)
    {
        v0 = LoadPieces(ref scores, column, stride);
        v1 = LoadPieces(ref scores, column + stride, stride);
        Transpose(ref v0, ref v1);
    }

    /// <summary>Loads four columns of 8 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref float scores, nuint stride, nuint column, out Vector256<float> v0, out Vector256<float> v1, out Vector256<float> v2, out Vector256<float> v3)
    {
        v0 = LoadPieces(ref scores, column, stride);
        v1 = LoadPieces(ref scores, column + stride, stride);
        v2 = LoadPieces(ref scores, column + 2 * stride, stride);
        v3 = LoadPieces(ref scores, column + 3 * stride, stride);
        Transpose(ref v0, ref v1, ref v2, ref v3);
    }

    /// <summary>Stores two columns of 4 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(ref double gradient, nuint stride, nuint column, Vector256<double> v0, Vector256<double> v1)
    {
        Transpose(ref v0, ref v1);
        StorePieces(v0, ref gradient, column, stride);
        StorePieces(v1, ref gradient, column + stride, stride);
    }

    /// <summary>Stores four columns of 8 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(ref float gradient, nuint stride, nuint column, Vector256<float> v0, Vector256<float> v1, Vector256<float> v2, Vector256<float> v3)
    {
        Transpose(ref v0, ref v1, ref v2, ref v3);
        StorePieces(v0, ref gradient, column, stride);
        StorePieces(v1, ref gradient, column + stride, stride);
        StorePieces(v2, ref gradient, column + 2 * stride, stride);
        StorePieces(v3, ref gradient, column + 3 * stride, stride);
    }

    /// <summary>Four scores of every fourth row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LoadPieces(ref float scores, nuint offset, nuint stride) =>
        Vector128.LoadUnsafe(ref scores, offset).ToVector256Unsafe()
            .WithUpper(Vector128.LoadUnsafe(ref scores, offset + 4 * stride));

    /// <summary>Two scores of every second row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LoadPieces(ref double scores, nuint offset, nuint stride) =>
        Vector128.LoadUnsafe(ref scores, offset).ToVector256Unsafe()
            .WithUpper(Vector128.LoadUnsafe(ref scores, offset + 2 * stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePieces(Vector256<float> value, ref float gradient, nuint offset, nuint stride)
    {
        value.GetLower().StoreUnsafe(ref gradient, offset);
        value.GetUpper().StoreUnsafe(ref gradient, offset + 4 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePieces(Vector256<double> value, ref double gradient, nuint offset, nuint stride)
    {
        value.GetLower().StoreUnsafe(ref gradient, offset);
        value.GetUpper().StoreUnsafe(ref gradient, offset + 2 * stride);
    }

    /// <summary>Transposes blocks of 4 × 4, one in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector256<float> v0, ref Vector256<float> v1, ref Vector256<float> v2, ref Vector256<float> v3)
    {
        Vector256<float> low01 = Avx.UnpackLow(v0, v1);
        Vector256<float> high01 = Avx.UnpackHigh(v0, v1);
        Vector256<float> low23 = Avx.UnpackLow(v2, v3);
        Vector256<float> high23 = Avx.UnpackHigh(v2, v3);
        v0 = Avx.Shuffle(low01, low23, 0b_01_00_01_00);
        v1 = Avx.Shuffle(low01, low23, 0b_11_10_11_10);
        v2 = Avx.Shuffle(high01, high23, 0b_01_00_01_00);
        v3 = Avx.Shuffle(high01, high23, 0b_11_10_11_10);
    }

    /// <summary>Transposes blocks of 2 × 2, one in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector256<double> v0, ref Vector256<double> v1)
    {
        (v0, v1) = (Avx.UnpackLow(v0, v1), Avx.UnpackHigh(v0, v1));
    }
}
