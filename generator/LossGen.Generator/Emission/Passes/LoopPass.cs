using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>A pass over a row, as a part of a loop.</summary>
/// <param name="Writer">What writes the passes over that row.</param>
/// <param name="Pass">The pass.</param>
/// <param name="Condition">Where the loop has passes of several rows: whether there is such a row, as C# writes it.</param>
/// <param name="Number">The pass's number, if it is to be titled.</param>
internal sealed record LoopPass(UnrolledLoopWriter Writer, Pass Pass, string? Condition = null, int? Number = null)
{
    /// <summary>The same pass over other blocks, where the reader has seen its title.</summary>
    public LoopPass Again(UnrolledLoopWriter writer) => new(writer, Pass, Condition);

    /// <summary>The same pass over other blocks of a row that is there.</summary>
    public LoopPass Unconditional(UnrolledLoopWriter writer) => new(writer, Pass, Number: Number);

    /// <summary>Writes what the loop does for it in a turn, in a scope of its own if other passes take their turns in the same.</summary>
    public void WriteTurn(SourceWriter writer, bool isAlone)
    {
        if (Condition is not null)
        {
            writer.Line();
            writer.Block($"if ({Condition})", () =>
            {
                WriteTitle();
                Writer.WriteTurn(Pass);
            });
            return;
        }

        WriteTitle();
        if (isAlone)
        {
            Writer.WriteTurn(Pass);
        }
        else
        {
            writer.Braces(() => Writer.WriteTurn(Pass));
        }
    }

    private void WriteTitle()
    {
        if (Number is { } number)
        {
            Writer.WriteTitle(Pass, number);
        }
    }
}
