using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the arguments of a call as a structure that computes some of the rows, for a batch that is split over threads. It holds spans, so that all of its
/// text is safe code; the library hands it to other threads.
/// </summary>
internal sealed class BatchStruct(SourceWriter writer, LossSpec spec, IReadOnlyList<KernelPlan> plans)
{
    private readonly ShapeText shape = ShapeText.Of(spec);

    /// <summary>What every row needs, by type and name: the user's spans, the lengths and the factors on the gradient.</summary>
    private IEnumerable<(string Type, string Name)> Fields =>
    [
        .. RoleText.All(spec).Where(role => role.IsSpan).Select(role => (role.SpanType!, role.Name)),
        .. shape.Lengths.Select(length => ("int", length)),
        .. plans.Any(KernelParameter.UsesUpstream) ? [(spec.Scalar.Keyword(), "upstream")] : Array.Empty<(string, string)>(),
        .. KernelParameter.UsesUpstreamScale(spec) ? [(spec.Scalar.Keyword(), "upstreamScale")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>Writes the call that computes all rows, with the variables of the entry method.</summary>
    public void WriteCall()
    {
        writer.Line("var batch = new Batch");
        writer.Line("{");
        writer.Lines(Fields.Select(field => $"    {field.Name} = {field.Name},"));
        writer.Line("};");
        writer.Line($"{(spec.ReturnsLoss ? "double total = " : "")}KernelBlocks.Run(ref batch, rows, {shape.WorkOfRow});");
    }

    /// <summary>Writes the structure.</summary>
    public void Write()
    {
        writer.Line("/// <summary>The batch, computed in blocks of rows: all on the caller's thread if they are few, or on several threads.</summary>");
        writer.Block("private ref struct Batch : IKernelBatch", () =>
        {
            writer.Lines(Fields.Select(field => $"public {field.Type} {field.Name};"));
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Block("public readonly double Compute(int first, int rows)", WriteBody);
        });
    }

    private void WriteBody()
    {
        foreach (KernelMemory memory in KernelParameter.MemoryOf(spec))
        {
            string start = shape.ElementsOfRow(memory.Role) switch
            {
                null => "",
                "1" => "[first..]",
                { } elements => $"[(first * {elements})..]",
            };
            writer.Line($"ref {memory.Type} {memory.StartName} = ref MemoryMarshal.GetReference({memory.SpanName}{start});");
        }

        writer.Line();
        var choice = new WidthChoice(writer, spec, plans);
        if (spec.ReturnsLoss)
        {
            choice.WriteSum("return");
        }
        else
        {
            choice.WriteCall();
            writer.Line();
            writer.Line("return 0d;");
        }
    }
}
