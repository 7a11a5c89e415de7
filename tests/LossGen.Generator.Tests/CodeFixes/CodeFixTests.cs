using LossGen.Generator.Tests.Diagnostics;
using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>What is wrong can be mended with a click, and compiles after it.</summary>
public class CodeFixTests
{
    /// <summary>What no change of the file can mend, or where nothing tells what is meant.</summary>
    private static readonly string[] WithoutFix =
    [
        "attribute of another library",
        "probabilities for a hinge",
        "positives for a classification",
        "many pairs one by one",
        "accessor",
        "accessor of a partial property",
        "conversion",
        "member of an extension",
        "finalizer",
        "operator",
        "explicit implementation",
        "lambda",
        "arguments without names",
        "number of classes not fixed",
        "number of classes of probabilities not fixed",
        "number of classes not fixed for one label",
        "number of classes not fixed beside weights",
        "number of negatives not fixed",
    ];

    public static TheoryData<string> Names => [.. DiagnosticCases.All.Where(named => named.Value.Version == LanguageVersion.CSharp14).Select(named => named.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_every_fix_that_is_offered_the_code_compiles(string name)
    {
        DiagnosticCase wrong = DiagnosticCases.All[name];

        var fixes = await FixRun.FixesOf(wrong.WrongCode, wrong.Id);

        Assert.Equal(WithoutFix.Contains(name), fixes.Count == 0);
        Assert.Distinct(fixes.Select(fix => fix.Title));
        foreach ((_, string text) in fixes)
        {
            var run = GeneratorRun.Of(await MendedFurther(text));

            Assert.Empty(run.Problems);
            Assert.Equal(wrong.Id == "LOSSGEN036" ? 2 : 1, run.FileNames.Count());
            run.AssertCompiles();
        }
    }

    [Theory]
    [InlineData(
        "float Loss(ReadOnlySpan<float> logits, int label) => 0;",
        "Make the method partial, without a body",
        "private partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData(
        "public static float Loss(ReadOnlySpan<float> logits /* ten */, int label) { return 0; }",
        "Make the method partial, without a body",
        "public static partial float Loss(ReadOnlySpan<float> logits /* ten */, int label);")]
    [InlineData(
        "public partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> grad);",
        "Rename to 'gradient'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient);")]
    [InlineData(
        "public partial float Loss(float[] logits, int label);",
        "Change to 'ReadOnlySpan<float>'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData(
        "public partial float Loss(ReadOnlySpan<float> logits, Span<float> gradient);",
        "Change to 'float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)'",
        "public partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);")]
    [InlineData(
        "public partial void Loss();",
        "Change to 'float Loss(ReadOnlySpan<float> logits, int label)'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData(
        "public partial float Loss(ReadOnlySpan<float> logits, ref readonly int label);",
        "Remove 'ref readonly'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData(
        "public partial float Loss(ReadOnlySpan<float> logits, int label = 0, Span<float> gradient = default, float upstream = 1);",
        "Remove the default",
        "public partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient, float upstream = 1);")]
    [InlineData(
        "public partial float Loss(\n        ReadOnlySpan<float> logits, // B × C\n        Span<float> gradient);",
        "Change to 'float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)'",
        "public partial float Loss(\n        ReadOnlySpan<float> logits, // B × C\n        ReadOnlySpan<int> labels,\n        Span<float> gradient);")]
    [InlineData(
        "public partial float Loss(\n        ReadOnlySpan<float> logits,\n        // ∂loss/∂logits\n        Span<float> gradient);",
        "Change to 'float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient)'",
        "public partial float Loss(\n        ReadOnlySpan<float> logits,\n        int label,\n        // ∂loss/∂logits\n        Span<float> gradient);")]
    [InlineData(
        "public partial float Loss(ReadOnlySpan<float> logits, /* B × C */ Span<float> gradient);",
        "Change to 'float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient)'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label, /* B × C */ Span<float> gradient);")]
    [InlineData(
        "public partial float @event(\r\n        ReadOnlySpan<float> logits,\r\n        int label); // evaluates\r\n",
        "Add 'float @event(ReadOnlySpan<float> logits, int label, Span<float> gradient)'",
        "public partial float @event(\r\n        ReadOnlySpan<float> logits,\r\n        int label); // evaluates\r\n\r\n"
            + "    [SoftmaxCrossEntropy(Classes = 10)]\n    public partial float @event(\r\n        ReadOnlySpan<float> logits,\r\n        int label,\r\n        Span<float> gradient);\r\n")]
    [InlineData(
        "public async void Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient) { }",
        "Make the method partial, without a body",
        "public partial void Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient);")]
    [InlineData(
        "public static async partial System.Threading.Tasks.Task<float> Loss(int label, Span<float> gradient);",
        "Change to 'float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient)'",
        "public static partial float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient);")]
    [InlineData(
        "public partial float Loss(\n        ReadOnlySpan<float> logits,\n        int label,\n        ReadOnlySpan<int> labels);",
        "Remove 'labels'",
        "public partial float Loss(\n        ReadOnlySpan<float> logits,\n        int label);")]
    [InlineData(
        "public partial async System.Threading.Tasks.Task<float> Loss(ReadOnlySpan<float> logits, int label);",
        "Change to 'float'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label);")]
    [InlineData(
        "public partial float Loss(ReadOnlySpan<float> logits, int label, ReadOnlySpan<int> labels);",
        "Remove 'labels'",
        "public partial float Loss(ReadOnlySpan<float> logits, int label);")]
    public async Task A_fix_leaves_the_rest_as_it_was(string before, string title, string after)
    {
        var fixes = await FixRun.FixesOf(CodeOf(before));

        Assert.Equal(CodeOf(after), fixes.First(fix => fix.Title == title).Fixed);
    }

    [Theory]
    [InlineData("class Losses { [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label); }", "partial class Losses { [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("/// <summary>x</summary>\nrecord struct Losses\n{\n  [SoftmaxCrossEntropy] internal static partial float Loss(ReadOnlySpan<float> logits, int label);\n}", "/// <summary>x</summary>\npartial record struct Losses\n{\n  [SoftmaxCrossEntropy] internal static partial float Loss(ReadOnlySpan<float> logits, int label);\n}")]
    [InlineData("namespace N\n{\n    [Obsolete]\n    file static partial class Losses\n    {\n        [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label);\n    }\n}", "namespace N\n{\n    [Obsolete]\n    static partial class Losses\n    {\n        [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label);\n    }\n}")]
    [InlineData("partial class Losses\n{\n    [SoftmaxCrossEntropy]\n    [MulticlassHinge]\n    private static partial float  Loss(ReadOnlySpan<float> logits, int label);\n}", "partial class Losses\n{\n    [SoftmaxCrossEntropy]\n    private static partial float  Loss(ReadOnlySpan<float> logits, int label);\n}")]
    [InlineData("partial class Losses { [SoftmaxCrossEntropy(\n        Classes = 3,\n        Parallel = true)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }", "partial class Losses { [SoftmaxCrossEntropy(\n        Classes = 3)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("partial class Losses { [SoftmaxCrossEntropy(Classes = 3, Parallel = true)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }", "partial class Losses { [SoftmaxCrossEntropy(Classes = 3)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("partial class Losses { [SoftmaxCrossEntropy(Parallel = true, Classes = 3)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }", "partial class Losses { [SoftmaxCrossEntropy(Classes = 3)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("partial class Losses { [SoftmaxCrossEntropy(Parallel = true)] private static partial float Loss(ReadOnlySpan<float> logits, int label); }", "partial class Losses { [SoftmaxCrossEntropy] private static partial float Loss(ReadOnlySpan<float> logits, int label); }")]
    public async Task A_fix_leaves_the_spaces_of_the_rest(string before, string after)
    {
        var fixes = await FixRun.FixesOf(before);

        Assert.Equal(after, fixes[0].Fixed);
    }

    [Theory]
    [InlineData("abstract partial class Losses { [SoftmaxCrossEntropy] public abstract float Loss(ReadOnlySpan<float> logits, int label); }")]
    [InlineData("partial class Losses { [SoftmaxCrossEntropy] public static extern float Loss(ReadOnlySpan<float> logits, int label); }")]
    public async Task What_speaks_against_a_partial_method_is_not_overridden(string text)
    {
        Assert.Contains(GeneratorRun.Of(text).Problems, problem => problem.Id == "LOSSGEN001");
        Assert.Empty(await FixRun.FixesOf(text, "LOSSGEN001"));
    }

    [Theory]
    [InlineData("float Loss(int label, params ReadOnlySpan<float> logits);")]
    [InlineData("float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets = default);")]
    [InlineData("float Loss(ReadOnlySpan<float> logits, int label); float Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient) => 0;")]
    public async Task No_overload_is_offered_that_a_call_could_mistake_or_that_there_is(string members)
    {
        string text = CodeOf($"public static partial {members}");

        Assert.Contains(GeneratorRun.Of(text).Problems, problem => problem.Id == "LOSSGEN036");
        Assert.Empty(await FixRun.FixesOf(text, "LOSSGEN036"));
    }

    [Theory]
    [InlineData("static partial float Loss(ReadOnlySpan<float> logits = default, Span<float> gradient = default);")]
    [InlineData("partial void Loss(ReadOnlySpan<float> logits);")]
    [InlineData("static partial float Loss(this ReadOnlySpan<int> labels, Span<float> gradient);")]
    [InlineData("static async void Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient) { }")]
    public async Task All_fixes_of_a_peculiar_method_compile(string method)
    {
        string text = $"{(method.Contains("this", StringComparison.Ordinal) ? "static " : "")}partial class Losses {{ [SoftmaxCrossEntropy(Classes = 10)] {method} }}";

        var fixes = await FixRun.FixesOf(text);

        Assert.NotEmpty(fixes);
        foreach ((_, string mended) in fixes)
        {
            var run = GeneratorRun.Of(await MendedFurther(mended));

            Assert.Empty(run.Problems);
            run.AssertCompiles();
        }
    }

    [Theory]
    [InlineData("public static partial float Loss(ReadOnlySpan<float> logits, int label); [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label) => 0;", "LOSSGEN002")]
    [InlineData("[SoftmaxCrossEntropy] public static float Loss(ReadOnlySpan<float> logits, int label)\n#if DEBUG\n{ return 1; }\n#else\n{ return 2; }\n#endif\n", "LOSSGEN001")]
    public async Task No_fix_takes_away_the_attribute_or_half_of_a_condition(string members, string id)
    {
        string text = $"partial class Losses {{ {members} }}";

        Assert.Contains(GeneratorRun.Of(text).Problems, problem => problem.Id == id);
        Assert.DoesNotContain(await FixRun.FixesOf(text, id), fix => fix.Title.StartsWith("Make", StringComparison.Ordinal) || fix.Title == "Remove the implementation");
    }

    [Theory]
    [InlineData("float Loss<T>(ReadOnlySpan<float> logits, int label); [SoftmaxCrossEntropy(Classes = 10)] public static partial float Loss(ReadOnlySpan<float> logits, int label);", "LOSSGEN004")]
    [InlineData("float Loss(System.ReadOnlyMemory<float> logits, int label); [SoftmaxCrossEntropy(Classes = 10)] public static partial float Loss(ReadOnlySpan<float> logits, int label);", "LOSSGEN008", "Change to 'ReadOnlySpan<float>'")]
    [InlineData("float Loss(ReadOnlySpan<float> logits, int label, ReadOnlySpan<int> labels); [SoftmaxCrossEntropy(Classes = 10)] public static partial float Loss(System.ReadOnlySpan<float> logits, int label);", "LOSSGEN010")]
    public async Task No_fix_repeats_a_method(string methods, string id, string? title = null)
    {
        string text = CodeOf($"public static partial {methods}");

        Assert.Contains(GeneratorRun.Of(text).Problems, problem => problem.Id == id);
        Assert.DoesNotContain(await FixRun.FixesOf(text, id), fix => title is null || fix.Title == title);
    }

    [Fact]
    public async Task No_fix_changes_one_of_two_parts_that_are_of_the_same_file()
    {
        const string text = "file partial class Losses { [SoftmaxCrossEntropy] public static partial float Loss(ReadOnlySpan<float> logits, int label); } file partial class Losses;";

        Assert.Contains(GeneratorRun.Of(text).Problems, problem => problem.Id == "LOSSGEN005");
        Assert.Empty(await FixRun.FixesOf(text, "LOSSGEN005"));
    }

    [Fact]
    public async Task Directives_around_an_attribute_stay_once()
    {
        var fixes = await FixRun.FixesOf("partial class X\n{\n#if DEBUG\n    static int A;\n#else\n    [SoftmaxCrossEntropy(Classes = 3), CircleLoss]\n    static partial float Loss(ReadOnlySpan<float> logits, int label);\n#endif\n}", "LOSSGEN018");

        Assert.Equal("partial class X\n{\n#if DEBUG\n    static int A;\n#else\n    [SoftmaxCrossEntropy(Classes = 3)]\n    static partial float Loss(ReadOnlySpan<float> logits, int label);\n#endif\n}", Assert.Single(fixes).Fixed);
    }

    [Fact]
    public async Task An_overload_of_an_override_is_none()
    {
        var fixes = await FixRun.FixesOf("public abstract class Model { public abstract float Loss(ReadOnlySpan<float> logits, int label); } public partial class Softmax : Model { [SoftmaxCrossEntropy(Classes = 10)] public sealed override partial float Loss(ReadOnlySpan<float> logits, int label); }", "LOSSGEN036");

        GeneratorRun.Of(Assert.Single(fixes).Fixed).AssertCompiles();
    }

    [Fact]
    public async Task A_method_that_is_called_stays_as_it_is_when_a_gradient_is_added()
    {
        var fixes = await FixRun.FixesOf(CodeOf("public static partial float Loss(ReadOnlySpan<float> logits, int label); float Call() => Loss([1, 2], 1);"), "LOSSGEN036");

        var run = GeneratorRun.Of(Assert.Single(fixes).Fixed);
        Assert.Empty(run.Problems);
        run.AssertCompiles();
    }

    /// <summary>Every one is a decision about one method, which <c>dotnet format</c> would take for its author.</summary>
    [Fact]
    public void No_fix_is_applied_to_everything_at_once() => Assert.All(FixRun.Providers, provider => Assert.Null(provider.GetFixAllProvider()));

    [Fact]
    public async Task A_call_that_names_the_parameter_is_renamed_with_it()
    {
        var fixes = await FixRun.FixesOf(CodeOf("public static partial float Loss(ReadOnlySpan<float> logits, int lable); float Call() => Loss([1, 2], lable: 1);"));

        Assert.Equal(
            ("Rename to 'label'", CodeOf("public static partial float Loss(ReadOnlySpan<float> logits, int label); float Call() => Loss([1, 2], label: 1);")),
            Assert.Single(fixes));
    }

    [Fact]
    public async Task Where_no_value_in_place_of_a_wrong_one_is_known_only_its_removal_is_offered()
    {
        var fixes = await FixRun.FixesOf("partial class Losses { [SoftmaxCrossEntropy(Classes = 10, Gamma = double.NegativeInfinity)] public static partial float Loss(ReadOnlySpan<float> logits, int label); }");

        Assert.Equal("Remove Gamma", Assert.Single(fixes).Title);
    }

    private static string CodeOf(string members) => $$"""
        public partial class Losses
        {
            [SoftmaxCrossEntropy(Classes = 10)]
            {{members}}
        }
        """;

    /// <summary>A fix may uncover something that has a fix again: a parameter that is renamed may have the wrong type.</summary>
    private static async Task<string> MendedFurther(string text)
    {
        while (GeneratorRun.Of(text).Problems.Count > 0 && await FixRun.FixesOf(text) is [var (_, next), ..])
        {
            text = next;
        }

        return text;
    }
}
