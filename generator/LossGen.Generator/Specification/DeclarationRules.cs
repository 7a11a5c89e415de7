using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>
/// The rules of C# that a declaration can break by itself. An implementation repeats the declaration, and so would repeat the mistake: the compiler says it once,
/// of what the user wrote, if there is none.
/// </summary>
internal static class DeclarationRules
{
    private static readonly SyntaxKind[] OfNoMethod = [SyntaxKind.RequiredKeyword, SyntaxKind.VolatileKeyword, SyntaxKind.ConstKeyword, SyntaxKind.FileKeyword];

    private static readonly SyntaxKind[] OfNoPartialMethod = [SyntaxKind.AbstractKeyword, SyntaxKind.AsyncKeyword, SyntaxKind.ExternKeyword];

    private static readonly SyntaxKind[] OfInheritance = [SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.SealedKeyword];

    private static readonly SyntaxKind[] OfAccess = [SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword];

    public static bool AreBroken(IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        SyntaxKind[] modifiers = [.. syntax.Modifiers.Select(modifier => modifier.Kind())];
        return method.MethodKind == MethodKind.ExplicitInterfaceImplementation
            || IsDeclaredBefore(method)
            || modifiers.Distinct().Count() < modifiers.Length
            || modifiers.Last() != SyntaxKind.PartialKeyword
            || modifiers.Intersect(OfNoMethod).Any()
            || modifiers.Intersect(OfNoPartialMethod).Any()
            || !IsAccessible(method, modifiers)
            || !FitsItsType(method, modifiers)
            || (modifiers.Contains(SyntaxKind.UnsafeKeyword) && !AllowsUnsafe(method))
            || AreParametersBroken(syntax.ParameterList.Parameters);
    }

    /// <summary>Whether it is declared twice: the first is implemented.</summary>
    private static bool IsDeclaredBefore(IMethodSymbol method)
    {
        string? id = method.GetDocumentationCommentId();
        ISymbol first = method.ContainingType.GetMembers(method.Name).First(member => member.GetDocumentationCommentId() == id);
        return !SymbolEqualityComparer.Default.Equals(first, method);
    }

    /// <summary>Whether it says who may call it: a partial method that returns something has to (CS8796), at most once (CS0107), and not to heirs where there are none.</summary>
    private static bool IsAccessible(IMethodSymbol method, SyntaxKind[] modifiers)
    {
        SyntaxKind[] access = [.. modifiers.Intersect(OfAccess)];
        bool isKnown = access.Length switch
        {
            0 => method.ReturnsVoid && !modifiers.Intersect(OfInheritance).Any() && !modifiers.Contains(SyntaxKind.NewKeyword),
            1 => true,
            2 => access.Contains(SyntaxKind.ProtectedKeyword) && !access.Contains(SyntaxKind.PublicKeyword),
            _ => false,
        };
        return isKnown && (!access.Contains(SyntaxKind.ProtectedKeyword) || method.ContainingType is { TypeKind: not TypeKind.Struct, IsStatic: false });
    }

    private static bool FitsItsType(IMethodSymbol method, SyntaxKind[] modifiers)
    {
        INamedTypeSymbol type = method.ContainingType;
        bool isInInterface = type.TypeKind == TypeKind.Interface;
        bool inherits = modifiers.Intersect(OfInheritance).Any();
        return !(type.IsStatic && !method.IsStatic)
            && !(method.IsStatic && inherits && !isInInterface)
            && !(modifiers.Contains(SyntaxKind.ReadOnlyKeyword) && (method.IsStatic || type.TypeKind != TypeKind.Struct))
            && !(modifiers.Contains(SyntaxKind.VirtualKeyword) && (type.IsSealed || method.DeclaredAccessibility == Accessibility.Private || modifiers.Contains(SyntaxKind.OverrideKeyword)))
            && !(modifiers.Contains(SyntaxKind.OverrideKeyword) && method.OverriddenMethod is null or { IsSealed: true })
            && !(modifiers.Contains(SyntaxKind.SealedKeyword) && !modifiers.Contains(SyntaxKind.OverrideKeyword) && !isInInterface)
            && !(method.IsExtensionMethod && type is not { IsStatic: true, IsGenericType: false, ContainingType: null });
    }

    private static bool AllowsUnsafe(IMethodSymbol method) =>
        method.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options: CSharpCompilationOptions { AllowUnsafe: true } };

    /// <summary>Whether a name is there twice (CS0100), <c>params</c> stands before another (CS0231), or one that a call can leave out before one that it cannot (CS1737).</summary>
    private static bool AreParametersBroken(SeparatedSyntaxList<ParameterSyntax> parameters) =>
        parameters.Select(parameter => parameter.Identifier.ValueText).Distinct().Count() < parameters.Count
        || parameters.Take(parameters.Count - 1).Any(IsParams)
        || parameters.SkipWhile(parameter => parameter.Default is null).Any(parameter => parameter.Default is null && !IsParams(parameter));

    private static bool IsParams(ParameterSyntax parameter) => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword);
}
