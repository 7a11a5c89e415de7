using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic with code that gets it. What is common to most of it stands in <see cref="Method"/> and <see cref="Attribute"/>.</summary>
internal static partial class DiagnosticCases
{
    private const string GoodParameters = "ReadOnlySpan<float> logits, ReadOnlySpan<int> labels";
    private const string Good = $"public static partial float Loss({GoodParameters});";

    private static readonly string GoodCode = Method(Good);

    /// <summary>The cases by their names.</summary>
    public static Dictionary<string, DiagnosticCase> All { get; } =
        new(((Dictionary<string, DiagnosticCase>[])[Declarations, Signatures, Combinations, Properties, PropertiesBesideOthers, Doubts]).SelectMany(cases => cases));

    /// <summary>How a method, or a type around it, is declared.</summary>
    private static Dictionary<string, DiagnosticCase> Declarations => new()
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
        ["method implemented by the user, and wrong besides"] = new(
            "LOSSGEN002",
            Method("public static partial float [|Loss|](float[] scores, Span<float> grad); public static partial float Loss(float[] scores, Span<float> grad) => 0;", "SoftmaxCrossEntropy(Classes = -1)"),
            "'Loss' has an implementation already: remove it, or remove the attribute",
            GoodCode),
        ["implementation without a definition"] = new(
            "LOSSGEN002",
            Method($"public static partial float [|Loss|]({GoodParameters}) => 0;"),
            "'Loss' has an implementation already: write ';' in place of its body",
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
        ["C# too old"] = new(
            "LOSSGEN016",
            Method($"public static partial float [|Loss|]({GoodParameters});"),
            "LossGen writes C# 12.0, but this project compiles C# 11.0: raise LangVersion",
            GoodCode,
            LanguageVersion.CSharp11),
        ["C# too old for a batch that is split"] = new(
            "LOSSGEN016",
            Method($"public static partial float [|Loss|]({GoodParameters});", "SoftmaxCrossEntropy(Parallel = true)"),
            "LossGen writes C# 13.0, but this project compiles C# 12.0: raise LangVersion",
            Method(Good, "SoftmaxCrossEntropy(Parallel = true)"),
            LanguageVersion.CSharp12),
        ["attribute of another library"] = new(
            "LOSSGEN029",
            $"namespace LossGen {{ class UnifiedLossAttribute : Attribute; static partial class Losses {{ [[|UnifiedLoss|]] public static partial float Loss({PairParameters}); }} }}",
            "'UnifiedLossAttribute' is not declared by the library LossGen: reference the package LossGen, and no other declaration of that name",
            Method($"public static partial float Loss({PairParameters});", "UnifiedLoss")),
        ["accessor"] = new(
            "LOSSGEN037",
            "static partial class Losses { static float Loss { [SoftmaxCrossEntropy] [|get|] => 0; } }",
            "'Loss.get' is an accessor, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["accessor of a partial property"] = new(
            "LOSSGEN037",
            "static partial class Losses { public static partial float Loss { [SoftmaxCrossEntropy] [|get|]; } }",
            "'Loss.get' is an accessor, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["member of an extension"] = new(
            "LOSSGEN037",
            $"static class Losses {{ extension(int row) {{ [SoftmaxCrossEntropy] public static float [|Loss|]({GoodParameters}) => 0; }} }}",
            "'Loss' is a member of an extension, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["conversion"] = new(
            "LOSSGEN037",
            "partial class Losses { [SoftmaxCrossEntropy] public static explicit operator [|float|](Losses logits) => 0; }",
            "'explicit operator float' is an operator, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["finalizer"] = new(
            "LOSSGEN037",
            "partial class Losses { [SoftmaxCrossEntropy] ~[|Losses|]() { } }",
            "'~Losses' is a finalizer, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["operator"] = new(
            "LOSSGEN037",
            "partial class Losses { [SoftmaxCrossEntropy] public static float operator [|+|](Losses logits, int label) => 0; }",
            "'operator +' is an operator, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["lambda"] = new(
            "LOSSGEN037",
            "class Losses { Func<float, int, float> loss = [SoftmaxCrossEntropy] (logits, label) [|=>|] 0; }",
            "'=>' is a lambda, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["explicit implementation"] = new(
            "LOSSGEN037",
            $"interface ILoss {{ float Loss({GoodParameters}); }} partial class Losses : ILoss {{ [SoftmaxCrossEntropy] float ILoss.[|Loss|]({GoodParameters}) => 0; }}",
            "'ILoss.Loss' is an explicit implementation, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
            GoodCode),
        ["two losses"] = new(
            "LOSSGEN018",
            Method($"[[|MulticlassHinge|]] {Good}"),
            "'Loss' has two loss attributes: keep one, and write a second method for the other",
            GoodCode),
    };

    private static string Method(string method, string attribute = "SoftmaxCrossEntropy") => $"static partial class Losses {{ [{attribute}] {method} }}";

    private static string Attribute(string arguments, string type = "float") => $$"""
        static partial class Losses
        {
            [SoftmaxCrossEntropy({{arguments}})]
            public static partial {{type}} Loss(ReadOnlySpan<{{type}}> logits, ReadOnlySpan<int> labels);
        }
        """;
}
