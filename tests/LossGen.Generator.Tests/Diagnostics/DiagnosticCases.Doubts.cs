namespace LossGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string GoodRow = "public static partial float Loss(ReadOnlySpan<float> logits, int label);";

    /// <summary>What is legal, but probably not meant, or could be faster.</summary>
    private static Dictionary<string, DiagnosticCase> Doubts => new()
    {
        ["reduction of nothing"] = new(
            "LOSSGEN026",
            Method(GoodBackward, "SoftmaxCrossEntropy(Reduction = [|Reduction.Mean|])"),
            "Reduction has no effect on 'Loss', whose gradients are of each row's own loss: return float, or remove Reduction",
            Method(GoodBackward)),
        ["first class ignored"] = new(
            "LOSSGEN027",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = [|0|])"),
            "IgnoreLabel is 0, one of the classes 0 to 9: rows of that class add nothing, so write a number that is no class unless that is meant",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = -1)")),
        ["last class ignored"] = new(
            "LOSSGEN027",
            Method(Good, "MulticlassHinge(Classes = 10, IgnoreLabel = [|9|])"),
            "IgnoreLabel is 9, one of the classes 0 to 9: rows of that class add nothing, so write a number that is no class unless that is meant",
            Method(Good, "MulticlassHinge(Classes = 10, IgnoreLabel = 10)")),
        ["ignored label beyond int"] = new(
            "LOSSGEN038",
            Method(Good, "MulticlassHinge(Classes = 10, IgnoreLabel = [|4294967295|])"),
            "IgnoreLabel is 4294967295, which is no int, so that no row is ignored: write the label that is meant, or take labels of type long",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels);", "MulticlassHinge(Classes = 10, IgnoreLabel = 4294967295)")),
        ["least ignored label beyond int"] = new(
            "LOSSGEN038",
            Method(GoodRow, "SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = [|-2147483649|])"),
            "IgnoreLabel is -2147483649, which is no int, so that no row is ignored: write the label that is meant, or take labels of type long",
            Method(GoodRow, "SoftmaxCrossEntropy(Classes = 10, IgnoreLabel = int.MinValue)")),
        ["one row on all processors"] = new(
            "LOSSGEN028",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, int label);", "MulticlassHinge(Parallel = [|true|])"),
            "Parallel has no effect on 'Loss', which takes one row: take 'labels' for a batch, or remove Parallel",
            Method(Good, "MulticlassHinge(Parallel = true)")),
        ["one row of probabilities on all processors"] = new(
            "LOSSGEN028",
            Method(GoodTargets, "SoftmaxCrossEntropy(Parallel = [|true|])"),
            "Parallel has no effect on 'Loss', which takes one row: set Classes for a batch, or remove Parallel",
            Method(GoodTargets, "SoftmaxCrossEntropy(Classes = 10, Parallel = true)")),
        ["one row of pairs on all processors"] = new(
            "LOSSGEN028",
            Method(GoodPairs, "UnifiedLoss(Positives = 4, Parallel = [|true|])"),
            "Parallel has no effect on 'Loss', which takes one row: set Positives and Negatives for a batch, or remove Parallel",
            Method(GoodPairs, "UnifiedLoss(Positives = 4, Negatives = 64, Parallel = true)")),
        ["margin that no two cosines are apart"] = new(
            "LOSSGEN030",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, Margin = [|2.5|], Scores = ScoreRange.Cosine)"),
            "Margin is 2.5: no cosine leads another by more than 2, so write a margin of at most that",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, Margin = 2, Scores = ScoreRange.Cosine)")),
        ["margin of circle loss that no cosine reaches"] = new(
            "LOSSGEN030",
            Method(GoodMatrix, "CircleLoss(Margin = [|-0.1|])"),
            "Margin is -0.1: no cosine reaches 1 − Margin, so write a margin from 0 to below 2",
            Method(GoodMatrix, "CircleLoss(Margin = 0)")),
        ["margin of circle loss that every cosine keeps"] = new(
            "LOSSGEN030",
            Method(GoodMatrix, "CircleLoss(Gamma = 0.25, Margin = [|64|])"),
            "Margin is 64: every cosine meets its target already, so write a margin from 0 to below 2",
            Method(GoodMatrix, "CircleLoss(Gamma = 64, Margin = 0.25)")),
        ["least margin of circle loss that every cosine keeps"] = new(
            "LOSSGEN030",
            Method(GoodMatrix, "CircleLoss(Margin = [|2|])"),
            "Margin is 2: every cosine meets its target already, so write a margin from 0 to below 2",
            Method(GoodMatrix, "CircleLoss(Margin = 1.9375)")),
        ["scale that makes the rounding of scores the loss"] = new(
            "LOSSGEN031",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, Gamma = [|16777216|])"),
            "Gamma is 16777216: times the rounding of a float near 1 that is 2, so rounding decides the loss and its gradient",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, Gamma = 8388607)")),
        ["many pairs one by one"] = new(
            "LOSSGEN032",
            Method(GoodPairs, "PairHinge(Positives = 256, Negatives = [|257|])"),
            "A row has 256 × 257 pairs, which Over.Sum computes one by one: Over.LogSumExp and UnifiedLoss cost 256 + 257",
            Method(GoodPairs, "PairHinge(Positives = 256, Negatives = 256)")),
        ["smoothing that gives an ignored class its share"] = new(
            "LOSSGEN033",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1, IgnoreLabel = [|3|])"),
            "LabelSmoothing gives the class 3 its share in every row, though IgnoreLabel ignores its own rows: write an IgnoreLabel that is no class",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1, IgnoreLabel = -100)")),
        ["losses of one row"] = new(
            "LOSSGEN034",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> [|losses|]);", "SoftmaxCrossEntropy(Classes = 10)"),
            "'losses' holds a single number, since 'Loss' takes one row: take 'labels' for a batch, or remove it: its row's loss is returned",
            Method("public static partial void Loss(ReadOnlySpan<float> logits, int label, Span<float> losses);", "SoftmaxCrossEntropy(Classes = 10)")),
        ["factors of one row"] = new(
            "LOSSGEN034",
            Method(
                "public static partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient, ReadOnlySpan<float> [|upstream|]);",
                "SoftmaxCrossEntropy(Classes = 10)"),
            "'upstream' holds a single number, since 'Loss' takes one row: take 'labels' for a batch, or make it a float",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient, float upstream);", "SoftmaxCrossEntropy(Classes = 10)")),
        ["number of classes not fixed"] = new(
            "LOSSGEN035",
            Method(Good, "[|SoftmaxCrossEntropy|]"),
            "Only its arguments tell 'Loss' how many classes there are, so it takes a slower kernel: set Classes where that is known",
            Method(Good, "SoftmaxCrossEntropy(Classes = 10)")),
        ["number of classes of probabilities not fixed"] = new(
            "LOSSGEN035",
            Method(GoodTargets, "[|SoftmaxCrossEntropy|]"),
            "Only its arguments tell 'Loss' how many classes there are, so it takes one row, and no batch, with a slower kernel: set Classes where that is known",
            Method(GoodTargets, "SoftmaxCrossEntropy(Classes = 10)")),
        ["number of classes not fixed for one label"] = new(
            "LOSSGEN035",
            Method(GoodRow, "[|SoftmaxCrossEntropy|]"),
            "Only its arguments tell 'Loss' how many classes there are, so it takes a slower kernel: set Classes where that is known",
            Method(GoodRow, "SoftmaxCrossEntropy(Classes = 10)")),
        ["number of classes not fixed beside weights"] = new(
            "LOSSGEN035",
            Method(GoodTargets.Replace(")", ", ReadOnlySpan<float> classWeights)", StringComparison.Ordinal), "[|SoftmaxCrossEntropy|]"),
            "Only its arguments tell 'Loss' how many classes there are, so it takes a slower kernel: set Classes where that is known",
            Method(GoodTargets, "SoftmaxCrossEntropy(Classes = 10)")),
        ["number of negatives not fixed"] = new(
            "LOSSGEN035",
            Method(GoodPairs, "[|UnifiedLoss(Positives = 4)|]"),
            "Only its arguments tell 'Loss' how many negatives a row has, so it takes one row, and no batch, with a slower kernel: set Negatives where that is known",
            Method(GoodPairs, "UnifiedLoss(Positives = 4, Negatives = 64)")),
        ["no gradient of a batch"] = new(
            "LOSSGEN036",
            PublicMethod($"public static partial float [|Loss|]({GoodParameters}, Span<float> losses);", "SoftmaxCrossEntropy(Classes = 10)"),
            "Neither 'Loss' nor a method beside it computes the loss's gradient, which training needs: "
                + "'float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> losses, Span<float> gradient)' would write it",
            Method($"public static partial float Loss({GoodParameters}, Span<float> losses);", "SoftmaxCrossEntropy(Classes = 10)")),
        ["no gradient of pairs"] = new(
            "LOSSGEN036",
            PublicMethod($"public static partial float [|Loss|]({PairParameters});", "UnifiedLoss(Positives = 4, Negatives = 64)"),
            "Neither 'Loss' nor a method beside it computes the loss's gradient, which training needs: 'float Loss(ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, "
                + "Span<float> positiveGradient, Span<float> negativeGradient)' would write it",
            PublicMethod($"public static partial float Loss({PairParameters}, Span<float> positiveGradient);", "UnifiedLoss(Positives = 4, Negatives = 64)")),
        ["memory that a call may leave out"] = new(
            "LOSSGEN039",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient [|= default|]);", "SoftmaxCrossEntropy(Classes = 10)"),
            "A call of 'Loss' that leaves out 'gradient' throws, since its default has room for no row: remove the default, and put a method without 'gradient' beside this one",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, Span<float> gradient, int label = 0, float upstream = 1);", "SoftmaxCrossEntropy(Classes = 10)")),
        ["memory of the only output that a call may leave out"] = new(
            "LOSSGEN039",
            Method($"public static partial void Loss({GoodParameters}, Span<float> gradient [|= default|]);", "SoftmaxCrossEntropy(Classes = 10)"),
            "A call of 'Loss' that leaves out 'gradient' throws, since its default has room for no row: remove the default",
            Method("public static partial float Loss(ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives = default);", "UnifiedLoss")),
    };

    private static string PublicMethod(string method, string attribute) => "public " + Method(method, attribute);
}
