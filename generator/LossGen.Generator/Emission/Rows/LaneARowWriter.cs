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

    public LaneARowWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        passWriters = [.. Sides.Select(side => new LanesOverRowsWriter(writer, plan, side, Dialect, (LanesOverRows)side.Plan.Layout, largestIsLabel: spec.Has(Role.Targets)))];
    }

    public override IEnumerable<int> ExpChains =>
    [
        .. passWriters.SelectMany(passes => passes.ExpChains),
        .. ExpChainsOfRows(Plan.OncePerRow.Concat(Plan.Passes.SelectMany(pass => pass.Afterwards))),
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
        if (Plan.RowsUnderWay is { } rows)
        {
            WriteRowsUnderWay(Literal.Of(rows));
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

    private static string OfRows(string name) => name + Scope.OfRowsInLanes;

    private static string TileOf(string memory) => $"last{char.ToUpperInvariant(memory[0])}{memory.Substring(1)}";

    private void WriteRows()
    {
        Pass[] passes = [.. Plan.Passes];
        WriteMemory([.. Shape.Memory]);
        Shape.WriteLabelsInLanes(Writer, Dialect);
        WriteUpstream();
        WriteOncePerRow(passes);
        WritePasses(passes, firstNumber: 1);
        WriteLoss();
        WriteGradients();
    }

    /// <summary>Writes a block of rows as two loops, between which waits what the first has found out.</summary>
    private void WriteRowsUnderWay(string rows)
    {
        Pass[] first = [.. Plan.PassesBeforeGradients];
        Pass[] second = [.. Plan.Passes.Skip(first.Length)];
        Definition[] between = [.. first[first.Length - 1].Afterwards];
        first[first.Length - 1] = first[first.Length - 1] with { Afterwards = default };
        string[] waiting = [.. ValuesThatWait(first, between, second)];

        Writer.Line("// While the sums of some rows are awaited the next rows are under way. Their exps wait in the memory of their gradient, their other values here.");
        Writer.Lines(waiting.Select(name => $"ref {Scalar} {OfRows(name)} = ref MemoryMarshal.GetReference(stackalloc {Scalar}[{rows}]);"));
        Writer.Line();
        Writer.Block($"for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += {rows})", () =>
        {
            Writer.Line($"nuint endOfBlock = nuint.Min(firstOfBlock + {rows}, rows);");
            WriteLoopOverBlock(() =>
            {
                WriteMemory([.. Shape.Memory]);
                Shape.WriteLabelsInLanes(Writer, Dialect);
                WriteOncePerRow(first);
                WritePasses(first, firstNumber: 1);

                Writer.Line();
                Writer.Lines(waiting.Select(name => Dialect.Store(name, OfRows(name), PlaceInBlock)));
                foreach (Pass pass in second)
                {
                    WriterOf(pass).StoreKept(pass.Reloaded[0]);
                }
            });
            Writer.Line();
            WriteLoopOverBlock(() =>
            {
                WriteMemory([.. Gradients]);
                WriteUpstream();
                Writer.Line();
                Writer.Lines(waiting.Select(name => $"{Dialect.Type} {name} = {Dialect.Load(OfRows(name), PlaceInBlock)};"));
                foreach (Pass pass in second)
                {
                    WriterOf(pass).LoadKept(pass.Reloaded[0]);
                }

                Define(between);
                WritePasses(second, firstNumber: 1 + first.Length);
                WriteLoss();
                WriteGradients();
            });
        });
    }

    private void WriteLoopOverBlock(Action body) => Writer.Block($"for (nuint row = firstOfBlock; row < endOfBlock; row += {Lanes})", body);

    /// <summary>What the first passes find out of a row and what comes after them needs.</summary>
    private IEnumerable<string> ValuesThatWait(Pass[] first, Definition[] between, Pass[] second)
    {
        if (Plan.LabelGradient is not null)
        {
            yield return "label";
        }

        if (Shape.SkipsRows)
        {
            yield return "isKept";
        }

        IEnumerable<Definition> found = Plan.OncePerRow.Concat(first.SelectMany(pass => pass.Reductions.Concat(pass.Afterwards)));
        IEnumerable<Expression> needing = between.Concat(second.SelectMany(pass => pass.Afterwards)).Select(definition => definition.Value)
            .Concat(second.SelectMany(pass => pass.Values))
            .Concat(new[] { Plan.Loss, Plan.LabelGradient }.OfType<Expression>());
        foreach (string name in found.Select(definition => definition.Name).Intersect(needing.SelectMany(value => ExpressionText.NamesOf(Rank.Row, value))))
        {
            yield return name;
        }
    }

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

    private void WriteOncePerRow(Pass[] passes)
    {
        foreach (LanesOverRowsWriter side in passWriters)
        {
            side.Begin([.. passes.Where(side.Concerns)]);
        }

        Define(Plan.OncePerRow);
    }

    private void WritePasses(Pass[] passes, int firstNumber)
    {
        for (int i = 0; i < passes.Length; i++)
        {
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

    private void WriteGradients()
    {
        if (Plan.LabelGradient is { } labelGradient)
        {
            Writer.Step("the label's derivative: minus the sum of the others'");
            Writer.Line($"{Dialect.Type} labelDerivative = {ExpressionText.Of(labelGradient, RowInLane)};");
            passWriters[0].PutInLabel("labelDerivative");
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
