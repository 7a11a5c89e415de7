
namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The single-precision functions against double precision: never further off than their documentation says, and that is below 1 ulp.</summary>
public class SingleAccuracyTests(ITestOutputHelper output)
{
    private const int BlockLength = 1 << 16;

    private static readonly Dictionary<string, Func<double, double>> s_references = new()
    {
        ["Exp"] = Math.Exp,
        ["Log"] = Math.Log,
        ["Log1p"] = LogOnePlus,
    };

    public static TheoryData<VectorFunction<float>> Functions => [.. VectorFunctions.Singles];

    [Theory]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void Error_is_within_the_documented_bound_in_every_binade(VectorFunction<float> function)
    {
        // A prime stride visits every exponent thousands of times, each time with other significands.
        AssertWithinBound(function, stride: 1021);
    }

    [Theory(Explicit = true)]
    [MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void Error_is_within_the_documented_bound_for_all_floats(VectorFunction<float> function)
    {
        AssertWithinBound(function, stride: 1);
    }

    private void AssertWithinBound(VectorFunction<float> function, uint stride)
    {
        Func<double, double> reference = s_references[function.Name];
        (double Error, float Argument) worst = (0, 0);
        Lock gate = new();
        long count = (1L << 32) / stride;
        Parallel.For(0, (count + BlockLength - 1) / BlockLength, block =>
        {
            var found = WorstOfBlock(function, reference, block * BlockLength, stride);
            lock (gate)
            {
                if (found.Error > worst.Error) worst = found;
            }
        });

        output.WriteLine($"{function}: {worst.Error:F4} ulp at {worst.Argument:R} (bits {BitConverter.SingleToUInt32Bits(worst.Argument):x8})");
        Assert.InRange(worst.Error, 0.5, function.MaximalError); // below one half the measurement itself would be wrong
        Assert.True(function.MaximalError < 1);
    }

    private static (double Error, float Argument) WorstOfBlock(VectorFunction<float> function, Func<double, double> reference, long first, uint stride)
    {
        float[] arguments = new float[BlockLength];
        float[] results = new float[BlockLength];
        for (int i = 0; i < BlockLength; i++) arguments[i] = BitConverter.UInt32BitsToSingle((uint)((first + i) * stride));
        function.Apply(256, arguments, results);

        (double Error, float Argument) worst = (0, 0);
        for (int i = 0; i < BlockLength; i++)
        {
            double error = UnitsInTheLastPlace.Error(results[i], reference(arguments[i]));
            if (error > worst.Error) worst = (error, arguments[i]);
        }

        return worst;
    }

    /// <summary>Kahan's ln(1 + x): the error of the rounded sum cancels in the quotient. (<see cref="double.LogP1"/> forms the sum and loses it.)</summary>
    internal static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(x) ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
