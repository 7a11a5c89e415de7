using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes rows a block at a time: each round of passes is a loop over the rows, and what the rows need in between is computed for all of them at once, a row
/// a lane. While one row waits for its sum the next is already under way.
/// </summary>
internal class BlocksOfRowsWriter(SourceWriter writer, LossSpec spec, KernelPlan plan, RowBlocks blocks) : RowByRowWriter(writer, spec, plan)
{
    private const string IsKept = "isKeptOfRows";
    private const string Count = "(nint)(endOfBlock - firstOfBlock)";
    private const string PlaceInBlock = "row - firstOfBlock";

    /// <summary>The passes of each round.</summary>
    protected Pass[][] Rounds { get; } = [.. plan.Passes.GroupBy(pass => pass.Round).Select(round => round.ToArray())];

    public sealed override IEnumerable<ExpMethod> ExpMethods => [.. ExpMethodsOfPasses, .. ExpMethodsOfRows(Plan.Passes.SelectMany(pass => pass.Afterwards))];

    public override IEnumerable<Expression> ValuesInLanes => [.. Plan.Passes.SelectMany(pass => pass.Values), .. ValuesAfter(0)];

    /// <summary>The methods that compute the elements' exps.</summary>
    protected virtual IEnumerable<ExpMethod> ExpMethodsOfPasses => PassWriters.SelectMany(passes => passes.ExpMethods);

    /// <summary>Values of the block's rows, a row a lane.</summary>
    protected Scope OfRows => Scope.BlockOfRows(Dialect);

    public override void Write()
    {
        string rows = WriteRowsOfBlock();
        if (Spec.Has(Role.Targets))
        {
            Writer.Line($"Span<nint> labels = stackalloc nint[{Lanes}];");
        }

        DeclareConstantsOfExps();
        DeclarePieces();
        DeclareJoinedLosses();
        Writer.Line();
        Writer.Block($"for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += {rows})", () =>
        {
            Writer.Line($"nuint endOfBlock = nuint.Min(firstOfBlock + {rows}, rows);");
            WriteUpstream();
            for (int round = 0; round < Rounds.Length; round++)
            {
                WriteRound(round);
                FinishRound(round);
            }
        });
    }

    /// <summary>Writes how many rows a block has, where only the arguments tell, and returns that number as C# writes it.</summary>
    protected string WriteRowsOfBlock()
    {
        if (blocks.Rows is { } known)
        {
            return Literal.Of(known);
        }

        Writer.Line($"nuint block = nuint.Clamp({Literal.Of(blocks.MostScores)} / {Sides[0].Length}, 1, {Lanes});");
        return "block";
    }

    /// <summary>Writes what is computed for the whole block when a round is over.</summary>
    protected void FinishRound(int round)
    {
        if (WritesGradients(round))
        {
            return;
        }

        Define(Rounds[round].SelectMany(pass => pass.Afterwards), OfRows);
        if (round == Rounds.Length - 1 || WritesGradients(round + 1))
        {
            WriteLoss();
        }
    }

    protected bool WritesGradients(int round) => Rounds[round].Any(pass => pass.Gradients.Count > 0);

    private static string InLanes(string name) => RowNames.Own.InLanes(name);

    /// <summary>The names of the rows' values that others are computed from.</summary>
    protected static IEnumerable<string> NamesOfRows(IEnumerable<Expression> values) => values.SelectMany(value => ExpressionText.NamesOf(Rank.Row, value)).Distinct();

    /// <summary>What is computed after a round, from rows' values among others.</summary>
    private IEnumerable<Expression> ValuesAfter(int round) => Rounds.Skip(round).SelectMany(passes => passes).SelectMany(pass => pass.Afterwards).Select(definition => definition.Value)
        .Concat(Rounds.Skip(round + 1).SelectMany(passes => passes).SelectMany(pass => pass.Values))
        .Concat(Plan.ValuesAtTheEnd);

    /// <summary>The number of a round's first pass.</summary>
    protected int NumberOfFirstPass(int round) => 1 + Rounds.Take(round).Sum(passes => passes.Length);

    /// <summary>The values of a row that a round finds out and that are needed later.</summary>
    protected string[] FoundIn(int round)
    {
        IEnumerable<string> found = Rounds[round].SelectMany(pass => pass.Reductions).Select(definition => definition.Name);
        if (round == 0)
        {
            found = Plan.OncePerRow.Select(definition => definition.Name).Concat(CountsOfRows.Select(ExpressionText.NameOf)).Concat(found);
        }

        return [.. found.Intersect(NamesOfRows(ValuesAfter(round)))];
    }

