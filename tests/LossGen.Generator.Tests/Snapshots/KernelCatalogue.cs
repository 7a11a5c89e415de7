using System.Globalization;
using System.Text;

namespace LossGen.Generator.Tests.Snapshots;

/// <summary>Code with a method for every combination of loss, layout, type and signature.</summary>
internal static class KernelCatalogue
{
    private static readonly string[] Attributes =
    [
        "SoftmaxCrossEntropy({0})",
        "SoftmaxCrossEntropy({0}, Gamma = 0.1, Margin = -1.5, Reduction = Reduction.Sum)",
        "SoftmaxCrossEntropy({0}, Gamma = 64, Margin = 0.35, LabelSmoothing = 0.1, IgnoreLabel = -100)",
        "SoftmaxCrossEntropy({0}, Gamma = 2, Scores = ScoreRange.Cosine, IgnoreLabel = 5000000000)",
        "MulticlassHinge({0})",
        "MulticlassHinge({0}, Over = Over.Max, Gamma = 0.1)",
        "MulticlassHinge({0}, Over = Over.LogSumExp, Margin = 0)",
    ];

    private static readonly (string Returns, string Parameters)[] Signatures =
    [
        ("{0}", "ReadOnlySpan<{0}> logits, ReadOnlySpan<int> labels, Span<{0}> gradient"),
        ("{0}", "ReadOnlySpan<{0}> logits, ReadOnlySpan<long> labels"),
        ("{0}", "ReadOnlySpan<{0}> logits, long label, Span<{0}> gradient"),
        ("{0}", "ReadOnlySpan<{0}> logits, int label, ReadOnlySpan<{0}> classWeights"),
        ("{0}", "ReadOnlySpan<{0}> logits, ReadOnlySpan<long> labels, ReadOnlySpan<{0}> classWeights, ReadOnlySpan<{0}> upstream, Span<{0}> losses, Span<{0}> gradient"),
        ("void", "ReadOnlySpan<{0}> logits, ReadOnlySpan<int> labels, {0} upstream, Span<{0}> gradient"),
        ("void", "ReadOnlySpan<{0}> logits, ReadOnlySpan<int> labels, Span<{0}> losses"),
    ];

    private static readonly int[] Classes = [0, 10, 100, int.MaxValue];

    private static readonly (string Returns, string Parameters)[] SignaturesOfTargets =
    [
        ("{0}", "ReadOnlySpan<{0}> logits, ReadOnlySpan<{0}> targets, Span<{0}> gradient"),
        ("{0}", "ReadOnlySpan<{0}> logits, ReadOnlySpan<{0}> targets, ReadOnlySpan<{0}> classWeights, Span<{0}> losses"),
        ("void", "ReadOnlySpan<{0}> logits, ReadOnlySpan<{0}> targets, ReadOnlySpan<{0}> upstream, Span<{0}> gradient"),
    ];

    private static readonly string[] PairAttributes =
    [
        "PairHinge({0}Gamma = 2)",
        "PairHinge({0}Over = Over.Max, Gamma = 0.1, Reduction = Reduction.Sum)",
        "PairHinge({0}Over = Over.LogSumExp, Balanced = true, Scores = ScoreRange.Cosine)",
        "UnifiedLoss({0}Gamma = 0.1, Balanced = true)",
        "CircleLoss({0}Gamma = 80)",
        "CircleLoss({0}DetachWeights = false)",
    ];

    private static readonly string[] PairLengths = ["", "Positives = 4, Negatives = 13, ", "Positives = 1, ", "Positives = 2000000000, Negatives = 2000000000, "];

    private static readonly (string Returns, string Parameters)[] PairSignatures =
    [
        ("{0}", "ReadOnlySpan<{0}> positives, ReadOnlySpan<{0}> negatives"),
        ("{0}", "ReadOnlySpan<{0}> positives, ReadOnlySpan<{0}> negatives, Span<{0}> positiveGradient, Span<{0}> negativeGradient"),
        ("void", "ReadOnlySpan<{0}> positives, ReadOnlySpan<{0}> negatives, ReadOnlySpan<{0}> upstream, Span<{0}> positiveGradient"),
        ("void", "ReadOnlySpan<{0}> positives, ReadOnlySpan<{0}> negatives, Span<{0}> negativeGradient, Span<{0}> losses"),
    ];

    private static readonly (string Returns, string Parameters)[] MatrixSignatures =
    [
        ("{0}", "ReadOnlySpan<{0}> similarities, ReadOnlySpan<int> labels"),
        ("{0}", "ReadOnlySpan<{0}> similarities, ReadOnlySpan<long> labels, {0} upstream, Span<{0}> gradient"),
        ("void", "ReadOnlySpan<{0}> similarities, ReadOnlySpan<int> labels, ReadOnlySpan<int> columnLabels, Span<{0}> losses, Span<{0}> gradient"),
    ];

    /// <summary>The code, one file for each attribute.</summary>
    public static string[] Code { get; } =
    [
        .. Attributes.Select((attribute, i) => TypeWith($"Losses{i}", attribute, ClassesArguments, Signatures)),
        TypeWith("LossesOfTargets", "SoftmaxCrossEntropy({0}, LabelSmoothing = 0.1)", ClassesArguments, SignaturesOfTargets),
        TypeWith("LossesOfTargetsOnAllProcessors", "SoftmaxCrossEntropy({0}, Parallel = true)", ClassesArguments, SignaturesOfTargets),
        TypeWith("LossesOnAllProcessors", "SoftmaxCrossEntropy({0}, IgnoreLabel = -1, Parallel = true)", ClassesArguments, Signatures),
        TypeWith("PairLossesOnAllProcessors", "PairHinge({0}Parallel = true)", PairLengths, PairSignatures),
        TypeWith("MatrixLossesOnAllProcessors", "PairHinge(Over = Over.Max, Parallel = true)", [""], MatrixSignatures),
        .. PairAttributes.Select((attribute, i) => TypeWith($"PairLosses{i}", attribute, PairLengths, PairSignatures)),
        .. PairAttributes.Select((attribute, i) => TypeWith($"MatrixLosses{i}", attribute, [""], MatrixSignatures)),
    ];

    private static IEnumerable<string> ClassesArguments => Classes.Select(classes => string.Create(CultureInfo.InvariantCulture, $"Classes = {classes}"));

    private static string TypeWith(string name, string attribute, IEnumerable<string> lengths, (string Returns, string Parameters)[] signatures)
    {
        var code = new StringBuilder();
        foreach ((int lengthNumber, string length) in lengths.Index())
        {
            foreach (string type in (string[])["float", "double"])
            {
                foreach ((int number, (string returns, string parameters)) in signatures.Index())
                {
                    code.Append(CultureInfo.InvariantCulture, $"    [{attribute.Replace("{0}", length, StringComparison.Ordinal)}] ");
                    code.Append(CultureInfo.InvariantCulture, $"public static partial {Of(returns)} Loss{lengthNumber}_{type}_{number}({Of(parameters)});\n");

                    string Of(string text) => text.Replace("{0}", type, StringComparison.Ordinal);
                }
            }
        }

        return $"static partial class {name}\n{{\n{code}}}\n";
    }
}
