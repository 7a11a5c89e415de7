namespace LossGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string GoodPairs = $"public static partial float Loss({PairParameters});";
    private const string GoodMatrix = $"public static partial float Loss({MatrixParameters}, Span<float> gradient);";
    private const string GoodTargets = "public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);";
    private const string GoodBackward = $"public static partial void Loss({GoodParameters}, Span<float> gradient);";

    /// <summary>What a property says beside another one, or beside the parameters.</summary>
    private static Dictionary<string, DiagnosticCase> PropertiesBesideOthers => new()
    {
        ["positives of a matrix"] = new(
            "LOSSGEN021",
            Method(GoodMatrix, "UnifiedLoss(Positives = [|4|])"),
            "Positives cannot stand beside 'similarities': the labels tell how many positives a row has, so remove Positives",
            Method(GoodMatrix, "UnifiedLoss(Positives = 0)")),
        ["negatives of a matrix"] = new(
            "LOSSGEN021",
            Method(GoodMatrix.Replace("similarities", "Similarities", StringComparison.Ordinal), "CircleLoss(Negatives = [|64|])"),
            "Negatives cannot stand beside 'Similarities': the labels tell how many negatives a row has, so remove Negatives",
            Method(GoodPairs, "CircleLoss(Negatives = 64)")),
        ["margin of probabilities"] = new(
            "LOSSGEN021",
            Method(GoodTargets, "SoftmaxCrossEntropy(Gamma = 2, Margin = [|0.35|])"),
            "Margin cannot stand beside 'targets': no single class has to lead by it, so remove Margin",
            Method(GoodTargets, "SoftmaxCrossEntropy(Gamma = 2, Margin = -0d, LabelSmoothing = 0.1)")),
        ["ignored label of probabilities"] = new(
            "LOSSGEN021",
            Method(GoodTargets, "SoftmaxCrossEntropy(IgnoreLabel = [|0|])"),
            "IgnoreLabel cannot stand beside 'targets': a row has no label that could be ignored, so remove IgnoreLabel",
            Method(Good, "SoftmaxCrossEntropy(IgnoreLabel = 0)")),
        ["balanced sum"] = new(
            "LOSSGEN022",
            Method(GoodPairs, "PairHinge(Balanced = [|true|])"),
            "Balanced makes a mean of the sum in a log-sum-exp, and Over.Sum has none: write Over = Over.LogSumExp, or remove Balanced",
            Method(GoodPairs, "PairHinge(Balanced = false)")),
        ["balanced maximum"] = new(
            "LOSSGEN022",
            Method(GoodPairs, "PairHinge(Over = Over.Max, Balanced = [|true|])"),
            "Balanced makes a mean of the sum in a log-sum-exp, and Over.Max has none: write Over = Over.LogSumExp, or remove Balanced",
            Method(GoodPairs, "PairHinge(Over = Over.LogSumExp, Balanced = true)")),
    };
}
