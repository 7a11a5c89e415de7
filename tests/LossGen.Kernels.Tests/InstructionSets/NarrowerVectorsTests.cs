namespace LossGen.Kernels.Tests.InstructionSets;

/// <summary>Takes every width-sensitive test through the vector widths below this machine's.</summary>
public class NarrowerVectorsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public void Width_sensitive_tests_pass_with_narrower_vectors(string disabled, int bits)
    {
        Assert.SkipUnless(VectorWidth.Bits > bits, $"Vectors have {VectorWidth.Bits} bits already.");

        var passed = WidthSensitiveTests.AssertPassWithout(disabled, bits);

        TestContext.Current.TestOutputHelper?.WriteLine($"{passed} tests passed at {bits} bits.");
    }
}
