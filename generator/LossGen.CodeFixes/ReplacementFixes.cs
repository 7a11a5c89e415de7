using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Puts a type that a role takes, or a value that a property can have, in place of one that is wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReplacementFixes : SyntaxFix
{
    private static readonly string[] Types = [Descriptors.UnsupportedReturnType.Id, Descriptors.WrongParameterType.Id, Descriptors.NothingToCompute.Id];

    private static readonly string[] Values =
    [
        Descriptors.ClassesOutOfRange.Id,
        Descriptors.GammaOutOfRange.Id,
        Descriptors.UnknownReduction.Id,
        Descriptors.UnknownOver.Id,
        Descriptors.BalancedWithoutLogSumExp.Id,
        Descriptors.LabelSmoothingOutOfRange.Id,
        Descriptors.CountOutOfRange.Id,
        Descriptors.UnknownScores.Id,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. Types, .. Values];

    private protected override IEnumerable<Change> ChangesFor(Diagnostic problem, SyntaxNode node) => Replacements.In(problem).Select(replacement =>
    {
        string title = $"Change to '{replacement}'";
        if (Values.Contains(problem.Id))
        {
            return new Change(title, node, SyntaxOf.Expression(replacement));
        }

        TypeSyntax type = SyntaxOf.Type(replacement);
        return node.Parent is MethodDeclarationSyntax method
            ? new Change(title, method, method.WithModifiersOfPartial().WithReturnType(type.WithTriviaFrom(method.ReturnType)))
            : new Change(title, node, type);
    });
}
