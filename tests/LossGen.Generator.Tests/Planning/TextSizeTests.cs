using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class TextSizeTests
{
    [Fact]
    public void An_element_of_softmax_is_26_operations() => Assert.Equal(26, SizeOf(Specs.Softmax(10)));

    [Fact]
    public void What_is_asked_for_makes_no_difference() => Assert.Equal(SizeOf(Specs.Softmax(10)), SizeOf(Specs.Softmax(10, writesGradient: false)));

    [Fact]
    public void An_exp_of_doubles_is_longer() => Assert.True(SizeOf(Specs.Softmax(10, ScalarType.Double)) > SizeOf(Specs.Softmax(10)));

    [Fact]
    public void Weights_add_to_it() => Assert.True(SizeOf(Specs.Softmax(10).With(Role.ClassWeights) with { LabelSmoothing = 0.1 }) > SizeOf(Specs.Softmax(10)));

    private static int SizeOf(LossSpec spec) => TextSize.OfElement(KernelWriter.StableFormOf(spec), spec.Scalar);
}
