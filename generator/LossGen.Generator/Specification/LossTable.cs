using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>One row for each attribute: its name, the loss that it asks for and the values of the properties that are not set.</summary>
internal sealed record LossTable(string AttributeName, LossKind Loss, double DefaultMargin, double DefaultGamma)
{
    public static readonly LossTable[] All =
    [
        new("LossGen.MulticlassHingeAttribute", LossKind.MulticlassHinge, DefaultMargin: 1, DefaultGamma: 1),
        new("LossGen.SoftmaxCrossEntropyAttribute", LossKind.SoftmaxCrossEntropy, DefaultMargin: 0, DefaultGamma: 1),
    ];

    /// <summary>The row of an attribute; null if it is not one of ours.</summary>
    public static LossTable? Of(AttributeData attribute)
    {
        string? name = attribute.AttributeClass?.ToDisplayString();
        return All.FirstOrDefault(loss => loss.AttributeName == name);
    }
}
