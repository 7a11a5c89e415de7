using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>What is left of a row in narrow vectors that is reduced together with others in wider ones.</content>
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
}
