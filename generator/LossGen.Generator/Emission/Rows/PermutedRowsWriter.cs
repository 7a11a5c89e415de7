using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes rows end to end whose values, a row a lane, are permuted to the lanes of their elements: with 32 registers, the permutes' indices have one each.</summary>
internal sealed class PermutedRowsWriter(SourceWriter writer, LossSpec spec, KernelPlan plan) : RowsEndToEndWriter(writer, spec, plan)
{
    protected override IEnumerable<string> KeptBeforeSums => [Target.Name];

    protected override bool ReadsConstants => false;

    protected override void BeginBlock()
    {
        Writer.Step(Target.Remark);
        Writer.Line($"LabelPlaces.Take(ref scores, ref {Places}, ref {OfRows(Target.Name)}, {RowsOfBlock});");
    }

    protected override void BeginExps()
    {
        LoadOfRows([Target.Name]);
        Define(AfterTarget, RowInLane);
    }

    protected override void BeginGradient() => LoadOfRows(InGradient);

    protected override void SpreadInArguments(int vector) => Spread(InArguments, vector);

    protected override void SpreadInGradient(int vector) => Spread(InGradient, vector);

    protected override Scope ElementsAt(int vector) => Scope.ElementsOfRows(Dialect, vector);

    private void Spread(IEnumerable<string> names, int vector)
    {
        string rows = string.Join(", ", Enumerable.Range(vector * Plan.Lanes, Plan.Lanes).Select(place => Literal.Of(place / Layout.Elements)));
        Writer.Lines(names.Select(name => $"{Dialect.Type} {name}{Literal.Of(vector)} = {Dialect.Operations}.ShuffleNative({name}, {Dialect.Operations}.Create({rows}));"));
    }
}
