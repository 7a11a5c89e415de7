using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>One row for each attribute: its name, its loss, the values of the properties that are not set and the roles that a parameter can have.</summary>
internal sealed record LossTable(string AttributeName, LossKind Loss, double DefaultMargin, double DefaultGamma, Role[] Roles)
{
    private static readonly Role[] RolesOfHinge = [Role.Logits, Role.Label, Role.Labels, Role.ClassWeights, Role.Gradient, Role.Losses, Role.Upstream];

    private static readonly Role[] RolesOfSoftmax =
        [Role.Logits, Role.Label, Role.Labels, Role.Targets, Role.ClassWeights, Role.Gradient, Role.Losses, Role.Upstream];

    private static readonly Role[] RolesOfPairs =
    [
        Role.Positives,
        Role.Negatives,
        Role.PositiveGradient,
        Role.NegativeGradient,
        Role.Similarities,
        Role.Labels,
        Role.ColumnLabels,
        Role.Gradient,
        Role.Losses,
        Role.Upstream,
    ];

    public static readonly LossTable[] All =
    [
        new("LossGen.MulticlassHingeAttribute", LossKind.MulticlassHinge, DefaultMargin: 1, DefaultGamma: 1, RolesOfHinge),
        new("LossGen.SoftmaxCrossEntropyAttribute", LossKind.SoftmaxCrossEntropy, DefaultMargin: 0, DefaultGamma: 1, RolesOfSoftmax),
        new("LossGen.PairHingeAttribute", LossKind.PairHinge, DefaultMargin: 1, DefaultGamma: 1, RolesOfPairs),
        new("LossGen.UnifiedLossAttribute", LossKind.UnifiedLoss, DefaultMargin: 0, DefaultGamma: 80, RolesOfPairs),
        new("LossGen.CircleLossAttribute", LossKind.CircleLoss, DefaultMargin: 0.4, DefaultGamma: 80, RolesOfPairs),
    ];

    /// <summary>Whether the scores are those of classes, and not of positives and negatives.</summary>
    public bool IsClassification => Roles.Contains(Role.Logits);

    /// <summary>"logits or scores, label, labels, gradient".</summary>
    public string RoleNames => string.Join(", ", Roles.Select(role => string.Join(" or ", RoleDescription.Of(role).Names)));

    /// <summary>The row of an attribute; null if it is not one of ours.</summary>
    public static LossTable? Of(AttributeData attribute)
    {
        string? name = attribute.AttributeClass is { ContainingNamespace.Name: nameof(LossGen) } type ? type.ToDisplayString() : null;
        return All.FirstOrDefault(loss => loss.AttributeName == name);
    }
}
