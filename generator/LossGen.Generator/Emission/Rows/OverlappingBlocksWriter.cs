using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes rows a block at a time, of which two or three are under way: while the exps of a row are computed, the row that stands where it does in the next block
/// is read for its first round, and where that is near enough the gradient of the one in the previous block is written. Exps keep the multipliers busy and memory idle,
/// the other rounds the reverse.
/// </summary>
internal sealed class OverlappingBlocksWriter(SourceWriter writer, LossSpec spec, KernelPlan plan, RowBlocks blocks) : BlocksOfRowsWriter(writer, spec, plan, blocks)
{
    private const int NextRound = 0;
    private const int OwnRound = 1;
    private const string Lane = "lane";

    private readonly Stage own = new(RowNames.Own, OwnRound, "isRow", "firstOfBlock", "rowsOfBlock");
    private readonly Stage next = new(RowNames.Next, NextRound, "isNext", "firstOfNext", "rowsOfNext");
    private readonly Stage? previous = blocks.Overlap == BlockOverlap.WithBoth && plan.GradientPasses.Any()
        ? new(RowNames.Previous, plan.Passes.GroupBy(pass => pass.Round).Count() - 1, "isPrevious", "firstOfPrevious", "rowsOfPrevious")
        : null;

    private bool TakesTurnsInLoop => PassWriters.Any(passes => passes is UnrolledLoopWriter);

    /// <summary>
    /// In the order in which they take turns: what waits for memory comes first, so that it is on its way while the exps are computed. Where a row has no loop, what needs
    /// the divisions of the block before does not keep the others waiting (256 rows of 100 scores: -4 %).
    /// </summary>
    private Stage[] Stages => previous is null ? [next, own] : TakesTurnsInLoop ? [previous, next, own] : [next, previous, own];

    protected override IEnumerable<ExpMethod> ExpMethodsOfPasses =>
        BothSides is { } sides ? UnrolledPassWriter.ExpMethodsOfBothSides(sides.First, sides.Second) : base.ExpMethodsOfPasses;

    /// <summary>The writers of the passes over both sides of a row, of which one is short, if just these two passes have exps.</summary>
    private (UnrolledPassWriter First, UnrolledPassWriter Second)? BothSides =>
        Rounds[OwnRound] is { Length: 2 } passes && passes.SequenceEqual(Plan.Passes.Where(pass => pass.HasExps))
        && PassWriters.First(writer => writer.Concerns(passes[0])) is UnrolledPassWriter first && PassWriters.First(writer => writer.Concerns(passes[1])) is UnrolledPassWriter second
        && (first.HasOneGroup || second.HasOneGroup) ? (first, second) : null;

    /// <summary>The values of a row that its gradient needs, one block later.</summary>
    private string[] NeededLater => previous is null ? []
        : [.. NeededBy(previous.Round), .. Plan.LabelGradient is null ? Array.Empty<string>() : [LabelDerivative]];

    public override void Write()
    {
        string rows = WriteRowsOfBlock();
        DeclareConstantsOfExps();
        DeclarePieces();
        DeclareJoinedLosses();
        Writer.Line();
        Writer.Line(previous is null
            ? "// While one block's exps are computed, the next one is read for the first time."
            : "// While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.");
        Writer.Lines(KeptWholeIn(NextRound).Select(next.Names.InLanes).Select(name => $"{Dialect.Type} {name} = {Dialect.Type}.Zero;"));
        Writer.Lines(NeededLater.Select(RowNames.Previous.InLanes).Select(name => $"{Dialect.Type} {name} = {Dialect.Type}.Zero;"));
        Writer.Line("nuint firstOfNext = 0;");
        Writer.Line($"nuint rowsOfNext = nuint.Min({rows}, rows);");
        Writer.Line("nuint rowsOfBlock = 0;");
        if (previous is not null)
        {
            Writer.Line("nuint rowsOfPrevious = 0;");
        }

        Writer.Block($"while ({string.Join(" + ", Stages.Select(stage => stage.Count))} > 0)", () =>
        {
            Writer.Line("nuint endOfBlock = firstOfNext;");
            Writer.Line("nuint firstOfBlock = endOfBlock - rowsOfBlock;");
            if (previous is not null)
            {
                Writer.Line("nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;");
            }

            Writer.Lines(KeptWholeIn(NextRound).Select(name => $"{Dialect.Type} {own.Names.InLanes(name)} = {next.Names.InLanes(name)};"));
            LoadPieces(NextRound);
            FinishRound(NextRound);
            WriteRows();
            WriteBlock();
            MoveOn(rows);
        });
    }

