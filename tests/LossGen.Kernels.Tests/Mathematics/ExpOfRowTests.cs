using LossGen.CompilerServices;
using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>The exp that a row has of its own: that of the library, and 0 below half of the smallest normal number times √2, where the biased exponent is 0.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public class ExpOfRowTests
{
    /// <summary>How near the bound, (½ − bias) ln 2, an argument may be rounded to either side of it.</summary>
    private const double Uncertain = 1e-4;

    private static readonly double BoundOfFloats = (0.5 - 127) * Math.Log(2);

    private static readonly double BoundOfDoubles = (0.5 - 1023) * Math.Log(2);

    [Fact]
    public void Of_a_float_it_is_exp_to_the_bit_or_0_below_the_bound()
    {
        uint largest = BitConverter.SingleToUInt32Bits(120);
        IEnumerable<float> everywhere = Enumerable.Range(0, (int)(largest / 1021)).Select(i => -BitConverter.UInt32BitsToSingle((uint)i * 1021));
        Assert.All([.. everywhere, (float)(BoundOfFloats + Uncertain), (float)(BoundOfFloats - Uncertain), float.NegativeInfinity], x =>
        {
            if (Math.Abs(x - BoundOfFloats) >= Uncertain / 2)
            {
                Assert.Equal(x < BoundOfFloats ? 0 : VectorMath.Exp(x), SingleLane.Exp(x));
            }
        });
        Assert.Equal(float.NaN, SingleLane.Exp(float.NaN));
    }

    [Fact]
    public void Of_a_double_it_is_exp_to_the_bit_or_0_below_the_bound()
    {
        const ulong Step = 10_000_000_000_037;
        ulong largest = BitConverter.DoubleToUInt64Bits(800);
        IEnumerable<double> everywhere = Enumerable.Range(0, (int)(largest / Step)).Select(i => -BitConverter.UInt64BitsToDouble((ulong)i * Step));
        Assert.All([.. everywhere, BoundOfDoubles + Uncertain, BoundOfDoubles - Uncertain, double.NegativeInfinity], x =>
        {
            if (Math.Abs(x - BoundOfDoubles) >= Uncertain / 2)
            {
                Assert.Equal(x < BoundOfDoubles ? 0 : VectorMath.Exp(x), SingleLane.Exp(x));
            }
        });
        Assert.Equal(double.NaN, SingleLane.Exp(double.NaN));
    }
}
