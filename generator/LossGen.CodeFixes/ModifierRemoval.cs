using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Takes modifiers off a declaration.</summary>
internal static class ModifierRemoval
{
    /// <summary>The declaration without some modifiers; what stands in front of one, be it a comment or an indentation, comes to stand in front of what follows it.</summary>
    public static T Without<T>(this T declaration, params SyntaxKind[] kinds)
        where T : MemberDeclarationSyntax
    {
        while (declaration.Modifiers.FirstOrDefault(modifier => kinds.Contains(modifier.Kind())) is { RawKind: not 0 } modifier)
        {
            SyntaxToken next = modifier.GetNextToken();
            declaration = declaration.ReplaceToken(next, next.WithLeadingTrivia(modifier.LeadingTrivia));
            declaration = (T)declaration.WithModifiers(declaration.Modifiers.Remove(declaration.Modifiers.First(other => other.IsKind(modifier.Kind()))));
        }

        return declaration;
    }
}
