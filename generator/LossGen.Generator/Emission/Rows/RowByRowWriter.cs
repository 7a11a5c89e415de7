using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes rows whose elements are in the lanes of vectors: a pass walks over one row.</summary>
internal abstract class RowByRowWriter : RowsWriter
{
    private readonly HashSet<string> broadcasts = [];

    protected RowByRowWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        // The pass over the negatives of a sum over pairs leaves what it counts beside the gradient, not in it.
        PassWriters = plan.Pairwise is null
            ? [.. Sides.Select(side => RowPassWriter.Of(writer, plan, side, Dialect with { Lanes = side.Plan.Lanes }, broadcasts))]
            : [RowPassWriter.Of(writer, plan, Sides[0] with { Derivatives = PairwiseWriter.NegativeCounts }, Dialect, broadcasts)];
    }

    protected RowPassWriter[] PassWriters { get; }

    /// <summary>The numbers of elements that each row has of its own.</summary>
    protected IEnumerable<Count> CountsOfRows => Plan.Values.SelectMany(ExpressionTree.Nodes).OfType<Count>().Where(count => count.IsOfRow).Distinct();

    public override void WriteHelpers()
    {
        foreach (RowPassWriter passes in PassWriters)
        {
            passes.WriteHelpers();
        }
    }

    /// <summary>Writes where a row is, and how many elements it has.</summary>
    /// <param name="memory">Which of its memory is needed.</param>
    /// <param name="storesSkippedLosses">Whether the loss of a row that does not count is stored at once, and not with those of other rows.</param>
    protected void BeginRow(IEnumerable<RowMemory> memory, bool storesSkippedLosses)
    {
        Shape.WriteMemory(Writer, memory, RowNames.Own);
        Shape.WriteRowStart(Writer, storesSkippedLosses);
        foreach (Count count in CountsOfRows)
        {
            Writer.Line($"{Scalar} {ExpressionText.NameOf(count)} = {(count.Side == Axes.Negatives ? "negatives" : "positives")};");
        }
    }

    /// <summary>Writes what declares values in a scope of its own.</summary>
    protected void InScope(Action write)
    {
        string[] before = [.. broadcasts];
        write();
        broadcasts.IntersectWith(before);
    }

    /// <summary>Writes passes that follow each other.</summary>
    /// <param name="passes">The passes.</param>
    /// <param name="firstNumber">The number of the first.</param>
    protected void WritePasses(IReadOnlyList<Pass> passes, int firstNumber)
    {
        broadcasts.Clear();
        foreach (RowPassWriter ofSide in PassWriters)
        {
            ofSide.Begin([.. passes.Where(ofSide.Concerns)]);
        }

        for (int i = 0; i < passes.Count; i++)
        {
            PassWriters.First(ofSide => ofSide.Concerns(passes[i])).Write(passes[i], firstNumber + i);
            Define(passes[i].Afterwards);
        }
    }

    protected void Define(IEnumerable<Definition> definitions)
    {
        foreach (Definition definition in definitions)
        {
            if (definition.Value is FirstIndexOf search)
            {
                Writer.Step(definition.Remark);
                Writer.Line($"nint {definition.Name} = {SearchFor(search)};");
            }
            else
            {
                Define([definition], OneRow);
            }
        }
    }

    private string SearchFor(FirstIndexOf search)
    {
        SideText side = Sides.First(side => (side.Plan.Axes & search.Side) != Axes.None);
        string value = ExpressionText.Of(search.Value, OneRow);
        return side.IsShared
            ? $"Search.FirstIndexOf(ref scores, columns, ref columnLabels, label, self, isPositive: {(search.Side == Axes.Positives ? "true" : "false")}, {value})"
            : $"Search.FirstIndexOf(ref {side.Scores}, {side.Length}, {(Sides.Length == 1 ? "label" : "-1")}, {value})";
    }
}
