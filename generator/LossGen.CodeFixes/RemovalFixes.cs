using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Removes what contradicts something else or has no effect: a property, a parameter or the way it is passed, a second attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemovalFixes : SyntaxFix
{
    private static readonly SyntaxKind[] Passings = [SyntaxKind.RefKeyword, SyntaxKind.OutKeyword, SyntaxKind.ReadOnlyKeyword];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        Descriptors.ContradictoryRoles.Id,
        Descriptors.WrongPassing.Id,
        Descriptors.ClassesOutOfRange.Id,
        Descriptors.GammaOutOfRange.Id,
        Descriptors.MarginOutOfRange.Id,
        Descriptors.UnknownReduction.Id,
        Descriptors.UnknownOver.Id,
        Descriptors.TwoLosses.Id,
        Descriptors.UselessParameter.Id,
        Descriptors.PropertyBesideParameter.Id,
        Descriptors.BalancedWithoutLogSumExp.Id,
        Descriptors.LabelSmoothingOutOfRange.Id,
        Descriptors.CountOutOfRange.Id,
        Descriptors.UnknownScores.Id,
        Descriptors.ReductionOfNothing.Id,
        Descriptors.IgnoredClass.Id,
        Descriptors.ParallelOfOneRow.Id,
        Descriptors.MarginUnsuitedToCosines.Id,
        Descriptors.GammaSaturates.Id,
        Descriptors.SmoothingOfIgnoredClass.Id,
        Descriptors.OneRowHasOneNumber.Id,
        Descriptors.NothingToIgnore.Id,
        Descriptors.DefaultOfMemory.Id,
    ];

    private protected override IEnumerable<Change> ChangesFor(Diagnostic problem, SyntaxNode node)
    {
        Change? change = node.FirstAncestorOrSelf<SyntaxNode>(outer => outer is AttributeArgumentSyntax or AttributeSyntax or ParameterSyntax) switch
        {
            AttributeArgumentSyntax { NameEquals: { } property } argument => WithoutProperty(argument, property.Name.Identifier.ValueText),
            AttributeSyntax attribute when problem.Id == Descriptors.TwoLosses.Id => WithoutAttribute(attribute),
            ParameterSyntax parameter when problem.Id == Descriptors.WrongPassing.Id => PassedByValue(parameter),
            ParameterSyntax parameter when problem.Id == Descriptors.DefaultOfMemory.Id => parameter.Default is null ? null : WithoutDefault(parameter),
            ParameterSyntax parameter => new($"Remove '{parameter.Identifier.ValueText}'", parameter),
            _ => null,
        };
        if (change is not null)
        {
            yield return change;
        }
    }

    private static Change WithoutProperty(AttributeArgumentSyntax argument, string property)
    {
        var all = (AttributeArgumentListSyntax)argument.Parent!;
        return new($"Remove {property}", all.Arguments.Count == 1 ? all : argument);
    }

    private static Change WithoutAttribute(AttributeSyntax attribute)
    {
        var all = (AttributeListSyntax)attribute.Parent!;
        return new($"Remove {attribute.Name}", all.Attributes.Count == 1 ? all : attribute);
    }

    private static Change PassedByValue(ParameterSyntax parameter)
    {
        string passing = string.Join(" ", parameter.Modifiers.Where(IsPassing).Select(modifier => modifier.Text));
        return new($"Remove '{passing}'", parameter, parameter.WithModifiers([.. parameter.Modifiers.Where(modifier => !IsPassing(modifier))]));
    }

    /// <summary>What stands before a parameter that has no default can have none either.</summary>
    private static Change WithoutDefault(ParameterSyntax parameter)
    {
        var list = (ParameterListSyntax)parameter.Parent!;
        ParameterSyntax[] defaulted = [.. list.Parameters.Take(list.Parameters.IndexOf(parameter) + 1).Where(earlier => earlier.Default is not null)];
        return new("Remove the default", list, list.ReplaceNodes(defaulted, (earlier, _) => earlier.WithDefault(null).WithTrailingTrivia(earlier.GetTrailingTrivia())));
    }

    private static bool IsPassing(SyntaxToken modifier) => Passings.Contains(modifier.Kind());
}
