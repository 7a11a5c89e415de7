using System.Collections.Immutable;
using System.Composition;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.CodeFixes;

/// <summary>Makes a method, or a type around it, one that LossGen can implement.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DeclarationFixes : SyntaxFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        Descriptors.MethodMustBePartial.Id,
        Descriptors.MethodIsImplemented.Id,
        Descriptors.TypeMustBePartial.Id,
        Descriptors.MethodMustNotBeGeneric.Id,
        Descriptors.TypeMustNotBeFileLocal.Id,
    ];

    private protected override IEnumerable<Change> ChangesFor(Diagnostic problem, SyntaxNode node)
    {
        Change? change = node switch
        {
            MethodDeclarationSyntax method when problem.Id == Descriptors.MethodMustBePartial.Id && CanBePartial(method) =>
                new("Make the method partial, without a body", method, WithoutBody(Partial(method.WithModifiersOfPartial()))),
            MethodDeclarationSyntax method when problem.Id == Descriptors.MethodIsImplemented.Id => WithoutImplementation(method),
            MethodDeclarationSyntax method when problem.Id == Descriptors.MethodMustNotBeGeneric.Id && !UsesTypeParameters(method) =>
                new("Remove the type parameters", method, method.WithTypeParameterList(null).WithConstraintClauses(default)),
            TypeDeclarationSyntax type when problem.Id == Descriptors.TypeMustBePartial.Id =>
                new("Make the type partial", type, Partial(type)),
            TypeDeclarationSyntax type when problem.Id == Descriptors.TypeMustNotBeFileLocal.Id && IsOnlyPart(type) =>
                new("Remove 'file'", type, type.Without(SyntaxKind.FileKeyword)),
            _ => null,
        };
        if (change is not null)
        {
            yield return change;
        }
    }

    /// <summary>The body stands in the method itself, or in another part of it, which is looked for in the same part of the type.</summary>
    private static Change? WithoutImplementation(MethodDeclarationSyntax method)
    {
        if (HasBody(method))
        {
            return HasDirectives(method) ? null : new("Remove the body", method, WithoutBody(method));
        }

        MethodDeclarationSyntax? implementation = ((TypeDeclarationSyntax)method.Parent!).Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(other =>
            HasBody(other)
            && other.AttributeLists.Count == 0
            && other.Identifier.ValueText == method.Identifier.ValueText
            && SyntaxFactory.AreEquivalent(other.ParameterList, method.ParameterList));
        return implementation is null ? null : new("Remove the implementation", implementation);
    }

    private static bool HasBody(MethodDeclarationSyntax method) => method.Body is not null || method.ExpressionBody is not null;

    private static MethodDeclarationSyntax WithoutBody(MethodDeclarationSyntax method) => method
        .WithParameterList(Lines.HasText(method.ParameterList.GetTrailingTrivia()) ? method.ParameterList : method.ParameterList.WithoutTrailingTrivia())
        .WithBody(null)
        .WithExpressionBody(null)
        .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));

    /// <summary>Whether the type has no other part, which would have to be changed too: those of a file-local type stand in one file.</summary>
    private static bool IsOnlyPart(TypeDeclarationSyntax type) => type.SyntaxTree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
        .Count(other => other.Identifier.ValueText == type.Identifier.ValueText && other.Modifiers.Any(SyntaxKind.FileKeyword)) == 1;

    /// <summary>Whether nothing speaks against it, which only its author can decide to give up.</summary>
    private static bool CanBePartial(MethodDeclarationSyntax method) =>
        !method.Modifiers.Any(SyntaxKind.AbstractKeyword) && !method.Modifiers.Any(SyntaxKind.ExternKeyword) && !HasDirectives(method);

    private static bool HasDirectives(MethodDeclarationSyntax method) => method.DescendantTokens().Skip(1).Any(token => token.ContainsDirectives);

    private static bool UsesTypeParameters(MethodDeclarationSyntax method)
    {
        string[] names = [.. method.TypeParameterList!.Parameters.Select(parameter => parameter.Identifier.ValueText)];
        return new SyntaxNode[] { method.ReturnType, method.ParameterList }
            .SelectMany(code => code.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .Any(name => names.Contains(name.Identifier.ValueText));
    }

    /// <summary>The word stands last, as the language wants it.</summary>
    private static MethodDeclarationSyntax Partial(MethodDeclarationSyntax method) => method.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword));

    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(type.Keyword.LeadingTrivia, SyntaxKind.PartialKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return (TypeDeclarationSyntax)type.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(partial);
    }
}
