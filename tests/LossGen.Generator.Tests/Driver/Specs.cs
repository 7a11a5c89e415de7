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
            IsParallel: false,
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

    /// <summary>A loss of pairs, with both gradients.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="positives">K; null if it is taken from the lengths.</param>
    /// <param name="negatives">L; null if it is taken from the lengths.</param>
    /// <param name="scalar">The type of the scores.</param>
    public static LossSpec Pairs(LossKind loss, int? positives = null, int? negatives = null, ScalarType scalar = ScalarType.Single) => Softmax(classes: null, scalar) with
    {
        Loss = loss,
        Gamma = loss == LossKind.PairHinge ? 1 : 80,
        Margin = 0.25,
        Scores = new Pairs(positives, negatives),
        Method = Method(scalar, Role.Positives, Role.Negatives, Role.PositiveGradient, Role.NegativeGradient),
    };

    /// <summary>A loss of a similarity matrix, with its gradient.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="isSquare">Whether the columns are the rows themselves.</param>
    /// <param name="scalar">The type of the scores.</param>
    public static LossSpec Similarities(LossKind loss, bool isSquare = true, ScalarType scalar = ScalarType.Single) => Pairs(loss, scalar: scalar) with
    {
        Scores = new SimilarityMatrix(isSquare),
        Method = Method(scalar, isSquare ? [Role.Similarities, Role.Labels, Role.Gradient] : [Role.Similarities, Role.Labels, Role.ColumnLabels, Role.Gradient]),
    };

    /// <summary>The specification with one more parameter; targets take the place of labels.</summary>
    public static LossSpec With(this LossSpec spec, Role role) => spec with
    {
        Method = spec.Method with
        {
            Parameters = spec.Method.Parameters
                .Where(parameter => role != Role.Targets || parameter.Role != Role.Labels)
                .Append(Parameter(role, spec.Scalar))
                .ToEquatableArray(),
        },
    };

    private static MethodSpec Method(ScalarType scalar, params Role[] roles) => new(
        Namespace: null,
        new[] { "partial class Losses" }.ToEquatableArray(),
        "public static partial",
        "Loss",
        roles.Select(role => Parameter(role, scalar)).ToEquatableArray(),
        "Losses.Loss",
        "Losses.Loss");

    private static ParameterSpec Parameter(Role role, ScalarType scalar)
    {
        string type = role is Role.Labels or Role.ColumnLabels ? "int" : scalar == ScalarType.Single ? "float" : "double";
        bool isOutput = role is Role.Gradient or Role.PositiveGradient or Role.NegativeGradient or Role.Losses;
        return new ParameterSpec(role, char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..], "", $"global::System.{(isOutput ? "" : "ReadOnly")}Span<{type}>");
    }
}
