using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>What the parameters and the return type of a method say.</summary>
internal sealed record Signature(ScalarType Scalar, EquatableArray<ParameterSpec> Parameters);

/// <summary>Reads from a method's signature what is to be computed: a parameter's name is its role.</summary>
internal static class SignatureReader
{
    /// <returns>The signature, or null where it is wrong, or so incomplete that the compiler complains itself.</returns>
    public static Signature? Read(IMethodSymbol method, List<Diagnostic> problems, CancellationToken cancellation)
    {
        if (IsUnfinished(method.ReturnType) || method.Parameters.Any(parameter => IsUnfinished(parameter.Type)))
        {
            return null;
        }

        int before = problems.Count;
        if (!method.TypeParameters.IsEmpty)
        {
            problems.Add(Diagnostic.Create(Descriptors.MethodMustNotBeGeneric, method.Locations[0], method.Name));
        }

        ScalarType scalar = ScalarOf(method);
        var parameters = new List<ParameterSpec>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (RoleDescription.OfName(parameter.Name) is { } role)
            {
                CheckParameter(parameter, role, scalar, problems, cancellation);
                parameters.Add(new ParameterSpec(
                    role.Role,
                    parameter.Name,
                    ModifiersOf(parameter, cancellation),
                    parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
            }
            else
            {
                problems.Add(Diagnostic.Create(Descriptors.UnknownRole, parameter.Locations[0], parameter.Name, RoleDescription.AllNames));
            }
        }

        CheckCombination(method, scalar, parameters, problems);
        if (method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.ToDisplayString() != scalar.Keyword())
        {
            problems.Add(Diagnostic.Create(
                Descriptors.UnsupportedReturnType,
                SyntaxOf<MethodDeclarationSyntax>(method, cancellation)?.ReturnType.GetLocation() ?? method.Locations[0],
                method.Name,
                PassingOf(method) + method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                scalar.Keyword()));
        }

        return problems.Count == before ? new Signature(scalar, parameters.ToEquatableArray()) : null;
    }

    /// <summary>Whether the compiler itself has to complain about a type, or about one that it is made of.</summary>
    private static bool IsUnfinished(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUnfinished(array.ElementType),
        INamedTypeSymbol { IsUnboundGenericType: true } => true,
        INamedTypeSymbol named => named.TypeKind == TypeKind.Error || named.TypeArguments.Any(IsUnfinished),
        _ => type.TypeKind == TypeKind.Error,
    };

    private static string PassingOf(IMethodSymbol method) => method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : "";

    /// <summary>The scores decide; where they do not tell, what the method returns.</summary>
    private static ScalarType ScalarOf(IMethodSymbol method)
    {
        IParameterSymbol? scores = method.Parameters.FirstOrDefault(parameter => RoleDescription.OfName(parameter.Name)?.Role == Role.Logits);
        SpecialType element = scores?.Type is INamedTypeSymbol { TypeArguments: [var argument] } ? argument.SpecialType : method.ReturnType.SpecialType;
        return element == SpecialType.System_Double ? ScalarType.Double : ScalarType.Single;
    }

    private static void CheckParameter(
        IParameterSymbol parameter,
        RoleDescription role,
        ScalarType scalar,
        List<Diagnostic> problems,
        CancellationToken cancellation)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            problems.Add(Diagnostic.Create(
                Descriptors.WrongPassing,
                parameter.Locations[0],
                parameter.Name,
                parameter.RefKind == RefKind.RefReadOnlyParameter ? "ref readonly" : parameter.RefKind.ToString().ToLowerInvariant()));
        }

        string[] types = [.. role.Types.Select(type => type.Replace("<T>", $"<{scalar.Keyword()}>"))];
        string given = parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        bool isOfFramework = parameter.Type.SpecialType != SpecialType.None || parameter.Type.ContainingNamespace?.ToDisplayString() == "System";
        if (!(isOfFramework && types.Contains(given)))
        {
            problems.Add(Diagnostic.Create(
                Descriptors.WrongParameterType,
                SyntaxOf<ParameterSyntax>(parameter, cancellation)?.Type?.GetLocation() ?? parameter.Locations[0],
                parameter.Name,
                isOfFramework ? given : parameter.Type.ToDisplayString(),
                string.Join(" or ", types)));
        }
    }

    private static void CheckCombination(IMethodSymbol method, ScalarType scalar, List<ParameterSpec> parameters, List<Diagnostic> problems)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            // Of two parameters with the same name the compiler complains itself.
            ParameterSpec? rival = parameters.Take(i)
                .FirstOrDefault(earlier => Exclude(earlier.Role, parameters[i].Role) && earlier.Name != parameters[i].Name);
            if (rival is not null)
            {
                Location location = method.Parameters.First(parameter => parameter.Name == parameters[i].Name).Locations[0];
                problems.Add(Diagnostic.Create(Descriptors.ContradictoryRoles, location, rival.Name, parameters[i].Name));
            }
        }

        RequireOneOf(Role.Logits);
        RequireOneOf(Role.Labels, Role.Label);

        void RequireOneOf(params Role[] roles)
        {
            // An unknown name may well be the missing role misspelt: one problem is enough then.
            bool hasUnknown = parameters.Count < method.Parameters.Length;
            if (!hasUnknown && !parameters.Any(parameter => roles.Contains(parameter.Role)))
            {
                string type = scalar.Keyword();
                string missing = string.Join("' or '", roles.Select(role => RoleDescription.Of(role).Names[0]));
                problems.Add(Diagnostic.Create(
                    Descriptors.MissingRole,
                    method.Locations[0],
                    method.Name,
                    missing,
                    $"{type} {method.Name}(ReadOnlySpan<{type}> logits, ReadOnlySpan<int> labels, Span<{type}> gradient)"));
            }
        }
    }

    private static bool Exclude(Role one, Role other) =>
        one == other || (one, other) is (Role.Label, Role.Labels) or (Role.Labels, Role.Label);

    /// <summary>The modifiers that an implementation has to repeat.</summary>
    private static string ModifiersOf(IParameterSymbol parameter, CancellationToken cancellation) =>
        string.Join(" ", SyntaxOf<ParameterSyntax>(parameter, cancellation)?.Modifiers.Select(modifier => modifier.Text) ?? []);

    private static T? SyntaxOf<T>(ISymbol symbol, CancellationToken cancellation)
        where T : SyntaxNode => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as T;
}
