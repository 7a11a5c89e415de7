using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class RowStagesTests
{
    private static readonly RowStages Softmax = StagesOf(Specs.Softmax(10) with { Margin = 0.35 });

    /// <summary>The derivative of circle loss is an exp times a weight, which is computed from the scores.</summary>
    private static readonly RowStages Circle = StagesOf(Specs.Pairs(LossKind.CircleLoss, positives: 3, negatives: 4));

    [Fact]
    public void The_second_walk_is_for_the_exps_of_elements_and_of_rows() =>
        Assert.Equal(["root", "e"], Softmax.Exps.Select(exp => exp.Name));

    [Fact]
    public void In_the_first_walk_an_exp_is_its_argument()
    {
        Definition[] read = [.. Softmax.OncePerRow, .. Softmax.Reading.SelectMany(pass => pass.Elements.Concat(pass.Afterwards))];

        Assert.DoesNotContain(read, definition => definition.IsExp);
        Assert.Equal("e = zᵢ − reference", read.Single(definition => definition.Name == "e").ToString());
        Assert.Equal("root = −½·|violation|", read.Single(definition => definition.Name == "root").ToString());
    }

    [Fact]
    public void The_third_walk_adds_up_and_writes_the_gradient()
    {
        Assert.Equal(["sum"], Softmax.Finishing[0].Reductions.Select(reduction => reduction.Name));
        Assert.NotEmpty(Softmax.Finishing[1].Gradients);
        Assert.All(Softmax.Finishing, pass => Assert.False(pass.ReadsScores));
    }

    [Fact]
    public void What_only_the_first_walk_needs_does_not_wait() =>
        Assert.Equal(["violation", "root"], Softmax.Waiting);

    [Fact]
    public void Where_more_than_exps_is_computed_of_elements_there_is_no_second_walk()
    {
        Assert.Empty(Circle.Exps);
        Assert.Contains(Circle.Reading, pass => pass.Elements.Any(element => element.IsExp));
        Assert.Contains(Circle.Between, definition => definition.Name == "slope");
        Assert.All(Circle.Finishing, pass => Assert.NotEmpty(pass.Gradients));
    }

    private static RowStages StagesOf(LossSpec spec) => RowStages.Of(PlanOf(spec));

    private static KernelPlan PlanOf(LossSpec spec) => KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits: 256);
}
