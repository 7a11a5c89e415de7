using LossGen.Generator.Specification;

namespace LossGen.Generator.Tests.Driver;

/// <summary>Specifications, as the reader would make them of a method in the global namespace.</summary>
internal static class Specs
{
    /// <summary>Softmax cross entropy.</summary>
    /// <param name="classes">C; null if it is taken from the lengths.</param>
    /// <param name="scalar">The type of the scores.</param>
    /// <param name="isSingleRow">Whether the method takes one row and not a batch.</param>
    /// <param name="writesGradient">Whether the method has a gradient.</param>
    public static LossSpec Softmax(int? classes, ScalarType scalar = ScalarType.Single, bool isSingleRow = false, bool writesGradient = true)
    {
        string type = scalar == ScalarType.Single ? "float" : "double";
        ParameterSpec[] parameters =
        [
            new(Role.Logits, "logits", "", $"global::System.ReadOnlySpan<{type}>"),
            isSingleRow ? new(Role.Label, "label", "", "int") : new(Role.Labels, "labels", "", "global::System.ReadOnlySpan<int>"),
            .. writesGradient ? [new ParameterSpec(Role.Gradient, "gradient", "", $"global::System.Span<{type}>")] : Array.Empty<ParameterSpec>(),
        ];
        return new LossSpec(
            LossKind.SoftmaxCrossEntropy,
            Specification.Over.Sum,
            Gamma: 1,
            Margin: 0,
            DetachesWeights: true,
            IsBalanced: false,
            LabelSmoothing: 0,
            IgnoreLabel: null,
            AreCosines: false,
            IsMean: true,
            ReturnsLoss: true,
            scalar,
            new Classification(classes),
            new MethodSpec(
                Namespace: null,
                new[] { "partial class Losses" }.ToEquatableArray(),
                "public static partial",
                "CrossEntropy",
                parameters.ToEquatableArray(),
                "Losses.CrossEntropy",
                "Losses.CrossEntropy"));
    }

    /// <summary>The multiclass hinge loss with a margin of 1.</summary>
    /// <param name="classes">C; null if it is taken from the lengths.</param>
    /// <param name="over">How a row's violations become one number.</param>
    /// <param name="scalar">The type of the scores.</param>
    /// <param name="writesGradient">Whether the method has a gradient.</param>
    public static LossSpec Hinge(int? classes, Specification.Over over, ScalarType scalar = ScalarType.Single, bool writesGradient = true) =>
        Softmax(classes, scalar, writesGradient: writesGradient) with { Loss = LossKind.MulticlassHinge, Over = over, Margin = 1 };
}
