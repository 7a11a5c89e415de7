using System.Numerics;
using System.Runtime.Intrinsics;
using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Mathematics;

public class FloatTimesPowerOfTwoTests() : TimesPowerOfTwoTests<float>(leastExponent: -126);

public class DoubleTimesPowerOfTwoTests() : TimesPowerOfTwoTests<double>(leastExponent: -1022);

/// <summary>The last step of an exp at 512 bits: the value of a polynomial times 2ⁿ.</summary>
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
                Assert.Equal(T.ScaleB(value, n), Of(value, T.CreateChecked(n)));
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
                T product = Of(value, n);
                Assert.Equal(T.Zero, product);
                Assert.True(T.IsPositive(product));
            }
        }
    }

    [Fact]
    public void Is_0_from_where_it_is_asked_to_be() => Assert.Equal((T.Zero, T.ScaleB(T.One, -4)), (Of(T.One, T.CreateChecked(-5), largestOfZero: -5), Of(T.One, T.CreateChecked(-4), largestOfZero: -5)));

    [Fact]
    public void Of_NaN_is_NaN() => Assert.True(T.IsNaN(Of(T.NaN, T.NaN)));

    private T Of(T value, T n) => Of(value, n, largestOfZero);

    private static T Of(T value, T n, int largestOfZero) => Of(value, n, T.CreateChecked(largestOfZero));

    private static T Of(T value, T n, T largestOfZero)
    {
        Assert.SkipUnless(Vector512.IsHardwareAccelerated, "Only processors with vectors of 512 bits have the instruction.");
        return Lanes512.TimesPowerOfTwo(Vector512.Create(value), Vector512.Create(n), largestOfZero)[Vector512<T>.Count - 1];
    }
}
