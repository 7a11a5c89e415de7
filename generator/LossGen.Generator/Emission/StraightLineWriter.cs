using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes over a row that stays in registers.</summary>
internal sealed class StraightLineWriter(SourceWriter writer, KernelPlan plan, Dialect dialect, StraightLine layout)
    : PassWriter(writer, plan, dialect)
{
    protected override int Vectors => layout.Vectors;

    public override void BeginRow()
    {
        Writer.Step("The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps");
        ForEachVector(i => $"{Dialect.Type} z{Literal.Of(i)} = {Dialect.Helpers}.Without({Load(i)}, label{MinusFirst(i)});");
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

        if (pass.Gradient is { } gradient)
        {
            ForEachVector(i => Store(i, ElementsOf(gradient, i)));
        }
    }

    private string Load(int vector) => IsPartial(vector)
        ? $"{Dialect.Helpers}.LoadFirst(ref scores, {Offset(vector)}, {Literal.Of(layout.TailLanes)})"
        : Dialect.Load("scores", Offset(vector));

    private string Store(int vector, string value) => IsPartial(vector)
        ? $"{Dialect.Helpers}.StoreFirst({value}, ref derivatives, {Offset(vector)}, {Literal.Of(layout.TailLanes)});"
        : Dialect.Store($"({value})", "derivatives", Offset(vector));

    private bool IsPartial(int vector) => layout.TailLanes > 0 && vector == layout.Vectors - 1;

    private string Offset(int vector) => Literal.Of(vector * Plan.Lanes);

    protected override string MinusFirst(int vector) => vector == 0 ? "" : $" - {Offset(vector)}";
}
