using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>
/// e to the power x by Cody and Waite's reduction (Software Manual for the Elementary Functions, 1980): x = n ln 2 + r with |r| at most
/// half of ln 2, e^r by a polynomial, 2^n by its bits.
/// </summary>
internal static class Exponential
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TFormat, TLanes>(TLanes x)
        where TFormat : IExponentialFormat
        where TLanes : struct, ILanes<TLanes>
    {
        // Beyond these bounds the result is zero or infinite, and the bits of n would leave their field.
        x = TLanes.Minimum(TLanes.Create(TFormat.Overflow), x);
        x = TLanes.Maximum(TLanes.Create(TFormat.Underflow), x);

        // The sum is so large that its last bit counts ones: adding rounds x / ln 2 to n, and leaves n + 2 * bias in the lowest bits.
        TLanes shift = TLanes.Create(TFormat.RoundingShift);
        TLanes shifted = TLanes.MultiplyAdd(x, TLanes.Create(1.4426950408889634), shift);
        TLanes n = shifted - shift;

        TLanes fraction = FractionalPower<TFormat, TLanes>(x, n);

        if (TLanes.HasScale) return TLanes.Scale(fraction, n);

        // 2^n as a product of two powers, which are normal numbers even where the result is subnormal; only the last product rounds.
        TLanes half = TLanes.ShiftBitsRight(shifted, 1);
        TLanes firstPower = TLanes.ShiftBitsLeft(half, TFormat.MantissaBits);
        TLanes secondPower = TLanes.ShiftBitsLeft(TLanes.SubtractBits(shifted, half), TFormat.MantissaBits);
        return fraction * firstPower * secondPower;
    }

    /// <summary>
    /// e to the power x for an x that is not positive, with one power of two, whose biased exponent is 0 at the end of the normal range: the result is 0 then, as in the kernels that are generated.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateUpToZero<TFormat, TLanes>(TLanes x)
        where TFormat : IExponentialFormat
        where TLanes : struct, ILanes<TLanes>
    {
        x = TLanes.Maximum(TLanes.Create(TFormat.UnderflowOfNormal), x);
        TLanes shift = TLanes.Create(TFormat.RoundingShift - TFormat.Bias);
        TLanes shifted = TLanes.MultiplyAdd(x, TLanes.Create(1.4426950408889634), shift);
        return FractionalPower<TFormat, TLanes>(x, shifted - shift) * TLanes.ShiftBitsLeft(shifted, TFormat.MantissaBits);
    }

    /// <summary>e to the power x - n ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes FractionalPower<TFormat, TLanes>(TLanes x, TLanes n)
        where TFormat : IExponentialFormat
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes one = TLanes.Create(1);
        TLanes high = TLanes.MultiplyAdd(n, TLanes.Create(-TFormat.Ln2High), x);
        if (Lanes.HasFusedMultiplyAdd)
        {
            TLanes r = TLanes.MultiplyAdd(n, TLanes.Create(-TFormat.Ln2Low), high);
            return TLanes.MultiplyAdd(TLanes.MultiplyAdd(TFormat.Tail(r), r, one), r, one);
        }
        else
        {
            // r is rounded; the large part of e^r takes it from high, which is exact, and low with the small part.
            TLanes low = n * TLanes.Create(TFormat.Ln2Low);
            TLanes r = high - low;
            return one + (high + (r * r * TFormat.Tail(r) - low));
        }
    }
}
