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
            || AreParametersBroken(method, syntax.ParameterList.Parameters);
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
            && !(modifiers.Contains(SyntaxKind.SealedKeyword) && !modifiers.Contains(SyntaxKind.OverrideKeyword))
            && !(method.IsExtensionMethod && type is not { IsStatic: true, IsGenericType: false, ContainingType: null });
    }

    private static bool AllowsUnsafe(IMethodSymbol method) =>
        method.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options: CSharpCompilationOptions { AllowUnsafe: true } };

    /// <summary>Whether a name is there twice (CS0100), or one that a call can leave out stands before one that it cannot (CS1737), or a modifier where it cannot.</summary>
    private static bool AreParametersBroken(IMethodSymbol method, SeparatedSyntaxList<ParameterSyntax> parameters) =>
        parameters.Select(parameter => parameter.Identifier.ValueText).Distinct().Count() < parameters.Count
        || parameters.SkipWhile(parameter => parameter.Default is null).Any(parameter => parameter.Default is null && !Has(parameter, SyntaxKind.ParamsKeyword))
        || parameters.Take(parameters.Count - 1).Any(parameter => Has(parameter, SyntaxKind.ParamsKeyword))
        || parameters.Skip(1).Any(parameter => Has(parameter, SyntaxKind.ThisKeyword))
        || parameters.Any(IsPassedInTwoWays)
        || parameters.Zip(method.Parameters, IsMeantForSpans).Contains(true);

    /// <summary>CS8328, CS1611.</summary>
    private static bool IsPassedInTwoWays(ParameterSyntax parameter) => parameter.Modifiers
        .Count(modifier => modifier.Kind() is SyntaxKind.InKeyword or SyntaxKind.RefKeyword or SyntaxKind.OutKeyword or SyntaxKind.ParamsKeyword) > 1;

    /// <summary>Whether a number has a modifier of spans (CS0225, CS9048).</summary>
    private static bool IsMeantForSpans(ParameterSyntax parameter, IParameterSymbol symbol) => symbol.Type.SpecialType != SpecialType.None
        && (Has(parameter, SyntaxKind.ParamsKeyword) || (Has(parameter, SyntaxKind.ScopedKeyword) && symbol.RefKind == RefKind.None));

    private static bool Has(ParameterSyntax parameter, SyntaxKind modifier) => parameter.Modifiers.Any(modifier);
}
