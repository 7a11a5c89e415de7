using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes as loops over blocks of vectors.</summary>
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
    private UnrolledLoopWriter? unmasked;

    protected BlockMethods Blocks { get; } = methods ?? new(writer, plan, side, dialect, layout);

    public override IEnumerable<ExpMethod> ExpMethods => base.ExpMethods.Concat(Last?.ExpMethods ?? []);

    protected override IEnumerable<int> AllVectors => Blocks.AllVectors;

    /// <summary>Whether all lanes hold elements.</summary>
    private bool IsUnmasked => Blocks.AreUnmasked;

    /// <summary>What writes the passes over the block behind the loop, if there is one.</summary>
    private UnrolledLoopWriter? Last => last ??= Blocks.Last is { } ofLast
        ? new(Writer, Plan, Side, Dialect, Broadcasts, layout, ofLast)
        : null;

    /// <summary>What writes the passes over blocks that need no mask, if there may be any.</summary>
    private UnrolledLoopWriter? Unmasked => unmasked ??= Blocks.Unmasked is { } ofUnmasked
        ? new(Writer, Plan, Side, Dialect, Broadcasts, layout, ofUnmasked)
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
            first.WriteStretches(flushing, () => WriteBlocks(writer, passes, "start", "end"));
        }
        else
        {
            string end = first.Blocks.LengthOfBlocks is { } length ? Literal.Of(length) : first.Side.Length;
            WriteBlocks(writer, passes, "0", end);
            if (first.Last is not null)
            {
                writer.Line();
                writer.Block("// What is left.", () =>
                {
                    writer.Line($"nuint i = {end};");
                    WriteTurns(writer, passes.Select(pass => pass.Again(pass.Writer.Last!)));
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
        if (layout.FetchesAhead && Plan.FetchesScoresIn(pass))
        {
            FetchText.WriteScores(Writer, Plan, Side, Dialect, AllVectors);
        }

        if (layout.FetchesAhead && Plan.FetchesKeptOf(pass))
        {
            FetchText.WriteKept(Writer, Plan, Side, Dialect, AllVectors);
        }

        WriteScores(pass);
        WriteClassInputs([pass], (memory, i) => IsUnmasked ? Dialect.Load(memory, OffsetOf(i)) : Dialect.LoadFirst(memory, OffsetOf(i), LeftFrom(i), padding: 0));
        WriteReloaded(pass);
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

    protected override string WithoutLabel(string value, int vector, double replacement) => IsUnmasked ? value : Dialect.Without(value, $"{Side.Label}{MinusFirst(vector)}", replacement);

    protected override bool HasMask(int vector) => !IsUnmasked;

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
            Writer.Lines(HasPairs || !pass.ReadsNegativesAlone ? Blocks.LoadSide(Side, Names(NameOfScores)) : Blocks.LoadNegatives(Side, Names(NameOfScores)));
        }

        WriteMasks([pass]);
    }

    /// <summary>Loads the values that an earlier pass kept.</summary>
    protected virtual void WriteReloaded(Pass pass)
    {
        foreach (Definition definition in pass.Reloaded)
        {
            Writer.Lines(Blocks.Load(Side.Derivatives, Names(definition.Name)));
        }
    }

    /// <summary>Stores the values that a later pass needs.</summary>
    protected virtual void WriteKept(Pass pass)
    {
        foreach (Definition definition in pass.Kept)
        {
            Writer.Lines(Blocks.Store(Side.Derivatives, Names(definition.Name)));
        }
    }

    protected virtual void WriteGradients(Pass pass)
    {
        foreach (SideGradient gradient in pass.Gradients)
        {
            ForEachVector(i => $"{Dialect.Type} g{Literal.Of(i)} = {ElementsOf(gradient.Value, i)};");
            Writer.Lines(Blocks.Store(Side.Derivatives, Names("g")));
        }
    }

    protected IEnumerable<string> Names(string name) => AllVectors.Select(i => name + Literal.Of(i));

    /// <summary>Writes the loop over blocks: those without a mask one after the other, and the others, with a label, beyond the row, or where not every row is there, in between.</summary>
    private static void WriteBlocks(SourceWriter writer, IReadOnlyList<LoopPass> passes, string start, string end)
    {
        UnrolledLoopWriter first = passes[0].Writer;
        string size = Literal.Of(first.Blocks.Size);
        bool haveUnmasked = passes.All(pass => pass.Writer.Unmasked is not null);
        LoopPass[] unmasked = haveUnmasked ? [.. passes.Select(pass => pass.Unconditional(pass.Writer.Unmasked!))] : [];
        string[] labels = [.. passes.Where(pass => pass.Writer.LeavesOutLabel(pass.Pass)).Select(pass => pass.Writer.Side.Label)];
        string condition = string.Join(" && ", passes.Select(pass => pass.Condition).OfType<string>());
        if (!haveUnmasked || (labels.Length == 0 && condition.Length == 0 && !first.Blocks.HasTail))
        {
            writer.Block($"for (nuint i = {start}; i < {end}; i += {size})", () => WriteTurns(writer, haveUnmasked ? unmasked : passes));
            return;
        }

        writer.Block($"for (nuint i = {start}; i < {end};)", () =>
        {
            writer.Line(labels.Length == 0 ? "// Whole blocks need no mask." : "// Whole blocks without a label need no mask.");
            string limit = labels.Length == 0 ? $"BlocksOfRow.EndOfWhole(i, {end}, {size})"
                : labels.Select(label => $"BlocksOfRow.EndWithout({label}, i, {end}, {size})").Aggregate((one, other) => $"nuint.Min({one}, {other})");
            writer.Line($"nuint unmasked = {(condition.Length == 0 ? limit : $"{condition} ? {limit} : i")};");
            writer.Block($"for (; i < unmasked; i += {size})", () => WriteTurns(writer, unmasked));
            writer.Line();
            string next = $"nuint.Min(i + {size}, {end})";
            writer.Line(condition.Length == 0 ? "// The block behind them needs a mask." : "// The block behind them needs a mask; where a row is missing, every block is asked.");
            writer.Line($"nuint masked = {(condition.Length == 0 ? next : $"{condition} ? {next} : {end}")};");
            writer.Block($"for (; i < masked; i += {size})", () => WriteTurns(writer, passes.Select(pass => pass.Again(pass.Writer))));
        });
    }

    private static void WriteTurns(SourceWriter writer, IEnumerable<LoopPass> passes)
    {
        LoopPass[] all = [.. passes];
        foreach (LoopPass pass in all)
        {
            pass.WriteTurn(writer, isAlone: all.Length == 1);
        }
    }

    /// <summary>Whether a pass must not count a row's label among its elements.</summary>
    private bool LeavesOutLabel(Pass pass) => !HasPairs && (pass.ReadsNegativesAlone || pass.HasMasks || pass.ClassInputs.Any());

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
                DeclareAccumulator(definition);
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

    private void WriteStretches(IReadOnlyList<LoopPass> flushing, Action writeBlocks)
    {
        string stretch = Literal.Of(layout.BlocksPerSum!.Value * Blocks.Size);
        (UnrolledLoopWriter Writer, Definition Sum)[] sums =
            [.. flushing.SelectMany(pass => pass.Pass.Reductions.Where(IsSum).Select(sum => (pass.Writer, sum)))];

        Writer.Block($"for (nuint start = 0; start < {Side.Length}; start += {stretch})", () =>
        {
            Writer.Line("// A lane that adds up too many terms loses bits: every stretch has sums of its own.");
            foreach ((UnrolledLoopWriter ofRow, Definition sum) in sums)
            {
                ofRow.DeclareAccumulator(sum);
            }

            Writer.Line($"nuint end = nuint.Min(start + {stretch}, {Side.Length});");
            writeBlocks();
            Writer.Line();
            foreach ((UnrolledLoopWriter ofRow, Definition sum) in sums)
            {
                Writer.Line($"{WideSum(sum)}.Add({ofRow.Across(sum)});");
            }
        });
    }

    private void DeclareAccumulator(Definition definition) =>
        Writer.Line($"{Dialect.Type} {AccumulatorOf(definition)} = {Dialect.Constant(IsSum(definition) ? 0 : double.NegativeInfinity)};");

    /// <summary>All vectors of a block share one, which leaves registers to the exps: they are joined before.</summary>
    private static string AccumulatorOf(Definition definition) => Name(definition, 0);

    private void WriteReduction(Definition definition)
    {
        Reduction reduction = ReductionOf(definition);
        string accumulator = AccumulatorOf(definition);
        string ofBlock = Dialect.Reduce(reduction.Reducer, [.. AllVectors.Select(i => ElementsOf(reduction.Body, i))]);
        Writer.Line(IsSum(definition) ? $"{accumulator} += {ofBlock};" : $"{accumulator} = {Dialect.Reduce(reduction.Reducer, [accumulator, ofBlock])};");
    }

    private string Across(Definition definition) => Across(ReductionOf(definition), [AccumulatorOf(definition)]);

    private static bool IsSum(Definition definition) => ReductionOf(definition).Reducer == Reducer.Sum;

    private static string WideSum(Definition definition) => $"{definition.Name}OfStretches";
}
