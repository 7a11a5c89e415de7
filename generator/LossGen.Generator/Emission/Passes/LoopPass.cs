using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>A pass over a row, as a part of a loop.</summary>
/// <param name="Writer">What writes the passes over that row.</param>
/// <param name="Pass">The pass.</param>
/// <param name="IfThere">Where the loop has passes of several rows: the condition that there is such a row, as C# writes it, and the pass's number, if it is to be titled.</param>
internal sealed record LoopPass(UnrolledLoopWriter Writer, Pass Pass, (string Condition, int? Number)? IfThere = null)
{
    /// <summary>The same pass over the block behind the loop.</summary>
    public LoopPass OfLast(UnrolledLoopWriter writer) => new(writer, Pass, IfThere is var (condition, _) ? (condition, null) : null);

    public void WriteTurn(SourceWriter writer)
    {
        if (IfThere is not { } ifThere)
        {
            Writer.WriteTurn(Pass);
            return;
        }

        writer.Line();
        writer.Block($"if ({ifThere.Condition})", () =>
        {
            if (ifThere.Number is { } number)
            {
                Writer.WriteTitle(Pass, number);
            }

            Writer.WriteTurn(Pass);
        });
    }
}
