using System.Numerics;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>On one processor the scalar form and all the vector forms give the same bits, and a lane does not depend on its place.</summary>
public class WidthTests
{
    private const int Count = 1 << 18;

    public static TheoryData<VectorFunction<float>> Singles => [.. VectorFunctions.Singles];

    public static TheoryData<VectorFunction<double>> Doubles => [.. VectorFunctions.Doubles];

    [Theory]
    [MemberData(nameof(Singles), DisableDiscoveryEnumeration = true)]
    public void All_widths_give_the_same_bits_in_single_precision(VectorFunction<float> function)
    {
        Random random = new(20020857);
        AssertSameBits(function, () => BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32)), BitConverter.SingleToUInt32Bits);
    }

    [Theory]
    [MemberData(nameof(Doubles), DisableDiscoveryEnumeration = true)]
    public void All_widths_give_the_same_bits_in_double_precision(VectorFunction<double> function)
    {
        Random random = new(20020857);
        AssertSameBits(function, () => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)), BitConverter.DoubleToUInt64Bits);
    }

    private static void AssertSameBits<T, TBits>(VectorFunction<T> function, Func<T> anyBits, Func<T, TBits> bits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Every bit pattern is as likely as any other, NaN included; every other argument is of a size that losses have.
        Random random = new(19800101);
        T[] arguments = new T[Count];
        for (int i = 0; i < Count; i++) arguments[i] = i % 2 == 0 ? anyBits() : T.CreateTruncating(40 * random.NextDouble() - 20);

        T[] scalar = new T[Count];
        T[] vector = new T[Count];
        function.Apply(0, arguments, scalar);
        foreach (int width in VectorFunction<T>.Widths)
        {
            function.Apply(width, arguments, vector);
            for (int i = 0; i < Count; i++)
            {
                bool same = T.IsNaN(scalar[i]) ? T.IsNaN(vector[i]) : Equals(bits(scalar[i]), bits(vector[i]));
                Assert.True(same, $"{function} of {arguments[i]}: {scalar[i]} as a scalar, {vector[i]} in {width} bits.");
            }
        }
    }
}
