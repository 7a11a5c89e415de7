using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Benchmarks.BuildTime;

/// <summary>A project with a number of annotated methods, ten a file, no two alike, and a file that has none.</summary>
internal static class SampleProject
{
    private const int MethodsOfAFile = 10;

    private const string Elsewhere = "Elsewhere.cs";

    private static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(SoftmaxCrossEntropyAttribute).Assembly.Location)];

    /// <summary>The project as its author writes it: its methods have no bodies until the generator adds them.</summary>
    public static CSharpCompilation WithMethods(int count) => Create(count, isStub: false);

    /// <summary>The same methods with the smallest of bodies: what compiles without the generator.</summary>
    public static CSharpCompilation WithStubs(int count) => Create(count, isStub: true);

    /// <summary>The project after the <paramref name="number"/>th edit of the file without annotated methods.</summary>
    public static CSharpCompilation EditedElsewhere(this CSharpCompilation project, int number) => project.Replace(Elsewhere, ElsewhereText(number));

    /// <summary>The project after the <paramref name="number"/>th edit of the scale in one method's attribute.</summary>
    public static CSharpCompilation EditedInOneMethod(this CSharpCompilation project, int number) => project.Replace(
        FileName(0),
        project.SyntaxTrees[0].ToString().Replace("Gamma = 2)", $"Gamma = {number + 3})", StringComparison.Ordinal));

    private static CSharpCompilation Create(int count, bool isStub)
    {
        int[][] files = [.. Enumerable.Range(0, count).Chunk(MethodsOfAFile)];
        return CSharpCompilation.Create(
            "Consumer",
            [.. files.Select((methods, file) => Parse(FileName(file), FileText(file, methods, isStub))), Parse(Elsewhere, ElsewhereText(0))],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    private static CSharpCompilation Replace(this CSharpCompilation project, string path, string text) =>
        project.ReplaceSyntaxTree(project.SyntaxTrees.Single(tree => tree.FilePath == path), Parse(path, text));

    private static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, path: path);

    private static string FileName(int file) => $"Losses{file}.cs";

    private static string ElsewhereText(int number) => $"static class Elsewhere {{ public static int Answer() => {number}; }}";

    private static string FileText(int file, int[] methods, bool isStub)
    {
        var text = new StringBuilder($"using System; using LossGen;\nstatic partial class Losses{file}\n{{\n");
        foreach (int method in methods)
        {
            (string attribute, string parameters) = Declaration(method);
            text.Append(isStub ? "" : $"    [{attribute}]\n");
            text.Append(isStub ? "    public static " : "    public static partial ");
            text.Append($"float Loss{method}({parameters}){(isStub ? " => 0" : "")};\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>Half of the methods are softmax, of any number of classes; the others are the other losses.</summary>
    private static (string Attribute, string Parameters) Declaration(int method)
    {
        const string Classification = "ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient";
        const string Pairs = "ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient";
        int size = method + 2;
        return (method % 10) switch
        {
            0 => ($"SoftmaxCrossEntropy(Classes = {size}, Gamma = 2)", Classification),
            1 or 2 or 3 => ($"SoftmaxCrossEntropy(Classes = {size})", Classification),
            4 => ($"SoftmaxCrossEntropy(Gamma = {size})", Classification),
            5 => ($"MulticlassHinge(Classes = {size})", Classification),
            6 => ($"MulticlassHinge(Classes = {size}, Over = Over.Max)", Classification),
            7 => ($"PairHinge(Positives = {size}, Negatives = {size}, Over = Over.LogSumExp)", Pairs),
            8 => ($"UnifiedLoss(Positives = 4, Negatives = {size})", Pairs),
            _ => ($"CircleLoss(Positives = 8, Negatives = {size})", Pairs),
        };
    }
}
