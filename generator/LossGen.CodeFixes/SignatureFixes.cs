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
                MethodDeclarationSyntax mended =
                    method.WithReturnType(right.ReturnType.WithTriviaFrom(method.ReturnType)).WithParameterList(Merged(method.ParameterList, right.ParameterList));
                yield return problem.Id == Descriptors.NoGradient.Id
                    ? new($"Add '{signature}'", method, method, Below(method, mended))
                    : new($"Change to '{signature}'", method, mended);
            }
        }
    }

    /// <summary>A method that can stand below another one of which it is a variant: after an empty line, without its comments.</summary>
    private static MethodDeclarationSyntax Below(MethodDeclarationSyntax method, MethodDeclarationSyntax variant)
    {
        IEnumerable<SyntaxTrivia> lineBreak = method.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        IEnumerable<SyntaxTrivia> indentation = method.GetLeadingTrivia().Reverse().TakeWhile(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return variant.WithLeadingTrivia(lineBreak.Concat(indentation)).WithTrailingTrivia(lineBreak);
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
                own = own.WithParameters(Inserted(right.Parameters[i], i, own.Parameters));
            }
        }

        return own;
    }

    /// <summary>Where the parameters around it each have a line, it gets one too.</summary>
    private static SeparatedSyntaxList<ParameterSyntax> Inserted(ParameterSyntax added, int index, SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        if (index == 0 || index == parameters.Count)
        {
            return parameters.Insert(index, added);
        }

        IEnumerable<SyntaxTrivia> lineBreak = parameters.GetSeparator(index - 1).TrailingTrivia.Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        parameters = parameters.Insert(index, added.WithLeadingTrivia(parameters[index].GetLeadingTrivia()));
        SyntaxToken separator = parameters.GetSeparator(index);
        return parameters.ReplaceSeparator(separator, separator.WithTrailingTrivia(lineBreak));
    }

    private static string NameOf(ParameterSyntax parameter) => parameter.Identifier.ValueText;
}
