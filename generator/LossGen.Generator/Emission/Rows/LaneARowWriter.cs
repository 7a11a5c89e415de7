using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes as many rows at a time as a vector has lanes: everything of a row happens in its lane.</summary>
internal sealed class LaneARowWriter : RowsWriter
{
    private readonly LanesOverRowsWriter[] passWriters;

    public LaneARowWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        passWriters = [.. Sides.Select(side => new LanesOverRowsWriter(writer, plan, side, Dialect, (LanesOverRows)side.Plan.Layout))];
    }

    public override IEnumerable<int> ExpChains =>
    [
        .. passWriters.SelectMany(passes => passes.ExpChains),
        .. ExpChainsOfRows(Plan.OncePerRow.Concat(Plan.Passes.SelectMany(pass => pass.Afterwards))),
    ];

    public override IEnumerable<Expression> ValuesInLanes => Plan.ValuesOfRows;

    private Scope OfRows => Scope.LaneARow(Dialect, hasPairs: Sides.Length > 1);

    private IEnumerable<RowMemory> Inputs => Shape.Memory.Where(memory => memory.Differentiates is null);

    private IEnumerable<RowMemory> Gradients => Shape.Memory.Where(memory => memory.Differentiates is not null);

    public override void Write()
    {
        Writer.Line("// Where the last rows do not fill a vector they are computed in memory of their own.");
        Writer.Lines(Inputs.Select(memory => $"Span<{Scalar}> {TileOf(memory.Name)} = rows % {Lanes} == 0 ? default : stackalloc {Scalar}[{Lanes} * {memory.Length}];"));
        Writer.Line();
        Writer.Block($"for (nuint row = 0; row < rows; row += {Lanes})", WriteRows);
    }

    public override void WriteHelpers()
    {
        // Its passes call the library, and Exp, which every kernel has that needs it.
    }

    private static string TileOf(string memory) => $"last{char.ToUpperInvariant(memory[0])}{memory.Substring(1)}";

    private void WriteRows()
    {
        Writer.Line("nint left = (nint)rows - (nint)row;");
        Shape.WriteMemory(Writer, Shape.Memory, "scoped ");
        Writer.Block($"if (left < {Lanes})", () =>
        {
            foreach (RowMemory memory in Inputs)
            {
                Writer.Line($"MemoryMarshal.CreateSpan(ref {memory.Name}, (int)left * {memory.Length}).CopyTo({TileOf(memory.Name)});");
                Writer.Line($"{memory.Name} = ref MemoryMarshal.GetReference({TileOf(memory.Name)});");
            }

            Writer.Lines(Gradients.Select(memory => $"{memory.Name} = ref {memory.Differentiates};"));
        });

        Shape.WriteLabelsInLanes(Writer, Dialect);
        if (HasUpstreamOfRows)
        {
            Writer.Step("what each row's gradient starts with");
            Writer.Line($"{Dialect.Type} upstream = {Dialect.LoadFirst("upstreams", "row", "left", padding: 0)}{UpstreamScale(Scope.InAllLanes)};");
        }

        foreach (LanesOverRowsWriter passes in passWriters)
        {
            passes.Begin([.. Plan.Passes.Where(passes.Concerns)]);
        }

        Define(Plan.OncePerRow);
        for (int i = 0; i < Plan.Passes.Count; i++)
        {
            passWriters.First(passes => passes.Concerns(Plan.Passes[i])).Write(Plan.Passes[i], i + 1);
            Define(Plan.Passes[i].Afterwards);
        }

        WriteLoss();
        WriteGradients();
    }

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
                    passWriters[(search.Side & Sides[0].Plan.Axes) != Axes.None ? 0 : 1].WriteFirstIndexOf(definition, OfRows);
                    break;
                default:
                    Define([definition], OfRows);
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
        WriteLosses($"{ExpressionText.Of(loss, OfRows)} & {(Shape.SkipsRows ? "isKept" : $"{Dialect.Helpers}.First<{Scalar}>(left)")}", "row", "left");
    }

    private void WriteGradients()
    {
        if (Plan.LabelGradient is { } labelGradient)
        {
            Writer.Step("the label's derivative: minus the sum of the others'");
            Writer.Line($"{Dialect.Type} labelDerivative = {ExpressionText.Of(labelGradient, OfRows)};");
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
