using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>
/// ln x and ln(1 + x) by the method of FreeBSD's and fdlibm's <c>e_log.c</c>: the argument is 2^k (1 + f) with 1 + f between the roots of
/// 1/2 and 2, and with s = f / (2 + f), ln(1 + f) = 2 artanh s = f - (f^2 / 2 - s (f^2 / 2 + tail)), where f is exact and the rest small.
/// </summary>
internal static class Logarithm
{
    /// <summary>ln x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Evaluate<TFormat, TLanes>(TLanes x)
        where TFormat : ILogarithmFormat
        where TLanes : struct, ILanes<TLanes>
    {
        // A subnormal number's exponent is not in its bits until it is multiplied into the normal range.
        TLanes smallestNormal = TLanes.Create(TFormat.SmallestNormal);
        TLanes scaled = TLanes.WhereLess(x, smallestNormal, x * TLanes.Create(1ul << TFormat.MantissaBits), x);
        TLanes scale = TLanes.WhereLess(x, smallestNormal, TLanes.Create(TFormat.MantissaBits), TLanes.Create(0));

        TLanes result = OfNormal<TFormat, TLanes>(scaled, scale, TLanes.Create(0));
        return WithSpecialValues(x, x, result);
    }

    /// <summary>ln(1 + x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateOnePlus<TFormat, TLanes>(TLanes x)
        where TFormat : ILogarithmFormat
        where TLanes : struct, ILanes<TLanes>
    {
        // What the sum 1 + x loses to rounding is exact when the smaller is added last, and ln(sum + lost) = ln sum + lost / sum.
        TLanes one = TLanes.Create(1);
        TLanes sum = one + x;
        TLanes lost = TLanes.Minimum(one, x) - (sum - TLanes.Maximum(one, x));

        TLanes result = OfNormal<TFormat, TLanes>(sum, TLanes.Create(0), lost / sum);
        result = TLanes.WhereEqual(x, TLanes.Create(0), x, result); // keeps the sign of -0
        return WithSpecialValues(sum, x, result);
    }

    /// <summary>
    /// ln(1 + x) for x from 0 to 1, where one polynomial is near enough: nothing is taken apart, nothing divided, and no value is special. That takes a third of the operations
    /// of <see cref="EvaluateOnePlus"/>, and half as many wait for each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateOnePlusUpToOne<TFormat, TLanes>(TLanes x)
        where TFormat : ILogarithmFormat
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes square = x * x;
        return TLanes.MultiplyAdd(square, TFormat.TailUpToOne(x, square), x);
    }

    /// <summary>ln(x + y) of numbers that are not negative and whose sum is at least 1 and finite, with what the sum loses to rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes EvaluateSum<TFormat, TLanes>(TLanes x, TLanes y)
        where TFormat : ILogarithmFormat
        where TLanes : struct, ILanes<TLanes>
    {
        // As above: exact when the smaller is added last.
        TLanes sum = x + y;
        TLanes lost = TLanes.Minimum(x, y) - (sum - TLanes.Maximum(x, y));
        return OfNormal<TFormat, TLanes>(sum, TLanes.Create(0), lost / sum);
    }

    /// <summary>ln(<paramref name="x"/> / 2^<paramref name="scale"/>) + <paramref name="correction"/> for a positive, normal x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes OfNormal<TFormat, TLanes>(TLanes x, TLanes scale, TLanes correction)
        where TFormat : ILogarithmFormat
        where TLanes : struct, ILanes<TLanes>
    {
        // With the lower end of the range moved to 1, the exponent's field of the bits is k + bias and the rest is 1 + f's place in it.
        // Behind the bits of 2^MantissaBits an integer is the fraction of a number whose last bit counts ones.
        TLanes lowerEnd = TLanes.CreateFromBits(TFormat.ReducedRangeBits);
        TLanes one = TLanes.Create(1);
        TLanes moved = TLanes.AddBits(x, TLanes.SubtractBits(one, lowerEnd));
        TLanes ones = TLanes.Create(1ul << TFormat.MantissaBits);
        TLanes biased = TLanes.AddBits(TLanes.ShiftBitsRight(moved, TFormat.MantissaBits), ones);
        TLanes k = biased - TLanes.Create((1ul << TFormat.MantissaBits) + (ulong)TFormat.Bias) - scale;
        TLanes place = TLanes.AndBits(moved, TLanes.CreateFromBits((1ul << TFormat.MantissaBits) - 1));
        TLanes f = TLanes.AddBits(place, lowerEnd) - one;

        TLanes s = f / (TLanes.Create(2) + f);
        TLanes halfSquare = TLanes.Create(0.5) * f * f;
        TLanes tail = TFormat.Tail(s * s);
        TLanes small = TLanes.MultiplyAdd(k, TLanes.Create(TFormat.Ln2Low), correction);
        small = TLanes.MultiplyAdd(s, halfSquare + tail, small);
        return k * TLanes.Create(TFormat.Ln2High) - ((halfSquare - small) - f);
    }

    /// <summary>
    /// The logarithm of <paramref name="argument"/> where it is positive and finite; elsewhere minus infinity at 0, NaN below, and
    /// <paramref name="x"/> itself if that is infinite or a NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes WithSpecialValues<TLanes>(TLanes argument, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes zero = TLanes.Create(0);
        TLanes infinity = TLanes.Create(double.PositiveInfinity);
        result = TLanes.WhereLess(x, infinity, result, x);
        result = TLanes.WhereEqual(argument, zero, TLanes.Create(double.NegativeInfinity), result);
        return TLanes.WhereLess(argument, zero, TLanes.Create(double.NaN), result);
    }
}
