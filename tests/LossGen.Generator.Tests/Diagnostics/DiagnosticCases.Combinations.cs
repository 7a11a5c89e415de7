namespace LossGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string PairParameters = "ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives";
    private const string MatrixParameters = "ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels";

    private const string ExampleOfLabels = "a signature that works is 'float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient";
    private const string ExampleOfMatrix = "a signature that works is 'float Loss(ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels, ";

    private const string ExampleOfPairs = "a signature that works is "
        + "'float Loss(ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient";

    /// <summary>What the parameters and the return type say together.</summary>
    private static Dictionary<string, DiagnosticCase> Combinations => new()
    {
        ["no labels"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<float> logits);", "MulticlassHinge"),
            $"'Loss' has no parameter 'labels' or 'label': {ExampleOfLabels})'",
            Method($"public static partial float Loss({GoodParameters});", "MulticlassHinge")),
        ["no labels and no probabilities"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<float> logits);"),
            $"'Loss' has no parameter 'labels' or 'label' or 'targets': {ExampleOfLabels})'",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);")),
        ["no logits"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<int> labels);"),
            $"'Loss' has no parameter 'logits': {ExampleOfLabels})'",
            Method($"public static partial float Loss({GoodParameters});")),
        ["no logits for one row"] = new(
            "LOSSGEN009",
            Method("public static partial void [|Loss|](long label, Span<float> gradient);"),
            "'Loss' has no parameter 'logits': a signature that works is 'void Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient)'",
            Method("public static partial void Loss(long label, Span<double> gradient, ReadOnlySpan<double> logits);")),
        ["no logits for probabilities"] = new(
            "LOSSGEN009",
            Method("public static partial double [|Loss|](ReadOnlySpan<double> targets);"),
            "'Loss' has no parameter 'logits': a signature that works is "
                + "'double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient)'",
            Method("public static partial double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets);")),
        ["no scores of pairs"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](Span<float> losses);", "UnifiedLoss"),
            $"'Loss' has no parameter 'positives' or 'similarities': {ExampleOfPairs})'",
            Method($"public static partial float Loss({MatrixParameters}, Span<float> losses);", "UnifiedLoss")),
        ["no negatives"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<float> positives);", "UnifiedLoss"),
            $"'Loss' has no parameter 'negatives': {ExampleOfPairs})'",
            Method($"public static partial float Loss({PairParameters});", "UnifiedLoss")),
        ["no positives"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<float> negatives, Span<float> positiveGradient);", "CircleLoss"),
            $"'Loss' has no parameter 'positives': {ExampleOfPairs})'",
            Method($"public static partial float Loss(Span<float> positiveGradient, {PairParameters});", "CircleLoss")),
        ["no similarities"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<int> labels, Span<float> gradient);", "CircleLoss"),
            $"'Loss' has no parameter 'similarities': {ExampleOfMatrix}Span<float> gradient)'",
            Method("public static partial float Loss(ReadOnlySpan<int> labels, Span<float> gradient, ReadOnlySpan<float> similarities);", "CircleLoss")),
        ["no labels of a matrix"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<float> similarities, ReadOnlySpan<int> columnLabels);", "PairHinge"),
            $"'Loss' has no parameter 'labels': {ExampleOfMatrix}ReadOnlySpan<int> columnLabels, Span<float> gradient)'",
            Method($"public static partial float Loss({MatrixParameters}, ReadOnlySpan<int> columnLabels);", "PairHinge")),
        ["one row and a batch"] = new(
            "LOSSGEN010",
            Method($"public static partial float Loss({GoodParameters}, int [|label|]);"),
            "'labels' and 'label' exclude each other: keep one of them",
            GoodCode),
        ["a role taken twice"] = new(
            "LOSSGEN010",
            Method($"public static partial float Loss({GoodParameters}, ReadOnlySpan<float> [|Scores|]);"),
            "'logits' and 'Scores' exclude each other: keep one of them",
            Method("public static partial float Loss(ReadOnlySpan<int> labels, ReadOnlySpan<float> Scores);")),
        ["labels and probabilities"] = new(
            "LOSSGEN010",
            Method($"public static partial float Loss({GoodParameters}, ReadOnlySpan<float> [|targets|]);"),
            "'labels' and 'targets' exclude each other: keep one of them",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);")),
        ["probabilities and a label"] = new(
            "LOSSGEN010",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int [|label|]);"),
            "'targets' and 'label' exclude each other: keep one of them",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, int label);")),
        ["positives and a matrix"] = new(
            "LOSSGEN010",
            Method($"public static partial float Loss({PairParameters}, ReadOnlySpan<float> [|similarities|], ReadOnlySpan<int> labels);", "UnifiedLoss"),
            "'positives' and 'similarities' exclude each other: keep one of them",
            Method($"public static partial float Loss({PairParameters});", "UnifiedLoss")),
        ["a matrix and negatives"] = new(
            "LOSSGEN010",
            Method($"public static partial float Loss({MatrixParameters}, ReadOnlySpan<float> [|negatives|]);", "UnifiedLoss"),
            "'similarities' and 'negatives' exclude each other: keep one of them",
            Method($"public static partial float Loss({MatrixParameters});", "UnifiedLoss")),
        ["gradient of a matrix beside pairs"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({PairParameters}, Span<float> [|gradient|]);", "UnifiedLoss"),
            $"'gradient' is of no use without 'similarities': {ExampleOfPairs})'",
            Method($"public static partial float Loss({PairParameters}, Span<float> negativeGradient);", "UnifiedLoss")),
        ["labels beside pairs"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({PairParameters}, ReadOnlySpan<int> [|labels|]);", "UnifiedLoss"),
            $"'labels' is of no use without 'similarities': {ExampleOfPairs})'",
            Method($"public static partial float Loss({PairParameters});", "UnifiedLoss")),
        ["labels of columns beside pairs"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({PairParameters}, ReadOnlySpan<int> [|columnLabels|]);", "UnifiedLoss"),
            $"'columnLabels' is of no use without 'similarities': {ExampleOfPairs})'",
            Method($"public static partial float Loss({PairParameters});", "UnifiedLoss")),
        ["gradient of positives beside a matrix"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({MatrixParameters}, Span<float> [|positiveGradient|]);", "CircleLoss"),
            $"'positiveGradient' is of no use without 'positives': {ExampleOfMatrix}Span<float> gradient)'",
            Method($"public static partial float Loss({MatrixParameters}, Span<float> gradient);", "CircleLoss")),
        ["gradient of negatives beside a matrix"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({MatrixParameters}, Span<float> [|negativeGradient|]);", "CircleLoss"),
            $"'negativeGradient' is of no use without 'negatives': {ExampleOfMatrix}Span<float> gradient)'",
            Method($"public static partial float Loss({MatrixParameters}, Span<float> gradient);", "CircleLoss")),
        ["a factor on no gradient"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({GoodParameters}, float [|upstream|]);"),
            $"'upstream' is of no use without 'gradient': {ExampleOfLabels}, float upstream)'",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient, float upstream);")),
        ["a factor on no gradient of pairs"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({PairParameters}, ReadOnlySpan<float> [|upstream|]);", "UnifiedLoss"),
            $"'upstream' is of no use without 'positiveGradient' or 'negativeGradient': {ExampleOfPairs}, float upstream)'",
            Method($"public static partial float Loss({PairParameters}, float upstream, Span<float> positiveGradient);", "UnifiedLoss")),
        ["a factor on no gradient of a matrix"] = new(
            "LOSSGEN019",
            Method($"public static partial float Loss({MatrixParameters}, float [|upstream|]);", "UnifiedLoss"),
            $"'upstream' is of no use without 'gradient': {ExampleOfMatrix}Span<float> gradient, float upstream)'",
            Method($"public static partial float Loss({MatrixParameters}, float upstream, Span<float> gradient);", "UnifiedLoss")),
        ["nothing to compute"] = new(
            "LOSSGEN020",
            Method("public static partial [|void|] Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels);"),
            "'Loss' returns nothing and writes nothing: return double, the loss, or add a parameter for a gradient or for 'losses'",
            Method("public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels);")),
        ["nothing to compute, for pairs"] = new(
            "LOSSGEN020",
            Method($"public static partial [|void|] Loss({PairParameters});", "PairHinge"),
            "'Loss' returns nothing and writes nothing: return float, the loss, or add a parameter for a gradient or for 'losses'",
            Method($"public static partial void Loss({PairParameters}, Span<float> losses);", "PairHinge")),
    };
}
