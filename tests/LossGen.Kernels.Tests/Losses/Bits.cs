using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Compares numbers by their bits: neither the sign of a zero nor a NaN is overlooked.</summary>
internal static class Bits
{
    public static void AssertEqual<T>(KernelResult<T> expected, KernelResult<T> actual, string description)
        where T : unmanaged, INumberBase<T>
    {
        AssertEqual([expected.Loss], [actual.Loss], $"loss, {description}");
        AssertEqual<T>(expected.Gradient, actual.Gradient, $"gradient, {description}");
    }

    public static void AssertEqual<T>(OptionResult<T> expected, OptionResult<T> actual, string description)
        where T : unmanaged, INumberBase<T>
    {
        AssertEqual([expected.Loss], [actual.Loss], $"loss, {description}");
        AssertEqual<T>(expected.Losses, actual.Losses, $"losses, {description}");
        AssertEqual<T>(expected.Gradient, actual.Gradient, $"gradient, {description}");
    }

    public static void AssertEqual<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual, string description)
        where T : unmanaged, INumberBase<T>
    {
        if (AsBytes(expected).SequenceEqual(AsBytes(actual)))
        {
            return;
        }

        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                AsBytes(expected.Slice(i, 1)).SequenceEqual(AsBytes(actual.Slice(i, 1))),
                $"{description}: element {i} has other bits, expected {expected[i]}, actual {actual[i]}.");
        }
    }

    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values);
}
