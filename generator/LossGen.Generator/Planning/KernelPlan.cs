using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>How a kernel walks through a row at one vector width: which passes it makes, what each computes and keeps, and what is computed in between.</summary>
/// <param name="Scalar">The type that the kernel computes in.</param>
/// <param name="Lanes">How many scores a vector holds; 1 for the scalar kernel.</param>
/// <param name="Sides">The memory that passes walk over, and how.</param>
/// <param name="OncePerBatch">Values that all rows share.</param>
/// <param name="OncePerRow">Values that a row needs before its first pass.</param>
/// <param name="Passes">The passes, in their order.</param>
/// <param name="Loss">The loss of the row; null if it is not asked for, or <see cref="JoinedLoss"/> with other rows'.</param>
/// <param name="LabelGradient">The gradient by the label's score; null if there is no label, or if no gradient is asked for.</param>
/// <param name="Blocks">How many rows share what is computed between the passes; null if one row is finished before the next begins.</param>
/// <param name="Pairwise">What is done for each positive in turn, where the formula does not come apart into sides.</param>
internal sealed record KernelPlan(
    ScalarType Scalar,
    int Lanes,
    EquatableArray<SidePlan> Sides,
    EquatableArray<Definition> OncePerBatch,
    EquatableArray<Definition> OncePerRow,
    EquatableArray<Pass> Passes,
    Expression? Loss,
    Expression? LabelGradient,
    RowBlocks? Blocks = null,
    PairwisePlan? Pairwise = null)
{
    /// <summary>How many vectors of rows are under way at a time, or have their losses joined: fewer leave the processor waiting, and more gain nothing.</summary>
    public const int VectorsUnderWay = 4;

    /// <summary>The smallest group of vectors in which passes without a loop walk over a row: so many are added up at once at every width.</summary>
    private const int MostAddedAtOnce = 4;

    /// <summary>So few scores are no work for vectors.</summary>
    private const int LargestRowWithoutVectors = 2;

    /// <summary>
    /// How a batch is computed whose rows would leave most of the lanes idle, or would wait for blocks that do not come; null where there are no such, or where they are left to
    /// narrower vectors.
    /// </summary>
    public KernelPlan? FewRows { get; init; }

    /// <summary>Whether the plan is one for few rows.</summary>
    public bool IsForFewRows { get; init; }

    /// <summary>
    /// How blocks of <see cref="Planning.WholeBlocks.Rows"/> rows are computed, of which no label is far behind; null where that is no different. All others are added to their total,
    /// so that losses are added up in the same order with them as without.
    /// </summary>
    public KernelPlan? WholeBlocks { get; init; }

    /// <summary>Whether the plan is one for whole blocks of rows.</summary>
    public bool IsForWholeBlocks => Sides[0].Layout is RowsEndToEnd;

    /// <summary>How many rows are few: one by one so many take no longer than a vector of rows does, or than a block does that waits for two others.</summary>
    public int MostFewRows => IsLaneARow ? Math.Max(Lanes / 4, Math.Min(2, Lanes / 2)) : 2;

    /// <summary>Up to how many rows are left to the next narrower vectors, which are filled by as many; 0 if none are.</summary>
    public int RowsForNarrower { get; init; }

    /// <summary>The width in bits; 0 for the scalar kernel.</summary>
    public int Bits => BitsOf(Lanes);

    /// <summary>The layouts in words.</summary>
    public string LayoutDescription
    {
        get
        {
            if (Pairwise is not null)
            {
                return $"each positive against a {Sides[0].Layout.Describe(Lanes == 1 ? "score" : "vector")}";
            }

            string[] layouts = [.. Sides.Select(side => side.Layout.Describe(Lanes == 1 ? "score" : side.Lanes == Lanes ? "vector" : $"vector of {BitsOf(side.Lanes)} bits"))];
            string ofSides = layouts.Distinct().Count() == 1 ? layouts[0] : $"negatives: {layouts[0]}; positives: {layouts[1]}";
            return Blocks switch
            {
                null when IsForWholeBlocks => $"{ofSides}, {Planning.WholeBlocks.Rows} rows a block{LossesALogarithm}",
                null when RowsUnderWay is { } rows => $"{ofSides}, {rows} rows under way{LossesALogarithm}",
                null => ofSides + LossesALogarithm,
                { Rows: { } rows } => $"{ofSides}; {rows} row{(rows == 1 ? "" : "s")} a block{ReducedTogether}{BlocksUnderWay}{LossesALogarithm}",
                _ => $"{ofSides}; up to {Lanes} rows a block{BlocksUnderWay}",
            };
        }
    }

    /// <summary>Whether several blocks are under way at a time, which takes two rounds before the gradient.</summary>
    public bool OverlapsBlocks => Blocks is { Overlap: not BlockOverlap.None } && PassesBeforeGradients.Select(pass => pass.Round).Distinct().Count() > 1;

    /// <summary>
    /// Whether a pass that may fetch scores does so: the one that reads rows for the first time, where that happens beside the exps of others; else the one with exps.
    /// </summary>
    public bool FetchesScoresIn(Pass pass) => OverlapsBlocks ? pass.ReadsScores && pass.Round == Passes[0].Round : pass.HasExps;

    /// <summary>Whether the memory where a pass keeps values is fetched before they are stored: by vectors that fill a cache line, beside other rows that are under way.</summary>
    public bool FetchesKeptOf(Pass pass) => OverlapsBlocks && Bits == 512 && pass.Kept.Count > 0 && WritesGradientOf(pass.Axes);

    /// <summary>Whether each lane of a vector belongs to another row.</summary>
    public bool IsLaneARow => Sides[0].Layout is LanesOverRows;

    /// <summary>With a row in each lane, how many lanes the vectors have for a row by itself.</summary>
    public int LanesOfRow => Sides.Max(side => ((LanesOverRows)side.Layout).LanesOfRow);

    /// <summary>The same for a few rows.</summary>
    public int LanesOfFewRows => !IsLaneARow ? Lanes : Sides.All(side => side.Length <= LargestRowWithoutVectors) ? 1 : LanesOfRow;

    /// <summary>
    /// Whether a row in a block is added up as it is where it is finished before the next begins: its gradient and loss have the same bits there, if scores are in the range that they may
    /// have, and exps are computed alike.
    /// </summary>
    public bool AddsRowsUpAtOnce => OverlapsBlocks && Sides.All(side => side.Layout is UnrolledPass { LanesOfTail: null, Vectors: <= MostAddedAtOnce });

    /// <summary>
    /// With a row in each lane, how many rows are walked over together, see <see cref="RowStages"/>: what a vector of rows does once its sums are known is one
    /// long chain, which a processor fills with the next only if that is near. Null where they are finished one vector after the other, since there are
    /// no gradients, or since these need more of an element than one value that is kept: that one waits in the gradient's memory.
    /// </summary>
    public int? RowsUnderWay => IsLaneARow && HaveRowsUnderWay(Passes) ? RowsTogether : null;

    /// <summary>How many rows are under way at a time, or share logarithms: some of them in each lane.</summary>
    public int RowsTogether => VectorsUnderWay * Lanes;

    /// <summary>How the losses of several rows are added up with one logarithm, in place of <see cref="Loss"/>; null where each row's is taken by itself.</summary>
    public JoinedLoss? JoinedLoss { get; init; }

    /// <summary>The passes that write gradients.</summary>
    public IEnumerable<Pass> GradientPasses => Passes.Where(pass => pass.Gradients.Count > 0);

    private IEnumerable<Pass> PassesBeforeGradients => Passes.TakeWhile(pass => pass.Gradients.Count == 0);

    /// <summary>The scalar type as C# calls it.</summary>
    public string ScalarKeyword => Scalar.Keyword();

    /// <summary>Whether a pass writes a gradient by the scores of these sides.</summary>
    public bool WritesGradientOf(Axes axes) => Passes.Any(pass => pass.Gradients.Any(gradient => (gradient.Side & axes) != Axes.None));

    /// <summary>Everything that the kernel computes.</summary>
    public IEnumerable<Expression> Values => OncePerBatch.Select(definition => definition.Value).Concat(ValuesOfRows);

    /// <summary>What it computes of each row, and of its elements.</summary>
    public IEnumerable<Expression> ValuesOfRows => OncePerRow
        .Concat(Passes.SelectMany(pass => pass.Elements.Concat(pass.Reductions).Concat(pass.Afterwards)))
        .Select(definition => definition.Value)
        .Concat(Passes.SelectMany(pass => pass.Gradients).Select(gradient => gradient.Value))
        .Concat(ValuesAtTheEnd)
        .Concat(Pairwise?.Values ?? []);

    /// <summary>The exp that it computes.</summary>
    public ExpKind ExpKind => ExpKind.Of(this);

    /// <summary>What is made of a row's values when all of them are known, its gradient aside.</summary>
    public IEnumerable<Expression> ValuesAtTheEnd => new[] { Loss, JoinedLoss?.Outside, JoinedLoss?.BeyondOne, LabelGradient }.OfType<Expression>();

    public override string ToString() => PlanPrinter.Print(this);

    /// <summary>Whether passes with a row in each lane can be walked over by some rows before the first of these is finished: one value of an element waits for its gradient.</summary>
    public static bool HaveRowsUnderWay(IReadOnlyList<Pass> passes)
    {
        Pass[] withGradients = [.. passes.Where(pass => pass.Gradients.Count > 0)];
        return withGradients.Length > 0
            && withGradients.All(pass => pass.NeedsOnlyWhatIsKept && passes.Where(earlier => earlier.Axes == pass.Axes).SelectMany(earlier => earlier.Kept).SequenceEqual(pass.Reloaded));
    }

    private int BitsOf(int lanes) => lanes == 1 ? 0 : lanes * Scalar.Bytes() * 8;

    private string LossesALogarithm => JoinedLoss is null ? "" : $", {VectorsUnderWay} losses a logarithm";

    private string ReducedTogether => Blocks!.ReducesRowsTogether && Sides.Any(side => side.Layout is UnrolledPass) ? ", reduced together" : "";

    private string BlocksUnderWay => !OverlapsBlocks ? "" : Blocks!.Overlap == BlockOverlap.WithBoth && GradientPasses.Any() ? ", three blocks under way" : ", two blocks under way";
}

