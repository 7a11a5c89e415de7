using System.Globalization;
using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <content>To and from double: exact on the way in, correctly rounded on the way out.</content>
internal readonly partial struct BigReal
{
    private const int DoublePrecision = 53;
    private const int SmallestNormalOrder = -1022;

    /// <summary>Exact; a float widens to double exactly, so this serves both.</summary>
    public static implicit operator BigReal(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers have an exact value.");
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        var biasedExponent = (int)(bits >> 52) & 0x7FF;
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var mantissa = biasedExponent == 0 ? fraction : fraction | (1L << 52);
        return new BigReal(bits < 0 ? -mantissa : mantissa, Math.Max(biasedExponent, 1) - 1075);
    }

    /// <summary>Rounded to nearest, ties to even; subnormal results and overflow to infinity included.</summary>
    public static explicit operator double(BigReal value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        // A subnormal double has one bit less for each power of two below the smallest normal number.
        var order = value.BinaryOrder;
        var precision = DoublePrecision - Math.Max(0, SmallestNormalOrder - order);
        if (precision < 0)
        {
            return value.Sign * 0.0;
        }

        if (order > 1023)
        {
            return value.Sign * double.PositiveInfinity;
        }

        var magnitude = BigInteger.Abs(value._mantissa);
        var dropped = (int)(order + 1 - precision - value._exponent);
        if (dropped <= 0)
        {
            return value.Sign * Math.ScaleB((double)magnitude, (int)value._exponent);
        }

        var kept = magnitude >> dropped;
        var remainder = magnitude - (kept << dropped);
        var comparedToHalf = remainder.CompareTo(BigInteger.One << (dropped - 1));
        if (comparedToHalf > 0 || (comparedToHalf == 0 && !kept.IsEven))
        {
            kept += 1;
        }

        return value.Sign * Math.ScaleB((double)kept, (int)value._exponent + dropped);
    }

    /// <summary>Seventeen digits where a double can hold the value, otherwise its power of two.</summary>
    public override string ToString()
    {
        var rounded = (double)this;
        return IsZero || (rounded != 0 && double.IsFinite(rounded))
            ? rounded.ToString("G17", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(Sign < 0 ? "-" : "")}2^{BinaryOrder}");
    }
}
