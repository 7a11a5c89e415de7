using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>A correct signature, as near as can be to a wrong one.</summary>
internal static class ExampleSignature
{
    public static string Of(IMethodSymbol method, LossTable loss, ScalarType scalar, Role[] given)
    {
        Role[] roles = [.. RolesOf(loss, given), .. given.Contains(Role.Upstream) ? [Role.Upstream] : (Role[])[]];
        IEnumerable<string> parameters = roles
            .Select(RoleDescription.Of)
            .Select(role => $"{role.TypesFor(scalar).First()} {role.Names[0]}");
        return $"{(method.ReturnsVoid ? "void" : scalar.Keyword())} {method.Name}({string.Join(", ", parameters)})";
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
