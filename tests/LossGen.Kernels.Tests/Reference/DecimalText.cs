using System.Globalization;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>Compares with decimal numbers that another program computed, such as <c>1.25e-434295</c>.</summary>
internal static class DecimalText
{
    /// <summary>Asserts a relative error below 10^-digits.</summary>
    public static void AssertEqual(string expected, BigReal actual, int digits)
    {
        var exact = Parse(expected);
        var error = BigReal.Abs(actual - exact);
        Assert.True(error * PowerOfTen(digits) <= BigReal.Abs(exact), $"expected {expected}, actual {actual}, error {error}");
    }

    /// <summary>Right to about 54 digits for the exponents that occur here.</summary>
    public static BigReal Parse(string text)
    {
        var parts = text.TrimStart('-').Split('e');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : parts[0].Length - point - 1;

        var value = BigReal.Zero;
        foreach (var digit in parts[0].Where(char.IsAsciiDigit))
        {
            value = (value * 10.0) + (digit - '0');
        }

        value = exponent < 0 ? value / PowerOfTen(-exponent) : value * PowerOfTen(exponent);
        return text.StartsWith('-') ? -value : value;
    }

    private static BigReal PowerOfTen(int exponent)
    {
        var power = BigReal.One;
        for (BigReal square = 10.0; exponent > 0; exponent >>= 1, square *= square)
        {
            power *= (exponent & 1) == 1 ? square : BigReal.One;
        }

        return power;
    }
}
