using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes as loops over blocks of vectors, each with accumulators of its own.</summary>
internal class UnrolledLoopWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts, UnrolledLoop layout)
    : RowPassWriter(writer, plan, side, dialect, broadcasts)
{
    protected BlockMethods Blocks { get; } = new(writer, plan, side, dialect, layout.Vectors);

    protected override IEnumerable<int> AllVectors => Enumerable.Range(0, layout.Vectors);

    public override void Begin(IReadOnlyList<Pass> passes)
    {
        // Every pass loads its scores again.
    }

    public override void WriteHelpers() => Blocks.Write();

    protected override void WriteVectors(Pass pass)
    {
        bool flushesSums = layout.BlocksPerSum is not null && pass.Reductions.Any(IsSum);
        foreach (Definition definition in pass.Reductions)
        {
            if (flushesSums && IsSum(definition))
            {
                Writer.Line($"var {WideSum(definition)} = new CompensatedSum();");
            }
            else
            {
                DeclareAccumulators(definition);
            }
        }

        if (flushesSums)
        {
            WriteLoopsOfShortSums(pass);
        }
        else
        {
            Writer.Block($"for (nuint i = 0; i < {Side.Length}; i += {Literal.Of(Blocks.Size)})", () => WriteBlock(pass));
        }

        if (pass.Reductions.Count > 0)
        {
            Writer.Line();
        }

        foreach (Definition definition in pass.Reductions)
        {
            string value = flushesSums && IsSum(definition) ? $"({Plan.ScalarKeyword}){WideSum(definition)}.Total" : Across(definition);
            Writer.Line($"{Plan.ScalarKeyword} {definition.Name} = {value};");
        }
    }

    protected override string WithoutLabel(string value, int vector, double replacement) => Dialect.Without(value, $"label{MinusFirst(vector)}", replacement);

    protected override string Mask(int vector) => HasPairs
        ? $"{Dialect.Helpers}.First<{Plan.ScalarKeyword}>({LeftFrom(vector)})"
        : $"{Dialect.Helpers}.FirstBut<{Plan.ScalarKeyword}>({LeftFrom(vector)}, label{MinusFirst(vector)})";

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
            Writer.Line(HasPairs ? Blocks.LoadSide(Names(NameOfScores)) : Blocks.LoadNegatives(Names(NameOfScores)));
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

    /// <summary>How far the scores of the rows are that come next.</summary>
    private string ScoresOfBlock => Plan.Blocks switch
    {
        { Rows: { } rows } when Side.Plan.Length is { } length => Literal.Of(rows * length),
        { } => $"block * {Side.Length}",
        null => Side.Length,
    };

    private void WriteLoopsOfShortSums(Pass pass)
    {
        Definition[] sums = [.. pass.Reductions.Where(IsSum)];
        string stretch = Literal.Of(layout.BlocksPerSum!.Value * Blocks.Size);

        Writer.Block($"for (nuint start = 0; start < {Side.Length}; start += {stretch})", () =>
        {
            Writer.Line("// A lane that adds up too many terms loses bits: every stretch has sums of its own.");
            foreach (Definition definition in sums)
            {
                DeclareAccumulators(definition);
            }

            Writer.Line($"nuint end = nuint.Min(start + {stretch}, {Side.Length});");
            Writer.Block($"for (nuint i = start; i < end; i += {Literal.Of(Blocks.Size)})", () => WriteBlock(pass));
            Writer.Line();
            foreach (Definition definition in sums)
            {
                Writer.Line($"{WideSum(definition)}.Add({Across(definition)});");
            }
        });
    }

    private void WriteBlock(Pass pass)
    {
        WriteScores(pass);
        WriteClassInputs([pass], (memory, i) => Dialect.LoadFirst(memory, OffsetOf(i), LeftFrom(i), padding: 0));
        WriteReloaded(pass);
        if (layout.FetchesAhead && pass.Elements.Any(IsExp))
        {
            ForEachVector(i => $"{Dialect.Helpers}.FetchAhead(ref {Side.Scores}, {OffsetOf(i)} + {ScoresOfBlock});");
        }

        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            ForEachVector(i => Accumulate(definition, i));
        }

        if (Plan.WritesGradientOf(Side.Plan.Axes))
        {
            WriteKept(pass);
        }

        WriteGradients(pass);
    }

    private void DeclareAccumulators(Definition definition)
    {
        string neutral = Dialect.Constant(IsSum(definition) ? 0 : double.NegativeInfinity);
        ForEachVector(i => $"{Dialect.Type} {Name(definition, i)} = {neutral};");
    }

    private string Accumulate(Definition definition, int vector)
    {
        Reduction reduction = ReductionOf(definition);
        string value = ElementsOf(reduction.Body, vector);
        return reduction.Reducer switch
        {
            Reducer.Sum => $"{Name(definition, vector)} += {value};",
            Reducer.Max => $"{Name(definition, vector)} = {Dialect.Max(Name(definition, vector), value)};",
            _ => $"{Name(definition, vector)} = {Dialect.Larger(Name(definition, vector), value)};",
        };
    }

    private string Across(Definition definition) => Across(ReductionOf(definition), [.. AllVectors.Select(i => Name(definition, i))]);

    private static bool IsSum(Definition definition) => ReductionOf(definition).Reducer == Reducer.Sum;

    private static string WideSum(Definition definition) => $"{definition.Name}OfStretches";
}
