using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Gives a method parameters that are enough for its loss, what is missing or a whole signature; or puts one beside it that writes the gradient too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SignatureFixes : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.MissingRole.Id, Descriptors.UselessParameter.Id, Descriptors.NoGradient.Id];

    private protected override IEnumerable<Change> ChangesFor(Diagnostic problem, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
        {
            yield break;
        }

        foreach (string signature in Replacements.In(problem))
        {
            if (SyntaxOf.Method(signature) is { } right)
            {
                MethodDeclarationSyntax mended = method
                    .WithModifiersOfPartial()
                    .WithReturnType(right.ReturnType.WithTriviaFrom(method.ReturnType))
                    .WithParameterList(ParameterLists.Merged(method.ParameterList, right.ParameterList));
                yield return problem.Id == Descriptors.NoGradient.Id
                    ? new($"Add '{signature}'", method, method, Below(method, mended))
                    : new($"Change to '{signature}'", method, mended);
            }
        }
    }

    /// <summary>
    /// A variant of a method that can stand below it: after an empty line, without its comments, and without what only one of a name can be.
    /// </summary>
    private static MethodDeclarationSyntax Below(MethodDeclarationSyntax method, MethodDeclarationSyntax variant)
    {
        SyntaxTrivia[] lineBreak = Lines.BreakIn(method.GetTrailingTrivia());
        return variant
            .Without(SyntaxKind.OverrideKeyword, SyntaxKind.SealedKeyword, SyntaxKind.NewKeyword)
            .WithLeadingTrivia(lineBreak.Concat(Lines.IndentationOf(method)))
            .WithTrailingTrivia(lineBreak);
    }
}
