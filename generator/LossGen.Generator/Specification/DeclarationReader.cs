using System.CodeDom.Compiler;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>Reads where a method stands and how it is declared, so that its implementation can be put beside it.</summary>
internal static class DeclarationReader
{
    /// <returns>The declaration without its parameters, or null where no implementation can be put beside it.</returns>
    public static MethodSpec? Read(IMethodSymbol method, List<Diagnostic> problems, CancellationToken cancellation)
    {
        int before = problems.Count;
        CheckMethod(method, problems, cancellation);

        var containingTypes = new List<string>();
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            CheckType(type, method, problems, cancellation);
            containingTypes.Insert(0, HeaderOf(type));
        }

        if (problems.Count > before
            || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax
            || DeclarationRules.AreBroken(method, syntax))
        {
            return null;
        }

        string? containingNamespace = method.ContainingNamespace.IsGlobalNamespace
            ? null
            : method.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));
        return new MethodSpec(
            containingNamespace,
            containingTypes.ToEquatableArray(),
            string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
            Escaped(method.Name),
            Parameters: default,
            FileNames.Of(method),
            method.GetDocumentationCommentId()!);
    }

    /// <summary>What a method is that LossGen cannot implement; null for one that it can, or of which the compiler says it itself.</summary>
    public static string? KindThatIsNeverWritten(IMethodSymbol method, CancellationToken cancellation) => method.MethodKind switch
    {
        MethodKind.Ordinary => method.ContainingType.IsExtension ? "a member of an extension" : null,
        MethodKind.LocalFunction => "a local function",
        MethodKind.ExplicitInterfaceImplementation => IsPartial(method, cancellation) ? null : "an explicit implementation",
        MethodKind.UserDefinedOperator or MethodKind.Conversion => "an operator",
        MethodKind.Destructor => "a finalizer",
        _ => "an accessor",
    };

    /// <summary>
    /// Whether no analyzer gets to see a method: the compiler stops before it asks one, since no part of the method, or of the
    /// property that it belongs to, has a body (CS8795, CS0501, CS9248) or it is a part of nothing (CS0759); or it is a local function, which is no symbol that analyzers are shown.
    /// </summary>
    public static bool IsHiddenFromAnalyzers(IMethodSymbol method, CancellationToken cancellation)
    {
        if (HasImplementation(method) || method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax)
        {
            return method.MethodKind == MethodKind.LocalFunction
                || method.AssociatedSymbol is IPropertySymbol { IsPartialDefinition: true, PartialImplementationPart: null }
                    or IEventSymbol { IsPartialDefinition: true, PartialImplementationPart: null };
        }

        bool hasBody = syntax.Body is not null || syntax.ExpressionBody is not null;
        bool isPartial = syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
        return !hasBody || (isPartial && method.PartialDefinitionPart is null);
    }

    /// <summary>Whether the user has implemented the method: what LossGen has written does not count, which an analyzer sees.</summary>
    public static bool HasImplementation(IMethodSymbol method) => method.PartialImplementationPart is { } implementation && !IsWrittenByLossGen(implementation);

    private static bool IsWrittenByLossGen(IMethodSymbol implementation) => implementation.GetAttributes().Any(attribute =>
        attribute is { AttributeClass.Name: nameof(GeneratedCodeAttribute), ConstructorArguments: { IsEmpty: false } arguments } && arguments[0].Value is "LossGen");

    private static void CheckMethod(IMethodSymbol method, List<Diagnostic> problems, CancellationToken cancellation)
    {
        if (!IsPartial(method, cancellation))
        {
            problems.Add(Diagnostic.Create(Descriptors.MethodMustBePartial, method.Locations[0], method.Name));
        }
        else if (HasImplementation(method))
        {
            problems.Add(Diagnostic.Create(Descriptors.MethodIsImplemented, method.Locations[0], method.Name, "remove it, or remove the attribute"));
        }
        else if (!method.IsPartialDefinition && !method.IsExtern)
        {
            problems.Add(Diagnostic.Create(Descriptors.MethodIsImplemented, method.Locations[0], method.Name, "write ';' in place of its body"));
        }
    }

    /// <summary>Whether a part of the method says so.</summary>
    public static bool IsPartial(IMethodSymbol method, CancellationToken cancellation) => method.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(cancellation))
        .OfType<MethodDeclarationSyntax>()
        .Any(syntax => syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Checks a type around a loss method.</summary>
    public static void CheckType(INamedTypeSymbol type, IMethodSymbol method, List<Diagnostic> problems, CancellationToken cancellation)
    {
        TypeDeclarationSyntax? closed = type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(syntax => !syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

        if (type.IsFileLocal)
        {
            problems.Add(Diagnostic.Create(Descriptors.TypeMustNotBeFileLocal, type.Locations[0], type.Name, method.Name));
        }
        else if (closed is not null)
        {
            problems.Add(Diagnostic.Create(Descriptors.TypeMustBePartial, closed.Identifier.GetLocation(), type.Name, method.Name));
        }
    }

    /// <summary><c>partial record struct Outer&lt;T&gt;</c>, as another part of the type has to begin.</summary>
    private static string HeaderOf(INamedTypeSymbol type)
    {
        string kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => VarianceOf(parameter) + Escaped(parameter.Name)))}>";
        return $"partial {kind} {Escaped(type.Name)}{parameters}";
    }

    private static string VarianceOf(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.In => "in ",
        VarianceKind.Out => "out ",
        _ => "",
    };

    /// <summary>A name as code has to write it.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
