using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the method that computes a batch of rows at one vector width. What a row needs between its passes is the same in every layout and stands
/// here; how a pass walks over the scores is the layout's.
/// </summary>
internal sealed class KernelMethod
{
    private readonly SourceWriter writer;
    private readonly LossSpec spec;
    private readonly KernelPlan plan;
    private readonly ShapeText shape;
    private readonly Dialect dialect;
    private readonly SideText[] sides;
    private readonly PassWriter[] passWriters;
    private readonly PairwiseWriter? pairwise;

    public KernelMethod(SourceWriter writer, LossSpec spec, KernelPlan plan)
    {
        this.writer = writer;
        this.spec = spec;
        this.plan = plan;
        shape = ShapeText.Of(spec);
        dialect = new Dialect(plan.Scalar, plan.Lanes);
        sides = [.. SideText.Of(plan)];
        var broadcasts = new HashSet<string>();
        if (plan.Pairwise is null)
        {
            passWriters = [.. sides.Select(side => PassWriter.Of(writer, plan, side, dialect, broadcasts))];
        }
        else
        {
            // The pass over the negatives leaves what it counts beside the gradient, not in it.
            passWriters = [PassWriter.Of(writer, plan, sides[0] with { Derivatives = PairwiseWriter.NegativeCounts }, dialect, broadcasts)];
            pairwise = new PairwiseWriter(writer, spec, plan, sides[0], sides[sides.Length - 1], passWriters[0]);
        }
    }

    private string Scalar => spec.Scalar.Keyword();

    /// <summary><c>Rows256</c>, or <c>RowsScalar</c>.</summary>
    public static string NameOf(KernelPlan plan) => plan.Bits == 0 ? "RowsScalar" : $"Rows{Literal.Of(plan.Bits)}";

    public void Write()
    {
        string parameters = string.Join(", ", KernelParameter.Of(spec, plan, shape).Select(parameter => parameter.Declaration));
        string returns = spec.ReturnsLoss ? " Returns the sum of the rows' losses." : "";
        writer.Line($"/// <summary>{(plan.Bits == 0 ? "Without vectors" : $"{Literal.Of(plan.Bits)} bits")}: {plan.LayoutDescription}.{returns}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Block($"private static {(spec.ReturnsLoss ? "double" : "void")} {NameOf(plan)}({parameters})", () =>
        {
            if (spec.ReturnsLoss)
            {
                writer.Line("var total = new CompensatedSum();");
            }

            DefineCounts(isOfRow: false);
            Define(plan.OncePerBatch);
            pairwise?.BeginBatch();
            if (spec.ReturnsLoss || plan.OncePerBatch.Count > 0 || pairwise is not null)
            {
                writer.Line();
            }

            writer.Block("for (nuint row = 0; row < rows; row++)", WriteRow);
            pairwise?.EndBatch();
            if (spec.ReturnsLoss)
            {
                writer.Line();
                writer.Line("return total.Total;");
            }
        });

        foreach (PassWriter passes in passWriters)
        {
            passes.WriteHelpers();
        }

        bool takesAnySign = plan.Values.SelectMany(ExpressionTree.Nodes).Any(node => node is Unary { Operator: UnaryOperator.ExpOfAnySign });
        foreach (int chains in passWriters.SelectMany(passes => passes.ExpChains).Distinct())
        {
            writer.Line();
            ExpText.WriteMethod(writer, dialect, chains, takesAnySign);
        }
    }

    private void WriteRow()
    {
        shape.WriteRowStart(writer);
        if (plan.Values.SelectMany(ExpressionTree.Nodes).Any(node => node is Upstream { IsOfRow: true }))
        {
            writer.Line($"{Scalar} upstream = Unsafe.Add(ref upstreams, row){(KernelParameter.UsesUpstreamScale(spec) ? " * upstreamScale" : "")};");
        }

        DefineCounts(isOfRow: true);
        Define(plan.OncePerRow);
        pairwise?.WriteRow(Define);
        foreach (PassWriter passes in passWriters)
        {
            passes.BeginRow();
        }

        for (int i = 0; i < plan.Passes.Count; i++)
        {
            passWriters.First(passes => passes.Concerns(plan.Passes[i])).Write(plan.Passes[i], i + 1);
            Define(plan.Passes[i].Afterwards);
        }

        WriteLoss();
        if (plan.LabelGradient is { } labelGradient)
        {
            writer.Step("the label's derivative, in place of what the passes left in its lane: minus the sum of the others'");
            writer.Line($"Unsafe.Add(ref derivatives, label) = {ExpressionText.OfRow(labelGradient, spec.Scalar)};");
        }
    }

    private void WriteLoss()
    {
        if (plan.Loss is null)
        {
            return;
        }

        writer.Line();
        if (spec.ReturnsLoss)
        {
            writer.Line($"total.Add({ExpressionText.OfRow(plan.Loss, spec.Scalar)});");
        }

        if (spec.Has(Role.Losses))
        {
            writer.Line($"Unsafe.Add(ref losses, row) = {ExpressionText.OfRow(plan.Loss, spec.Scalar)};");
        }
    }

    /// <summary>Declares how many elements a side has, as numbers to compute with, where a value needs them.</summary>
    private void DefineCounts(bool isOfRow)
    {
        foreach (Count count in plan.Values.SelectMany(ExpressionTree.Nodes).OfType<Count>().Where(count => count.IsOfRow == isOfRow).Distinct())
        {
            writer.Line($"{Scalar} {ExpressionText.NameOf(count)} = {CountOf(count)};");
        }
    }

    private string CountOf(Count count) => (spec.Scores, count.Side) switch
    {
        (Classification, _) => "classes - 1",
        (SimilarityMatrix, Axes.Negatives) => "negatives",
        (SimilarityMatrix, _) => "positives",
        (_, Axes.Negatives) => "negativeLength",
        _ => "positiveLength",
    };

    private void Define(IEnumerable<Definition> definitions)
    {
        foreach (Definition definition in definitions)
        {
            writer.Step(definition.Remark);
            writer.Line(definition.Value is FirstIndexOf search
                ? $"nint {definition.Name} = {SearchFor(search)};"
                : $"{Scalar} {definition.Name} = {ExpressionText.OfRow(definition.Value, spec.Scalar)};");
        }
    }

    private string SearchFor(FirstIndexOf search)
    {
        SideText side = sides.First(side => (side.Plan.Axes & search.Side) != Axes.None);
        string value = ExpressionText.OfRow(search.Value, spec.Scalar);
        return side.IsShared
            ? $"Search.FirstIndexOf(ref scores, columns, ref columnLabels, label, self, isPositive: {(search.Side == Axes.Positives ? "true" : "false")}, {value})"
            : $"Search.FirstIndexOf(ref {side.Scores}, {side.Length}, {(sides.Length == 1 ? "label" : "-1")}, {value})";
    }
}
