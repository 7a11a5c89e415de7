using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Tests.Driver;

/// <summary>What the analyzer has to say about a compilation.</summary>
internal static class SpecificationProblems
{
    /// <summary>The analyzer's diagnostics, in the order of the text, without those that a pragma suppresses.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> InAsync(CSharpCompilation compilation)
    {
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([new SpecificationAnalyzer()]);
        ImmutableArray<Diagnostic> problems = await analyzed.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. problems.OrderBy(problem => problem.Location.SourceSpan.Start)];
    }

    /// <summary>The text that a diagnostic underlines.</summary>
    public static string TokenOf(Diagnostic problem) => problem.Location.SourceTree!.ToString().Substring(
        problem.Location.SourceSpan.Start,
        problem.Location.SourceSpan.Length);
}
