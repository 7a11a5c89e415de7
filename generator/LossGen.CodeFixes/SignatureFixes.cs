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
            if (SyntaxOf.Method(signature) is { } right)
            {
                yield return new(
                    $"Change to '{signature}'",
                    method,
                    method.WithReturnType(right.ReturnType.WithTriviaFrom(method.ReturnType)).WithParameterList(Merged(method.ParameterList, right.ParameterList)));
            }
        }
    }

    /// <summary>The parameters that are right; those that were there stay as they are written, with their comments, if only others are put between them.</summary>
    private static ParameterListSyntax Merged(ParameterListSyntax own, ParameterListSyntax right)
    {
        string[] names = [.. own.Parameters.Select(NameOf)];
        if (!right.Parameters.Select(NameOf).Where(names.Contains).SequenceEqual(names))
        {
            return right.WithTriviaFrom(own);
        }

        for (int i = 0; i < right.Parameters.Count; i++)
        {
            if (i == own.Parameters.Count || NameOf(own.Parameters[i]) != NameOf(right.Parameters[i]))
            {
                own = own.WithParameters(own.Parameters.Insert(i, right.Parameters[i]));
            }
        }

        return own;
    }

    private static string NameOf(ParameterSyntax parameter) => parameter.Identifier.ValueText;
}