    private void WriteRows()
    {
        Writer.Line();
        Writer.Lines(KeptWholeIn(OwnRound).Select(name => $"{Dialect.Type} {own.Names.InLanes(name)} = {Dialect.Type}.Zero;"));
        string most = Stages.Select(stage => stage.Count).Aggregate((larger, count) => $"nuint.Max({larger}, {count})");
        Writer.Block($"for (nuint {Lane} = 0; {Lane} < {most}; {Lane}++)", () =>
        {
            RowsUnderWay[] all = [.. Stages.Select(stage => new RowsUnderWay(stage, [.. PassWriters.Select(passes => passes.Of(stage.Names))]))];
            if (TakesTurnsInLoop)
            {
                InScope(() => WriteTogether(all));
            }
            else
            {
                foreach (RowsUnderWay rows in all)
                {
                    if (rows != all[0])
                    {
                        Writer.Line();
                    }

                    WriteAlone(rows);
                }
            }
        });
    }

    /// <summary>Writes the passes over one of the rows.</summary>
    private void WriteAlone(RowsUnderWay rows)
    {
        Stage stage = rows.Stage;
        Writer.Block($"if ({Lane} < {stage.Count})", () => InScope(() =>
        {
            Writer.Line($"nuint {stage.Names.Of("row")} = {stage.First} + {Lane};");
            Begin(rows);
            // Blocks of rows have unrolled passes where they have no loops.
            (UnrolledPassWriter Writer, Pass Pass, int Number)[] passes =
                [.. PassesOf(stage.Round).Select(numbered => ((UnrolledPassWriter)rows.WriterOf(numbered.Pass), numbered.Pass, numbered.Number))];
            if (stage == own && BothSides is not null)
            {
                Writer.Line();
                UnrolledPassWriter.WriteBothSides(Writer, passes[0], passes[1]);
            }
            else
            {
                foreach ((UnrolledPassWriter passWriter, Pass pass, int number) in passes)
                {
                    Writer.Line();
                    passWriter.Begin([pass]);
                    passWriter.Write(pass, number);
                }
            }

            foreach ((_, Pass pass, _) in passes)
            {
                Keep(pass, stage);
            }

            WriteLabelDerivative(stage);
        }));
    }

    /// <summary>Writes the passes over the rows, side by side: those over one memory share a loop.</summary>
    private void WriteTogether(RowsUnderWay[] all)
    {
        foreach (RowsUnderWay rows in all)
        {
            // Where a block has no such row it is the first of all, of which nothing is kept.
            (RowNames names, _, string condition, string first, string count) = rows.Stage;
            Writer.Line();
            Writer.Line($"bool {condition} = {Lane} < {count};");
            Writer.Line($"nuint {names.Of("row")} = {condition} ? {first} + {Lane} : 0;");
            Begin(rows);
        }

        for (int side = 0; side < PassWriters.Length; side++)
        {
            WritePasses(all, side);
        }

        foreach (RowsUnderWay rows in all.Where(rows => rows.Stage == previous && Plan.LabelGradient is not null))
        {
            Writer.Block($"if ({rows.Stage.Condition})", () => WriteLabelDerivative(rows.Stage));
        }
    }

    /// <summary>Writes where a row is, and what is known of it.</summary>
    private void Begin(RowsUnderWay rows)
    {
        (RowNames names, int round, _, _, _) = rows.Stage;
        Shape.WriteMemory(Writer, MemoryOf(round), names);
        Shape.WriteRowAgain(Writer, names);
        if (round == NextRound)
        {
            Define(Plan.OncePerRow, Scope.OneRow(Dialect, names));
            Writer.Lines(FoundIn(round).Intersect(Plan.OncePerRow.Select(definition => definition.Name)).Select(name => KeepOf(name, names, Lane)));
        }
        else
        {
            Writer.Lines(NeededBy(round).Select(name => $"{Scalar} {names.Of(name)} = {LaneOf(names.InLanes(name))};"));
        }

        foreach (Pass pass in Rounds[round].Where(pass => rows.WriterOf(pass) is UnrolledLoopWriter))
        {
            rows.WriterOf(pass).WriteBroadcasts(pass);
        }
    }

