using LossGen.CodeFixes;
using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>One file as an editor has it open, with what is wrong in it.</summary>
internal static class FixRun
{
    /// <summary>All that the package offers.</summary>
    public static readonly CodeFixProvider[] Providers =
    [
        .. typeof(SyntaxFix).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The fixes that are offered for a file's diagnostics, or for one of those: what each is called, and the file after it.</summary>
    public static async Task<IReadOnlyList<(string Title, string Fixed)>> FixesOf(string text, string? id = null)
    {
        var run = GeneratorRun.Of(text);
        using var workspace = new AdhocWorkspace();
        Document document = DocumentOf(workspace, run.Input);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        var fixes = new List<(string, string)>();
        foreach (Diagnostic said in run.Problems.Concat(run.Hints).Where(said => id is null || said.Id == id))
        {
            var problem = Diagnostic.Create(said.Descriptor, Location.Create(tree, said.Location.SourceSpan), said.Properties);
            foreach (CodeFixProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(problem.Id)))
            {
                var actions = new List<CodeAction>();
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, problem, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
                foreach (CodeAction action in actions)
                {
                    fixes.Add((action.Title, await After(action, document)));
                }
            }
        }

        return fixes;
    }

    private static Document DocumentOf(AdhocWorkspace workspace, CSharpCompilation compilation)
    {
        Project project = workspace.AddProject("Consumer", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithCompilationOptions(compilation.Options)
            .WithParseOptions(compilation.SyntaxTrees[0].Options);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(TestContext.Current.CancellationToken)).Project;
        }

        return project.Documents.Last();
    }

    private static async Task<string> After(CodeAction action, Document document)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
