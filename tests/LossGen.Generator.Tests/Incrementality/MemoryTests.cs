using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Incrementality;

/// <summary>What the compiler keeps of a run must not keep the run's compilation alive.</summary>
public class MemoryTests
{
    private static readonly Type[] TypesOfACompilation =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(SemanticModel), typeof(Diagnostic)];

    [Fact]
    public void Nothing_that_is_cached_leads_to_the_compilation()
    {
        var run = GeneratorRun.Of(
            """
            namespace My
            {
                partial class Losses<T>
                {
                    [SoftmaxCrossEntropy(Classes = 10, Gamma = 2)]
                    public static partial float Loss(in ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
                }
            }
            """);

        object[] cached = [.. run.StepValues.SelectMany(ReachableObjects.From)];

        Assert.Contains("Losses", cached.OfType<string>().Single(text => text.StartsWith("partial class", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(cached, held => TypesOfACompilation.Any(type => type.IsInstanceOfType(held)));
    }

    [Fact]
    public void The_walk_finds_what_is_hidden_deep()
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("", cancellationToken: TestContext.Current.CancellationToken);
        object hidden = new List<(string Name, object[] Values)> { ("name", [1, new Lazy<object>(tree)]) };

        Assert.Contains(tree, ReachableObjects.From(hidden));
    }
}
