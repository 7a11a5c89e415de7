using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Gives a method parameters that are enough for its loss: what is missing, or a whole signature.</summary>
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
            MethodDeclarationSyntax right = SyntaxOf.Method(signature);
            yield return new(
                $"Change to '{signature}'",
                method,
                method
                    .WithReturnType(right.ReturnType.WithTriviaFrom(method.ReturnType))
                    .WithParameterList(right.ParameterList.WithTriviaFrom(method.ParameterList)));
        }
    }
}
