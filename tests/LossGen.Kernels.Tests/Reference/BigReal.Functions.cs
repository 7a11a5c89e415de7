using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <content>Exponential and logarithms.</content>
internal readonly partial struct BigReal
{
    // The exponential is computed in fixed point. 88 guard bits beyond the precision: 50 for multiples of ln 2, 14 for the squarings.
    private const int FractionBits = Precision + 88;
    private const int Halvings = 14;

    private static readonly BigInteger FixedOne = BigInteger.One << FractionBits;
    private static readonly BigInteger FixedLn2 = ComputeFixedLn2();

    /// <summary>Arguments are reduced by multiples of ln 2, and this is how large the multiple may get before the guard bits are used up.</summary>
    private static readonly BigReal LargestExponent = PowerOfTwo(50);

    /// <summary>Below this distance from 1 a logarithm is summed as a series, because the Newton step would lose its leading digits.</summary>
    private static readonly BigReal NearOne = PowerOfTwo(-40);

    public static BigReal Ln2 { get; } = new(FixedLn2, -FractionBits);

    /// <summary>e^x, right to about 2^-198 of its value.</summary>
    /// <remarks>
    /// Below x = -2^50 the result is 0. It would be less than 2^(-10^15): a term or factor that small changes no sum, and no number
    /// of any format that is tested, by a part that a bound could see.
    /// </remarks>
    public static BigReal Exp(BigReal x)
    {
        if (Abs(x) > LargestExponent)
        {
            return x.Sign < 0 ? Zero : throw new OverflowException($"exp({x}) is out of range.");
        }

        // x = k ln 2 + r with |r| < ln 2, then the Taylor series of r / 2^14, then 14 squarings.
        var k = BigInteger.DivRem(x.ToFixed(), FixedLn2, out var remainder);
        var reduced = remainder >> Halvings;
        var term = FixedOne;
        var sum = FixedOne;
        for (var n = 1; !term.IsZero; n++)
        {
            term = ((term * reduced) >> FractionBits) / n;
            sum += term;
        }

        for (var i = 0; i < Halvings; i++)
        {
            sum = (sum * sum) >> FractionBits;
        }

        return new BigReal(sum, (long)k - FractionBits);
    }

    /// <summary>ln x, right to about 2^-155 of its value, near 1 too.</summary>
    public static BigReal Log(BigReal x)
    {
        if (x.Sign <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(x), x.ToString(), "The logarithm needs a positive number.");
        }

        var offset = x - One;
        if (Abs(offset) < NearOne)
        {
            return Log1p(offset);
        }

        // x = scaled · 2^order with scaled in (3/4, 3/2], so that the two parts of the result cannot cancel.
        var order = x.BinaryOrder;
        var scaled = new BigReal(x._mantissa, x._exponent - order);
        if (scaled > 1.5)
        {
            scaled = new BigReal(scaled._mantissa, scaled._exponent - 1);
            order++;
        }

        // Halley's iteration on e^y = scaled triples the digits: 2^-50, 2^-150, 2^-450.
        BigReal y = Math.Log((double)scaled);
        for (var i = 0; i < 2; i++)
        {
            var power = Exp(y);
            y += (scaled - power) * 2.0 / (scaled + power);
        }

        return y + (new BigReal(order, 0) * Ln2);
    }

    /// <summary>ln(1 + x) for x &gt; -1, with full relative accuracy however small x is.</summary>
    public static BigReal Log1p(BigReal x)
    {
        if (Abs(x) >= NearOne)
        {
            return Log(One + x);
        }

        // 2 artanh(s) with s = x / (2 + x) below 2^-40: s^7 / 7 is less than 2^-240 of the first term, and left out.
        var s = x / (x + 2.0);
        var square = s * s;
        return s * 2.0 * (One + (square * ((One / 3.0) + (square / 5.0))));
    }

    private BigInteger ToFixed()
    {
        var shift = _exponent + FractionBits;
        return shift >= 0 ? _mantissa << (int)shift : shift < -FractionBits - Precision ? BigInteger.Zero : _mantissa >> (int)-shift;
    }

    /// <summary>Machin's kind of formula: ln 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749).</summary>
    private static BigInteger ComputeFixedLn2()
    {
        const int GuardBits = 16;
        var sum = (18 * ArtanhOfReciprocal(26)) - (2 * ArtanhOfReciprocal(4801)) + (8 * ArtanhOfReciprocal(8749));
        return RoundedShift(sum, GuardBits);

        static BigInteger ArtanhOfReciprocal(int denominator)
        {
            var power = (FixedOne << GuardBits) / denominator;
            var sum = BigInteger.Zero;
            for (var n = 1; !power.IsZero; n += 2)
            {
                sum += power / n;
                power /= denominator * denominator;
            }

            return sum;
        }
    }
}