    /// <summary>The memory that a round reads or writes. In the first one a row's label is read, and a row that does not count is cleared.</summary>
    protected IEnumerable<RowMemory> MemoryOf(int round)
    {
        Pass[] passes = Rounds[round];
        bool keeps = passes.Any(pass => pass.Reloaded.Count > 0 || pass.Gradients.Count > 0 || (pass.Kept.Count > 0 && Plan.WritesGradientOf(pass.Axes)));
        return Shape.Memory.Where(memory => memory.Role switch
        {
            Role.Logits or Role.Similarities or Role.Positives or Role.Negatives => round == 0 || passes.Any(pass => pass.ReadsScores),
            Role.Targets => round == 0 || passes.Any(pass => pass.ClassInputs.Contains(ClassInput.Probability)),
            Role.Gradient or Role.PositiveGradient or Role.NegativeGradient => keeps || (round == 0 && Shape.SkipsRows),
            _ => throw new InvalidOperationException($"no pass is known to touch the memory of the role '{memory.Role}'"),
        });
    }

    protected void WriteUpstream()
    {
        if (HasUpstreamOfRows)
        {
            Writer.Step("what each row's gradient starts with");
            Writer.Line($"{Dialect.Type} {InLanes(ExpressionText.UpstreamName)} = {Dialect.LoadFirst("upstreams", "firstOfBlock", Count, padding: 0)}{UpstreamScale(Scope.InAllLanes)};");
        }
    }

    protected void WriteRound(int round)
    {
        string[] found = FoundIn(round);
        string[] lanes = [.. KeptWholeIn(round).Select(InLanes), .. round == 0 && Shape.SkipsRows ? [IsKept] : Array.Empty<string>()];
        Writer.Line();
        Writer.Lines(lanes.Select(name => $"{Dialect.Type} {name} = {Dialect.Type}.Zero;"));
        Writer.Block("for (nuint row = firstOfBlock; row < endOfBlock; row++)", () =>
        {
            if (round == 0)
            {
                BeginRow(MemoryOf(round), storesSkippedLosses: false);
                Define(Plan.OncePerRow);
            }
            else
            {
                WriteRowAgain(round);
            }

            WritePasses([.. Rounds[round].Select(pass => pass with { Afterwards = default })], firstNumber: NumberOfFirstPass(round));
            if (found.Length > 0 || lanes.Length > 0)
            {
                Writer.Line();
            }

            Writer.Lines(found.Select(name => KeepOf(name, RowNames.Own, PlaceInBlock)));
            if (round == 0)
            {
                WriteKept();
            }

            if (Plan.LabelGradient is not null && WritesGradients(round))
            {
                Writer.Step("the label's derivative, in place of what the pass left there");
                Writer.Line($"Unsafe.Add(ref derivatives, label) = {LaneOf(InLanes(LabelDerivative))};");
            }
        });
        LoadPieces(round);
    }

    /// <summary>Puts the constants of exps into memory, if they are read from there.</summary>
    protected void DeclareConstantsOfExps()
    {
        if (UnrolledPassWriter.ReadsConstantsIn(Plan))
        {
            double[] constants = ExpRecipe.Of(Plan.Scalar, ExpKind).Constants;
            Writer.Line();
            Writer.Line($"ref {Scalar} {ExpText.Constants} = ref Workspace.Aligned(stackalloc {Scalar}[Workspace.LengthOf({Literal.Of(constants.Length * Plan.Lanes)})]);");
            StoreConstantsOfExps(constants);
        }
    }

    /// <summary>Declares the memory in which each row of a block leaves its 128 bits, to be transposed with the others'.</summary>
    protected void DeclarePieces()
    {
        if (!Pieces.Any())
        {
            return;
        }

        Writer.Line();
        Writer.Line("// What each row of a block is reduced to, a vector of 128 bits, waits here until all of them are reduced together.");
        Writer.Lines(Pieces.Select(definition =>
            $"ref {Scalar} {PiecesOf(definition.Name)} = ref MemoryMarshal.GetReference(stackalloc {Scalar}[{Literal.Of(Plan.Lanes * Dialect.LanesOf128Bits)}]);"));
    }

    /// <summary>Reduces what a round has left of the block's rows.</summary>
    protected void LoadPieces(int round)
    {
        Definition[] pieces = [.. PiecesIn(round)];
        if (pieces.Length > 0)
        {
            Writer.Step("the 128 bits that each row has come to are transposed, a row a lane, and joined; in lanes without a row stands what nobody uses");
        }

        foreach (Definition definition in pieces)
        {
            string[] lanes = [.. Enumerable.Range(0, Dialect.LanesOf128Bits).Select(lane => InLanes($"{definition.Name}Piece{Literal.Of(lane)}"))];
            Writer.Line($"{Dialect.Helpers}.LoadPiecesOfRows(ref {PiecesOf(definition.Name)}, {string.Join(", ", lanes.Select(lane => $"out {Dialect.Type} {lane}"))});");
            Writer.Line($"{Dialect.Type} {InLanes(definition.Name)} = {Dialect.Reduce(((Reduction)definition.Value).Reducer, lanes)};");
        }
    }

