using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LossGen.CodeFixes;

/// <summary>Fixes that each change one piece of a file.</summary>
public abstract class SyntaxFix : CodeFixProvider
{
    /// <summary>Most fixes change what a loss computes or how it is called: that is decided method by method, and never by <c>dotnet format</c>.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic problem in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(problem.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (Change change in ChangesFor(problem, node).Where(change => !RepeatsAMethod(root, change)))
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

    /// <summary>Whether a change gives a method the parameters of another one of its name (CS0111), or makes it a third part of one (CS0756).</summary>
    private static bool RepeatsAMethod(SyntaxNode root, Change change) => RepetitionsIn(change.ApplyTo(root)) > RepetitionsIn(root);

    private static int RepetitionsIn(SyntaxNode root)
    {
        string[] signatures = [.. root.DescendantNodes(node => node is not MethodDeclarationSyntax).OfType<MethodDeclarationSyntax>().Select(SignatureOf)];
        return signatures.Length - signatures.Distinct().Count();
    }

    private static string SignatureOf(MethodDeclarationSyntax method)
    {
        string type = string.Join(".", method.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(outer => outer.Identifier.ValueText));
        IEnumerable<string> parameters = method.ParameterList.Parameters.Select(parameter => parameter.Type is { } name ? SyntaxOf.WithoutQualifiers(name) : "");
        return $"{type}.{method.Identifier.ValueText}`{method.Arity}({string.Join(", ", parameters)})";
    }

    /// <summary>One change of a file.</summary>
    /// <param name="Title">What it does, as the user reads it.</param>
    /// <param name="Before">The code that it changes.</param>
    /// <param name="After">What takes its place: nothing, other code, or itself and more.</param>
    private protected sealed record Change(string Title, SyntaxNode Before, params SyntaxNode[] After)
    {
        public SyntaxNode ApplyTo(SyntaxNode root) => After.Length switch
        {
            0 => root.ReplaceNode(Before.Parent!, Formatted(WithoutBefore(Before.Parent!))),
            1 => root.ReplaceNode(Before, Formatted(After[0].WithTriviaFrom(Before))),
            _ => root.ReplaceNode(Before, After.Select(code => code == Before ? code : Formatted(code))),
        };

        private SyntaxNode WithoutBefore(SyntaxNode parent)
        {
            bool hasText = Lines.HasText(Before.GetLeadingTrivia().Concat(Before.GetTrailingTrivia()));
            SyntaxRemoveOptions directives = Before.ContainsDirectives ? SyntaxRemoveOptions.KeepUnbalancedDirectives : SyntaxRemoveOptions.KeepNoTrivia;
            return parent.RemoveNode(Before, directives | (hasText ? SyntaxRemoveOptions.KeepExteriorTrivia : SyntaxRemoveOptions.KeepNoTrivia))!;
        }

        /// <summary>The spaces around a change are put right; a declaration is too much to format for a change of its head or of one member.</summary>
        private SyntaxNode Formatted(SyntaxNode changed) =>
            changed is TypeDeclarationSyntax || (changed is MemberDeclarationSyntax && After.Length == 0) ? changed : changed.WithAdditionalAnnotations(Formatter.Annotation);
    }
}
