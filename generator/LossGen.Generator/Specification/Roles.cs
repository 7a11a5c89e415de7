namespace LossGen.Generator.Specification;

/// <summary>What a parameter is for; its name says it.</summary>
internal enum Role
{
    Logits,
    Label,
    Labels,
    Targets,
    ClassWeights,
    Positives,
    Negatives,
    Similarities,
    ColumnLabels,
    Upstream,
    Losses,
    Gradient,
    PositiveGradient,
    NegativeGradient,
}

/// <summary>The roles that a parameter can have: the names that choose them and the types that they take.</summary>
internal sealed record RoleDescription(Role Role, string[] Names, string[] Types)
{
    /// <summary>All roles, in the order in which a signature usually lists them. <c>T</c> stands for float or double.</summary>
    public static readonly RoleDescription[] All =
    [
        new(Role.Logits, ["logits", "scores"], ["ReadOnlySpan<T>"]),
        new(Role.Label, ["label"], ["int", "long"]),
        new(Role.Labels, ["labels"], ["ReadOnlySpan<int>", "ReadOnlySpan<long>"]),
        new(Role.Gradient, ["gradient"], ["Span<T>"]),
    ];

    public static RoleDescription Of(Role role) => All.First(description => description.Role == role);

    public static RoleDescription? OfName(string parameterName) =>
        All.FirstOrDefault(description => description.Names.Contains(parameterName, StringComparer.OrdinalIgnoreCase));

    /// <summary>"logits (or scores), label, labels, gradient".</summary>
    public static string AllNames => string.Join(", ", All.Select(description => string.Join(" or ", description.Names)));
}
