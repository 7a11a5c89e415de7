namespace LossGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string RolesOfSoftmax = "logits or scores, label, labels, targets, classWeights, gradient, losses, upstream";
    private const string RolesOfHinge = "logits or scores, label, labels, classWeights, gradient, losses, upstream";

    private const string RolesOfPairs =
        "positives, negatives, positiveGradient, negativeGradient, similarities, labels, columnLabels, gradient, losses, upstream";

    /// <summary>What a parameter or the return type says by itself.</summary>
    private static Dictionary<string, DiagnosticCase> Signatures => new()
    {
        ["returns the other type"] = new(
            "LOSSGEN006",
            Method($"public static partial [|double|] Loss({GoodParameters});"),
            "'Loss' returns 'double': it must return float, the loss, or nothing",
            GoodCode),
        ["returns a reference"] = new(
            "LOSSGEN006",
            Method($"public static partial [|ref float|] Loss({GoodParameters});"),
            "'Loss' returns 'ref float': it must return float, the loss, or nothing",
            GoodCode),
        ["unknown role"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> [|classes|]);"),
            $"'classes' is not a role that a parameter of SoftmaxCrossEntropy can have, but 'labels' is: the roles are {RolesOfSoftmax}",
            GoodCode),
        ["gradient misspelt"] = new(
            "LOSSGEN007",
            Method($"public static partial float Loss({GoodParameters}, Span<float> [|gradients|]);"),
            $"'gradients' is not a role that a parameter of SoftmaxCrossEntropy can have, but 'gradient' is: the roles are {RolesOfSoftmax}",
            Method($"public static partial float Loss({GoodParameters}, Span<float> GRADIENT);")),
        ["arguments without names"] = new(
            "LOSSGEN007",
            Method($"public static partial float [|Loss|]({GoodParameters}, __arglist);"),
            $"'__arglist' is not a role that a parameter of SoftmaxCrossEntropy can have: the roles are {RolesOfSoftmax}",
            GoodCode),
        ["probabilities for a hinge"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> [|targets|]);", "MulticlassHinge"),
            $"'targets' is not a role that a parameter of MulticlassHinge can have: the roles are {RolesOfHinge}",
            Method(Good, "MulticlassHinge")),
        ["positives for a classification"] = new(
            "LOSSGEN007",
            Method($"public static partial float Loss({GoodParameters}, ReadOnlySpan<float> [|positives|]);"),
            $"'positives' is not a role that a parameter of SoftmaxCrossEntropy can have: the roles are {RolesOfSoftmax}",
            GoodCode),
        ["logits for pairs"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> [|logits|], ReadOnlySpan<int> labels);", "CircleLoss"),
            $"'logits' is not a role that a parameter of CircleLoss can have, but 'similarities' is: the roles are {RolesOfPairs}",
            Method($"public static partial float Loss({MatrixParameters});", "CircleLoss")),
        ["one label for pairs"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> similarities, int [|label|]);", "PairHinge"),
            $"'label' is not a role that a parameter of PairHinge can have, but 'labels' is: the roles are {RolesOfPairs}",
            Method($"public static partial float Loss({MatrixParameters});", "PairHinge")),
        ["gradient in short"] = new(
            "LOSSGEN007",
            Method($"public static partial float Loss({GoodParameters}, Span<float> [|grad|]);"),
            $"'grad' is not a role that a parameter of SoftmaxCrossEntropy can have, but 'gradient' is: the roles are {RolesOfSoftmax}",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient);")),
        ["logits with a wrong letter"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> [|lobits|], ReadOnlySpan<int> labels);"),
            $"'lobits' is not a role that a parameter of SoftmaxCrossEntropy can have, but 'logits' is: the roles are {RolesOfSoftmax}",
            GoodCode),
        ["labels with two letters swapped"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> similarities, ReadOnlySpan<int> [|lables|]);", "CircleLoss"),
            $"'lables' is not a role that a parameter of CircleLoss can have, but 'labels' is: the roles are {RolesOfPairs}",
            Method($"public static partial float Loss({MatrixParameters});", "CircleLoss")),
        ["weights of the classes in short"] = new(
            "LOSSGEN007",
            Method($"public static partial float Loss({GoodParameters}, ReadOnlySpan<float> [|weights|]);"),
            $"'weights' is not a role that a parameter of SoftmaxCrossEntropy can have, but 'classWeights' is: the roles are {RolesOfSoftmax}",
            Method($"public static partial float Loss({GoodParameters}, ReadOnlySpan<float> classWeights);")),
        ["logits of half precision"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss([|ReadOnlySpan<Half>|] logits, ReadOnlySpan<int> labels);"),
            "'logits' has the type 'ReadOnlySpan<Half>': it must be ReadOnlySpan<float> or ReadOnlySpan<double>",
            GoodCode),
        ["logits of decimals"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss([|decimal[]|] logits, ReadOnlySpan<int> labels);"),
            "'logits' has the type 'decimal[]': it must be ReadOnlySpan<float> or ReadOnlySpan<double>",
            GoodCode),
        ["logits in a matrix"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss([|float[,]|] logits, ReadOnlySpan<int> labels);"),
            "'logits' has the type 'float[,]': it must be ReadOnlySpan<float>",
            GoodCode),
        ["label of the machine's integer"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, [|nint|] label);"),
            "'label' has the type 'nint': it must be int or long",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, long label);")),
        ["array of logits"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss([|float[]|] logits, ReadOnlySpan<int> labels);"),
            "'logits' has the type 'float[]': it must be ReadOnlySpan<float>",
            GoodCode),
        ["labels of another integer"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, [|ReadOnlySpan<short>|] labels);"),
            "'labels' has the type 'ReadOnlySpan<short>': it must be ReadOnlySpan<int> or ReadOnlySpan<long>",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels);")),
        ["gradient that cannot be written"] = new(
            "LOSSGEN008",
            Method($"public static partial float Loss({GoodParameters}, [|ReadOnlySpan<float>|] gradient);"),
            "'gradient' has the type 'ReadOnlySpan<float>': it must be Span<float>",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient);")),
        ["gradient of another type than the logits"] = new(
            "LOSSGEN008",
            Method("public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, [|Span<float>|] gradient);"),
            "'gradient' has the type 'Span<float>': it must be Span<double>",
            Method("public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);")),
        ["a span that is not the framework's"] = new(
            "LOSSGEN008",
            "namespace My { ref struct ReadOnlySpan<T>; static partial class Losses { [SoftmaxCrossEntropy] "
                + "public static partial float Loss([|ReadOnlySpan<float>|] logits, int label); } }",
            "'logits' has the type 'My.ReadOnlySpan<float>': it must be ReadOnlySpan<float>",
            "namespace My { ref struct ReadOnlySpan<T>; static partial class Losses { [SoftmaxCrossEntropy] "
                + "public static partial float Loss(System.ReadOnlySpan<float> logits, int label); } }"),
        ["losses that cannot be written"] = new(
            "LOSSGEN008",
            Method($"public static partial float Loss({GoodParameters}, [|ReadOnlySpan<float>|] losses);"),
            "'losses' has the type 'ReadOnlySpan<float>': it must be Span<float>",
            Method($"public static partial float Loss({GoodParameters}, Span<float> losses);")),
        ["factors of another type than the logits"] = new(
            "LOSSGEN008",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient, [|double|] upstream);"),
            "'upstream' has the type 'double': it must be float or ReadOnlySpan<float>",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient, float upstream);")),
        ["factors that could be written"] = new(
            "LOSSGEN008",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient, [|Span<float>|] upstream);"),
            "'upstream' has the type 'Span<float>': it must be float or ReadOnlySpan<float>",
            Method($"public static partial float Loss({GoodParameters}, Span<float> gradient, ReadOnlySpan<float> upstream);")),
        ["negatives of another type than the positives"] = new(
            "LOSSGEN008",
            Method("public static partial float Loss(ReadOnlySpan<float> positives, [|ReadOnlySpan<double>|] negatives);", "UnifiedLoss"),
            "'negatives' has the type 'ReadOnlySpan<double>': it must be ReadOnlySpan<float>",
            Method(GoodPairs, "UnifiedLoss")),
        ["labels of the columns of another type than those of the rows"] = new(
            "LOSSGEN008",
            Method(
                "public static partial float Loss([|ReadOnlySpan<int>|] columnLabels, ReadOnlySpan<float> similarities, ReadOnlySpan<long> labels);",
                "UnifiedLoss"),
            "'columnLabels' has the type 'ReadOnlySpan<int>': it must be ReadOnlySpan<long>",
            Method(
                "public static partial float Loss(ReadOnlySpan<long> columnLabels, ReadOnlySpan<float> similarities, ReadOnlySpan<long> labels);",
                "UnifiedLoss")),
        ["passed by ref"] = new(
            "LOSSGEN011",
            Method($"public static partial float Loss({GoodParameters}, [|ref|] Span<float> gradient);"),
            "'gradient' is passed by 'ref': only plain parameters, 'in', 'scoped' and 'params' are possible",
            Method($"public static partial float Loss({GoodParameters}, in Span<float> gradient);")),
        ["passed by out"] = new(
            "LOSSGEN011",
            Method($"public static partial float Loss({GoodParameters}, [|out|] Span<float> gradient);"),
            "'gradient' is passed by 'out': only plain parameters, 'in', 'scoped' and 'params' are possible",
            Method($"public static partial float Loss({GoodParameters}, scoped Span<float> gradient);")),
        ["passed by ref readonly"] = new(
            "LOSSGEN011",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, [|ref|] readonly int label);"),
            "'label' is passed by 'ref readonly': only plain parameters, 'in', 'scoped' and 'params' are possible",
            Method("public static partial float Loss(int label, params ReadOnlySpan<float> logits);")),
    };
}
