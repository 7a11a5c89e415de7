using System.Globalization;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>What is wrong is said once, at the right token; what is right passes; and a wrong method takes nothing with it but itself.</summary>
public class DiagnosticTests
{
    private const string Neighbour = """

        static partial class Neighbour
        {
            [SoftmaxCrossEntropy]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);
        }
        """;

    public static TheoryData<string> Names => [.. DiagnosticCases.All.Keys];

    public static TheoryData<string> NamesOfErrorsInThisLanguage =>
    [
        .. DiagnosticCases.All
            .Where(named => IsError(named.Value) && named.Value.Version == LanguageVersion.CSharp14)
            .Select(named => named.Key),
    ];

    public static TheoryData<string> NamesOfWarnings =>
        [.. DiagnosticCases.All.Where(named => !IsError(named.Value)).Select(named => named.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_is_said_once_and_at_its_token(string name)
    {
        DiagnosticCase wrong = DiagnosticCases.All[name];
        var run = GeneratorRun.Of(TestCompilation.Of(wrong.Version, wrong.WrongCode));

        Diagnostic problem = Assert.Single(SaidOf(wrong, run));

        Assert.Equal(wrong.Id, problem.Id);
        Assert.Equal(wrong.Message, problem.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(wrong.Token, GeneratorRun.TokenOf(problem));
        Assert.Equal(wrong.Start, problem.Location.SourceSpan.Start);
        Assert.Equal(DescriptorOf(wrong), problem.Descriptor);
    }

    /// <summary>The command-line compiler asks no analyzer about code whose declarations have errors, and says nothing twice.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_generator_says_it_where_the_compiler_stops_and_only_there(string name)
    {
        DiagnosticCase wrong = DiagnosticCases.All[name];
        var run = GeneratorRun.Of(TestCompilation.Of(wrong.Version, wrong.WrongCode));

        bool stops = run.Output.GetDeclarationDiagnostics(TestContext.Current.CancellationToken).Any(problem => problem.DefaultSeverity == DiagnosticSeverity.Error);

        Assert.Equal(stops ? [wrong.Id] : [], run.ProblemsOfGenerator.Select(problem => problem.Id));
    }

    /// <summary>It asks for one file at a time, and offers fixes for what it hears then.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_editor_hears_it_of_the_file_that_is_open(string name)
    {
        DiagnosticCase wrong = DiagnosticCases.All[name];
        CSharpCompilation compilation = TestCompilation.Of(wrong.Version, wrong.WrongCode);
        SemanticModel file = compilation.GetSemanticModel(compilation.SyntaxTrees[^1]);

        var heard = await compilation.WithAnalyzers([new LossAnalyzer(), new LambdaAnalyzer()]).GetAnalyzerSemanticDiagnosticsAsync(file, filterSpan: null, TestContext.Current.CancellationToken);

        Assert.Contains(heard, problem => problem.Id == wrong.Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_nearest_right_code_passes_and_compiles(string name)
    {
        var run = GeneratorRun.Of(DiagnosticCases.All[name].Right);

        Assert.Empty(run.Problems);
        Assert.DoesNotContain(run.Hints, hint => hint.Id == DiagnosticCases.All[name].Id);
        Assert.Single(run.FileNames);
        run.AssertCompiles();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pragma_suppresses_it(string name)
    {
        DiagnosticCase wrong = DiagnosticCases.All[name];
        var run = GeneratorRun.Of(TestCompilation.Of(wrong.Version, $"#pragma warning disable {wrong.Id}\n{wrong.WrongCode}"));

        Assert.Empty(SaidOf(wrong, run));
    }

    [Theory]
    [MemberData(nameof(NamesOfErrorsInThisLanguage))]
    public void Nothing_is_generated_for_a_wrong_method_while_its_neighbour_is(string name)
    {
        var run = GeneratorRun.Of(DiagnosticCases.All[name].WrongCode + Neighbour);

        Assert.Equal(["Neighbour.Loss.g.cs"], run.FileNames);
    }

    [Theory]
    [MemberData(nameof(NamesOfWarnings))]
    public void A_method_with_a_warning_is_generated_and_compiles(string name)
    {
        var run = GeneratorRun.Of(DiagnosticCases.All[name].WrongCode);

        Assert.Equal(["Losses.Loss.g.cs"], run.FileNames);
        run.AssertCompiles();
    }

    [Fact]
    public void Everything_that_is_wrong_is_said()
    {
        var run = GeneratorRun.Of(
            """
            static class Losses
            {
                [SoftmaxCrossEntropy(Classes = 1, Gamma = 0)]
                public static float Loss(float[] logits, int[] classes) => 0;
            }
            """);

        var problems = run.Problems;

        Assert.Equal(
            ["LOSSGEN003", "LOSSGEN012", "LOSSGEN013", "LOSSGEN001", "LOSSGEN008", "LOSSGEN007"],
            problems.Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("public", "SoftmaxCrossEntropy", "gradient", false)]
    [InlineData("public", "MulticlassHinge", "gradient", true)]
    [InlineData("public", "SoftmaxCrossEntropy", "losses", true)]
    [InlineData("internal", "MulticlassHinge", "gradient", false)]
    public void A_public_loss_asks_for_a_method_that_writes_its_gradient(string access, string attributeBeside, string spanBeside, bool isMissed)
    {
        var run = GeneratorRun.Of(
            $$"""
            {{access}} static partial class Losses
            {
                [SoftmaxCrossEntropy(Classes = 10)]
                public static partial float Evaluate(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);

                [{{attributeBeside}}(Classes = 10)]
                internal static partial float Train(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> {{spanBeside}});
            }
            """);

        Assert.Equal(isMissed ? ["LOSSGEN036"] : [], run.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void A_method_without_an_attribute_of_ours_is_no_concern()
    {
        var run = GeneratorRun.Of("class Losses { [Obsolete] float Loss(float[] anything) => anything[0]; }");

        Assert.Empty(run.Problems);
        Assert.Empty(run.FileNames);
    }

    /// <summary>It is no symbol that an analyzer is shown.</summary>
    [Fact]
    public void The_generator_says_that_a_local_function_cannot_be_a_loss()
    {
        var run = GeneratorRun.Of("partial class Losses { void Method() { [SoftmaxCrossEntropy] static float Loss(ReadOnlySpan<float> logits, int label) => 0; Loss([], 0); } }");

        Diagnostic problem = Assert.Single(run.ProblemsOfGenerator);
        Assert.Equal("LOSSGEN037", problem.Id);
        Assert.StartsWith("'Loss' is a local function, ", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.FileNames);
    }

    [Fact]
    public void Every_diagnostic_is_tested()
    {
        Assert.Equal(
            Descriptors.All.Select(descriptor => descriptor.Id),
            DiagnosticCases.All.Values.Select(wrong => wrong.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_diagnostic_is_in_the_release_notes()
    {
        string generator = Path.Combine(ProjectFolder.Path, "..", "..", "generator", "LossGen.Generator");
        string[] released = [.. new[] { "Shipped", "Unshipped" }.SelectMany(kind => File.ReadLines(Path.Combine(generator, $"AnalyzerReleases.{kind}.md")))];

        Assert.All(Descriptors.All, descriptor =>
            Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", released));
    }

    [Fact]
    public void All_lists_every_descriptor_that_there_is()
    {
        var declared = typeof(Descriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();

        Assert.Equal(declared.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal), Descriptors.All);
    }

    [Fact]
    public void An_id_is_used_once_and_a_message_is_a_sentence_without_a_stop()
    {
        Assert.Distinct(Descriptors.All.Select(descriptor => descriptor.Id));
        Assert.All(Descriptors.All, descriptor => Assert.DoesNotMatch(@"[.\n]$|\. ", descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture)));
        Assert.All(Descriptors.All, descriptor => Assert.EndsWith(".", descriptor.Description.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    /// <summary>What may be said of a case: what is said for information counts only where that is what the case is about.</summary>
    private static IReadOnlyList<Diagnostic> SaidOf(DiagnosticCase wrong, GeneratorRun run) =>
        DescriptorOf(wrong).DefaultSeverity == DiagnosticSeverity.Info ? [.. run.Hints.Where(hint => hint.Id == wrong.Id)] : run.Problems;

    private static bool IsError(DiagnosticCase wrong) => DescriptorOf(wrong).DefaultSeverity == DiagnosticSeverity.Error;

    private static DiagnosticDescriptor DescriptorOf(DiagnosticCase wrong) =>
        Descriptors.All.Single(descriptor => descriptor.Id == wrong.Id);
}
