using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic with code that gets it. What is common to most of it stands in <see cref="Method"/> and <see cref="Attribute"/>.</summary>
internal static class DiagnosticCases
{
    private const string GoodParameters = "ReadOnlySpan<float> logits, ReadOnlySpan<int> labels";
    private const string Good = $"public static partial float Loss({GoodParameters});";
    private const string Roles = "logits or scores, label, labels, gradient";

    private static readonly string GoodCode = Method(Good);

    /// <summary>The cases by their names.</summary>
    public static Dictionary<string, DiagnosticCase> All { get; } = new()
    {
        ["method not partial"] = new(
            "LOSSGEN001",
            Method($"public static float [|Loss|]({GoodParameters}) => 0;"),
            "'Loss' must be a partial method without a body, for LossGen to write its implementation",
            GoodCode),
        ["method implemented by the user"] = new(
            "LOSSGEN002",
            Method($"public static partial float [|Loss|]({GoodParameters}); public static partial float Loss({GoodParameters}) => 0;"),
            "'Loss' has an implementation already: remove it, or remove the attribute",
            GoodCode),
        ["implementation without a definition"] = new(
            "LOSSGEN002",
            Method($"public static partial float [|Loss|]({GoodParameters}) => 0;"),
            "'Loss' has an implementation already: remove it, or remove the attribute",
            GoodCode),
        ["type not partial"] = new(
            "LOSSGEN003",
            $"static class [|Losses|] {{ [SoftmaxCrossEntropy] {Good} }}",
            "'Losses' must be partial, because it contains the loss method 'Loss'",
            GoodCode),
        ["outer type not partial"] = new(
            "LOSSGEN003",
            $"class [|Outer|] {{ public static partial class Losses {{ [SoftmaxCrossEntropy] {Good} }} }}",
            "'Outer' must be partial, because it contains the loss method 'Loss'",
            $"partial class Outer {{ public static partial class Losses {{ [SoftmaxCrossEntropy] {Good} }} }}"),
        ["generic method"] = new(
            "LOSSGEN004",
            Method($"public static partial float [|Loss|]<T>({GoodParameters});"),
            "'Loss' must not have type parameters: write one method for float and one for double",
            GoodCode),
        ["file-local type"] = new(
            "LOSSGEN005",
            $"file static partial class [|Losses|] {{ [SoftmaxCrossEntropy] {Good} }}",
            "'Losses' is file-local, so the implementation of 'Loss' cannot stand in another file: remove 'file'",
            GoodCode),
        ["returns the other type"] = new(
            "LOSSGEN006",
            Method($"public static partial [|double|] Loss({GoodParameters});"),
            "'Loss' returns 'double': it must return float, the loss",
            GoodCode),
        ["returns nothing"] = new(
            "LOSSGEN006",
            Method("public static partial [|void|] Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels);"),
            "'Loss' returns 'void': it must return double, the loss",
            Method("public static partial double Loss(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels);")),
        ["returns a reference"] = new(
            "LOSSGEN006",
            Method($"public static partial [|ref float|] Loss({GoodParameters});"),
            "'Loss' returns 'ref float': it must return float, the loss",
            GoodCode),
        ["unknown role"] = new(
            "LOSSGEN007",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> [|classes|]);"),
            $"'classes' is not a role that a parameter can have: the roles are {Roles}",
            GoodCode),
        ["gradient misspelt"] = new(
            "LOSSGEN007",
            Method($"public static partial float Loss({GoodParameters}, Span<float> [|gradients|]);"),
            $"'gradients' is not a role that a parameter can have: the roles are {Roles}",
            Method($"public static partial float Loss({GoodParameters}, Span<float> GRADIENT);")),
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
        ["no labels"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<float> logits);"),
            "'Loss' has no parameter 'labels' or 'label': a signature that works is "
                + "'float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)'",
            GoodCode),
        ["no logits"] = new(
            "LOSSGEN009",
            Method("public static partial float [|Loss|](ReadOnlySpan<int> labels);"),
            "'Loss' has no parameter 'logits': a signature that works is "
                + "'float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)'",
            GoodCode),
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
        ["passed by ref"] = new(
            "LOSSGEN011",
            Method($"public static partial float Loss({GoodParameters}, ref Span<float> [|gradient|]);"),
            "'gradient' is passed by 'ref': only plain parameters, 'in', 'scoped' and 'params' are possible",
            Method($"public static partial float Loss({GoodParameters}, in Span<float> gradient);")),
        ["passed by out"] = new(
            "LOSSGEN011",
            Method($"public static partial float Loss({GoodParameters}, out Span<float> [|gradient|]);"),
            "'gradient' is passed by 'out': only plain parameters, 'in', 'scoped' and 'params' are possible",
            Method($"public static partial float Loss({GoodParameters}, scoped Span<float> gradient);")),
        ["passed by ref readonly"] = new(
            "LOSSGEN011",
            Method("public static partial float Loss(ReadOnlySpan<float> logits, ref readonly int [|label|]);"),
            "'label' is passed by 'ref readonly': only plain parameters, 'in', 'scoped' and 'params' are possible",
            Method("public static partial float Loss(int label, params ReadOnlySpan<float> logits);")),
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
            Attribute("Gamma = [|1e39|]"),
            "Gamma is 1E+39: it must be positive and a normal number as float",
            Attribute("Gamma = 1e39", "double")),
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
            Hinge("Over = [|(Over)3|]"),
            "Over is 3: it must be Over.Sum, Over.Max or Over.LogSumExp",
            Hinge("Over = Over.LogSumExp")),
        ["C# too old"] = new(
            "LOSSGEN016",
            Method($"public static partial float [|Loss|]({GoodParameters});"),
            "LossGen writes C# 12.0, but this project compiles C# 11.0: raise LangVersion",
            GoodCode,
            LanguageVersion.CSharp11),
        ["two losses"] = new(
            "LOSSGEN018",
            Method($"[[|MulticlassHinge|]] {Good}"),
            "'Loss' has two loss attributes: keep one, and write a second method for the other",
            GoodCode),
    };

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

    private static string Method(string method) => $"static partial class Losses {{ [SoftmaxCrossEntropy] {method} }}";

    private static string Hinge(string arguments) =>
        Attribute(arguments).Replace("SoftmaxCrossEntropy", "MulticlassHinge", StringComparison.Ordinal);

    private static string Attribute(string arguments, string type = "float") => $$"""
        static partial class Losses
        {
            [SoftmaxCrossEntropy({{arguments}})]
            public static partial {{type}} Loss(ReadOnlySpan<{{type}}> logits, ReadOnlySpan<int> labels);
        }
        """;
}
