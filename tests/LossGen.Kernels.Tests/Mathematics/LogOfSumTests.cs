using System.Runtime.Intrinsics;
using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The logarithm that a loss ends with: of 1 and another term it is log1p of that one, and of any terms it is as accurate, at every width.</summary>
public class LogOfSumTests
{
    private const int Count = 1 << 18;

    [Fact]
    public void Of_one_and_another_float_it_is_log1p_to_the_bit()
    {
        Random random = new(19800101);
        for (int i = 0; i < Count; i++)
        {
            float y = MathF.Pow(10, (float)((50 * random.NextDouble()) - 45));

            foreach (float result in Everywhere(1, y))
            {
                Assert.Equal(BitConverter.SingleToUInt32Bits(VectorMath.Log1p(y)), BitConverter.SingleToUInt32Bits(result));
            }
        }
    }

    [Fact]
    public void Of_one_and_another_double_it_is_log1p_to_the_bit()
    {
        Random random = new(19800101);
        for (int i = 0; i < Count; i++)
        {
            double y = Math.Pow(10, (325 * random.NextDouble()) - 320);

            foreach (double result in Everywhere(1, y))
            {
                Assert.Equal(BitConverter.DoubleToUInt64Bits(VectorMath.Log1p(y)), BitConverter.DoubleToUInt64Bits(result));
            }
        }
    }

    [Fact]
    public void Of_any_two_floats_it_is_less_than_a_unit_off()
    {
        Random random = new(20020857);
        for (int i = 0; i < Count; i++)
        {
            // Sums of up to 32,000 exps and what 1 is beside them, near 1 as often as far from it.
            float x = 1 + MathF.Pow(10, (float)((13 * random.NextDouble()) - 8.5));
            float y = MathF.Min(x, MathF.Pow(10, (float)((45 * random.NextDouble()) - 40)));
            double exact = SingleAccuracyTests.LogOnePlus((x - 1d) + y);

            foreach (float result in Everywhere(x, y).Concat(Everywhere(y, x)))
            {
                Assert.True(UnitsInTheLastPlace.Error(result, exact) < 1, $"log({x:R} + {y:R}) = {result:R}, not {exact:R}");
            }
        }
    }

    [Fact]
    public void Of_one_and_nothing_it_is_zero_and_of_a_NaN_a_NaN()
    {
        Assert.All(Everywhere(1f, 0f), result => Assert.Equal(0, result));
        Assert.All(Everywhere(1d, 0d), result => Assert.Equal(0, result));
        Assert.All(Everywhere(1f, float.NaN).Concat(Everywhere(float.NaN, 1f)), result => Assert.Equal(float.NaN, result));
        Assert.All(Everywhere(1d, double.NaN).Concat(Everywhere(double.NaN, 1d)), result => Assert.Equal(double.NaN, result));
    }

    private static IEnumerable<float> Everywhere(float x, float y)
    {
        yield return SingleLane.LogOfSum(x, y);
        yield return Lanes128.LogOfSum(Vector128.Create(x), Vector128.Create(y)).ToScalar();
        yield return Lanes256.LogOfSum(Vector256.Create(x), Vector256.Create(y)).ToScalar();
        yield return Lanes512.LogOfSum(Vector512.Create(x), Vector512.Create(y)).ToScalar();
    }

    private static IEnumerable<double> Everywhere(double x, double y)
    {
        yield return SingleLane.LogOfSum(x, y);
        yield return Lanes128.LogOfSum(Vector128.Create(x), Vector128.Create(y)).ToScalar();
        yield return Lanes256.LogOfSum(Vector256.Create(x), Vector256.Create(y)).ToScalar();
        yield return Lanes512.LogOfSum(Vector512.Create(x), Vector512.Create(y)).ToScalar();
    }
}
