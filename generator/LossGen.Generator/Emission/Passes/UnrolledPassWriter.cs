using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes that load a row's vectors again, as many at a time as there are chains of exps, so that few registers are in use at once.</summary>
internal sealed class UnrolledPassWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts, UnrolledPass layout)
    : KnownLengthWriter(writer, plan, side, dialect, broadcasts, layout.Vectors, layout.TailLanes, layout.LanesOfTail is { } lanes ? dialect with { Lanes = lanes } : dialect)
{
    /// <summary>The last vector, which may overlap the one before, is loaded together with it, before either is stored.</summary>
    private readonly int[][] groups = [.. ExpText.GroupsOf(layout.Vectors, MostChainsOf(plan))];
    private int current;

    /// <summary>Whether a row's vectors are all loaded at once.</summary>
    public bool HasOneGroup => groups.Length == 1;

    public override bool LeavesPieces => Plan.Blocks!.ReducesRowsTogether;

    protected override int MostChains => MostChainsOf(Plan);

    protected override bool ReadsConstants => ReadsConstantsIn(Plan);

    public override IEnumerable<ExpMethod> ExpMethods => HaveExps(Plan.Passes) ? groups.Select(MethodOf).Distinct() : [];

    protected override IEnumerable<int> AllVectors => groups[current];

    public override void Begin(IReadOnlyList<Pass> passes) => WriteLabel(passes);

    /// <summary>
    /// Whether the constants of exps are read from memory: where that makes room in 16 registers for a fifth exp (256 rows of 40 scores: -10 %, of 72: -6 %, of 100: -2 to -5 %).
    /// For four exps they are better in registers (96 scores: -3 %).
    /// </summary>
    public static bool ReadsConstantsIn(KernelPlan plan)
    {
        int[][][] groupsOfSides = plan is { Bits: 256, Scalar: ScalarType.Single } && plan.Sides.All(side => side.Layout is UnrolledPass)
            ? [.. plan.Sides.Where(side => plan.Passes.Any(pass => pass.HasExps && pass.Axes == side.Axes)).Select(side => GroupsOf(side))]
            : [];
        return groupsOfSides.SelectMany(groups => groups).Any(group => group.Length > ExpText.MostChains)
            || (groupsOfSides.Length == 2 && groupsOfSides[0].Last().Length + groupsOfSides[1][0].Length == ExpText.MostChainsThatReadConstants);

        static int[][] GroupsOf(SidePlan side) => [.. ExpText.GroupsOf(((UnrolledPass)side.Layout).Vectors, ExpText.MostChainsThatReadConstants)];
    }

    /// <summary>The methods that compute the exps of passes over both sides.</summary>
    public static IEnumerable<ExpMethod> ExpMethodsOfBothSides(UnrolledPassWriter first, UnrolledPassWriter second)
    {
        ExpMethod[] methodsOfFirst = [.. first.groups.Select(first.MethodOf)];
        ExpMethod[] methodsOfSecond = [.. second.groups.Select(second.MethodOf)];
        return (MethodOfBoth(first, second) is { } both
            ? methodsOfFirst.Take(methodsOfFirst.Length - 1).Concat(methodsOfSecond.Skip(1)).Append(both)
            : methodsOfFirst.Concat(methodsOfSecond)).Distinct();
    }

    /// <summary>
    /// Writes a pass over each side of a row, neither of which needs the other: the exps of the first one's last group stand beside those of the second one's first, before
    /// what needs either, so that the few of a short side do not wait for themselves (circle loss of 8 positives and 64 negatives: -8 %).
    /// </summary>
    public static void WriteBothSides(SourceWriter writer, (UnrolledPassWriter Writer, Pass Pass, int Number) first, (UnrolledPassWriter Writer, Pass Pass, int Number) second)
    {
        int last = first.Writer.groups.Length - 1;
        first.Writer.WriteTitle(first.Pass, first.Number);
        first.Writer.WriteBroadcasts(first.Pass);
        first.Writer.WriteGroups(first.Pass, 0, last);
        first.Writer.WriteUpToExps(first.Pass, last);

        second.Writer.WriteTitle(second.Pass, second.Number);
        second.Writer.WriteBroadcasts(second.Pass);
        second.Writer.WriteUpToExps(second.Pass, group: 0);

        writer.Step("the exps of both passes, and what they are for");
        if (MethodOfBoth(first.Writer, second.Writer) is { } both)
        {
            writer.Lines(ExpText.Calls(first.Writer.ExpKind, [.. first.Writer.NamesOf(ExpOf(first.Pass)!), .. second.Writer.NamesOf(ExpOf(second.Pass)!)], both.Chains.Count, both.LanesOfConstants is not null));
        }
        else
        {
            first.Writer.WriteExps(first.Pass);
            second.Writer.WriteExps(second.Pass);
        }

        first.Writer.WriteFromExps(first.Pass);
        first.Writer.WriteAcross(first.Pass);
        writer.Line();
        second.Writer.WriteFromExps(second.Pass);
        second.Writer.WriteGroups(second.Pass, 1, second.Writer.groups.Length);
        second.Writer.WriteAcross(second.Pass);
    }

    protected override void WriteVectors(Pass pass)
    {
        WriteGroups(pass, 0, groups.Length);
        WriteAcross(pass);
    }

    /// <summary>Writes some groups of vectors, one after the other.</summary>
    private void WriteGroups(Pass pass, int first, int end)
    {
        for (int group = first; group < end; group++)
        {
            WriteUpToExps(pass, group);
            WriteExps(pass);
            WriteFromExps(pass);
        }
    }

    /// <summary>Goes on to a group of vectors, loads it, and computes the arguments of its exps.</summary>
    private void WriteUpToExps(Pass pass, int group)
    {
        current = group;
        if (group > 0)
        {
            Writer.Line();
        }

        if (pass.ReadsScores)
        {
            WriteScores(hasLabel: HasPairs || !pass.ReadsNegativesAlone);
        }

        WriteMasks([pass]);
        WriteClassInputs([pass], (memory, i) => Load(memory, i, padding: 0));
        foreach (Definition definition in pass.Reloaded)
        {
            ForEachVector(i => $"{DialectOf(i).Type} {Name(definition, i)} = {Load(Side.Derivatives, i, padding: 0)};");
        }

        foreach (Definition definition in pass.Elements.Take(ElementsUpToExps(pass)))
        {
            WriteElement(definition);
        }
    }

    private void WriteExps(Pass pass)
    {
        if (ExpOf(pass) is { } exp)
        {
            WriteExps(exp);
        }
    }

    /// <summary>Computes what a group's exps are for.</summary>
    private void WriteFromExps(Pass pass)
    {
        WriteElements(pass.Elements.Skip(ElementsUpToExps(pass)));
        foreach (Definition definition in pass.Reductions)
        {
            Reduction reduction = ReductionOf(definition);
            string[] values = [.. AllVectors.Where(i => !IsNarrow(i)).Select(i => ElementsOf(reduction.Body, i))];
            Writer.Line($"{Dialect.Type} {Name(definition, current)} = {Dialect.Reduce(reduction.Reducer, values)};");
            Writer.Lines(AllVectors.Where(IsNarrow).Select(i => $"{DialectOf(i).Type} {NameOfTail(definition)} = {ElementsOf(reduction.Body, i)};"));
        }

        if (Plan.WritesGradientOf(Side.Plan.Axes))
        {
            foreach (Definition definition in pass.Kept)
            {
                Store(i => Name(definition, i));
            }
        }

        foreach (SideGradient gradient in pass.Gradients)
        {
            Store(i => ElementsOf(gradient.Value, i));
        }
    }

    /// <summary>Writes what all groups together come to.</summary>
    private void WriteAcross(Pass pass)
    {
        if (pass.ClearsLabel)
        {
            Writer.Line();
            Writer.Line("// The label's was computed with the others, whatever it came to. In its place 0 adds nothing to their sum.");
            Writer.Line($"Unsafe.Add(ref {Side.Derivatives}, {Side.Label}) = {Literal.Of(0, Plan.Scalar)};");
        }

        if (groups.Length > 1 && pass.Reductions.Count > 0)
        {
            Writer.Line();
        }

        foreach (Definition definition in pass.Reductions)
        {
            string[] ofGroups = [.. Enumerable.Range(0, groups.Length).Select(group => Name(definition, group))];
            Writer.Line(LeavesPieces
                ? $"Vector128<{Plan.ScalarKeyword}> {NameOfRow(definition)} = {PieceOf(definition, ofGroups)};"
                : $"{Plan.ScalarKeyword} {NameOfRow(definition)} = {Across(ReductionOf(definition), ofGroups)};");
        }
    }

    /// <summary>128 bits that the wide vectors of a row, and the narrow one if there is one, come to.</summary>
    private string PieceOf(Definition definition, IReadOnlyList<string> ofGroups)
    {
        Reducer reducer = ReductionOf(definition).Reducer;
        string piece = Dialect.ReduceToPiece(reducer, Dialect.Reduce(reducer, ofGroups));
        return layout.LanesOfTail is null
            ? piece
            : (Dialect with { Lanes = Dialect.LanesOf128Bits }).Reduce(reducer, [piece, DialectOf(layout.Vectors - 1).ReduceToPiece(reducer, NameOfTail(definition))]);
    }

    private bool IsNarrow(int vector) => DialectOf(vector) != Dialect;

    private static string NameOfTail(Definition definition) => $"{definition.Name}Tail";

    private int? LanesOfConstants => ReadsConstants ? Plan.Lanes : null;

    private static int MostChainsOf(KernelPlan plan) => ReadsConstantsIn(plan) ? ExpText.MostChainsThatReadConstants : ExpText.MostChains;

    private ExpMethod MethodOf(int[] group) => new(group.Select(DialectOf).ToEquatableArray(), LanesOfConstants);

    /// <summary>The method of those exps of both sides that stand side by side; null if the registers do not suffice for all.</summary>
    private static ExpMethod? MethodOfBoth(UnrolledPassWriter first, UnrolledPassWriter second)
    {
        ExpMethod both = new(first.MethodOf(first.groups.Last()).Chains.Concat(second.MethodOf(second.groups[0]).Chains).ToEquatableArray(), first.LanesOfConstants);
        int mostChains = first.Plan.Bits == 512 ? ExpText.MostChainsOf32Registers : first.MostChains;
        return both.Chains.Count <= mostChains ? both : null;
    }

    private static Definition? ExpOf(Pass pass) => pass.Elements.FirstOrDefault(definition => definition.IsExp);

    /// <summary>How many of a pass's elements there are up to the first that is an exp; more than there are if none is.</summary>
    private static int ElementsUpToExps(Pass pass) => 1 + pass.Elements.TakeWhile(definition => !definition.IsExp).Count();
}
