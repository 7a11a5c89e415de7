using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

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

    private protected override IEnumerable<Change> ChangesFor(Diagnostic problem, SyntaxNode node) => Replacements.In(problem).Select(replacement => new Change(
        $"Change to '{replacement}'",
        node,
        Types.Contains(problem.Id) ? SyntaxOf.Type(replacement) : SyntaxOf.Expression(replacement)));
}
