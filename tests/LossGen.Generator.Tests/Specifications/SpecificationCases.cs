using LossGen.Generator.Specification;
using static LossGen.Generator.Specification.Role;
using static LossGen.Generator.Tests.Specifications.SpecificationCase;

namespace LossGen.Generator.Tests.Specifications;

/// <summary>Methods for every loss, property, role and shape.</summary>
internal static class SpecificationCases
{
    private const string Classes = "ReadOnlySpan<float> logits, ReadOnlySpan<int> labels";
    private const string Sides = "ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives";
    private const string Matrix = "ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels";

    private static readonly ScoreShape SquareMatrix = new SimilarityMatrix(IsSquare: true);
    private static readonly ScoreShape RectangularMatrix = new SimilarityMatrix(IsSquare: false);

    /// <summary>The cases by what is special about them.</summary>
    public static Dictionary<string, SpecificationCase> All { get; } = new()
    {
        ["softmax"] = new("SoftmaxCrossEntropy", $"float Loss({Classes})", Softmax, Logits, Labels),
        ["softmax with every property"] = new(
            "SoftmaxCrossEntropy(Classes = 10, Gamma = 30, Margin = 0.35, LabelSmoothing = 0.1, IgnoreLabel = -100, "
                + "Scores = ScoreRange.Cosine, Reduction = Reduction.Sum, Parallel = true)",
            $"float Loss({Classes})",
            Softmax with
            {
                Scores = new Classification(10),
                Gamma = 30,
                Margin = 0.35f,
                LabelSmoothing = 0.1f,
                IgnoreLabel = -100,
                AreCosines = true,
                IsMean = false,
                IsParallel = true,
            },
            Logits,
            Labels),
        ["softmax with every parameter"] = new(
            "SoftmaxCrossEntropy",
            $"float Loss({Classes}, ReadOnlySpan<float> classWeights, Span<float> gradient, Span<float> losses, float upstream)",
            Softmax,
            Logits,
            Labels,
            ClassWeights,
            Gradient,
            Losses,
            Upstream),
        ["softmax of one row"] = new("SoftmaxCrossEntropy", "float Loss(ReadOnlySpan<float> scores, long label)", Softmax, Logits, Label),
        ["softmax of probabilities"] = new(
            "SoftmaxCrossEntropy(LabelSmoothing = 1)",
            "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)",
            Softmax with { LabelSmoothing = 1 },
            Logits,
            Targets),
        ["numbers as double has them"] = new(
            "SoftmaxCrossEntropy(Gamma = 1e39, Margin = 0.35, LabelSmoothing = 0.1)",
            "double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<long> labels)",
            Softmax with { Scalar = ScalarType.Double, Gamma = 1e39, Margin = 0.35, LabelSmoothing = 0.1 },
            Logits,
            Labels),
        ["ignored label that an int has no room for"] = new(
            "SoftmaxCrossEntropy(IgnoreLabel = long.MinValue)",
            $"float Loss({Classes})",
            Softmax,
            Logits,
            Labels),
        ["ignored label with the value that a property has unless it is set"] = new(
            "MulticlassHinge(IgnoreLabel = 0)",
            $"float Loss({Classes})",
            Hinge with { IgnoreLabel = 0 },
            Logits,
            Labels),
        ["backward alone"] = new(
            "SoftmaxCrossEntropy",
            $"void Loss({Classes}, Span<float> gradient, ReadOnlySpan<float> upstream)",
            Softmax with { ReturnsLoss = false },
            Logits,
            Labels,
            Gradient,
            Upstream),
        ["losses of rows alone, in double"] = new(
            "SoftmaxCrossEntropy",
            "void Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> losses)",
            Softmax with { ReturnsLoss = false, Scalar = ScalarType.Double },
            Logits,
            Labels,
            Losses),
        ["split batch of probabilities"] = new(
            "SoftmaxCrossEntropy(Classes = 10, Parallel = true)",
            "float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets)",
            Softmax with { Scores = new Classification(10), IsParallel = true },
            Logits,
            Targets),
        ["hinge"] = new("MulticlassHinge", $"float Loss({Classes})", Hinge, Logits, Labels),
        ["hinge with class weights"] = new(
            "MulticlassHinge(Classes = 3, Over = Over.Max, Scores = ScoreRange.Cosine)",
            $"float Loss({Classes}, ReadOnlySpan<float> ClassWeights)",
            Hinge with { Scores = new Classification(3), Over = Specification.Over.Max, AreCosines = true },
            Logits,
            Labels,
            ClassWeights),
        ["hinge of pairs"] = new("PairHinge", $"float Loss({Sides})", PairHinge, Positives, Negatives),
        ["balanced hinge of pairs"] = new(
            "PairHinge(Over = Over.LogSumExp, Balanced = true, Gamma = 2, Margin = -0.1, Reduction = Reduction.Sum)",
            $"float Loss({Sides})",
            PairHinge with { Over = Specification.Over.LogSumExp, IsBalanced = true, Gamma = 2, Margin = -0.1f, IsMean = false },
            Positives,
            Negatives),
        ["unified loss"] = new("UnifiedLoss", $"float Loss({Sides})", Unified, Positives, Negatives),
        ["unified loss with every property"] = new(
            "UnifiedLoss(Positives = 4, Negatives = 64, Gamma = 30, Margin = 0.25, Balanced = true, Scores = ScoreRange.Cosine)",
            $"float Loss({Sides})",
            Unified with { Scores = new Pairs(4, 64), Gamma = 30, Margin = 0.25, IsBalanced = true, AreCosines = true },
            Positives,
            Negatives),
        ["one count fixed"] = new(
            "UnifiedLoss(Positives = 1)",
            $"float Loss({Sides})",
            Unified with { Scores = new Pairs(1, Negatives: null) },
            Positives,
            Negatives),
        ["unified loss with every parameter, in another order"] = new(
            "UnifiedLoss",
            "double Loss(ReadOnlySpan<double> UPSTREAM, Span<double> Losses, Span<double> negativegradient, Span<double> positivegradient, "
                + "ReadOnlySpan<double> negatives, ReadOnlySpan<double> positives)",
            Unified with { Scalar = ScalarType.Double },
            Upstream,
            Losses,
            NegativeGradient,
            PositiveGradient,
            Negatives,
            Positives),
        ["gradient of one side"] = new(
            "UnifiedLoss",
            $"void Loss({Sides}, Span<float> negativeGradient, float upstream)",
            Unified with { ReturnsLoss = false },
            Positives,
            Negatives,
            NegativeGradient,
            Upstream),
        ["split batch of pairs"] = new(
            "UnifiedLoss(Positives = 4, Negatives = 64, Parallel = true)",
            $"float Loss({Sides})",
            Unified with { Scores = new Pairs(4, 64), IsParallel = true },
            Positives,
            Negatives),
        ["circle loss"] = new("CircleLoss", $"float Loss({Sides})", Circle, Positives, Negatives),
        ["circle loss in double"] = new(
            "CircleLoss",
            "double Loss(ReadOnlySpan<double> positives, ReadOnlySpan<double> negatives)",
            Circle with { Scalar = ScalarType.Double, Margin = 0.4 },
            Positives,
            Negatives),
        ["circle loss with its weights differentiated"] = new(
            "CircleLoss(DetachWeights = false, Gamma = 256, Margin = 0.25, Balanced = true)",
            $"float Loss({Sides})",
            Circle with { DetachesWeights = false, Gamma = 256, Margin = 0.25, IsBalanced = true },
            Positives,
            Negatives),
        ["square matrix"] = new("CircleLoss", $"float Loss({Matrix})", Circle with { Scores = SquareMatrix }, Similarities, Labels),
        ["split square matrix"] = new(
            "CircleLoss(Parallel = true)",
            $"float Loss({Matrix})",
            Circle with { Scores = SquareMatrix, IsParallel = true },
            Similarities,
            Labels),
        ["square matrix with every parameter"] = new(
            "PairHinge(Over = Over.Max)",
            $"float Loss({Matrix}, Span<float> gradient, Span<float> losses, ReadOnlySpan<float> upstream)",
            PairHinge with { Scores = SquareMatrix, Over = Specification.Over.Max },
            Similarities,
            Labels,
            Gradient,
            Losses,
            Upstream),
        ["matrix with labels of its columns"] = new(
            "UnifiedLoss",
            "double Loss(ReadOnlySpan<long> columnLabels, ReadOnlySpan<long> labels, ReadOnlySpan<double> similarities)",
            Unified with { Scores = RectangularMatrix, Scalar = ScalarType.Double },
            ColumnLabels,
            Labels,
            Similarities),
        ["backward alone, for a matrix"] = new(
            "CircleLoss",
            $"void Loss({Matrix}, ReadOnlySpan<int> columnLabels, Span<float> gradient)",
            Circle with { Scores = RectangularMatrix, ReturnsLoss = false },
            Similarities,
            Labels,
            ColumnLabels,
            Gradient),
    };
}
