using System.Numerics;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels.Tests.InstructionSets;

[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public class VectorWidthTests
{
    [Fact]
    public void All_vectors_up_to_the_reported_width_are_accelerated()
    {
        Assert.Equal(VectorWidth.Bits >= 128, Vector128.IsHardwareAccelerated);
        Assert.Equal(VectorWidth.Bits >= 256, Vector256.IsHardwareAccelerated);
        Assert.Equal(VectorWidth.Bits >= 512, Vector512.IsHardwareAccelerated);
    }

    [Fact]
    public void The_runtime_s_own_vectors_are_no_wider()
    {
        Assert.True(Vector<byte>.Count * 8 <= Math.Max(128, VectorWidth.Bits));
    }

    [Theory]
    [InlineData("xUnit.net\nVector width of this process in bits: 256\nFinished", 256)]
    [InlineData("Vector width of this process in bits: 0\r\n", 0)]
    [InlineData("Could not execute", null)]
    public void The_width_is_read_from_a_child_s_output(string output, int? bits)
    {
        Assert.Equal(bits, VectorWidth.ReportedIn(output));
    }
}
