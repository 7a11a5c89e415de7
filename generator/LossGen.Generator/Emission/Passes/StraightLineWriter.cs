using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes over a side that stays in registers.</summary>
internal sealed class StraightLineWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts, StraightLine layout)
    : KnownLengthWriter(writer, plan, side, dialect, broadcasts, layout.Vectors, layout.TailLanes, dialect)
{
    protected override IEnumerable<int> AllVectors => Enumerable.Range(0, layout.Vectors);

    public override void Begin(IReadOnlyList<Pass> passes)
    {
        Writer.Step(HasPairs
            ? $"the {NameOfScores}s: beyond the row stands {(Side.Plan.Axes == Axes.Negatives ? "−∞" : "+∞")}, a masked score"
            : "the negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps");
        WriteLabel(passes);
        WriteScores(hasLabel: HasPairs);
        WriteMasks(passes);
        WriteClassInputs(passes, (memory, i) => Load(memory, i, padding: 0));
    }

    protected override void WriteVectors(Pass pass)
    {
        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            Reduction reduction = ReductionOf(definition);
            string[] values = [.. AllVectors.Select(i => ElementsOf(reduction.Body, i))];
            Writer.Line($"{Plan.ScalarKeyword} {NameOfRow(definition)} = {Across(reduction, values)};");
        }

        foreach (SideGradient gradient in pass.Gradients)
        {
            Store(i => ElementsOf(gradient.Value, i));
        }
    }
}
