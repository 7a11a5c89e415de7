using System.Text.RegularExpressions;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Snapshots;

/// <summary>The README shows what is: its example compiles, and its kernel is the one that is generated.</summary>
public partial class ReadmeTests
{
    private static readonly string[] CodeBlocks =
    [
        .. CodeBlock().Matches(File.ReadAllText(Path.Combine(ProjectFolder.Path, "..", "..", "README.md"))).Select(match => match.Groups["code"].Value),
    ];

    [Fact]
    public void The_example_compiles()
    {
        // The test's own implicit usings make the example's a repetition.
        string example = CodeBlocks[0].Replace("using LossGen;\n", "", StringComparison.Ordinal);

        GeneratorRun.Of(TestCompilation.OfProgram(example)).AssertCompiles();
    }

    [Fact]
    public void The_training_step_is_the_samples() =>
        Assert.Contains(CodeBlocks[1], File.ReadAllText(Path.Combine(ProjectFolder.Path, "..", "..", "samples", "Digits", "README.md")), StringComparison.Ordinal);

    [Fact]
    public void The_losses_of_pairs_compile() => GeneratorRun.Of(CodeBlocks[2]).AssertCompiles();

    [Fact]
    public void The_kernel_is_the_generated_one()
    {
        string generated = WithoutIndentation(File.ReadAllText(Path.Combine(ProjectFolder.Path, "Snapshots", "Readme.verified.cs")));

        Assert.Equal(5, CodeBlocks.Length);
        Assert.All(CodeBlocks[3..], block => Assert.Contains(WithoutIndentation(block), generated, StringComparison.Ordinal));
    }

    private static string WithoutIndentation(string code) => string.Join("\n", code.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(@"```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
