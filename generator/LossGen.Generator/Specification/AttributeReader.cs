using System.Globalization;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Specification;

/// <summary>The values of an attribute's properties; γ, m and ε are rounded to the type that the kernel computes in.</summary>
internal sealed record AttributeValues(
    Over Over,
    int? Classes,
    int? Positives,
    int? Negatives,
    double Gamma,
    double Margin,
    bool DetachesWeights,
    bool IsBalanced,
    double LabelSmoothing,
    long? IgnoreLabel,
    bool AreCosines,
    bool IsMean,
    bool IsParallel);

/// <summary>Reads the properties of an attribute, each by itself. A loss without a property has its default.</summary>
internal static class AttributeReader
{
    private const int Mean = 0;
    private const int Sum = 1;

    private const int Unbounded = 0;
    private const int Cosine = 1;

    /// <returns>The values, or null where one of them is wrong.</returns>
    public static AttributeValues? Read(AttributeArguments attribute, LossTable loss, ScalarType scalar, List<Diagnostic> problems)
    {
        int before = problems.Count;

        var over = (Over)attribute.ValueOf("Over", (int)Over.Sum);
        Require(over is Over.Sum or Over.Max or Over.LogSumExp, Descriptors.UnknownOver, "Over", ["Over.Sum", "Over.Max", "Over.LogSumExp"], (int)over);

        int classes = attribute.ValueOf("Classes", 0);
        Require(classes is 0 or >= 2, Descriptors.ClassesOutOfRange, "Classes", ["2"], classes);

        double gamma = attribute.ValueOf("Gamma", loss.DefaultGamma);
        Require(
            IsScale(gamma),
            Descriptors.GammaOutOfRange,
            "Gamma",
            IsScale(-gamma) ? [(-gamma).ToString("R", CultureInfo.InvariantCulture)] : [],
            gamma,
            scalar.Keyword());

        double margin = attribute.ValueOf("Margin", loss.DefaultMargin);
        Require(IsFinite(Rounded(margin)), Descriptors.MarginOutOfRange, "Margin", [], margin, scalar.Keyword());

        double labelSmoothing = attribute.ValueOf("LabelSmoothing", 0d);
        Require(
            labelSmoothing is >= 0 and <= 1,
            Descriptors.LabelSmoothingOutOfRange,
            "LabelSmoothing",
            [labelSmoothing > 1 ? "1" : "0"],
            labelSmoothing);

        int scores = attribute.ValueOf("Scores", Unbounded);
        Require(scores is Unbounded or Cosine, Descriptors.UnknownScores, "Scores", ["ScoreRange.Unbounded", "ScoreRange.Cosine"], scores);

        int reduction = attribute.ValueOf("Reduction", Mean);
        Require(reduction is Mean or Sum, Descriptors.UnknownReduction, "Reduction", ["Reduction.Mean", "Reduction.Sum"], reduction);

        var values = new AttributeValues(
            over,
            classes == 0 ? null : classes,
            CountOf("Positives"),
            CountOf("Negatives"),
            Rounded(gamma),
            Rounded(margin),
            attribute.ValueOf("DetachWeights", true),
            attribute.ValueOf("Balanced", false),
            Rounded(labelSmoothing),
            attribute.ValueOf<long?>("IgnoreLabel", null),
            scores == Cosine,
            reduction == Mean,
            attribute.ValueOf("Parallel", false));
        return problems.Count == before ? values : null;

        int? CountOf(string property)
        {
            int count = attribute.ValueOf(property, 0);
            Require(count >= 0, Descriptors.CountOutOfRange, property, ["1"], property, count);
            return count == 0 ? null : count;
        }

        bool IsScale(double value) => Rounded(value) >= scalar.SmallestNormal() && IsFinite(Rounded(value));

        double Rounded(double value) => scalar == ScalarType.Single ? (float)value : value;

        void Require(bool isRight, DiagnosticDescriptor descriptor, string property, string[] replacements, params object[] arguments)
        {
            if (!isRight)
            {
                problems.Add(attribute.Mendable(descriptor, property, replacements, arguments));
            }
        }
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
