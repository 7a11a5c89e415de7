using System.Numerics;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Mathematics;

public class FloatTimesPowerOfTwoTests() : TimesPowerOfTwoTests<float>(leastExponent: -126);

public class DoubleTimesPowerOfTwoTests() : TimesPowerOfTwoTests<double>(leastExponent: -1022);

/// <summary>The last step of an exp in kernels for 512 bits: the value of a polynomial times 2ⁿ.</summary>
public abstract class TimesPowerOfTwoTests<T>(int leastExponent)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T largestOfZero = T.CreateChecked(leastExponent - 1);

    [Fact]
    public void Is_the_product_where_the_power_is_a_normal_number()
    {
        for (int n = leastExponent; n < 30; n++)
        {
            foreach (T value in new[] { T.CreateChecked(0.71), T.One, T.CreateChecked(1.41) })
            {
                AssertIs(T.ScaleB(value, n), value, T.CreateChecked(n), largestOfZero);
            }
        }
    }

    [Fact]
    public void Is_0_where_the_power_is_none()
    {
        foreach (T n in new[] { largestOfZero, T.CreateChecked(100) * largestOfZero, T.BitIncrement(T.NegativeInfinity), T.NegativeInfinity })
        {
            // So far below 0 the polynomial is of anything.
            foreach (T value in new[] { T.One, -T.One, T.PositiveInfinity, T.NegativeInfinity, T.NaN })
            {
                AssertIs(T.Zero, value, n, largestOfZero);
            }
        }
    }

    [Fact]
    public void Is_0_from_where_it_is_asked_to_be()
    {
        T limit = T.CreateChecked(-5);
        AssertIs(T.Zero, T.One, limit, limit);
        AssertIs(T.ScaleB(T.One, -4), T.One, limit + T.One, limit);
    }

    [Fact]
    public void Of_NaN_is_NaN()
    {
        AssertIs(T.NaN, T.NaN, T.NaN, largestOfZero);
        AssertIs(T.NaN, T.One, T.NaN, largestOfZero);
        AssertIs(T.NaN, T.NaN, T.Zero, largestOfZero);
    }

    private static void AssertIs(T expected, T value, T n, T largestOfZero)
    {
        Assert.SkipUnless(Vector512.IsHardwareAccelerated, "Only processors with vectors of 512 bits have the instruction.");
        AssertAll(expected, Lanes512.TimesPowerOfTwo(Vector512.Create(value), Vector512.Create(n), largestOfZero).GetLower());
        AssertAll(expected, Lanes256.TimesPowerOfTwo(Vector256.Create(value), Vector256.Create(n), largestOfZero));
        AssertAll(expected, Vector256.Create(Lanes128.TimesPowerOfTwo(Vector128.Create(value), Vector128.Create(n), largestOfZero)));
    }

    /// <summary>With the sign of a 0.</summary>
    private static void AssertAll(T expected, Vector256<T> actual)
    {
        for (int lane = 0; lane < Vector256<T>.Count; lane++)
        {
            Assert.Equal(expected, actual[lane]);
            Assert.Equal(T.IsNaN(expected) || T.IsPositive(expected), T.IsNaN(actual[lane]) || T.IsPositive(actual[lane]));
        }
    }
}
