using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Specification;

/// <summary>What the parameters and the return type of a method say.</summary>
internal sealed record Signature(ScalarType Scalar, bool ReturnsLoss, EquatableArray<ParameterSpec> Parameters)
{
    public bool Has(Role role) => Parameters.Any(parameter => parameter.Role == role);
}

/// <summary>Reads from a method's signature what is to be computed: a parameter's name is its role.</summary>
internal static class SignatureReader
{
    /// <summary>A matrix is <c>float[,]</c>, not <c>float[*,*]</c>.</summary>
    private static readonly SymbolDisplayFormat AsWritten =
        SymbolDisplayFormat.CSharpErrorMessageFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseAsterisksInMultiDimensionalArrays);

    /// <returns>The signature, or null where it is wrong, or so incomplete that the compiler complains itself.</returns>
    public static Signature? Read(IMethodSymbol method, LossTable loss, List<Diagnostic> problems, CancellationToken cancellation)
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

        ScalarType scalar = ScalarOf(method, loss);
        var parameters = new List<ParameterSpec>();
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (RoleDescription.OfName(parameter.Name, loss) is { } role)
            {
                CheckPassing(parameter, problems, cancellation);
                CheckType(parameter, TypesOf(role, method, loss), problems, cancellation);
                parameters.Add(new ParameterSpec(
                    role.Role,
                    parameter.Name,
                    ModifiersOf(parameter, cancellation),
                    parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
            }
            else
            {
                problems.Add(UnknownRole(parameter.Locations[0], parameter.Name, NearestRole.Of(parameter, method, loss, scalar), loss));
            }
        }

        if (method.IsVararg)
        {
            problems.Add(UnknownRole(method.Locations[0], "__arglist", nearest: null, loss));
        }

        // An unknown name may well be a missing role misspelt: one problem is enough then.
        if (parameters.Count == method.Parameters.Length)
        {
            RoleRules.Check(method, loss, scalar, parameters, problems, cancellation);
        }

        CheckReturn(method, loss, scalar, parameters, problems, cancellation);
        return problems.Count == before ? new Signature(scalar, !method.ReturnsVoid, parameters.ToEquatableArray()) : null;
    }

    private static Diagnostic UnknownRole(Location location, string name, string? nearest, LossTable loss) => Diagnostic.Create(
        Descriptors.UnknownRole,
        location,
        Replacements.Of(nearest is null ? [] : [nearest]),
        name,
        loss.Loss,
        nearest is null ? "" : $", but '{nearest}' is",
        loss.RoleNames);

    /// <summary>Whether the compiler itself has to complain about a type, or about one that it is made of.</summary>
    private static bool IsUnfinished(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsUnfinished(array.ElementType),
        INamedTypeSymbol { IsUnboundGenericType: true } => true,
        INamedTypeSymbol named => named.TypeKind == TypeKind.Error || named.TypeArguments.Any(IsUnfinished),
        _ => type.TypeKind == TypeKind.Error,
    };

    /// <summary>The first scores decide; where they do not tell, what the method returns.</summary>
    public static ScalarType ScalarOf(IMethodSymbol method, LossTable loss) =>
        ElementOfScores(method, loss) == SpecialType.System_Double ? ScalarType.Double : ScalarType.Single;

    /// <summary>The types that can be computed in: the scores' own, or any where theirs is none of them.</summary>
    private static ScalarType[] ScalarsOf(IMethodSymbol method, LossTable loss) => ElementOfScores(method, loss) switch
    {
        SpecialType.System_Single => [ScalarType.Single],
        SpecialType.System_Double => [ScalarType.Double],
        _ => [ScalarType.Single, ScalarType.Double],
    };

    private static SpecialType ElementOfScores(IMethodSymbol method, LossTable loss)
    {
        IParameterSymbol? scores = method.Parameters.FirstOrDefault(parameter => RoleDescription.OfName(parameter.Name, loss)?.Role.IsScores() == true);
        return scores?.Type switch
        {
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } => arguments[0].SpecialType,
            IArrayTypeSymbol array => array.ElementType.SpecialType,
            _ => method.ReturnType.SpecialType,
        };
    }

    private static void CheckPassing(IParameterSymbol parameter, List<Diagnostic> problems, CancellationToken cancellation)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            problems.Add(Diagnostic.Create(
                Descriptors.WrongPassing,
                SyntaxOf<ParameterSyntax>(parameter, cancellation)?.Modifiers.First(modifier => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword).GetLocation() ?? parameter.Locations[0],
                parameter.Name,
                parameter.RefKind == RefKind.RefReadOnlyParameter ? "ref readonly" : parameter.RefKind.ToString().ToLowerInvariant()));
        }
    }

    /// <summary>
    /// The types that a role takes in a method: the labels of the columns have the type of the rows' labels.
    /// </summary>
    private static string[] TypesOf(RoleDescription role, IMethodSymbol method, LossTable loss)
    {
        string[] types = [.. ScalarsOf(method, loss).SelectMany(role.TypesFor).Distinct()];

        if (role.Role != Role.ColumnLabels)
        {
            return types;
        }

        IParameterSymbol? labels = method.Parameters.FirstOrDefault(parameter => RoleDescription.OfName(parameter.Name, loss)?.Role == Role.Labels);
        string? type = labels?.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        return type is not null && types.Contains(type) ? [type] : types;
    }

    private static void CheckType(IParameterSymbol parameter, string[] types, List<Diagnostic> problems, CancellationToken cancellation)
    {
        string given = parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        bool isOfFramework = parameter.Type.SpecialType != SpecialType.None || parameter.Type.ContainingNamespace?.ToDisplayString() == "System";
        if (!(isOfFramework && types.Contains(given)))
        {
            problems.Add(Diagnostic.Create(
                Descriptors.WrongParameterType,
                SyntaxOf<ParameterSyntax>(parameter, cancellation)?.Type?.GetLocation() ?? parameter.Locations[0],
                Replacements.Of(types),
                parameter.Name,
                isOfFramework ? given : parameter.Type.ToDisplayString(AsWritten),
                string.Join(" or ", types)));
        }
    }

    private static void CheckReturn(
        IMethodSymbol method,
        LossTable loss,
        ScalarType scalar,
        List<ParameterSpec> parameters,
        List<Diagnostic> problems,
        CancellationToken cancellation)
    {
        Location location = SyntaxOf<MethodDeclarationSyntax>(method, cancellation)?.ReturnType.GetLocation() ?? method.Locations[0];
        bool isReference = method.ReturnsByRef || method.ReturnsByRefReadonly;
        if (isReference || !(method.ReturnsVoid || method.ReturnType.ToDisplayString() == scalar.Keyword()))
        {
            string[] keywords = [.. ScalarsOf(method, loss).Select(type => type.Keyword())];
            string passing = method.ReturnsByRef ? "ref " : method.ReturnsByRefReadonly ? "ref readonly " : "";
            problems.Add(Diagnostic.Create(
                Descriptors.UnsupportedReturnType,
                location,
                Replacements.Of(keywords),
                method.Name,
                passing + method.ReturnType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                string.Join(" or ", keywords)));
        }

        bool hasUnknown = parameters.Count < method.Parameters.Length;
        if (method.ReturnsVoid && !hasUnknown && !parameters.Any(parameter => parameter.Role.IsGradient() || parameter.Role == Role.Losses))
        {
            problems.Add(Diagnostic.Create(Descriptors.NothingToCompute, location, Replacements.Of(scalar.Keyword()), method.Name, scalar.Keyword()));
        }
    }

    /// <summary>The modifiers that an implementation has to repeat.</summary>
    private static string ModifiersOf(IParameterSymbol parameter, CancellationToken cancellation) =>
        string.Join(" ", SyntaxOf<ParameterSyntax>(parameter, cancellation)?.Modifiers.Select(modifier => modifier.Text) ?? []);

    private static T? SyntaxOf<T>(ISymbol symbol, CancellationToken cancellation)
        where T : SyntaxNode => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as T;
}
