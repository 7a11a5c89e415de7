using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace LossGen.CodeFixes;

/// <summary>Renames a parameter to the role that it is probably meant for, also where calls name it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RoleNameFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.UnknownRole.Id];

    /// <summary>Every renaming changes the whole solution, so that they cannot be put together.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        foreach (Diagnostic problem in context.Diagnostics)
        {
            SyntaxNode parameter = root.FindNode(problem.Location.SourceSpan).FirstAncestorOrSelf<ParameterSyntax>()!;
            foreach (string name in Replacements.In(problem))
            {
                string title = $"Rename to '{name}'";
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellation => RenameAsync(context.Document, parameter, name, cancellation), equivalenceKey: title),
                    problem);
            }
        }
    }

    private static async Task<Solution> RenameAsync(Document document, SyntaxNode parameter, string name, CancellationToken cancellation)
    {
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        ISymbol symbol = model.GetDeclaredSymbol(parameter, cancellation)!;
        return await Renamer.RenameSymbolAsync(document.Project.Solution, symbol, default, name, cancellation).ConfigureAwait(false);
    }
}
