using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The exp that a row has of its own: that of the library down to the end of the normal range, and 0 from there on.</summary>
public class ExpOfRowTests
{
    [Fact]
    public void Of_a_float_it_is_exp_to_the_bit_and_0_below_the_normal_range()
    {
        uint largest = BitConverter.SingleToUInt32Bits(120);
        for (uint bits = 0; bits <= largest; bits += 1021)
        {
            float x = -BitConverter.UInt32BitsToSingle(bits);
            Assert.Equal(x < -87.68f ? 0 : VectorMath.Exp(x), SingleLane.Exp(x));
        }

        Assert.Equal(0, SingleLane.Exp(float.NegativeInfinity));
        Assert.Equal(float.NaN, SingleLane.Exp(float.NaN));
    }

    [Fact]
    public void Of_a_double_it_is_exp_to_the_bit_and_0_below_the_normal_range()
    {
        ulong largest = BitConverter.DoubleToUInt64Bits(800);
        for (ulong bits = 0; bits <= largest; bits += 10_000_000_000_037)
        {
            double x = -BitConverter.UInt64BitsToDouble(bits);
            Assert.Equal(x < -708.75 ? 0 : VectorMath.Exp(x), SingleLane.Exp(x));
        }

        Assert.Equal(0, SingleLane.Exp(double.NegativeInfinity));
        Assert.Equal(double.NaN, SingleLane.Exp(double.NaN));
    }
}
