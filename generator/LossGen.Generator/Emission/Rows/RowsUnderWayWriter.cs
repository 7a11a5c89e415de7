using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes a block of rows, a row a lane, as two or three loops, between which waits what one has found out and the next needs: see <see cref="RowStages"/>.</summary>
internal sealed class RowsUnderWayWriter(SourceWriter writer, LossSpec spec, KernelPlan plan, int rowsUnderWay) : LaneARowWriter(writer, spec, plan)
{
    private const string PlaceInBlock = "row - firstOfBlock";

    private readonly RowStages stages = RowStages.Of(plan);

    public override IEnumerable<ExpMethod> ExpMethods =>
    [
        .. GroupsOfExps().Select(group => ExpMethod.Of(Dialect, group.Length)).Distinct(),
        .. ExpMethodsOf(stages.OncePerRow.Concat(stages.Between), stages.Reading.Concat(stages.Finishing)),
    ];

    protected override void WriteLoop()
    {
        string rowsOfBlock = Literal.Of(rowsUnderWay);
        string[] waiting =
        [
            .. Plan.LabelGradient is null ? [] : (string[])["label"],
            .. Shape.SkipsRows ? (string[])["isKept"] : [],
            .. stages.Waiting,
        ];

        Writer.Line("// Some rows are under way at a time, so that none waits for its sum. Their elements' values wait in the memory of their gradient, their other values here.");
        Writer.Lines(waiting.Select(name => $"ref {Scalar} {OfRows(name)} = ref MemoryMarshal.GetReference(stackalloc {Scalar}[{rowsOfBlock}]);"));
        Writer.Line();
        WriteBlocks(rowsUnderWay, () =>
        {
            WriteLoopOverBlock(() =>
            {
                Pass[] passes = [.. stages.Reading];
                WriteMemory([.. Shape.Memory]);
                Shape.WriteLabelsInLanes(Writer, Dialect, "row", "left");
                WriteOncePerRow(passes, stages.OncePerRow);
                WritePasses(passes, firstNumber: 1);

                Writer.Line();
                Writer.Lines(waiting.Select(name => Dialect.Store(name, OfRows(name), PlaceInBlock)));
                Writer.Lines(Kept.Select(kept => Dialect.Store(kept.Name, kept.Memory, kept.Offset)));
            });
            if (stages.Exps.Count > 0)
            {
                Writer.Line();
                WriteLoopOverBlock(() =>
                {
                    WriteMemory([.. Gradients]);
                    WriteExps();
                });
            }

            Writer.Line();
            WriteAroundJoined(() => WriteLoopOverBlock(() =>
            {
                WriteMemory([.. Gradients]);
                WriteUpstream();
                Writer.Line();
                Writer.Lines(waiting.Select(name => $"{Dialect.Type} {name} = {Dialect.Load(OfRows(name), PlaceInBlock)};"));
                Writer.Lines(Kept.Select(kept => $"{Dialect.Type} {kept.Name} = {Dialect.Load(kept.Memory, kept.Offset)};"));

                Define(stages.Between);
                WriteFinishing();
                WriteLoss();
                StoreGradients();
            }));
        });
    }

    /// <summary>Writes the exps of a vector of rows, as many at a time as fit into the registers.</summary>
    private void WriteExps()
    {
        Writer.Step("the exps, and nothing else: they need all registers and keep the multipliers busy");
        bool isFirst = true;
        foreach ((string Name, string Memory, string Offset)[] together in GroupsOfExps())
        {
            if (!isFirst)
            {
                Writer.Line();
            }

            isFirst = false;
            Writer.Lines(together.Select(exp => $"{Dialect.Type} {exp.Name} = {Dialect.Load(exp.Memory, exp.Offset)};"));
            Writer.Lines(ExpText.Calls(ExpKind, [.. together.Select(exp => exp.Name)], ExpText.MostChains));
            Writer.Lines(together.Select(exp => Dialect.Store(exp.Name, exp.Memory, exp.Offset)));
        }
    }

    /// <summary>The exps of a vector of rows, as many at a time as fit into the registers.</summary>
    private IEnumerable<(string Name, string Memory, string Offset)[]> GroupsOfExps()
    {
        (string Name, string Memory, string Offset)[] waiting = [.. stages.Exps.SelectMany(PlacesOf)];
        return ExpText.GroupsOf(waiting.Length, ExpText.MostChains).Select(group => group.Select(i => waiting[i]).ToArray());
    }

    /// <summary>Writes the passes of the third walk. The label's derivative is known before those that put it in its place.</summary>
    private void WriteFinishing()
    {
        int number = stages.Reading.Count;
        foreach (Pass pass in stages.Finishing)
        {
            if (pass.Gradients.Count > 0)
            {
                WriteLabelDerivative();
            }

            number++;
            WritePasses([pass], number);
        }
    }

    /// <summary>The elements' values that wait, and where.</summary>
    private IEnumerable<(string Name, string Memory, string Offset)> Kept => stages.Reading.SelectMany(pass => pass.Kept).SelectMany(PlacesOf);

    /// <summary>Where a value waits: that of a row here, those of its elements in the memory of the gradient, an element after the other: there is room for just as many.</summary>
    private IEnumerable<(string Name, string Memory, string Offset)> PlacesOf(Definition definition) => definition.Rank == Rank.Row
        ? [(definition.Name, OfRows(definition.Name), PlaceInBlock)]
        : PassWriters.First(side => side.Concerns(definition)).PlacesOf(definition);

    private static string OfRows(string name) => name + Scope.OfRowsInLanes;
}
