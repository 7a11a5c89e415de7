using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes over a side that stays in registers.</summary>
internal sealed class StraightLineWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts, StraightLine layout)
    : PassWriter(writer, plan, side, dialect, broadcasts)
{
    protected override int Vectors => layout.Vectors;

    public override void BeginRow()
    {
        if (HasPairs)
        {
            string name = ExpressionText.NameOfScores(Side.Plan.Axes, HasPairs);
            Writer.Step($"the {name}s: beyond the row stands {(Side.Plan.Axes == Axes.Negatives ? "−∞" : "+∞")}, a masked score");
            ForEachVector(i => $"{Dialect.Type} {name}{Literal.Of(i)} = {Load(Side.Scores, i, Side.Padding)};");
        }
        else
        {
            Writer.Step("the negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps");
            ForEachVector(i => $"{Dialect.Type} z{Literal.Of(i)} = {Dialect.Without(Load(Side.Scores, i, Side.Padding), LabelLane(i), Side.Padding)};");
        }

        Expression[] values = [.. Plan.Passes.Where(Concerns).SelectMany(pass => pass.Values)];
        WriteMasks(values);
        WriteClassInputs(values, (memory, i) => Load(memory, i, padding: 0));
    }

    protected override void WriteBody(Pass pass)
    {
        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            Reduction reduction = ReductionOf(definition);
            string[] values = [.. AllVectors.Select(i => ElementsOf(reduction.Body, i))];
            Writer.Line($"{Plan.ScalarKeyword} {definition.Name} = {Across(reduction, values)};");
        }

        foreach (SideGradient gradient in pass.Gradients)
        {
            ForEachVector(i => Store(i, ElementsOf(gradient.Value, i)));
        }
    }

    protected override string MinusFirst(int vector) => vector == 0 ? "" : $" - {Offset(vector)}";

    protected override string LeftFrom(int vector) => Literal.Of(Side.Plan.Length!.Value - (vector * Plan.Lanes));

    private string Load(string memory, int vector, double padding) => IsPartial(vector)
        ? Dialect.LoadFirst(memory, Offset(vector), Literal.Of(layout.TailLanes), padding)
        : Dialect.Load(memory, Offset(vector));

    private string Store(int vector, string value) => IsPartial(vector)
        ? $"{Dialect.Helpers}.StoreFirst({value}, ref {Side.Derivatives}, {Offset(vector)}, {Literal.Of(layout.TailLanes)});"
        : Dialect.Store($"({value})", Side.Derivatives, Offset(vector));

    private bool IsPartial(int vector) => layout.TailLanes > 0 && vector == layout.Vectors - 1;

    private string Offset(int vector) => Literal.Of(vector * Plan.Lanes);
}
