using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Puts the modifiers of declarations right.</summary>
internal static class Modifiers
{
    private static readonly SyntaxKind[] Accessibilities =
        [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword];

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

    /// <summary>
    /// The method with the modifiers that LossGen can implement: a partial method that returns something has to say how accessible it is (CS8796), and one
    /// without a body is no task (CS1994).
    /// </summary>
    public static MethodDeclarationSyntax WithModifiersOfPartial(this MethodDeclarationSyntax method)
    {
        SyntaxKind byDefault = method.Parent is InterfaceDeclarationSyntax ? SyntaxKind.PublicKeyword : SyntaxKind.PrivateKeyword;
        bool saysAccessibility = method.Modifiers.Any(modifier => Accessibilities.Contains(modifier.Kind()));
        return (saysAccessibility ? method : method.WithModifiers(method.Modifiers.Insert(0, SyntaxFactory.Token(byDefault)))).Without(SyntaxKind.AsyncKeyword);
    }
}
