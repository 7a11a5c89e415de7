using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>What generated code calls the parameter of a role, whatever the user does, and what its type is.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">The name in generated code.</param>
/// <param name="UserName">The user's spelling, for exceptions and for the call.</param>
/// <param name="ElementType">The type of the elements, or of the number.</param>
/// <param name="SpanType">The type of the span; null for a number.</param>
internal sealed record RoleText(Role Role, string Name, string UserName, string ElementType, string? SpanType)
{
    private static readonly Role[] Written = [Role.Losses, Role.Gradient, Role.PositiveGradient, Role.NegativeGradient];

    public bool IsSpan => SpanType is not null;

    public bool IsOutput => Written.Contains(Role);

    /// <summary>How the entry method declares it. A single label is a batch of one.</summary>
    public string Declaration => Role == Role.Label ? $"{ElementType} label" : $"{SpanType ?? ElementType} {Name}";

    /// <summary>All parameters of a method, in the order in which roles are listed.</summary>
    public static IReadOnlyList<RoleText> All(LossSpec spec) =>
        [.. spec.Method.Parameters.OrderBy(parameter => parameter.Role).Select(parameter => Of(parameter, spec))];

    private static RoleText Of(ParameterSpec parameter, LossSpec spec)
    {
        string name = parameter.Role == Role.Label ? "labels" : char.ToLowerInvariant(parameter.Role.ToString()[0]) + parameter.Role.ToString().Substring(1);
        string element = parameter.Role is Role.Label or Role.Labels or Role.ColumnLabels ? spec.LabelType : spec.Scalar.Keyword();
        bool isNumber = parameter.Role == Role.Upstream && !spec.HasUpstreamOfRows;
        string span = Written.Contains(parameter.Role) ? $"Span<{element}>" : $"ReadOnlySpan<{element}>";
        return new RoleText(parameter.Role, name, parameter.Name, element, isNumber ? null : span);
    }
}
