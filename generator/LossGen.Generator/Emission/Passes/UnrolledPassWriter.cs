using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes that load a row's vectors again, as many at a time as there are chains of exps, so that few registers are in use at once.</summary>
internal sealed class UnrolledPassWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts, UnrolledPass layout)
    : KnownLengthWriter(writer, plan, side, dialect, broadcasts, layout.Vectors, layout.TailLanes)
{
    private readonly int[][] groups = [.. GroupsOf(layout.Vectors)];
    private int current;

    public override IEnumerable<ExpMethod> ExpMethods => HaveExps(Plan.Passes) ? groups.Select(group => new ExpMethod(Dialect, group.Length)).Distinct() : [];

    protected override IEnumerable<int> AllVectors => groups[current];

    public override void Begin(IReadOnlyList<Pass> passes) => WriteLabel(passes);

    protected override void WriteVectors(Pass pass)
    {
        for (current = 0; current < groups.Length; current++)
        {
            if (current > 0)
            {
                Writer.Line();
            }

            WriteGroup(pass);
        }

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
            Writer.Line($"{Plan.ScalarKeyword} {NameOfRow(definition)} = {Across(ReductionOf(definition), ofGroups)};");
        }
    }

    /// <summary>As even as can be: the last vector, which may overlap the one before, is loaded together with it, before either is stored.</summary>
    private static IEnumerable<int[]> GroupsOf(int vectors)
    {
        int count = (vectors + ExpText.MostChains - 1) / ExpText.MostChains;
        int first = 0;
        for (int group = 0; group < count; group++)
        {
            int length = (vectors - first + count - group - 1) / (count - group);
            yield return [.. Enumerable.Range(first, length)];
            first += length;
        }
    }

    private void WriteGroup(Pass pass)
    {
        if (pass.ReadsScores)
        {
            WriteScores(hasLabel: HasPairs || pass.ClearsLabel);
        }

        WriteMasks([pass]);
        WriteClassInputs([pass], (memory, i) => Load(memory, i, padding: 0));
        foreach (Definition definition in pass.Reloaded)
        {
            ForEachVector(i => $"{Dialect.Type} {Name(definition, i)} = {Load(Side.Derivatives, i, padding: 0)};");
        }

        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            Reduction reduction = ReductionOf(definition);
            string[] values = [.. AllVectors.Select(i => ElementsOf(reduction.Body, i))];
            Writer.Line($"{Dialect.Type} {Name(definition, current)} = {Dialect.Reduce(reduction.Reducer, values)};");
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
}
