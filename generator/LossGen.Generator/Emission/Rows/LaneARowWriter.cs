using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes as many rows at a time as a vector has lanes: everything of a row happens in its lane.</summary>
internal class LaneARowWriter : RowsWriter
{
    public LaneARowWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        PassWriters = [.. Sides.Select(side => new LanesOverRowsWriter(writer, plan, side, Dialect, (LanesOverRows)side.Plan.Layout, largestIsLabel: spec.Has(Role.Targets)))];
    }

    public override IEnumerable<ExpMethod> ExpMethods => ExpMethodsOf(Plan.OncePerRow, Plan.Passes);

    public override IEnumerable<Expression> ValuesInLanes => Plan.ValuesOfRows;

    protected LanesOverRowsWriter[] PassWriters { get; }

    protected IEnumerable<RowMemory> Gradients => Shape.Memory.Where(memory => memory.Differentiates is not null);

    private Scope RowInLane => Scope.LaneARow(Dialect, hasPairs: Sides.Length > 1);

    private IEnumerable<RowMemory> Inputs => Shape.Memory.Where(memory => memory.Differentiates is null);

    public sealed override void Write()
    {
        Writer.Line("// Where the last rows do not fill a vector they are computed in memory of their own.");
        Writer.Lines(Inputs.Select(memory => $"Span<{Scalar}> {TileOf(memory.Name)} = rows % {Lanes} == 0 ? default : stackalloc {Scalar}[{Lanes} * {memory.Length}];"));
        Writer.Line();
        WriteLoop();
    }

    public override void WriteHelpers()
    {
        // Its passes call the library, and Exp, which every kernel has that needs it.
    }

    protected virtual void WriteLoop()
    {
        if (Plan.JoinedLoss is not null)
        {
            WriteBlocks(Plan.RowsTogether, () => WriteAroundJoined(() => WriteLoopOverBlock(WriteRows)));
        }
        else
        {
            Writer.Block($"for (nuint row = 0; row < rows; row += {Lanes})", WriteRows);
        }
    }

    /// <summary>Writes a loop over blocks of rows.</summary>
    protected void WriteBlocks(int rowsOfBlock, Action body) =>
        Writer.Block($"for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += {Literal.Of(rowsOfBlock)})", () =>
        {
            Writer.Line($"nuint endOfBlock = nuint.Min(firstOfBlock + {Literal.Of(rowsOfBlock)}, rows);");
            body();
        });

    /// <summary>Writes a loop over the vectors of a block's rows.</summary>
    protected void WriteLoopOverBlock(Action body) => Writer.Block($"for (nuint row = firstOfBlock; row < endOfBlock; row += {Lanes})", body);

    private void WriteRows()
    {
        Pass[] passes = [.. Plan.Passes];
        WriteMemory([.. Shape.Memory]);
        Shape.WriteLabelsInLanes(Writer, Dialect, "row", "left");
        WriteUpstream();
        WriteOncePerRow(passes, Plan.OncePerRow);
        WritePasses(passes, firstNumber: 1);
        WriteLoss();
        if (Plan.LabelGradient is not null)
        {
            WriteLabelDerivative();
            PassWriters[0].PutInLabelDerivative();
        }

        StoreGradients();
    }

    /// <summary>The methods for exps that are computed where they stand.</summary>
    protected IEnumerable<ExpMethod> ExpMethodsOf(IEnumerable<Definition> oncePerRow, IEnumerable<Pass> passes) =>
    [
        .. PassWriters.SelectMany(side => side.ExpMethodsOf(passes)),
        .. ExpMethodsOfRows(oncePerRow.Concat(passes.SelectMany(pass => pass.Afterwards))),
    ];

    private static string TileOf(string memory) => $"last{char.ToUpperInvariant(memory[0])}{memory.Substring(1)}";

    /// <summary>Writes how many rows are left, and where the memory of these begins.</summary>
    protected void WriteMemory(RowMemory[] memory)
    {
        Writer.Line("nint left = (nint)rows - (nint)row;");
        Shape.WriteMemory(Writer, memory, RowNames.Own, "scoped ");
        Writer.Block($"if (left < {Lanes})", () =>
        {
            foreach (RowMemory input in memory.Intersect(Inputs))
            {
                Writer.Line($"{Dialect.Helpers}.CopyToWhole(ref {input.Name}, ref MemoryMarshal.GetReference({TileOf(input.Name)}), left * {input.Length});");
                Writer.Line($"{input.Name} = ref MemoryMarshal.GetReference({TileOf(input.Name)});");
            }

            Writer.Lines(memory.Intersect(Gradients).Select(gradient => $"{gradient.Name} = ref MemoryMarshal.GetReference({TileOf(gradient.Differentiates!)});"));
        });
    }

    protected void WriteUpstream()
    {
        if (HasUpstreamOfRows)
        {
            Writer.Step("what each row's gradient starts with");
            Writer.Line($"{Dialect.Type} upstream = {Dialect.LoadFirst("upstreams", "row", "left", padding: 0)}{UpstreamScale(Scope.InAllLanes)};");
        }
    }

    protected void WriteOncePerRow(Pass[] passes, IEnumerable<Definition> definitions)
    {
        foreach (LanesOverRowsWriter side in PassWriters)
        {
            side.Begin([.. passes.Where(side.Concerns)]);
        }

        Define(definitions);
    }

    protected void WritePasses(Pass[] passes, int firstNumber)
    {
        for (int i = 0; i < passes.Length; i++)
        {
            WriterOf(passes[i]).Write(passes[i], firstNumber + i);
            Define(passes[i].Afterwards);
        }
    }

    private LanesOverRowsWriter WriterOf(Pass pass) => PassWriters.First(side => side.Concerns(pass));

    protected void Define(IEnumerable<Definition> definitions)
    {
        foreach (Definition definition in definitions)
        {
            switch (definition.Value)
            {
                case Score or OfClass:
                    PassWriters[0].WriteOfLabel(definition);
                    break;
                case FirstIndexOf search:
                    Writer.Step(definition.Remark);
                    PassWriters[(search.Side & Sides[0].Plan.Axes) != Axes.None ? 0 : 1].WriteFirstIndexOf(definition, RowInLane);
                    break;
                default:
                    Define([definition], RowInLane);
                    break;
            }
        }
    }

    protected void WriteLoss()
    {
        if (Plan.JoinedLoss is { } joined)
        {
            ExplainJoinedLosses();
            JoinLosses(joined, RowInLane, Shape.SkipsRows ? " & isKept" : "", Shape.SkipsRows ? null : ClearLanesWithoutRow);
        }

        if (Plan.Loss is not { } loss)
        {
            return;
        }

        Writer.Line();
        string losses = ExpressionText.Of(loss, RowInLane);
        if (Shape.SkipsRows)
        {
            WriteLosses($"{losses} & isKept", "row", "left");
            return;
        }

        Writer.Line($"{Dialect.Type} counted = {losses};");
        ClearLanesWithoutRow("counted");
        WriteCounted("row", "left");
    }

    private void ClearLanesWithoutRow(params string[] names)
    {
        Writer.Block($"if (left < {Lanes})", () => Writer.Lines(names.Select(name => $"{name} &= {Dialect.Helpers}.First<{Scalar}>(left);")));
        Writer.Line();
    }

    /// <summary>Declares the label's derivative, if there is one.</summary>
    protected void WriteLabelDerivative()
    {
        if (Plan.LabelGradient is { } labelGradient)
        {
            Writer.Step("the label's derivative: minus the sum of the others'");
            Writer.Line($"{Dialect.Type} {LabelDerivative} = {ExpressionText.Of(labelGradient, RowInLane)};");
        }
    }

    /// <summary>Stores the gradients, transposed back.</summary>
    protected void StoreGradients()
    {
        if (!Gradients.Any())
        {
            return;
        }

        Writer.Line();
        foreach (LanesOverRowsWriter passes in PassWriters)
        {
            if (Shape.SkipsRows)
            {
                passes.ClearSkipped("isKept");
            }

            passes.StoreGradient();
        }

        Writer.Block($"if (left < {Lanes})", () => Writer.Lines(Gradients.Select(CopyOfLastRows)));
    }

    private string CopyOfLastRows(RowMemory gradient)
    {
        string count = $"(int)left * {gradient.Length}";
        string target = $"ref Unsafe.Add(ref {gradient.Of}, row * {gradient.Length})";
        return $"{TileOf(gradient.Differentiates!)}[..({count})].CopyTo(MemoryMarshal.CreateSpan({target}, {count}));";
    }
}
