using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes rows one after the other: each is finished before the next begins.</summary>
internal sealed class OneRowWriter : RowByRowWriter
{
    private readonly PairwiseWriter? pairwise;

    public OneRowWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        pairwise = plan.Pairwise is null ? null : new PairwiseWriter(writer, spec, plan, Sides[0], Sides[Sides.Length - 1], PassWriters[0]);
    }

    public override IEnumerable<ExpMethod> ExpMethods => PassWriters.SelectMany(passes => passes.ExpMethods);

    public override IEnumerable<Expression> ValuesInLanes =>
        Dialect.Lanes == 1 ? [] : [.. Plan.Passes.SelectMany(pass => pass.Values), .. Plan.Pairwise?.Pass.Values ?? []];

    public override string TotalType => $"CompensatedLane<{Scalar}>";

    public override bool ScalesUpstreamInLanes => false;

    public override void Write()
    {
        pairwise?.BeginBatch();
        Writer.Block("for (nuint row = 0; row < rows; row++)", WriteRow);
        pairwise?.EndBatch();
    }

    private void WriteRow()
    {
        BeginRow(Shape.Memory, storesSkippedLosses: true);
        if (HasUpstreamOfRows)
        {
            Writer.Line($"{Scalar} upstream = Unsafe.Add(ref upstreams, row){UpstreamScale("")};");
        }

        Define(Plan.OncePerRow);
        pairwise?.WriteRow(Define);
        WritePasses(Plan.Passes, firstNumber: 1);
        WriteLoss();
        if (Plan.LabelGradient is { } labelGradient)
        {
            Writer.Step("the label's derivative, in place of what the passes left there: minus the sum of the others'");
            Writer.Line($"Unsafe.Add(ref derivatives, label) = {ExpressionText.Of(labelGradient, OneRow)};");
        }
    }

    private void WriteLoss()
    {
        if (Plan.Loss is null)
        {
            return;
        }

        Writer.Line();
        if (Spec.ReturnsLoss)
        {
            Writer.Line($"total.Add({ExpressionText.Of(Plan.Loss, OneRow)});");
        }

        if (Spec.Has(Role.Losses))
        {
            Writer.Line($"Unsafe.Add(ref losses, row) = {ExpressionText.Of(Plan.Loss, OneRow)};");
        }
    }
}
