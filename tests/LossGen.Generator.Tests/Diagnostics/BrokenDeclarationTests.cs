using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>A declaration that breaks a rule of C# itself has no implementation, which would only repeat the mistake where the user cannot correct it.</summary>
public class BrokenDeclarationTests
{
    private const string Parameters = "(ReadOnlySpan<float> logits, int label);";

    /// <summary>The error, the type, and the method.</summary>
    public static TheoryData<string, string, string> Declarations => new()
    {
        { "CS0708", "static partial class", "public partial float Loss" + Parameters },
        { "CS8796", "static partial class", "static partial float Loss" + Parameters },
        { "CS8796", "partial interface", "static partial float Loss" + Parameters },
        { "CS8798", "partial class", "virtual partial void Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient);" },
        { "CS1994", "static partial class", "public static async partial float Loss" + Parameters },
        { "CS0100", "static partial class", "public static partial float Loss(ReadOnlySpan<float> logits, int label, int label);" },
        { "CS0231", "static partial class", "public static partial float Loss(params ReadOnlySpan<float> logits, int label);" },
        { "CS1737", "static partial class", "public static partial float Loss(ReadOnlySpan<float> logits = default, int label);" },
        { "CS1100", "static partial class", "public static partial float Loss(ReadOnlySpan<float> logits, this int label);" },
        { "CS0225", "static partial class", "public static partial float Loss(ReadOnlySpan<float> logits, params int label);" },
        { "CS9048", "static partial class", "public static partial float Loss(ReadOnlySpan<float> logits, scoped int label);" },
        { "CS8328", "static partial class", "public static partial float Loss(in ref ReadOnlySpan<float> logits, int label);" },
        { "CS0759", "static partial class", "public static extern partial float Loss" + Parameters },
        { "CS0227", "static partial class", "public static unsafe partial float Loss" + Parameters },
        { "CS0112", "partial class", "public static virtual partial float Loss" + Parameters },
        { "CS0112", "partial class", "public static override partial float Loss" + Parameters },
        { "CS0115", "partial class", "public override partial float Loss" + Parameters },
        { "CS0238", "partial class", "public sealed partial float Loss" + Parameters },
        { "CS0238", "partial interface", "public sealed partial float Loss" + Parameters },
        { "CS0549", "sealed partial class", "public virtual partial float Loss" + Parameters },
        { "CS0106", "partial struct", "public virtual partial float Loss" + Parameters },
        { "CS0621", "partial class", "private virtual partial float Loss" + Parameters },
        { "CS0106", "partial class", "public readonly partial float Loss" + Parameters },
        { "CS0106", "partial class", "public required partial float Loss" + Parameters },
        { "CS0106", "partial class", "public volatile partial float Loss" + Parameters },
        { "CS8657", "partial struct", "public static readonly partial float Loss" + Parameters },
        { "CS0107", "partial class", "public private partial float Loss" + Parameters },
        { "CS1004", "partial class", "public public partial float Loss" + Parameters },
        { "CS0666", "partial struct", "protected partial float Loss" + Parameters },
        { "CS1057", "static partial class", "protected static partial float Loss" + Parameters },
        { "CS1106", "partial class", "public static partial float Loss(this ReadOnlySpan<float> logits, int label);" },
        { "CS1106", "static partial class Generic<T> where T : class { } static partial class Outer<T>", "public static partial float Loss(this ReadOnlySpan<float> logits, int label);" },
        { "CS1105", "static partial class", "public partial float Loss(this ReadOnlySpan<float> logits, int label);" },
        { "CS0267", "partial class", "partial public float Loss" + Parameters },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_declaration_that_the_compiler_refuses_is_not_repeated(string id, string type, string method)
    {
        string name = type.EndsWith('>') ? "" : " Losses";

        var run = GeneratorRun.Of($$"""
            {{type}}{{name}}
            {
                [SoftmaxCrossEntropy(Classes = 10)]
                {{method}}
            }
            """);

        Assert.Contains(run.Input.GetDiagnostics(TestContext.Current.CancellationToken), error => error.Id == id);
        Assert.Empty(run.FileNames);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("partial class", "partial void Loss(ReadOnlySpan<float> logits, int label, Span<float> gradient);")]
    [InlineData("partial class", "protected internal virtual partial float Loss" + Parameters)]
    [InlineData("partial class", "private protected partial float Loss" + Parameters)]
    [InlineData("static partial class", "public static partial float Loss(scoped in ReadOnlySpan<float> logits, in int label);")]
    [InlineData("partial struct", "public readonly partial float Loss" + Parameters)]
    [InlineData("partial interface", "protected static partial float Loss" + Parameters)]
    [InlineData("abstract class Base { public abstract float Loss(ReadOnlySpan<float> logits, int label); } partial class Losses : Base {} partial class", "public sealed override partial float Loss" + Parameters)]
    [InlineData("static partial class", "public static partial float Loss(this ReadOnlySpan<float> logits, int label);")]
    [InlineData("static partial class", "public static partial float Loss(int label, params ReadOnlySpan<float> logits);")]
    [InlineData("static partial class", "public static partial float Loss(ReadOnlySpan<float> logits, int label = 0);")]
    public void A_declaration_that_the_compiler_accepts_is_implemented(string type, string method)
    {
        var run = GeneratorRun.Of($$"""
            {{type}} Losses
            {
                [SoftmaxCrossEntropy(Classes = 10)]
                {{method}}
            }
            """);

        run.AssertCompiles();
        Assert.Equal(["Losses.Loss.g.cs"], run.FileNames);
    }

    /// <summary>The compiler, which says that nothing in an extension can be partial (CS0751), shows an analyzer its partial methods twice.</summary>
    [Fact]
    public void A_partial_member_of_an_extension_is_refused_in_words()
    {
        var run = GeneratorRun.Of("static partial class Losses { extension(int row) { [SoftmaxCrossEntropy] public static partial float Loss" + Parameters + " } }");

        Assert.Empty(run.FileNames);
        Assert.All(run.Problems, problem => Assert.Equal("LOSSGEN037", problem.Id));
        Assert.Single(run.ProblemsOfGenerator);
    }
}
