namespace LossGen.Generator.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    /// <summary>What a property says by itself.</summary>
    private static Dictionary<string, DiagnosticCase> Properties => new()
    {
        ["one class"] = new(
            "LOSSGEN012",
            Attribute("Classes = [|1|]"),
            "Classes is 1: it must be at least 2, or 0 to take it from the lengths at run time",
            Attribute("Classes = 2")),
        ["fewer classes than none"] = new(
            "LOSSGEN012",
            Attribute("Gamma = 2, Classes = [|-1|]"),
            "Classes is -1: it must be at least 2, or 0 to take it from the lengths at run time",
            Attribute("Gamma = 2, Classes = 0")),
        ["no scale"] = GammaCase("0", "0"),
        ["negative scale"] = GammaCase("-1", "-1"),
        ["scale that is no number"] = GammaCase("double.NaN", "NaN"),
        ["infinite scale"] = GammaCase("double.PositiveInfinity", "Infinity"),
        ["scale too large for float"] = GammaCase("1e39", "1E+39"),
        ["scale too small for float"] = GammaCase("1e-38", "1E-38"),
        ["scale too large for float, as a double has it"] = new(
            "LOSSGEN013",
            Method(Good, "MulticlassHinge(Gamma = [|1e39|])"),
            "Gamma is 1E+39: it must be positive and a normal number as float",
            Method(Good.Replace("float", "double", StringComparison.Ordinal), "MulticlassHinge(Gamma = 1e39)")),
        ["margin that is no number"] = MarginCase("double.NaN", "NaN"),
        ["infinite margin"] = MarginCase("double.NegativeInfinity", "-Infinity"),
        ["margin too large for float"] = MarginCase("1e39", "1E+39"),
        ["unknown reduction"] = new(
            "LOSSGEN015",
            Attribute("Reduction = [|(Reduction)7|]"),
            "Reduction is 7: it must be Reduction.Mean or Reduction.Sum",
            Attribute("Reduction = Reduction.Sum")),
        ["unknown way over the violations"] = new(
            "LOSSGEN017",
            Method(Good, "MulticlassHinge(Over = [|(Over)3|])"),
            "Over is 3: it must be Over.Sum, Over.Max or Over.LogSumExp",
            Method(Good, "MulticlassHinge(Over = Over.LogSumExp)")),
        ["no smoothing that could be"] = LabelSmoothingCase("-0.1", "-0.1"),
        ["more smoothing than all"] = LabelSmoothingCase("1.001", "1.001"),
        ["smoothing that is no number"] = LabelSmoothingCase("double.NaN", "NaN"),
        ["fewer positives than none"] = new(
            "LOSSGEN024",
            Method(GoodPairs, "UnifiedLoss(Positives = [|-1|], Negatives = 8)"),
            "Positives is -1: it must be at least 1, or 0 to take it from the lengths at run time",
            Method(GoodPairs, "UnifiedLoss(Positives = 1, Negatives = 8)")),
        ["fewer negatives than none"] = new(
            "LOSSGEN024",
            Method(GoodPairs, "CircleLoss(Negatives = [|int.MinValue|])"),
            "Negatives is -2147483648: it must be at least 1, or 0 to take it from the lengths at run time",
            Method(GoodPairs, "CircleLoss(Negatives = 0)")),
        ["unknown range of scores"] = new(
            "LOSSGEN025",
            Attribute("Scores = [|(ScoreRange)2|]"),
            "Scores is 2: it must be ScoreRange.Unbounded or ScoreRange.Cosine",
            Attribute("Scores = ScoreRange.Cosine")),
    };

    private static DiagnosticCase LabelSmoothingCase(string value, string printed) => new(
        "LOSSGEN023",
        Attribute($"LabelSmoothing = [|{value}|]"),
        $"LabelSmoothing is {printed}: it must be from 0 to 1",
        Attribute("LabelSmoothing = 1"));

    private static DiagnosticCase GammaCase(string value, string printed) => new(
        "LOSSGEN013",
        Attribute($"Gamma = [|{value}|]"),
        $"Gamma is {printed}: it must be positive and a normal number as float",
        Attribute("Gamma = 1.2e-38"));

    private static DiagnosticCase MarginCase(string value, string printed) => new(
        "LOSSGEN014",
        Attribute($"Margin = [|{value}|]"),
        $"Margin is {printed}: it must be finite as float",
        Attribute("Margin = -3e38"));
}
