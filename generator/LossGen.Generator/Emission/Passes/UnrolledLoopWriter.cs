using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes as loops over blocks of vectors, each with accumulators of its own.</summary>
internal class UnrolledLoopWriter(
    SourceWriter writer,
    KernelPlan plan,
    SideText side,
    Dialect dialect,
    HashSet<string> broadcasts,
    UnrolledLoop layout,
    BlockMethods? methods = null)
    : RowPassWriter(writer, plan, side, dialect, broadcasts)
{
    private UnrolledLoopWriter? last;

    protected BlockMethods Blocks { get; } = methods ?? new(writer, plan, side, dialect, layout);

    public override IEnumerable<ExpMethod> ExpMethods => base.ExpMethods.Concat(Last?.ExpMethods ?? []);

    protected override IEnumerable<int> AllVectors => Blocks.AllVectors;

    /// <summary>What writes the passes over the block behind the loop, if there is one.</summary>
    private UnrolledLoopWriter? Last => last ??= Blocks.Last is { } ofLast
        ? new(Writer, Plan, Side, Dialect, Broadcasts, layout, ofLast)
        : null;

    public override void Begin(IReadOnlyList<Pass> passes)
    {
        // Every pass loads its scores again.
    }

    public override void WriteHelpers() => Blocks.Write();

    /// <summary>Writes one loop in which passes of several rows take turns.</summary>
    public static void WriteLoop(SourceWriter writer, IReadOnlyList<LoopPass> passes)
    {
        UnrolledLoopWriter first = passes[0].Writer;
        foreach (LoopPass pass in passes)
        {
            pass.Writer.Declare(pass.Pass);
        }

        LoopPass[] flushing = [.. passes.Where(pass => pass.Writer.FlushesSumsOf(pass.Pass))];
        if (flushing.Length > 0)
        {
            first.WriteStretches(flushing, () => WriteTurns(writer, passes));
        }
        else
        {
            string end = first.Blocks.LengthOfBlocks is { } length ? Literal.Of(length) : first.Side.Length;
            writer.Block($"for (nuint i = 0; i < {end}; i += {Literal.Of(first.Blocks.Size)})", () => WriteTurns(writer, passes));
            if (first.Last is not null)
            {
                writer.Line();
                writer.Block("// What is left.", () =>
                {
                    writer.Line($"nuint i = {end};");
                    WriteTurns(writer, passes.Select(pass => pass.OfLast(pass.Writer.Last!)));
                });
            }
        }

        if (passes.Any(pass => pass.Pass.Reductions.Count > 0))
        {
            writer.Line();
        }

        foreach (LoopPass pass in passes)
        {
            pass.Writer.WriteReductions(pass.Pass);
        }
    }

    /// <summary>What a loop does in each turn of one pass.</summary>
    public void WriteTurn(Pass pass)
    {
        WriteScores(pass);
        WriteClassInputs([pass], (memory, i) => Dialect.LoadFirst(memory, OffsetOf(i), LeftFrom(i), padding: 0));
        WriteReloaded(pass);
        if (layout.FetchesAhead && Plan.FetchesScoresIn(pass))
        {
            FetchText.Write(Writer, Plan, Side, Dialect, AllVectors);
        }

        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            WriteReduction(definition);
        }

        if (Plan.WritesGradientOf(Side.Plan.Axes))
        {
            WriteKept(pass);
        }

        WriteGradients(pass);
    }

    public override RowPassWriter Of(RowNames row) => new UnrolledLoopWriter(Writer, Plan, Side.Of(row), Dialect, Broadcasts, layout, Blocks);

    protected override void WriteVectors(Pass pass) => WriteLoop(Writer, [new LoopPass(this, pass)]);

    protected override string WithoutLabel(string value, int vector, double replacement) => Dialect.Without(value, $"{Side.Label}{MinusFirst(vector)}", replacement);

    protected override string Mask(int vector) => HasPairs
        ? $"{Dialect.Helpers}.First<{Plan.ScalarKeyword}>({LeftFrom(vector)})"
        : $"{Dialect.Helpers}.FirstBut<{Plan.ScalarKeyword}>({LeftFrom(vector)}, {Side.Label}{MinusFirst(vector)})";

    /// <summary>How many scores there are from a vector's first on.</summary>
    protected string LeftFrom(int vector) => $"(nint){Side.Length}{MinusFirst(vector)}";

    /// <summary>What takes the place of a vector's first lane off the index of a score.</summary>
    protected string MinusFirst(int vector) => vector == 0 ? " - (nint)i" : $" - (nint)i - {Literal.Of(vector * Plan.Lanes)}";

    protected string OffsetOf(int vector) => vector == 0 ? "i" : $"i + {Literal.Of(vector * Plan.Lanes)}";

    /// <summary>Loads what a pass needs of a block of scores.</summary>
    protected virtual void WriteScores(Pass pass)
    {
        if (pass.ReadsScores)
        {
            Writer.Line(HasPairs ? Blocks.LoadSide(Side, Names(NameOfScores)) : Blocks.LoadNegatives(Side, Names(NameOfScores)));
        }

        WriteMasks([pass]);
    }

    /// <summary>Loads the values that an earlier pass kept.</summary>
    protected virtual void WriteReloaded(Pass pass)
    {
        foreach (Definition definition in pass.Reloaded)
        {
            Writer.Line(Blocks.Load(Side.Derivatives, Names(definition.Name)));
        }
    }

    /// <summary>Stores the values that a later pass needs.</summary>
    protected virtual void WriteKept(Pass pass)
    {
        foreach (Definition definition in pass.Kept)
        {
            Writer.Line(Blocks.Store(Side.Derivatives, Names(definition.Name)));
        }
    }

    protected virtual void WriteGradients(Pass pass)
    {
        foreach (SideGradient gradient in pass.Gradients)
        {
            ForEachVector(i => $"{Dialect.Type} g{Literal.Of(i)} = {ElementsOf(gradient.Value, i)};");
            Writer.Line(Blocks.Store(Side.Derivatives, Names("g")));
        }
    }

    protected IEnumerable<string> Names(string name) => AllVectors.Select(i => name + Literal.Of(i));

    private static void WriteTurns(SourceWriter writer, IEnumerable<LoopPass> passes)
    {
        foreach (LoopPass pass in passes)
        {
            pass.WriteTurn(writer);
        }
    }

    private bool FlushesSumsOf(Pass pass) => layout.BlocksPerSum is not null && pass.Reductions.Any(IsSum);

    private void Declare(Pass pass)
    {
        foreach (Definition definition in pass.Reductions)
        {
            if (FlushesSumsOf(pass) && IsSum(definition))
            {
                Writer.Line($"var {WideSum(definition)} = new CompensatedSum();");
            }
            else
            {
                DeclareAccumulators(definition);
            }
        }
    }

    private void WriteReductions(Pass pass)
    {
        foreach (Definition definition in pass.Reductions)
        {
            string value = FlushesSumsOf(pass) && IsSum(definition) ? $"({Plan.ScalarKeyword}){WideSum(definition)}.Total" : Across(definition);
            Writer.Line($"{Plan.ScalarKeyword} {NameOfRow(definition)} = {value};");
        }
    }

    private void WriteStretches(IReadOnlyList<LoopPass> flushing, Action writeTurns)
    {
        string stretch = Literal.Of(layout.BlocksPerSum!.Value * Blocks.Size);
        (UnrolledLoopWriter Writer, Definition Sum)[] sums =
            [.. flushing.SelectMany(pass => pass.Pass.Reductions.Where(IsSum).Select(sum => (pass.Writer, sum)))];

        Writer.Block($"for (nuint start = 0; start < {Side.Length}; start += {stretch})", () =>
        {
            Writer.Line("// A lane that adds up too many terms loses bits: every stretch has sums of its own.");
            foreach ((UnrolledLoopWriter ofRow, Definition sum) in sums)
            {
                ofRow.DeclareAccumulators(sum);
            }

            Writer.Line($"nuint end = nuint.Min(start + {stretch}, {Side.Length});");
            Writer.Block($"for (nuint i = start; i < end; i += {Literal.Of(Blocks.Size)})", writeTurns);
            Writer.Line();
            foreach ((UnrolledLoopWriter ofRow, Definition sum) in sums)
            {
                Writer.Line($"{WideSum(sum)}.Add({ofRow.Across(sum)});");
            }
        });
    }

    private void DeclareAccumulators(Definition definition)
    {
        string neutral = Dialect.Constant(IsSum(definition) ? 0 : double.NegativeInfinity);
        Writer.Lines(AccumulatorsOf(definition).Select(name => $"{Dialect.Type} {name} = {neutral};"));
    }

    /// <summary>A sum has one for each vector, since an addition waits for the one before; of a maximum one is enough, which leaves registers to the exps.</summary>
    private IEnumerable<string> AccumulatorsOf(Definition definition) => (IsSum(definition) ? AllVectors : AllVectors.Take(1)).Select(i => Name(definition, i));

    private void WriteReduction(Definition definition)
    {
        Reduction reduction = ReductionOf(definition);
        if (IsSum(definition))
        {
            ForEachVector(i => $"{Name(definition, i)} += {ElementsOf(reduction.Body, i)};");
            return;
        }

        string accumulator = Name(definition, 0);
        string largest = Dialect.Reduce(reduction.Reducer, [.. AllVectors.Select(i => ElementsOf(reduction.Body, i))]);
        Writer.Line($"{accumulator} = {Dialect.Reduce(reduction.Reducer, [accumulator, largest])};");
    }

    private string Across(Definition definition) => Across(ReductionOf(definition), [.. AccumulatorsOf(definition)]);

    private static bool IsSum(Definition definition) => ReductionOf(definition).Reducer == Reducer.Sum;

    private static string WideSum(Definition definition) => $"{definition.Name}OfStretches";
}
