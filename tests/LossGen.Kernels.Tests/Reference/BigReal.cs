using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// A binary floating-point number with <see cref="Precision"/> bits and a 64-bit exponent: wide enough that every error it makes
/// disappears beside the rounding of a double, and without overflow or underflow for every exponential a loss can need.
/// </summary>
/// <remarks>
/// The value is mantissa · 2^exponent. Sums, products and quotients are rounded to nearest, so each is right to 2^-200 of its own value.
/// There are no infinities and no NaN: what would need them throws.
/// </remarks>
internal readonly partial struct BigReal : IComparable<BigReal>
{
    public const int Precision = 200;

    private readonly BigInteger _mantissa;
    private readonly long _exponent;

    private BigReal(BigInteger mantissa, long exponent)
    {
        var excess = (int)mantissa.GetBitLength() - Precision;
        if (excess > 0)
        {
            mantissa = RoundedShift(mantissa, excess);
            exponent = checked(exponent + excess);
        }

        _mantissa = mantissa;
        _exponent = mantissa.IsZero ? 0 : exponent;
    }

    public static BigReal Zero => default;

    public static BigReal One { get; } = new(BigInteger.One, 0);

    public bool IsZero => _mantissa.IsZero;

    public int Sign => _mantissa.Sign;

    /// <summary>The e of 2^e ≤ |value| &lt; 2^(e+1).</summary>
    private long BinaryOrder => _exponent + (long)BigInteger.Abs(_mantissa).GetBitLength() - 1;

    /// <summary>2^exponent.</summary>
    public static BigReal PowerOfTwo(long exponent) => new(BigInteger.One, exponent);

    public static BigReal Abs(BigReal value) => value.Sign < 0 ? -value : value;

    public static BigReal Max(BigReal left, BigReal right) => left >= right ? left : right;

    public static BigReal operator -(BigReal value) => new(-value._mantissa, value._exponent);

    public static BigReal operator +(BigReal left, BigReal right)
    {
        if (left.IsZero)
        {
            return right;
        }

        if (right.IsZero)
        {
            return left;
        }

        var (high, low) = left._exponent >= right._exponent ? (left, right) : (right, left);
        var shift = high._exponent - low._exponent;

        // |low| < 2^(low's exponent + Precision) is then less than a quarter of |high|'s last place: only the larger one is left,
        // and the shift below stays small whatever the two magnitudes are.
        return shift > (2 * Precision) + 2
            ? high
            : new BigReal((high._mantissa << (int)shift) + low._mantissa, low._exponent);
    }

    public static BigReal operator -(BigReal left, BigReal right) => left + -right;

    public static BigReal operator *(BigReal left, BigReal right) =>
        new(left._mantissa * right._mantissa, checked(left._exponent + right._exponent));

    public static BigReal operator /(BigReal left, BigReal right)
    {
        if (right.IsZero)
        {
            throw new DivideByZeroException();
        }

        // Two bits more than the precision, so that the truncation of the integer division is far below the final rounding.
        var shift = (int)Math.Max(0, Precision + 2 + (long)right._mantissa.GetBitLength() - (long)left._mantissa.GetBitLength());
        return new BigReal((left._mantissa << shift) / right._mantissa, checked(left._exponent - right._exponent - shift));
    }

    public static bool operator <(BigReal left, BigReal right) => left.CompareTo(right) < 0;

    public static bool operator >(BigReal left, BigReal right) => left.CompareTo(right) > 0;

    public static bool operator <=(BigReal left, BigReal right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BigReal left, BigReal right) => left.CompareTo(right) >= 0;

    /// <summary>The sign of the difference, which is never rounded to zero.</summary>
    public int CompareTo(BigReal other) => (this - other).Sign;

    private static BigInteger RoundedShift(BigInteger value, int bits) => (value + (BigInteger.One << (bits - 1))) >> bits;
}
