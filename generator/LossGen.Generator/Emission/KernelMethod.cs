using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes the method that computes a batch of rows at one vector width, and the methods that it calls.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="spec">What is computed.</param>
/// <param name="plan">How it is computed.</param>
/// <param name="expMethods">The methods for exps that are written already.</param>
internal sealed class KernelMethod(SourceWriter writer, LossSpec spec, KernelPlan plan, HashSet<(ExpKind Kind, ExpMethod Method)> expMethods)
{
    private readonly ShapeText shape = ShapeText.Of(spec);
    private readonly Dialect dialect = new(plan.Scalar, plan.Lanes);
    private readonly RowsWriter rows = RowsWriter.Of(writer, spec, plan);

    /// <summary><c>Rows256</c>, <c>FewRows256</c>, <c>Blocks256</c>, or <c>RowsScalar</c>, which takes all rows one by one.</summary>
    public static string NameOf(KernelPlan plan) => plan switch
    {
        { Bits: 0 } => "RowsScalar",
        { IsForFewRows: true } => "FewRows" + Literal.Of(plan.Bits),
        { IsForWholeBlocks: true } => "Blocks" + Literal.Of(plan.Bits),
        _ => NameOfRows(plan.Bits),
    };

    /// <summary>The name of the method for any number of rows, in vectors of so many bits.</summary>
    public static string NameOfRows(int bits) => "Rows" + Literal.Of(bits);

    public void Write()
    {
        string parameters = string.Join(", ", KernelParameter.Of(spec, plan, shape).Select(parameter => parameter.Declaration));
        bool continues = KernelParameter.ContinuesTotal(plan);
        string returns = spec.ReturnsLoss ? " Returns the sum of the rows' losses." : "";
        writer.Line($"/// <summary>{(plan.Bits == 0 ? "Without vectors" : $"{Literal.Of(plan.Bits)} bits")}: {plan.LayoutDescription}.{returns}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Block($"private static {(spec.ReturnsLoss ? "double" : "void")} {NameOf(plan)}({parameters})", () =>
        {
            if (spec.ReturnsLoss)
            {
                writer.Line($"var total = new {rows.TotalType}();");
            }

            if (continues)
            {
                writer.Line();
                writer.Line("// Behind blocks that are computed by another method, losses are added to theirs, so that all are added in the order of the rows.");
                WriteIfContinued("total = totalOfBlocks;");
                writer.Line();
            }

            WriteValuesOfBatch();
            rows.Write();
            if (spec.ReturnsLoss)
            {
                writer.Line();
                if (continues)
                {
                    WriteIfContinued("totalOfBlocks = total;");
                    writer.Line();
                }

                writer.Line("return total.Total;");
            }
        });

        rows.WriteHelpers();
        ExpKind kind = plan.ExpKind;
        foreach (ExpMethod method in rows.ExpMethods.Where(method => expMethods.Add((kind, method))))
        {
            writer.Line();
            ExpText.WriteMethod(writer, method, kind, isInLoop: plan.Sides.Any(side => side.Layout is UnrolledLoop));
        }
    }

    private void WriteIfContinued(string statement) => writer.Block("if (!Unsafe.IsNullRef(ref totalOfBlocks))", () => writer.Line(statement));

    /// <summary>Declares what all rows share, and puts it in all lanes where it is needed there.</summary>
    private void WriteValuesOfBatch()
    {
        string scalar = plan.ScalarKeyword;
        foreach (Count count in plan.Values.SelectMany(ExpressionTree.Nodes).OfType<Count>().Where(count => !count.IsOfRow).Distinct())
        {
            writer.Line($"{scalar} {ExpressionText.NameOf(count)} = {LengthOf(count)};");
        }

        foreach (Definition definition in plan.OncePerBatch)
        {
            writer.Step(definition.Remark);
            writer.Line($"{scalar} {definition.Name} = {ExpressionText.Of(definition.Value, Scope.OneRow(dialect))};");
        }

        IEnumerable<string> inLanes = rows.ValuesInLanes.SelectMany(value => ExpressionText.NamesOf(Rank.Batch, value))
            .Concat(rows.ScalesUpstreamInLanes ? ["upstreamScale"] : Array.Empty<string>());
        writer.Lines(inLanes.Distinct().Select(name => $"{dialect.Type} {name}{Scope.InAllLanes} = {dialect.Broadcast(name)};"));
        writer.Line();
    }

    private string LengthOf(Count count) => (spec.Scores, count.Side) switch
    {
        (Classification, _) => "classes - 1",
        (_, Axes.Negatives) => "negativeLength",
        _ => "positiveLength",
    };
}
