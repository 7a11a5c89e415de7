using LossGen.Generator.Emission;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class TextSizeTests
{
    [Fact]
    public void An_element_of_softmax_is_26_operations() => Assert.Equal(26, SizeOf(Specs.Softmax(10)));

    [Fact]
    public void An_exp_is_as_many_operations_as_its_text_has() => Assert.All((ScalarType[])[ScalarType.Single, ScalarType.Double], scalar =>
    {
        var writer = new SourceWriter();
        ExpText.WriteMethod(writer, ExpMethod.Of(new Dialect(scalar, Lanes: 256 / 8 / scalar.Bytes()), chains: 1), new ExpKind(UnaryOperator.Exp, Factor: 1, HasOneLn2: false), isInLoop: true);

        // A statement is one operation, but the last, which shifts and multiplies.
        int statements = writer.ToString().Split('\n').Count(line => line.EndsWith(';'));
        Assert.Equal(statements + 1, TextSize.OfExp(scalar));
    });

    [Fact]
    public void What_is_asked_for_makes_no_difference() => Assert.Equal(SizeOf(Specs.Softmax(10)), SizeOf(Specs.Softmax(10, writesGradient: false)));

    [Fact]
    public void An_exp_of_doubles_is_longer() => Assert.True(SizeOf(Specs.Softmax(10, ScalarType.Double)) > SizeOf(Specs.Softmax(10)));

    [Fact]
    public void Weights_add_to_it() => Assert.True(SizeOf(Specs.Softmax(10).With(Role.ClassWeights) with { LabelSmoothing = 0.1 }) > SizeOf(Specs.Softmax(10)));

    private static int SizeOf(LossSpec spec) => TextSize.OfElement(KernelWriter.StableFormOf(spec), spec.Scalar);
}
