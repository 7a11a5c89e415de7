using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes rows end to end whose values, a row a lane, are permuted to the lanes of their elements.</summary>
internal sealed class PermutedRowsWriter(SourceWriter writer, LossSpec spec, KernelPlan plan) : RowsEndToEndWriter(writer, spec, plan)
{
    protected override bool GathersTargets => true;

    /// <summary>There are 32 registers.</summary>
    protected override bool ReadsConstants => false;

    protected override Scope SpreadInArguments(int vector)
    {
        if (vector == 0)
        {
            LoadOfRows([Target.Name]);
            Define(AfterTarget, RowInLane);
        }

        return Spread(InArguments, vector);
    }

    protected override Scope SpreadInGradient(int vector)
    {
        if (vector == 0)
        {
            LoadOfRows(InGradient);
        }

        return Spread(InGradient, vector);
    }

    private Scope Spread(IEnumerable<string> names, int vector)
    {
        string rows = string.Join(", ", Enumerable.Range(vector * Plan.Lanes, Plan.Lanes).Select(place => Literal.Of(place / Layout.Elements)));
        Writer.Lines(names.Select(name => $"{Dialect.Type} {name}{Literal.Of(vector)} = {Dialect.Operations}.ShuffleNative({name}, {Dialect.Operations}.Create({rows}));"));
        return Scope.ElementsOfRows(Dialect, vector);
    }
}
