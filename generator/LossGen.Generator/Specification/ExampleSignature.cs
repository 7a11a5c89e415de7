using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>Correct signatures, as near as can be to a wrong one.</summary>
internal static class ExampleSignature
{
    /// <summary>The one that a message recommends: it has a gradient.</summary>
    public static string Of(IMethodSymbol method, LossTable loss, ScalarType scalar, Role[] given)
    {
        Role[] roles = [.. RolesOf(loss, given), .. given.Contains(Role.Upstream) ? [Role.Upstream] : (Role[])[]];
        return SignatureOf(method, scalar, roles);
    }

    /// <summary>The ones that a method may have whose parameters are still to be chosen: one row, a batch, and a batch with its gradient.</summary>
    public static IEnumerable<string> All(IMethodSymbol method, LossTable loss, ScalarType scalar)
    {
        Role[][] choices = loss.IsClassification
            ? [[Role.Logits, Role.Label], [Role.Logits, Role.Labels], [Role.Logits, Role.Labels, Role.Gradient]]
            : [[Role.Positives, Role.Negatives], [Role.Similarities, Role.Labels], [Role.Similarities, Role.Labels, Role.Gradient]];
        return choices.Select(roles => SignatureOf(method, scalar, roles));
    }

    /// <summary>The method's own signature with more parameters, where the order of the roles puts the first of them.</summary>
    public static string With(Role[] missing, IMethodSymbol method, LossTable loss, ScalarType scalar, CancellationToken cancellation)
    {
        int before = method.Parameters
            .TakeWhile(parameter => (RoleDescription.OfName(parameter.Name, loss)?.Role < missing[0] || IsReceiver(parameter)) && parameter is { IsParams: false, IsOptional: false })
            .Count();
        List<string> parameters =
            [.. method.Parameters.SelectMany(parameter => parameter.DeclaringSyntaxReferences).Select(reference => InOneLine(reference.GetSyntax(cancellation)))];
        parameters.InsertRange(before, missing.Select(role => ParameterOf(role, scalar)));
        return $"{(method.ReturnsVoid ? "void" : scalar.Keyword())} {DeclarationReader.Escaped(method.Name)}({string.Join(", ", parameters)})";
    }

    private static bool IsReceiver(IParameterSymbol parameter) => parameter.Ordinal == 0 && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true };

    private static string SignatureOf(IMethodSymbol method, ScalarType scalar, Role[] roles)
    {
        bool returnsNothing = method.ReturnsVoid && roles.Any(role => role.IsGradient());
        return $"{(returnsNothing ? "void" : scalar.Keyword())} {DeclarationReader.Escaped(method.Name)}({string.Join(", ", roles.Select(role => ParameterOf(role, scalar)))})";
    }

    /// <summary>Code without its comments and line breaks.</summary>
    private static string InOneLine(SyntaxNode code) =>
        code.ReplaceTrivia(code.DescendantTrivia(), (_, _) => default).NormalizeWhitespace(eol: " ").ToString();

    private static string ParameterOf(Role role, ScalarType scalar)
    {
        var description = RoleDescription.Of(role);
        return $"{description.TypesFor(scalar).First()} {description.Names[0]}";
    }

    private static Role[] RolesOf(LossTable loss, Role[] given)
    {
        if (loss.IsClassification)
        {
            Role truth = given.Contains(Role.Label) ? Role.Label : given.Contains(Role.Targets) ? Role.Targets : Role.Labels;
            return [Role.Logits, truth, Role.Gradient];
        }

        return !RoleRules.IsMatrix(given) ? [Role.Positives, Role.Negatives, Role.PositiveGradient, Role.NegativeGradient]
            : given.Contains(Role.ColumnLabels) ? [Role.Similarities, Role.Labels, Role.ColumnLabels, Role.Gradient]
            : [Role.Similarities, Role.Labels, Role.Gradient];
    }
}
