using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Puts parameters into a list.</summary>
internal static class ParameterLists
{
    /// <summary>The parameters that are right; those that were there stay as they are written, with their comments, if only others are put between them.</summary>
    public static ParameterListSyntax Merged(ParameterListSyntax own, ParameterListSyntax right)
    {
        string[] names = [.. own.Parameters.Select(NameOf)];
        if (!right.Parameters.Select(NameOf).Where(names.Contains).SequenceEqual(names))
        {
            return right.WithTriviaFrom(own);
        }

        ParameterListSyntax merged = own;
        for (int i = 0; i < right.Parameters.Count; i++)
        {
            if (i == merged.Parameters.Count || NameOf(merged.Parameters[i]) != NameOf(right.Parameters[i]))
            {
                merged = merged.WithParameters(Inserted(right.Parameters[i], i, merged.Parameters));
            }
        }

        return IsInOrder(merged.Parameters) ? merged : right.WithTriviaFrom(own);
    }

    /// <summary>Whether what has a default comes after what has none, and 'this' and 'params' stand where they must.</summary>
    private static bool IsInOrder(SeparatedSyntaxList<ParameterSyntax> parameters) =>
        parameters.SkipWhile(parameter => parameter.Default is null).All(parameter => parameter.Default is not null || parameter.Modifiers.Any(SyntaxKind.ParamsKeyword))
        && !parameters.Skip(1).Any(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword))
        && !parameters.Take(parameters.Count - 1).Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword));

    /// <summary>Where the parameters each have a line, the new one gets one too.</summary>
    private static SeparatedSyntaxList<ParameterSyntax> Inserted(ParameterSyntax added, int index, SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        int neighbour = Math.Min(index, parameters.Count - 1);
        SyntaxTrivia[] lineBreak = neighbour < 1 ? [] : Lines.BreakIn(parameters.GetSeparator(neighbour - 1).TrailingTrivia);
        if (lineBreak.Length == 0)
        {
            return parameters.Insert(index, added);
        }

        parameters = parameters.Insert(index, added.WithLeadingTrivia(Lines.IndentationOf(parameters[neighbour])));
        SyntaxToken separator = parameters.GetSeparator(neighbour);
        return parameters.ReplaceSeparator(separator, separator.WithTrailingTrivia(lineBreak));
    }

    private static string NameOf(ParameterSyntax parameter) => parameter.Identifier.ValueText;
}