/// <summary>What a kernel is asked for.</summary>
/// <param name="Loss">Whether anybody reads the rows' losses.</param>
/// <param name="Gradients">The sides whose gradient is written.</param>
internal sealed record Outputs(bool Loss, Axes Gradients);

/// <summary>Memory with one score for each element of an axis, and how passes walk over it.</summary>
/// <param name="Axes">Whose scores these are. With <see cref="Axes.Pairs"/> both sides are in the same memory, and a row's labels tell them apart.</param>
/// <param name="Length">How many scores a row has there; null if that is known at run time only.</param>
/// <param name="Lanes">How many scores a vector of the side holds: fewer than the plan's where narrower vectors hold the side.</param>
/// <param name="Layout">How a pass is written.</param>
internal sealed record SidePlan(Axes Axes, int? Length, int Lanes, Layout Layout);

/// <summary>One walk over the scores of a side, or of both where they share their memory.</summary>
/// <param name="Round">Which round it belongs to: passes of the same round need nothing of each other.</param>
/// <param name="Axes">The side.</param>
/// <param name="Reloaded">Values of the elements that an earlier pass computed and kept.</param>
/// <param name="Elements">Values that the pass computes for each element.</param>
/// <param name="Kept">Those of them that a later pass needs: in registers, or in the gradient's memory.</param>
/// <param name="Reductions">Values of the row that the pass sums up or takes the maximum of.</param>
/// <param name="Gradients">The gradients, if this is the pass that writes them.</param>
/// <param name="Afterwards">Values of the row that are computed when the pass is over.</param>
/// <param name="ClearsLabel">Whether it computes the label's element like all others, and then puts 0 in its place, where the elements are kept.</param>
/// <param name="IncludesLabel">Whether it reads the label's score like all others.</param>
internal sealed record Pass(
    int Round,
    Axes Axes,
    EquatableArray<Definition> Reloaded,
    EquatableArray<Definition> Elements,
    EquatableArray<Definition> Kept,
    EquatableArray<Definition> Reductions,
    EquatableArray<SideGradient> Gradients,
    EquatableArray<Definition> Afterwards,
    bool ClearsLabel = false,
    bool IncludesLabel = false)
{
    /// <summary>What the pass computes for each element, or from them.</summary>
    public IEnumerable<Expression> Values => Elements.Concat(Reductions).Select(definition => definition.Value).Concat(Gradients.Select(gradient => gradient.Value));

    /// <summary>Whether it reads the scores of its side.</summary>
    public bool ReadsScores => Nodes.Any(node => node is Score { IsSingle: false });

    /// <summary>Whether it reads them without the label's.</summary>
    public bool ReadsNegativesAlone => ReadsScores && !ClearsLabel && !IncludesLabel;

    /// <summary>Whether some of its elements are exps.</summary>
    public bool HasExps => Elements.Any(definition => definition.IsExp);

    /// <summary>What it reads of each class beside its score.</summary>
    public IEnumerable<ClassInput> ClassInputs => Nodes.OfType<OfClass>().Where(ofClass => !ofClass.IsSingle).Select(ofClass => ofClass.Input).Distinct();

    /// <summary>Whether it reads nothing but what an earlier pass has kept, to add it up.</summary>
    public bool SumsWhatIsKept => Reloaded.Count > 0 && Elements.Count == 0 && Gradients.Count == 0;

    /// <summary>Whether it writes a gradient that is made of one value of an element, which an earlier pass has kept.</summary>
    public bool NeedsOnlyWhatIsKept => this is { Reloaded.Count: 1, Elements.Count: 0, Reductions.Count: 0, Gradients.Count: 1, ReadsScores: false } && !ClassInputs.Any();

    /// <summary>A pass of its own, in the round behind, that adds up what this one keeps.</summary>
    /// <param name="sums">What it finds out.</param>
    public Pass ThenSumming(EquatableArray<Definition> sums) => this with { Round = Round + 1, Reloaded = Kept, Elements = default, Kept = default, Reductions = sums, Afterwards = default };

    /// <summary>Whether it tells the elements of its side from lanes that hold none.</summary>
    public bool HasMasks => Nodes.Any(node => node is WithinSide);

    private IEnumerable<Expression> Nodes => Values.SelectMany(ExpressionTree.Nodes);
}

/// <summary>The gradient by the scores of one side.</summary>
internal sealed record SideGradient(Axes Side, Expression Value);
