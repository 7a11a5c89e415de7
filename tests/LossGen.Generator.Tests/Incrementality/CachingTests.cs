using LossGen.Generator.Tests.Driver;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Incrementality;

/// <summary>An edit computes again what depends on it, and nothing else. That a second run computes nothing at all, every run of the generator asserts.</summary>
public class CachingTests
{
    private const string First = """
        static partial class First
        {
            [SoftmaxCrossEntropy(Classes = 10)]
            public static partial float Loss(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);
        }
        """;

    private const string Second = """
        static partial class Second
        {
            [SoftmaxCrossEntropy(Gamma = 4)]
            public static partial float Loss(ReadOnlySpan<float> logits, int label);
        }
        """;

    [Fact]
    public void The_first_run_computes_everything()
    {
        var run = GeneratorRun.Of(First, Second);

        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.New], run.ReasonsOf(LossGenerator.Steps.Specification));
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.New], run.ReasonsOf(LossGenerator.Steps.Source));
    }

    [Fact]
    public void An_unrelated_type_computes_nothing()
    {
        var run = GeneratorRun.Of(First).After(code => code.With("class Unrelated;"));

        AssertNothingComputed(run);
    }

    [Fact]
    public void A_comment_in_the_same_file_computes_nothing()
    {
        var run = GeneratorRun.Of(First).After(code => code.Edited(0, text => "// A remark.\n\n" + text.Replace("{", "{ // another", StringComparison.Ordinal)));

        AssertNothingComputed(run);
    }

    [Fact]
    public void Another_spelling_of_the_same_attribute_computes_nothing()
    {
        var run = GeneratorRun.Of(First).After(code => code.Edited(0, text =>
            text.Replace("Classes = 10", "Margin = 0, Parallel = false, Classes = 5 + 5", StringComparison.Ordinal)));

        AssertNothingComputed(run);
    }

    [Fact]
    public void A_second_method_in_another_file_leaves_the_first_alone()
    {
        var run = GeneratorRun.Of(First).After(code => code.With(Second));

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], run.ReasonsOf(LossGenerator.Steps.Specification));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], run.ReasonsOf(LossGenerator.Steps.Source));
    }

    [Fact]
    public void An_attribute_with_another_value_computes_its_method_again()
    {
        var run = GeneratorRun.Of(First, Second).After(code => code.Edited(0, text => text.Replace("10", "11", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.ReasonsOf(LossGenerator.Steps.Specification));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.ReasonsOf(LossGenerator.Steps.Source));
        Assert.Contains("C = 11", run.TextOf("First.Loss.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_is_split_from_now_on_computes_its_method_again()
    {
        var run = GeneratorRun.Of(First, Second).After(code => code.Edited(0, text => text.Replace("10", "10, Parallel = true", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.ReasonsOf(LossGenerator.Steps.Specification));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.ReasonsOf(LossGenerator.Steps.Source));
        Assert.Contains("KernelBlocks.Run", run.TextOf("First.Loss.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Editing_one_of_a_thousand_computes_one()
    {
        string[] many = [.. Enumerable.Range(0, 1000).Select(i => First.Replace("First", $"Number{i}", StringComparison.Ordinal))];
        var run = GeneratorRun.Of(many).After(code => code.Edited(17, text => text.Replace("10", "11", StringComparison.Ordinal)));

        Assert.Single(run.ReasonsOf(LossGenerator.Steps.Source), IncrementalStepRunReason.Modified);
        Assert.Equal(999, run.ReasonsOf(LossGenerator.Steps.Source).Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_method_that_is_removed_takes_its_file_with_it()
    {
        var run = GeneratorRun.Of(First, Second).After(code => code.RemoveSyntaxTrees(code.SyntaxTrees[1]));

        Assert.Equal(["Second.Loss.g.cs"], run.FileNames);
    }

    [Fact]
    public void A_method_that_becomes_wrong_takes_its_file_with_it_and_no_other()
    {
        var run = GeneratorRun.Of(First, Second).After(code => code.Edited(0, text => text.Replace("10", "1", StringComparison.Ordinal)));

        Assert.Equal(["Second.Loss.g.cs"], run.FileNames);
    }

    [Fact]
    public void Two_names_that_collide_rename_both_files()
    {
        var before = GeneratorRun.Of(First, Second);
        var after = before.After(code => code.Edited(1, text => text.Replace("class Second", "class FIRST", StringComparison.Ordinal)));

        Assert.Equal(["First.Loss.g.cs", "Second.Loss.g.cs"], before.FileNames);
        Assert.Equal(2, after.FileNames.Count());
        Assert.All(after.FileNames, name => Assert.Matches("^(First|FIRST)\\.Loss_[0-9a-f]{8}\\.g\\.cs$", name));
        Assert.Distinct(after.FileNames, StringComparer.OrdinalIgnoreCase);
        Assert.Equal([IncrementalStepRunReason.Modified], after.ReasonsOf(LossGenerator.Steps.Collisions));
        after.AssertCompiles();

        var again = after.After(code => code.Edited(1, text => text.Replace("class FIRST", "class Second", StringComparison.Ordinal)));
        Assert.Equal(before.FileNames, again.FileNames);
        Assert.Equal(before.Texts, again.Texts);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        string colliding = Second.Replace("Second", "FIRST", StringComparison.Ordinal);
        var one = GeneratorRun.Of(First, Second, colliding);
        var other = GeneratorRun.Of(colliding, Second, First);

        Assert.Equal(one.FileNames, other.FileNames);
        Assert.Equal(one.Texts, other.Texts);
    }

    private static void AssertNothingComputed(GeneratorRun run)
    {
        Assert.Equal([IncrementalStepRunReason.Cached], run.ReasonsOf(LossGenerator.Steps.Specification));
        Assert.Equal([IncrementalStepRunReason.Cached], run.ReasonsOf(LossGenerator.Steps.Source));
    }
}
