using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Code is unfinished most of the time. The compiler says what is missing; LossGen adds nothing to that, and never throws.</summary>
public class UnfinishedCodeTests
{
    /// <summary>Before the generator has run, every partial method lacks its implementation.</summary>
    private const string NotImplementedYet = "CS8795";

    [Theory]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<Half2> logits, ReadOnlySpan<int> labels);")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<> logits, ReadOnlySpan<int> labels);")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(Matrix logits, ReadOnlySpan<int> labels);")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(Matrix[] logits, ReadOnlySpan<int> labels);")]
    [InlineData("[SoftmaxCrossEntropy] public static partial Real Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, )")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int>)")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float Loss(")]
    [InlineData("[SoftmaxCrossEntropy] public static partial float")]
    [InlineData("[SoftmaxCrossEntropy] public static partial Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy] public static")]
    [InlineData("[SoftmaxCrossEntropy]")]
    [InlineData("[SoftmaxCrossEntropy")]
    [InlineData("[SoftmaxCrossEntr] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Classes)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Classes = )] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Classes = Ten)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Classes = \"ten\")] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Classes = 2.5)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Clas = 1)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(1)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Gamma = null)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Gamma = 1 / 0)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Reduction = Reduction.)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(IgnoreLabel = )] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(IgnoreLabel = null)] public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);")]
    [InlineData("[SoftmaxCrossEntropy(Over = Over.Max)] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy(Reduction = Reduction.)] public static partial void Loss(ReadOnlySpan<float> logits, int label, Span<float> losses);")]
    [InlineData("[UnifiedLoss(Positives = \"four\")] public static partial float Loss(ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels);")]
    [InlineData("[PairHinge(Balanced = tru)] public static partial float Loss(ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels);")]
    [InlineData("[CircleLoss(Scores = Cosine)] public static partial float Loss(ReadOnlySpan<> similarities, ReadOnlySpan<int> labels);")]
    [InlineData("[CircleLoss] public static partial float Loss(ReadOnlySpan<float> similarities, ReadOnlySpan<Label> labels);")]
    [InlineData("[SoftmaxCrossEntropy, SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy] partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("[SoftmaxCrossEntropy] public static async partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("abstract partial class Inner { [SoftmaxCrossEntropy] public abstract partial float Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("interface I { float Loss(int label); } partial class Inner : I { [SoftmaxCrossEntropy] partial float I.Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("[SoftmaxCrossEntropy] int Number; [SoftmaxCrossEntropy] class Inner;")]
    public void The_compiler_alone_says_what_is_missing(string members)
    {
        var run = GeneratorRun.Of($"partial class Losses {{ {members}\n}}");

        Assert.Contains(
            run.Input.GetDiagnostics(TestContext.Current.CancellationToken),
            error => error.Severity == DiagnosticSeverity.Error && error.Id != NotImplementedYet);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("namespace N;")]
    [InlineData("namespace N {")]
    public void A_method_outside_a_type_leaves_other_losses_alone(string before)
    {
        const string Loss = "[SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label);";

        var run = GeneratorRun.Of($"{before} {Loss}", $"static partial class Losses {{ {Loss} }}");

        Assert.Equal(["Losses.Loss.g.cs"], run.FileNames);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("float Loss(ReadOnlySpan<float> logits, int label);", "float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData("float Loss(ReadOnlySpan<float> logits, int label);", "float Loss(ReadOnlySpan<float> scores, int Label);")]
    [InlineData("float Loss(ReadOnlySpan<float> logits, int label);", "double Loss(ReadOnlySpan<float> logits, int label);")]
    public void A_method_that_is_declared_twice_is_implemented_at_most_once(string first, string second)
    {
        var run = GeneratorRun.Of(
            $$"""
            static partial class Losses
            {
                [SoftmaxCrossEntropy] public static partial {{first}}
                [SoftmaxCrossEntropy] public static partial {{second}}
            }
            """);

        Assert.InRange(run.FileNames.Count(), 0, 1);
        Assert.Contains(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), error => error.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A_type_that_is_declared_twice_in_two_files_does_no_harm()
    {
        const string Text = "static class Losses { [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label); }";
        const string Other = "static partial class Others { [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label); }";

        var run = GeneratorRun.Of(Text, Text, Other);

        Assert.Equal(["Others.Loss.g.cs"], run.FileNames);
        Assert.All(run.Problems, problem => Assert.Equal("LOSSGEN003", problem.Id));
    }

    [Fact]
    public void Every_prefix_of_a_file_is_survived()
    {
        const string Text = """
            namespace My;
            public static partial class Losses<T> where T : class
            {
                [SoftmaxCrossEntropy(Classes = 10, Gamma = 2, Reduction = Reduction.Sum)]
                public static partial float Loss(in ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
            }
            """;

        for (int length = 0; length <= Text.Length; length++)
        {
            GeneratorRun.Of(Text[..length]);
        }
    }
}
