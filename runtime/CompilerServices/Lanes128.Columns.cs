using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Rows in memory, columns in vectors: blocks of 128 bits of as many rows are transposed in registers, without a gather.</content>
public static unsafe partial class Lanes128
{
    /// <summary>Loads two columns of 2 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref double scores, nuint stride, nuint column, out Vector128<double> v0, out Vector128<double> v1)
    {
        v0 = Vector128.LoadUnsafe(ref scores, column);
        v1 = Vector128.LoadUnsafe(ref scores, column + stride);
        Transpose(ref v0, ref v1);
    }

    /// <summary>Loads four columns of 4 rows.</summary>
    /// <param name="scores">The first score of the first row.</param>
    /// <param name="stride">How many scores a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void LoadColumns(ref float scores, nuint stride, nuint column, out Vector128<float> v0, out Vector128<float> v1, out Vector128<float> v2, out Vector128<float> v3)
    {
        v0 = Vector128.LoadUnsafe(ref scores, column);
        v1 = Vector128.LoadUnsafe(ref scores, column + stride);
        v2 = Vector128.LoadUnsafe(ref scores, column + 2 * stride);
        v3 = Vector128.LoadUnsafe(ref scores, column + 3 * stride);
        Transpose(ref v0, ref v1, ref v2, ref v3);
    }

    /// <summary>Stores two columns of 2 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(ref double gradient, nuint stride, nuint column, Vector128<double> v0, Vector128<double> v1)
    {
        Transpose(ref v0, ref v1);
        v0.StoreUnsafe(ref gradient, column);
        v1.StoreUnsafe(ref gradient, column + stride);
    }

    /// <summary>Stores four columns of 4 rows.</summary>
    /// <param name="gradient">The first place of the first row.</param>
    /// <param name="stride">How many places a row has.</param>
    /// <param name="column">The first of the columns.</param>
    /// <param name="v0">The first column, a row a lane.</param>
    /// <param name="v1">The second.</param>
    /// <param name="v2">The third.</param>
    /// <param name="v3">The fourth.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreColumns(ref float gradient, nuint stride, nuint column, Vector128<float> v0, Vector128<float> v1, Vector128<float> v2, Vector128<float> v3)
    {
        Transpose(ref v0, ref v1, ref v2, ref v3);
        v0.StoreUnsafe(ref gradient, column);
        v1.StoreUnsafe(ref gradient, column + stride);
        v2.StoreUnsafe(ref gradient, column + 2 * stride);
        v3.StoreUnsafe(ref gradient, column + 3 * stride);
    }

    /// <summary>Transposes blocks of 4 × 4, one in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector128<float> v0, ref Vector128<float> v1, ref Vector128<float> v2, ref Vector128<float> v3)
    {
        if (Sse.IsSupported)
        {
            Vector128<float> low01 = Sse.UnpackLow(v0, v1);
            Vector128<float> high01 = Sse.UnpackHigh(v0, v1);
            Vector128<float> low23 = Sse.UnpackLow(v2, v3);
            Vector128<float> high23 = Sse.UnpackHigh(v2, v3);
            v0 = Sse.MoveLowToHigh(low01, low23);
            v1 = Sse.MoveHighToLow(low23, low01);
            v2 = Sse.MoveLowToHigh(high01, high23);
            v3 = Sse.MoveHighToLow(high23, high01);
        }
        else
        {
            (v0, v1, v2, v3) = (
                Vector128.Create(v0[0], v1[0], v2[0], v3[0]),
                Vector128.Create(v0[1], v1[1], v2[1], v3[1]),
                Vector128.Create(v0[2], v1[2], v2[2], v3[2]),
                Vector128.Create(v0[3], v1[3], v2[3], v3[3]));
        }
    }

    /// <summary>Transposes blocks of 2 × 2, one in each 128 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref Vector128<double> v0, ref Vector128<double> v1)
    {
        (v0, v1) = (Vector128.Create(v0.GetLower(), v1.GetLower()), Vector128.Create(v0.GetUpper(), v1.GetUpper()));
    }
}
