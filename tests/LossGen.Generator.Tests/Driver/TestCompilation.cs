using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Driver;

/// <summary>Compilations as a strict consumer makes them: nullable, checked arithmetic, no unsafe code, every warning an error.</summary>
internal static class TestCompilation
{
    private static readonly MetadataReference[] References =
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(SoftmaxCrossEntropyAttribute).Assembly.Location)];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        checkOverflow: true,
        allowUnsafe: false,
        generalDiagnosticOption: ReportDiagnostic.Error,
        warningLevel: int.MaxValue,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>The usings that the code of these tests may rely on, as implicit usings do.</summary>
    private const string GlobalUsings = "global using System; global using LossGen;";

    /// <summary>A compilation with one file for each text.</summary>
    public static CSharpCompilation Of(params string[] texts) => Of(LanguageVersion.CSharp14, texts);

    public static CSharpCompilation Of(LanguageVersion version, params string[] texts) => CSharpCompilation.Create(
        "Consumer",
        texts.Prepend(GlobalUsings).Select((text, i) => Parse(text, version, $"File{i}.cs")),
        References,
        Options);

    /// <summary>A program of top-level statements, as it stands.</summary>
    public static CSharpCompilation OfProgram(string text)
    {
        CSharpCompilation program = Of(text);
        return program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication));
    }

    /// <summary>The compilation after an edit: <paramref name="edit"/> changes the text of the file that the compilation was given as number <paramref name="file"/>.</summary>
    public static CSharpCompilation Edited(this CSharpCompilation compilation, int file, Func<string, string> edit)
    {
        SyntaxTree before = compilation.SyntaxTrees[file + 1];
        string text = before.ToString();
        string edited = edit(text);
        Assert.NotEqual(text, edited);
        return compilation.ReplaceSyntaxTree(before, Parse(edited, ((CSharpParseOptions)before.Options).LanguageVersion, before.FilePath));
    }

    /// <summary>The compilation with one more file.</summary>
    public static CSharpCompilation With(this CSharpCompilation compilation, string text) => compilation.AddSyntaxTrees(
        Parse(text, compilation.LanguageVersion, $"File{compilation.SyntaxTrees.Length}.cs"));

    private static SyntaxTree Parse(string text, LanguageVersion version, string path) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(version), path);
}
