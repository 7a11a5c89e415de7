using System.Globalization;
using System.Reflection;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The double-precision functions against tables that were computed with 60 digits.</summary>
public class DoubleAccuracyTests(ITestOutputHelper output)
{
    public static TheoryData<VectorFunction<double>> Functions => [.. VectorFunctions.Doubles];

    [Theory]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void Error_is_within_the_documented_bound(VectorFunction<double> function)
    {
        (double Error, double Argument) worst = (0, 0);
        foreach (Entry entry in Table(function.Name))
        {
            double distance = function.Of(256, entry.Argument) - entry.Nearest;
            double error = Math.Abs(distance / UnitsInTheLastPlace.SpacingOfDoubles(entry.Nearest) - entry.Remainder);
            if (!(error <= worst.Error)) worst = (error, entry.Argument);
        }

        output.WriteLine($"{function}: {worst.Error:F4} ulp at {worst.Argument:R}");
        Assert.InRange(worst.Error, 0.5, function.MaximalError);
        Assert.True(function.MaximalError < 1);
    }

    [Theory]
    [InlineData("Exp")]
    [InlineData("Log")]
    [InlineData("Log1p")]
    public void Tables_agree_with_the_framework_to_a_few_units(string name)
    {
        // Guards the tables, not the functions: a wrong line would otherwise look like an error of ours.
        foreach (Entry entry in Table(name))
        {
            double expected = name switch
            {
                "Exp" => Math.Exp(entry.Argument),
                "Log" => Math.Log(entry.Argument),
                _ => Math.Abs(entry.Argument) > 0.5 ? Math.Log(1 + entry.Argument) : entry.Nearest,
            };
            Assert.True(Math.Abs(expected - entry.Nearest) <= 4 * UnitsInTheLastPlace.SpacingOfDoubles(entry.Nearest), $"{name}({entry.Argument:R})");
        }
    }

    private static IEnumerable<Entry> Table(string name)
    {
        Assembly assembly = typeof(DoubleAccuracyTests).Assembly;
        using StreamReader reader = new(assembly.GetManifestResourceStream($"Mathematics.{name}.table")!);
        int count = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            string[] columns = line.Split(' ');
            yield return new(FromBits(columns[0]), FromBits(columns[1]), double.Parse(columns[2], CultureInfo.InvariantCulture));
            count++;
        }

        Assert.True(count > 1500, $"The table of {name} has only {count} lines.");
    }

    private static double FromBits(string hexadecimal) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>An argument, the double nearest to its exact result, and what is left, as a fraction of the spacing at that double.</summary>
    private readonly record struct Entry(double Argument, double Nearest, double Remainder);
}
