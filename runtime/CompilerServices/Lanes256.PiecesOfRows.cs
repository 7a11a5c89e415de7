using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>Rows that are reduced together with others: what is left of one in narrow vectors, and eight whose lanes are added up side by side.</content>
public static unsafe partial class Lanes256
{
    /// <summary>The sums of lanes that are 128 bits apart.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>128 bits of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> SumPiece<T>(Vector256<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => value.GetLower() + value.GetUpper();

    /// <summary>The largest of lanes that are 128 bits apart; it may be another than a NaN.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>128 bits of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LargestPiece<T>(Vector256<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.MaxNative(value.GetLower(), value.GetUpper());

    /// <summary>The sums of the lanes of each of eight vectors, in the order of <see cref="Sum"/>.</summary>
    /// <param name="v0">The vector whose sum is in the first lane.</param>
    /// <param name="v1">In the second.</param>
    /// <param name="v2">In the third.</param>
    /// <param name="v3">In the fourth.</param>
    /// <param name="v4">In the fifth.</param>
    /// <param name="v5">In the sixth.</param>
    /// <param name="v6">In the seventh.</param>
    /// <param name="v7">In the eighth.</param>
    /// <returns>The sums.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SumEach(
        Vector256<float> v0,
        Vector256<float> v1,
        Vector256<float> v2,
        Vector256<float> v3,
        Vector256<float> v4,
        Vector256<float> v5,
        Vector256<float> v6,
        Vector256<float> v7) =>
        SumNeighbours(
            SumNeighbours(SumHalves(v0, v4), SumHalves(v1, v5)),
            SumNeighbours(SumHalves(v2, v6), SumHalves(v3, v7)));

    /// <summary>Lanes of two vectors: the same of two rows.</summary>
    /// <param name="first">The first row's.</param>
    /// <param name="second">The second's.</param>
    /// <param name="ofSecond">A bit for each lane that is the second's, the lowest for the first lane.</param>
    /// <returns>The lanes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Blend(Vector256<float> first, Vector256<float> second, [ConstantExpected] byte ofSecond) => Avx.Blend(first, second, ofSecond);

    /// <summary>The sum of the first vector's halves, and that of the second's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> SumHalves(Vector256<float> first, Vector256<float> second) =>
        Avx.Blend(first, second, 0b_11110000) + Avx.Permute2x128(first, second, 0x21); // a blend is no shuffle: every port does it

    /// <summary>In each half, the sums of neighbours: the first vector's, then the second's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> SumNeighbours(Vector256<float> first, Vector256<float> second) =>
        Avx.Shuffle(first, second, 0b_10_00_10_00) + Avx.Shuffle(first, second, 0b_11_01_11_01);
}
