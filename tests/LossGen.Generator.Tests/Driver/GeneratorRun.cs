using System.Globalization;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Driver;

/// <summary>
/// What the generator makes of a compilation, and what the analyzer says of it. The generator is run a second time over a copy of the compilation, and nothing
/// may be computed again then; it may never throw. So every test of the generator is a test of these promises too.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly string[] TrackedSteps =
        [LossGenerator.Steps.Specification, LossGenerator.Steps.Collisions, LossGenerator.Steps.Source];

    private readonly GeneratorDriver driver;
    private readonly GeneratorRunResult result;
    private readonly Lazy<ILookup<bool, Diagnostic>> said;

    private GeneratorRun(GeneratorDriver driverBefore, CSharpCompilation compilation)
    {
        Input = compilation;
        driver = driverBefore.RunGenerators(compilation, TestContext.Current.CancellationToken);
        result = ResultOf(driver);
        Output = compilation.AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree));

        said = new Lazy<ILookup<bool, Diagnostic>>(SaidOfOutput);

        AssertNothingIsComputedAgain(ResultOf(driver.RunGenerators(compilation.Clone(), TestContext.Current.CancellationToken)));
    }

    /// <summary>The compilation before the generator ran.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with what the generator has added.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>The errors and warnings of the analyzer on the code with what was generated, in the order of the text, without what a pragma suppresses.</summary>
    public IReadOnlyList<Diagnostic> Problems => [.. said.Value[true]];

    /// <summary>What the analyzer says for information, likewise.</summary>
    public IReadOnlyList<Diagnostic> Hints => [.. said.Value[false]];

    /// <summary>What the generator itself says, likewise: all of it the analyzer says too.</summary>
    public IReadOnlyList<Diagnostic> ProblemsOfGenerator => InOrder(driver.GetRunResult().Diagnostics);

    /// <summary>The names of the generated files, in alphabetical order.</summary>
    public IEnumerable<string> FileNames => result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal);

    /// <summary>The texts of the generated files, in the order of their names.</summary>
    public IEnumerable<string> Texts => FileNames.Select(TextOf);

    /// <summary>What the tracked steps computed in this run.</summary>
    public IEnumerable<object> StepValues => TrackedSteps.SelectMany(step => OutputsOf(result, step)).Select(output => output.Value);

    public static GeneratorRun Of(params string[] texts) => Of(TestCompilation.Of(texts));

    public static GeneratorRun Of(CSharpCompilation compilation) => new(
        CSharpGeneratorDriver.Create(
            [new LossGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    /// <summary>The next run of the same driver, after an edit.</summary>
    public GeneratorRun After(Func<CSharpCompilation, CSharpCompilation> edit) => new(driver, edit(Input));

    public string TextOf(string fileName) => result.GeneratedSources.Single(source => source.HintName == fileName).SourceText.ToString();

    /// <summary>Why the outputs of a step are what they are: new, modified, or as they were.</summary>
    public IEnumerable<IncrementalStepRunReason> ReasonsOf(string step) => OutputsOf(result, step).Select(output => output.Reason);

    /// <summary>Asserts that the consumer's code compiles with what was generated, without any warning.</summary>
    public void AssertCompiles() =>
        Assert.Empty(Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    /// <summary>The text that a diagnostic underlines.</summary>
    public static string TokenOf(Diagnostic problem) => problem.Location.SourceTree!.ToString().Substring(
        problem.Location.SourceSpan.Start,
        problem.Location.SourceSpan.Length);

    /// <summary>What the analyzer says, split into problems and hints.</summary>
    private ILookup<bool, Diagnostic> SaidOfOutput()
    {
        Diagnostic[] all = InOrder(Output
            .WithAnalyzers([new LossAnalyzer(), new LambdaAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
            .GetAwaiter()
            .GetResult());
        Assert.Subset(all.Select(Identity).ToHashSet(), ProblemsOfGenerator.Select(Identity).ToHashSet());
        return all.ToLookup(problem => problem.DefaultSeverity >= DiagnosticSeverity.Warning);
    }

    private static Diagnostic[] InOrder(IEnumerable<Diagnostic> problems) =>
        [.. problems.Where(problem => !problem.IsSuppressed).OrderBy(problem => problem.Location.SourceSpan.Start)];

    private static (string Id, Location Location, string Message) Identity(Diagnostic problem) =>
        (problem.Id, problem.Location, problem.GetMessage(CultureInfo.InvariantCulture));

    private static GeneratorRunResult ResultOf(GeneratorDriver driver)
    {
        GeneratorDriverRunResult all = driver.GetRunResult();
        GeneratorRunResult result = all.Results.Single();
        Assert.Null(result.Exception);
        Assert.All(all.Diagnostics, problem => Assert.StartsWith("LOSSGEN", problem.Id, StringComparison.Ordinal));
        return result;
    }

    private static void AssertNothingIsComputedAgain(GeneratorRunResult second)
    {
        foreach (string step in TrackedSteps)
        {
            Assert.All(OutputsOf(second, step), output => Assert.True(IsAsBefore(output.Reason), $"{step}: {output.Reason}"));
        }

        // A diagnostic is reported anew in every run.
        Assert.All(
            second.Diagnostics.IsEmpty ? second.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs) : [],
            output => Assert.True(IsAsBefore(output.Reason), $"output: {output.Reason}"));
    }

    private static bool IsAsBefore(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static IEnumerable<(object Value, IncrementalStepRunReason Reason)> OutputsOf(GeneratorRunResult result, string step) =>
        result.TrackedSteps.TryGetValue(step, out var runs) ? runs.SelectMany(run => run.Outputs) : [];
}
