namespace LossGen.Generator.Specification;

/// <summary>What a parameter is for; its name says it. Generated code lists parameters in this order.</summary>
internal enum Role
{
    Logits,
    Positives,
    Negatives,
    Similarities,
    Label,
    Labels,
    ColumnLabels,
    Targets,
    ClassWeights,
    Upstream,
    Losses,
    Gradient,
    PositiveGradient,
    NegativeGradient,
}

/// <summary>A role: the names that choose it and the types that it takes, in which <c>T</c> stands for float or double.</summary>
internal sealed record RoleDescription(Role Role, string[] Names, string[] Types)
{
    private static readonly RoleDescription[] All =
    [
        new(Role.Logits, ["logits", "scores"], ["ReadOnlySpan<T>"]),
        new(Role.Positives, ["positives"], ["ReadOnlySpan<T>"]),
        new(Role.Negatives, ["negatives"], ["ReadOnlySpan<T>"]),
        new(Role.Similarities, ["similarities"], ["ReadOnlySpan<T>"]),
        new(Role.Label, ["label"], ["int", "long"]),
        new(Role.Labels, ["labels"], ["ReadOnlySpan<int>", "ReadOnlySpan<long>"]),
        new(Role.ColumnLabels, ["columnLabels"], ["ReadOnlySpan<int>", "ReadOnlySpan<long>"]),
        new(Role.Targets, ["targets"], ["ReadOnlySpan<T>"]),
        new(Role.ClassWeights, ["classWeights"], ["ReadOnlySpan<T>"]),
        new(Role.Upstream, ["upstream"], ["T", "ReadOnlySpan<T>"]),
        new(Role.Losses, ["losses"], ["Span<T>"]),
        new(Role.Gradient, ["gradient"], ["Span<T>"]),
        new(Role.PositiveGradient, ["positiveGradient"], ["Span<T>"]),
        new(Role.NegativeGradient, ["negativeGradient"], ["Span<T>"]),
    ];

    public static RoleDescription Of(Role role) => All.First(description => description.Role == role);

    /// <summary>The role among those of a loss that a parameter's name chooses, in upper or lower case; null if it chooses none.</summary>
    public static RoleDescription? OfName(string parameterName, LossTable loss) => loss.Roles
        .Select(Of)
        .FirstOrDefault(description => description.Names.Contains(parameterName, StringComparer.OrdinalIgnoreCase));

    /// <summary>The types that the role takes beside scores of a type.</summary>
    public IEnumerable<string> TypesFor(ScalarType scalar) =>
        Types.Select(type => type == "T" ? scalar.Keyword() : type.Replace("<T>", $"<{scalar.Keyword()}>"));
}

internal static class RoleFacts
{
    /// <summary>Whether the scores are given in it: their type is T.</summary>
    public static bool IsScores(this Role role) => role is Role.Logits or Role.Positives or Role.Negatives or Role.Similarities;

    /// <summary>Whether a derivative is written to it.</summary>
    public static bool IsGradient(this Role role) => role is Role.Gradient or Role.PositiveGradient or Role.NegativeGradient;
}