    private void WriteLabelDerivative(Stage stage)
    {
        if (stage == previous && Plan.LabelGradient is not null)
        {
            Writer.Step("the label's derivative, in place of what the pass left there");
            Writer.Line($"Unsafe.Add(ref {stage.Names.Of("derivatives")}, {stage.Names.Of("label")}) = {LaneOf(stage.Names.InLanes(LabelDerivative))};");
        }
    }

    private IEnumerable<(Pass Pass, int Number)> PassesOf(int round) => Rounds[round].Select((pass, i) => (pass, NumberOfFirstPass(round) + i));

    /// <summary>Writes the passes over one side: in one loop, or one after the other where they have none.</summary>
    private void WritePasses(RowsUnderWay[] all, int side)
    {
        (RowsUnderWay Rows, Pass Pass, int Number)[] passes = [.. all
            .SelectMany(rows => PassesOf(rows.Stage.Round).Select(numbered => (Rows: rows, numbered.Pass, numbered.Number)))
            .Where(numbered => PassWriters[side].Concerns(numbered.Pass))];
        if (passes.All(pass => pass.Rows.Writers[side] is UnrolledLoopWriter))
        {
            Writer.Line();
            UnrolledLoopWriter.WriteLoop(
                Writer,
                [.. passes.Select(pass => new LoopPass((UnrolledLoopWriter)pass.Rows.Writers[side], pass.Pass, pass.Rows.Stage.Condition, pass.Number))]);
            foreach ((RowsUnderWay rows, Pass pass, _) in passes)
            {
                Keep(pass, rows.Stage);
            }

            return;
        }

        foreach ((RowsUnderWay rows, Pass pass, int number) in passes)
        {
            Writer.Line();
            Writer.Block($"if ({rows.Stage.Condition})", () => InScope(() =>
            {
                rows.Writers[side].Begin([pass]);
                rows.Writers[side].Write(pass, number);
                Keep(pass, rows.Stage);
            }));
        }
    }

    /// <summary>Writes what a pass has found out to where the values of the block's rows stand.</summary>
    private void Keep(Pass pass, Stage stage)
    {
        RowNames found = stage.Round == NextRound ? next.Names : own.Names;
        Writer.Lines(FoundIn(stage.Round).Intersect(pass.Reductions.Select(definition => definition.Name)).Select(name => KeepOf(name, found, Lane)));
    }

    /// <summary>Writes what is computed for the whole block when its rows have their sums.</summary>
    private void WriteBlock()
    {
        Writer.Line();
        Writer.Block($"if ({own.Count} > 0)", () =>
        {
            WriteUpstream();
            LoadPieces(OwnRound);
            FinishRound(OwnRound);
            for (int round = OwnRound + 1; round < (previous?.Round ?? Rounds.Length); round++)
            {
                WriteRound(round);
                FinishRound(round);
            }

            if (NeededLater.Length > 0)
            {
                Writer.Line();
            }

            Writer.Lines(NeededLater.Select(name => $"{RowNames.Previous.InLanes(name)} = {own.Names.InLanes(name)};"));
        });
    }

    private void MoveOn(string rows)
    {
        Writer.Line();
        Writer.Line($"firstOfNext += {next.Count};");
        if (previous is not null)
        {
            Writer.Line($"{previous.Count} = {own.Count};");
        }

        Writer.Line($"{own.Count} = {next.Count};");
        Writer.Line($"{next.Count} = nuint.Min({rows}, rows - firstOfNext);");
    }

    private string LaneOf(string lanes) => LaneOf(lanes, Lane);

    /// <summary>The rows of one of the blocks that are under way.</summary>
    /// <param name="Names">What their values are called.</param>
    /// <param name="Round">The round that they are in.</param>
    /// <param name="Condition">Whether the block has a row for a lane.</param>
    /// <param name="First">The first of them.</param>
    /// <param name="Count">How many there are.</param>
    private sealed record Stage(RowNames Names, int Round, string Condition, string First, string Count);

    /// <summary>These rows, and what writes the passes over each of their sides.</summary>
    private sealed record RowsUnderWay(Stage Stage, RowPassWriter[] Writers)
    {
        public RowPassWriter WriterOf(Pass pass) => Writers.First(passes => passes.Concerns(pass));
    }
}
