using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Specifications;

/// <summary>An annotated method, and what the reader has to make of it.</summary>
/// <param name="Attribute">The attribute with its arguments.</param>
/// <param name="Declaration">The method's return type, name and parameters.</param>
/// <param name="Expected">The specification, without its method.</param>
/// <param name="Roles">The roles of the parameters.</param>
internal sealed record SpecificationCase(string Attribute, string Declaration, LossSpec Expected, params Role[] Roles)
{
    public string Code => $"static partial class Losses {{ [{Attribute}] public static partial {Declaration}; }}";

    /// <summary>Softmax cross entropy with the default of every property, as a template.</summary>
    public static LossSpec Softmax { get; } = Specs.Softmax(classes: null);

    public static LossSpec Hinge { get; } = Softmax with { Loss = LossKind.MulticlassHinge, Margin = 1 };

    public static LossSpec PairHinge { get; } = Hinge with { Loss = LossKind.PairHinge, Scores = new Pairs(Positives: null, Negatives: null) };

    public static LossSpec Unified { get; } = PairHinge with { Loss = LossKind.UnifiedLoss, Margin = 0, Gamma = 80 };

    public static LossSpec Circle { get; } = Unified with { Loss = LossKind.CircleLoss, Margin = 0.4f };
}
