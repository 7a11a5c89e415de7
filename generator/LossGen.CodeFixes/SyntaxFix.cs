using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Formatting;

namespace LossGen.CodeFixes;

/// <summary>Fixes that each change one piece of a file.</summary>
public abstract class SyntaxFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic problem in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(problem.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (Change change in ChangesFor(problem, node))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(change.Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(change.ApplyTo(root))), equivalenceKey: change.Title),
                    problem);
            }
        }
    }

    /// <summary>The changes of which each mends a problem, the best first.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="node">The code that is underlined.</param>
    private protected abstract IEnumerable<Change> ChangesFor(Diagnostic problem, SyntaxNode node);

    /// <summary>One change of a file.</summary>
    /// <param name="Title">What it does, as the user reads it.</param>
    /// <param name="Before">The code that it changes.</param>
    /// <param name="After">What takes its place; null where nothing does.</param>
    private protected sealed record Change(string Title, SyntaxNode Before, SyntaxNode? After)
    {
        public SyntaxNode ApplyTo(SyntaxNode root) => After is null
            ? root.RemoveNode(Before, SyntaxRemoveOptions.KeepExteriorTrivia | SyntaxRemoveOptions.KeepUnbalancedDirectives)!
            : root.ReplaceNode(Before, After.WithTriviaFrom(Before).WithAdditionalAnnotations(Formatter.Annotation));
    }
}
