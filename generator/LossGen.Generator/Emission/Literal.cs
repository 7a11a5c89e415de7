using System.Globalization;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes numbers so that the compiler reads back the same bits, whatever the culture of the machine.</summary>
internal static class Literal
{
    public static string Of(double value, ScalarType scalar) => value switch
    {
        double.NaN => throw new ArgumentOutOfRangeException(nameof(value), value, "no kernel needs this number"),
        double.PositiveInfinity => $"{scalar.Keyword()}.PositiveInfinity",
        double.NegativeInfinity => $"{scalar.Keyword()}.NegativeInfinity",
        _ when IsLargest(value, scalar) => $"{scalar.Keyword()}.MaxValue",
        _ when IsLargest(-value, scalar) => $"{scalar.Keyword()}.MinValue",
        _ when scalar == ScalarType.Single => Shortest(value, fewestDigits: 6, text => (float)ParseDouble(text) == (float)value) + "f",
        _ => Shortest(value, fewestDigits: 15, text => ParseDouble(text) == value) + "d",
    };

    /// <summary>A label, of type int or long.</summary>
    public static string Of(long label, string type) => label.ToString(CultureInfo.InvariantCulture) + (type == "long" ? "L" : "");

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The round-trip format differs between the runtimes that a compiler can run on, so that the digits are found by trying.</summary>
    private static string Shortest(double value, int fewestDigits, Func<string, bool> readsBack)
    {
        for (int digits = fewestDigits; ; digits++)
        {
            string text = value.ToString($"G{Of(digits)}", CultureInfo.InvariantCulture);
            if (readsBack(text))
            {
                return text;
            }
        }
    }

    private static double ParseDouble(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool IsLargest(double value, ScalarType scalar) => value == scalar.LargestFinite();
}
