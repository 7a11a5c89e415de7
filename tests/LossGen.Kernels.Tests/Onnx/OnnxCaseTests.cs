using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Onnx;

/// <summary>The cases that the ONNX project publishes for its operator: class weights, ignored labels and every reduction, value and gradient.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public class OnnxCaseTests
{
    /// <summary>Of the recorded losses, which were computed in float by the textbook's formula.</summary>
    private const double ErrorOfRecord = 5e-7;

    /// <summary>16 ε: half of what the accuracy bound leaves scores between 0 and 1.</summary>
    private static readonly double LargestError = Math.ScaleB(16, -24);

    public static TheoryData<string> Cases => [.. OnnxCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Loss_and_gradient_are_the_published_ones(string name)
    {
        var published = OnnxCase.Named(name);
        var kernel = new OptionKernel<float>(typeof(OnnxKernels).GetMethod(name)!);

        var (loss, losses, gradient) = kernel.Run(published.Input);

        float[] ofKernel = kernel.WritesLosses ? losses : [loss];
        AssertNear("loss", published.ExactLoss, ofKernel);
        AssertNear("gradient", published.ExactGradient(), gradient);
        Assert.All(published.RecordedLoss.Zip(ofKernel), pair => Assert.Equal(pair.First, pair.Second, ErrorOfRecord));
    }

    [Fact]
    public void Every_reduction_is_published_with_weights_and_with_ignored_labels()
    {
        OnnxCase[] cases = [.. OnnxCase.Names.Select(OnnxCase.Named)];

        Assert.Equal(["mean", "none", "sum"], cases.Where(@case => @case.IgnoreLabel is not null).Select(@case => @case.Reduction).Distinct().Order());
        Assert.Equal(15, cases.Length);
    }

    private static void AssertNear(string what, BigReal[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var error = BigReal.Abs((BigReal)actual[i] - expected[i]);
            Assert.True(error <= BigReal.Abs(expected[i]) * LargestError, $"{what}[{i}]: expected {expected[i]}, actual {actual[i]}");
        }
    }
}
