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
        "SoftmaxCrossEntropy({0}, Gamma = 64, Margin = 0.35)",
        "MulticlassHinge({0})",
        "MulticlassHinge({0}, Over = Over.Max, Gamma = 0.1)",
        "MulticlassHinge({0}, Over = Over.LogSumExp, Margin = 0)",
    ];

    private static readonly string[] Signatures =
    [
        "ReadOnlySpan<{0}> logits, ReadOnlySpan<int> labels, Span<{0}> gradient",
        "ReadOnlySpan<{0}> logits, ReadOnlySpan<long> labels",
        "ReadOnlySpan<{0}> logits, long label, Span<{0}> gradient",
        "ReadOnlySpan<{0}> logits, int label",
    ];

    private static readonly int[] Classes = [0, 10, 100, int.MaxValue];

    /// <summary>The code, one file for each attribute.</summary>
    public static string[] Code { get; } = [.. Attributes.Select((attribute, i) => TypeWith(attribute, $"Losses{i}"))];

    private static string TypeWith(string attribute, string name)
    {
        var code = new StringBuilder();
        foreach (int classes in Classes)
        {
            foreach (string type in (string[])["float", "double"])
            {
                foreach ((int number, string signature) in Signatures.Index())
                {
                    string applied = attribute.Replace("{0}", $"Classes = {classes}", StringComparison.Ordinal);
                    string parameters = signature.Replace("{0}", type, StringComparison.Ordinal);
                    code.Append(CultureInfo.InvariantCulture, $"    [{applied}] public static partial {type} Loss{classes}_{type}_{number}({parameters});\n");
                }
            }
        }

        return $"static partial class {name}\n{{\n{code}}}\n";
    }
}
