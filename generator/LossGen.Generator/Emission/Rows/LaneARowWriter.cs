using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes as many rows at a time as a vector has lanes: everything of a row happens in its lane. Where that can be, a block of them goes through the passes
/// that find out its sums before the first is finished.
/// </summary>
internal sealed class LaneARowWriter : RowsWriter
{
    private const string PlaceInBlock = "row - firstOfBlock";

    private readonly LanesOverRowsWriter[] passWriters;

    /// <summary>The walks over rows that are under way; null where these are finished one vector after the other.</summary>
    private readonly RowStages? stages;

    public LaneARowWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        passWriters = [.. Sides.Select(side => new LanesOverRowsWriter(writer, plan, side, Dialect, (LanesOverRows)side.Plan.Layout, largestIsLabel: spec.Has(Role.Targets)))];
        stages = plan.RowsUnderWay is null ? null : RowStages.Of(plan);
    }

    public override IEnumerable<ExpMethod> ExpMethods => stages is null ? ExpMethodsOf(Plan.OncePerRow, Plan.Passes) :
    [
        .. ExpText.MethodsFor(Dialect, stages.Exps.SelectMany(PlacesOf).Count(), ExpText.MostChains),
        .. ExpMethodsOf(stages.OncePerRow.Concat(stages.Between), stages.Reading.Concat(stages.Finishing)),
    ];

    public override IEnumerable<Expression> ValuesInLanes => Plan.ValuesOfRows;

    private Scope RowInLane => Scope.LaneARow(Dialect, hasPairs: Sides.Length > 1);

    private IEnumerable<RowMemory> Inputs => Shape.Memory.Where(memory => memory.Differentiates is null);

    private IEnumerable<RowMemory> Gradients => Shape.Memory.Where(memory => memory.Differentiates is not null);

    public override void Write()
    {
        Writer.Line("// Where the last rows do not fill a vector they are computed in memory of their own.");
        Writer.Lines(Inputs.Select(memory => $"Span<{Scalar}> {TileOf(memory.Name)} = rows % {Lanes} == 0 ? default : stackalloc {Scalar}[{Lanes} * {memory.Length}];"));
        Writer.Line();
        if (stages is not null)
        {
            WriteRowsUnderWay(Literal.Of(Plan.RowsUnderWay!.Value), stages);
        }
        else
        {
            Writer.Block($"for (nuint row = 0; row < rows; row += {Lanes})", WriteRows);
        }
    }

    public override void WriteHelpers()
    {
        // Its passes call the library, and Exp, which every kernel has that needs it.
    }

    /// <summary>The methods for exps that are computed where they stand.</summary>
    private IEnumerable<ExpMethod> ExpMethodsOf(IEnumerable<Definition> oncePerRow, IEnumerable<Pass> passes) =>
    [
        .. passWriters.SelectMany(side => side.ExpMethodsOf(passes)),
        .. ExpMethodsOfRows(oncePerRow.Concat(passes.SelectMany(pass => pass.Afterwards))),
    ];

    private static string OfRows(string name) => name + Scope.OfRowsInLanes;

    private static string TileOf(string memory) => $"last{char.ToUpperInvariant(memory[0])}{memory.Substring(1)}";

    private void WriteRows()
    {
        Pass[] passes = [.. Plan.Passes];
        WriteMemory([.. Shape.Memory]);
        Shape.WriteLabelsInLanes(Writer, Dialect);
        WriteUpstream();
        WriteOncePerRow(passes, Plan.OncePerRow);
        WritePasses(passes, firstNumber: 1);
        WriteLoss();
        WriteGradients();
    }

    /// <summary>Writes a block of rows as three loops, between which waits what one has found out and the next needs.</summary>
    private void WriteRowsUnderWay(string rows, RowStages stages)
    {
        string[] waiting =
        [
            .. Plan.LabelGradient is null ? [] : (string[])["label"],
            .. Shape.SkipsRows ? (string[])["isKept"] : [],
            .. stages.Waiting(new[] { Plan.Loss, Plan.LabelGradient }.OfType<Expression>()),
        ];

        Writer.Line("// Some rows are under way at a time, so that none waits for its sum. Their exps wait in the memory of their gradient, their other values here.");
        Writer.Lines(waiting.Select(name => $"ref {Scalar} {OfRows(name)} = ref MemoryMarshal.GetReference(stackalloc {Scalar}[{rows}]);"));
        Writer.Line();
        Writer.Block($"for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += {rows})", () =>
        {
            Writer.Line($"nuint endOfBlock = nuint.Min(firstOfBlock + {rows}, rows);");
            WriteLoopOverBlock(() =>
            {
                Pass[] passes = [.. stages.Reading];
                WriteMemory([.. Shape.Memory]);
                Shape.WriteLabelsInLanes(Writer, Dialect);
                WriteOncePerRow(passes, stages.OncePerRow);
                WritePasses(passes, firstNumber: 1);

                Writer.Line();
                Writer.Lines(waiting.Select(name => Dialect.Store(name, OfRows(name), PlaceInBlock)));
                foreach ((string name, string memory, string offset) in KeptBy(stages.Reading))
                {
                    Writer.Line(Dialect.Store(name, memory, offset));
                }
            });
            if (stages.Exps.Count > 0)
            {
                Writer.Line();
                WriteLoopOverBlock(() =>
                {
                    WriteMemory([.. Gradients]);
                    WriteExps(stages.Exps);
                });
            }

            Writer.Line();
            WriteLoopOverBlock(() =>
            {
                WriteMemory([.. Gradients]);
                WriteUpstream();
                Writer.Line();
                Writer.Lines(waiting.Select(name => $"{Dialect.Type} {name} = {Dialect.Load(OfRows(name), PlaceInBlock)};"));
                foreach ((string name, string memory, string offset) in KeptBy(stages.Reading))
                {
                    Writer.Line($"{Dialect.Type} {name} = {Dialect.Load(memory, offset)};");
                }

                Define(stages.Between);
                WritePasses([.. stages.Finishing], firstNumber: 1 + stages.Reading.Count);
                WriteLoss();
                WriteGradients();
            });
        });
    }

    /// <summary>Writes the exps of a vector of rows, as many at a time as fit into the registers.</summary>
    private void WriteExps(IEnumerable<Definition> exps)
    {
        (string Name, string Memory, string Offset)[] waiting = [.. exps.SelectMany(PlacesOf)];
        Writer.Step("the exps, and nothing else: they need all registers and keep the multipliers busy");
        for (int first = 0; first < waiting.Length; first += ExpText.MostChains)
        {
            (string Name, string Memory, string Offset)[] together = [.. waiting.Skip(first).Take(ExpText.MostChains)];
            if (first > 0)
            {
                Writer.Line();
            }

            Writer.Lines(together.Select(exp => $"{Dialect.Type} {exp.Name} = {Dialect.Load(exp.Memory, exp.Offset)};"));
            Writer.Lines(ExpText.Calls([.. together.Select(exp => exp.Name)], ExpText.MostChains));
            Writer.Lines(together.Select(exp => Dialect.Store(exp.Name, exp.Memory, exp.Offset)));
        }
    }

    /// <summary>The elements' values that wait, and where.</summary>
    private IEnumerable<(string Name, string Memory, string Offset)> KeptBy(IEnumerable<Pass> passes) => passes.SelectMany(pass => pass.Kept).SelectMany(PlacesOf);

    /// <summary>Where a value waits: that of a row here, those of its elements in the memory of the gradient, an element after the other: there is room for just as many.</summary>
    private IEnumerable<(string Name, string Memory, string Offset)> PlacesOf(Definition definition) => definition.Rank == Rank.Row
        ? [(definition.Name, OfRows(definition.Name), PlaceInBlock)]
        : passWriters.First(side => side.Concerns(definition)).PlacesOf(definition);

    private void WriteLoopOverBlock(Action body) => Writer.Block($"for (nuint row = firstOfBlock; row < endOfBlock; row += {Lanes})", body);

    /// <summary>Writes how many rows are left, and where the memory of these begins.</summary>
    private void WriteMemory(RowMemory[] memory)
    {
        Writer.Line("nint left = (nint)rows - (nint)row;");
        Shape.WriteMemory(Writer, memory, RowNames.Own, "scoped ");
        Writer.Block($"if (left < {Lanes})", () =>
        {
            foreach (RowMemory input in memory.Intersect(Inputs))
            {
                Writer.Line($"MemoryMarshal.CreateSpan(ref {input.Name}, (int)left * {input.Length}).CopyTo({TileOf(input.Name)});");
                Writer.Line($"{input.Name} = ref MemoryMarshal.GetReference({TileOf(input.Name)});");
            }

            Writer.Lines(memory.Intersect(Gradients).Select(gradient => $"{gradient.Name} = ref MemoryMarshal.GetReference({TileOf(gradient.Differentiates!)});"));
        });
    }

    private void WriteUpstream()
    {
        if (HasUpstreamOfRows)
        {
            Writer.Step("what each row's gradient starts with");
            Writer.Line($"{Dialect.Type} upstream = {Dialect.LoadFirst("upstreams", "row", "left", padding: 0)}{UpstreamScale(Scope.InAllLanes)};");
        }
    }

    private void WriteOncePerRow(Pass[] passes, IEnumerable<Definition> definitions)
    {
        foreach (LanesOverRowsWriter side in passWriters)
        {
            side.Begin([.. passes.Where(side.Concerns)]);
        }

        Define(definitions);
    }

    private void WritePasses(Pass[] passes, int firstNumber)
    {
        for (int i = 0; i < passes.Length; i++)
        {
            if (passes[i].Gradients.Count > 0 && stages is not null)
            {
                WriteLabelDerivative();
            }

            WriterOf(passes[i]).Write(passes[i], firstNumber + i);
            Define(passes[i].Afterwards);
        }
    }

    private LanesOverRowsWriter WriterOf(Pass pass) => passWriters.First(side => side.Concerns(pass));

    private void Define(IEnumerable<Definition> definitions)
    {
        foreach (Definition definition in definitions)
        {
            switch (definition.Value)
            {
                case Score or OfClass:
                    passWriters[0].WriteOfLabel(definition);
                    break;
                case FirstIndexOf search:
                    Writer.Step(definition.Remark);
                    passWriters[(search.Side & Sides[0].Plan.Axes) != Axes.None ? 0 : 1].WriteFirstIndexOf(definition, RowInLane);
                    break;
                default:
                    Define([definition], RowInLane);
                    break;
            }
        }
    }

    private void WriteLoss()
    {
        if (Plan.Loss is not { } loss)
        {
            return;
        }

        Writer.Line();
        WriteLosses($"{ExpressionText.Of(loss, RowInLane)} & {(Shape.SkipsRows ? "isKept" : $"{Dialect.Helpers}.First<{Scalar}>(left)")}", "row", "left");
    }

    private void WriteLabelDerivative()
    {
        if (Plan.LabelGradient is { } labelGradient)
        {
            Writer.Step("the label's derivative: minus the sum of the others'");
            Writer.Line($"{Dialect.Type} {LabelDerivative} = {ExpressionText.Of(labelGradient, RowInLane)};");
        }
    }

    private void WriteGradients()
    {
        if (stages is null && Plan.LabelGradient is not null)
        {
            WriteLabelDerivative();
            passWriters[0].PutInLabelDerivative();
        }

        if (!Gradients.Any())
        {
            return;
        }

        Writer.Line();
        foreach (LanesOverRowsWriter passes in passWriters)
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
