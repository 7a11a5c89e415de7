using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace LossGen.CodeFixes;

/// <summary>Code from text, in which every name of the framework or of the library is written in full, and then as short as its place allows.</summary>
internal static class SyntaxOf
{
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["ReadOnlySpan"] = "System",
        ["Span"] = "System",
        ["Over"] = "LossGen",
        ["Reduction"] = "LossGen",
        ["ScoreRange"] = "LossGen",
    };

    public static TypeSyntax Type(string text) => Qualified(SyntaxFactory.ParseTypeName(text));

    public static ExpressionSyntax Expression(string text) => Qualified(SyntaxFactory.ParseExpression(text));

    /// <summary>The head of a method; null if it is none.</summary>
    public static MethodDeclarationSyntax? Method(string signature) =>
        SyntaxFactory.ParseMemberDeclaration($"{signature};") is MethodDeclarationSyntax method ? Qualified(method) : null;

    /// <summary>A type as it is written where its namespace is used.</summary>
    public static string WithoutQualifiers(TypeSyntax type) => type
        .ReplaceNodes(type.DescendantNodesAndSelf().OfType<QualifiedNameSyntax>(), (_, name) => name.Right)
        .ToString();

    private static T Qualified<T>(T code)
        where T : SyntaxNode
    {
        IEnumerable<SimpleNameSyntax> names = code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>()
            .Where(name => Namespaces.ContainsKey(name.Identifier.ValueText) && name.Parent is not QualifiedNameSyntax);
        return code.ReplaceNodes(names, (_, name) => name.Parent is MemberAccessExpressionSyntax
            ? SyntaxFactory.ParseExpression(FullNameOf(name)).WithTriviaFrom(name).WithAdditionalAnnotations(Simplifier.Annotation)
            : SyntaxFactory.ParseTypeName(FullNameOf(name)).WithTriviaFrom(name).WithAdditionalAnnotations(Simplifier.Annotation));
    }

    private static string FullNameOf(SimpleNameSyntax name) => $"global::{Namespaces[name.Identifier.ValueText]}.{name.WithoutTrivia()}";
}
