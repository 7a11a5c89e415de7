using System.Runtime.Intrinsics;
using LossGen.CompilerServices;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The logarithm that a loss of two terms ends with, against ones with more digits: as near as its documentation says, and to the same bits at every width.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public class Log1pUpToOneTests(ITestOutputHelper output)
{
    /// <summary>Below it the loss is the argument itself, less half of its square, and there is little to round.</summary>
    private const double Small = 1d / 8;

    private static double MaximalError => Lanes128.HasFusedMultiplyAdd ? 1.3 : 1.8;

    [Fact]
    public void Of_floats_it_is_within_the_documented_bound()
    {
        (double ofSmall, double ofAll) = (0, 0);
        uint one = BitConverter.SingleToUInt32Bits(1);

        // A prime stride visits every exponent thousands of times, each time with other significands; and 1 itself.
        for (uint bits = one % 1021; bits <= one; bits += 1021)
        {
            float x = BitConverter.UInt32BitsToSingle(bits);
            double error = UnitsInTheLastPlace.Error(Same(Everywhere(x)), SingleAccuracyTests.LogOnePlus(x));
            ofAll = Math.Max(ofAll, error);
            ofSmall = x <= Small ? Math.Max(ofSmall, error) : ofSmall;
        }

        output.WriteLine($"{ofSmall:F4} ulp up to {Small}, {ofAll:F4} up to 1");
        Assert.InRange(ofSmall, 0.5, 0.6);
        Assert.InRange(ofAll, 0.5, MaximalError);
    }

    [Fact]
    public void Of_doubles_it_is_within_the_documented_bound()
    {
        (double ofSmall, double ofAll) = (0, 0);
        Random random = new(19800101);
        for (int i = 0; i < 1 << 15; i++)
        {
            double x = i % 2 == 0 ? random.NextDouble() : Math.Pow(10, -20 * random.NextDouble());
            var exact = BigReal.Log1p(x);
            double distance = (double)(Same(Everywhere(x)) - exact);
            double error = Math.Abs(distance) / UnitsInTheLastPlace.SpacingOfDoubles((double)exact);
            ofAll = Math.Max(ofAll, error);
            ofSmall = x <= Small ? Math.Max(ofSmall, error) : ofSmall;
        }

        output.WriteLine($"{ofSmall:F4} ulp up to {Small}, {ofAll:F4} up to 1");
        Assert.InRange(ofSmall, 0.4, 0.6);
        Assert.InRange(ofAll, 0.4, MaximalError);
    }

    [Fact]
    public void Of_nothing_it_is_zero_and_of_a_NaN_a_NaN()
    {
        Assert.Equal(0, Same(Everywhere(0f)));
        Assert.Equal(0, Same(Everywhere(0d)));
        Assert.Equal(float.Epsilon, Same(Everywhere(float.Epsilon)));
        Assert.All(Everywhere(float.NaN), result => Assert.Equal(float.NaN, result));
        Assert.All(Everywhere(double.NaN), result => Assert.Equal(double.NaN, result));
    }

    private static T Same<T>(T[] results)
    {
        Assert.All(results, result => Assert.Equal(results[0], result));
        return results[0];
    }

    private static float[] Everywhere(float x) =>
    [
        SingleLane.Log1pUpToOne(x),
        Lanes128.Log1pUpToOne(Vector128.Create(x)).ToScalar(),
        Lanes256.Log1pUpToOne(Vector256.Create(x)).ToScalar(),
        Lanes512.Log1pUpToOne(Vector512.Create(x)).ToScalar(),
    ];

    private static double[] Everywhere(double x) =>
    [
        SingleLane.Log1pUpToOne(x),
        Lanes128.Log1pUpToOne(Vector128.Create(x)).ToScalar(),
        Lanes256.Log1pUpToOne(Vector256.Create(x)).ToScalar(),
        Lanes512.Log1pUpToOne(Vector512.Create(x)).ToScalar(),
    ];
}
