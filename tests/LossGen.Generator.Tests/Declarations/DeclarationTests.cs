using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>Wherever C# lets a method be declared, its implementation compiles without a warning.</summary>
public class DeclarationTests
{
    public static TheoryData<string> Names => [.. DeclarationCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_method_is_implemented_wherever_it_is_declared(string name)
    {
        var run = GeneratorRun.Of(DeclarationCases.All[name]);

        Assert.Equal(MethodsIn(DeclarationCases.All[name]), run.FileNames.Count());
        Assert.Empty(run.Problems);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("generic types in a type in a namespace", "My.Losses.Outer_2.Other.Inner_1.Loss.g.cs")]
    [InlineData("no namespace", "Losses.Loss.g.cs")]
    [InlineData("keywords as names", "class.namespace.event.return.g.cs")]
    [InlineData("names that are not ASCII", "_041f_043e_0442_0435_0440_0438._00c4quivalent.Gr_00f6_00dfe.g.cs")]
    public void A_file_is_called_after_its_method(string name, string fileName)
    {
        Assert.Equal([fileName], GeneratorRun.Of(DeclarationCases.All[name]).FileNames);
    }

    [Fact]
    public void A_very_long_name_gives_a_file_name_of_bounded_length()
    {
        string name = Assert.Single(GeneratorRun.Of(DeclarationCases.All["a very long name"]).FileNames);

        Assert.Matches("^Losses\\.[a]{113}_[0-9a-f]{8}\\.g\\.cs$", name);
    }

    private static int MethodsIn(string code) =>
        ((string[])["[SoftmaxCrossEntropy", "[UnifiedLoss", "[CircleLoss"]).Sum(attribute => code.Split(attribute).Length - 1);
}