    /// <summary>What puts a value of a row to those of the block's other rows.</summary>
    protected string KeepOf(string name, RowNames names, string lane) => Pieces.Any(definition => definition.Name == name)
        ? $"{Dialect.Helpers}.StorePieceOfRow({names.Of(name)}, ref {PiecesOf(name)}, {lane});"
        : $"{LaneOf(names.InLanes(name), lane)} = {names.Of(name)};";

    protected string LaneOf(string lanes, string lane) => $"{Dialect.Helpers}.At(ref {lanes}, {lane})";

    /// <summary>The values of a row that all rounds leave in 128 bits.</summary>
    private IEnumerable<Definition> Pieces => Enumerable.Range(0, Rounds.Length).SelectMany(PiecesIn);

    /// <summary>The values of a row that a round finds out and that are kept as they are.</summary>
    protected IEnumerable<string> KeptWholeIn(int round) => FoundIn(round).Except(PiecesIn(round).Select(definition => definition.Name));

    /// <summary>Those that it leaves in 128 bits.</summary>
    private IEnumerable<Definition> PiecesIn(int round)
    {
        string[] found = FoundIn(round);
        return Rounds[round].Where(pass => PassWriters.First(passes => passes.Concerns(pass)).LeavesPieces).SelectMany(pass => pass.Reductions)
            .Where(definition => found.Contains(definition.Name));
    }

    private static string PiecesOf(string name) => $"{name}Pieces";

    /// <summary>Writes what later rounds have to know of a row.</summary>
    private void WriteKept()
    {
        if (Shape.SkipsRows)
        {
            Writer.Line($"{LaneOf(IsKept)} = {Literal.Of(1, Spec.Scalar)};");
        }

        if (Spec.Has(Role.Targets))
        {
            Writer.Line("labels[(int)(row - firstOfBlock)] = label;");
        }
    }

    private void WriteRowAgain(int round)
    {
        if (Shape.SkipsRows)
        {
            Writer.Block($"if ({LaneOf(IsKept)} == {Literal.Of(0, Spec.Scalar)})", () => Writer.Line("continue;"));
            Writer.Line();
        }

        Shape.WriteMemory(Writer, MemoryOf(round), RowNames.Own);
        if (!Rounds[round].All(pass => pass.SumsWhatIsKept))
        {
            WriteLabelAgain();
        }

        Writer.Lines(NeededBy(round).Select(name => $"{Scalar} {name} = {LaneOf(InLanes(name))};"));
    }

    /// <summary>The values of a row that a round needs, found or computed before.</summary>
    protected IEnumerable<string> NeededBy(int round) =>
        NamesOfRows(Rounds[round].SelectMany(pass => pass.Values)).Except(Rounds[round].SelectMany(pass => pass.Reductions).Select(definition => definition.Name));

    private void WriteLabelAgain()
    {
        if (Spec.Has(Role.Targets))
        {
            Writer.Line("nint label = labels[(int)(row - firstOfBlock)];");
        }
        else
        {
            Shape.WriteRowAgain(Writer, RowNames.Own);
        }
    }

    private void WriteLoss()
    {
        string counts = Shape.SkipsRows
            ? $" & {Dialect.Operations}.GreaterThan({IsKept}, {Dialect.Constant(0)})"
            : $" & {Dialect.Helpers}.First<{Scalar}>({Count})";
        if (Plan.Loss is { } loss)
        {
            Writer.Line();
            WriteLosses(ExpressionText.Of(loss, OfRows) + counts, "firstOfBlock", Count);
        }

        if (Plan.JoinedLoss is { } joined)
        {
            ExplainJoinedLosses();
            JoinLosses(joined, OfRows, counts);
            Writer.Line();
            Writer.Block($"if (endOfBlock % {Literal.Of(Plan.RowsTogether)} == 0 || endOfBlock == rows)", () =>
            {
                Writer.Line(AddJoinedLosses);
                Writer.Line(BeginJoinedLosses);
            });
        }

        if (Plan.LabelGradient is { } labelGradient)
        {
            Writer.Step("the label's derivative: minus the sum of the others'");
            Writer.Line($"{Dialect.Type} {InLanes(LabelDerivative)} = {ExpressionText.Of(labelGradient, OfRows)};");
        }
    }

    private string LaneOf(string lanes) => LaneOf(lanes, PlaceInBlock);
}
