using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes what asks for memory before a loop comes to it.</summary>
internal static class FetchText
{
    /// <summary>
    /// How long before they are read scores are fetched where rows of several blocks are under way: the processor itself looks too short a way ahead for memory beyond its
    /// caches (4,096 rows of 1,000 floats: -15 %, 64 of 16,000: -20 %).
    /// </summary>
    private const int BytesReadLater = 4096;

    /// <summary>
    /// How long before they are written exps' places in the gradient are fetched by vectors that fill a cache line, each of which would wait for its own (Emerald Rapids, rows of
    /// 1,000 floats: -8 %, of 8,192: -7 %, 64 of 32,000 that are in no cache: -25 %). For narrower ones it pays while a batch stays in the last cache, and costs as much where it
    /// does not.
    /// </summary>
    private const int BytesWrittenLater = 1024;

    private const int BytesOfLine = 64;

    /// <param name="writer">Where to.</param>
    /// <param name="plan">The kernel.</param>
    /// <param name="side">The side of the row that the loop runs over.</param>
    /// <param name="dialect">The operations of the vectors.</param>
    /// <param name="vectors">The vectors of a turn.</param>
    public static void WriteScores(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, IEnumerable<int> vectors)
    {
        writer.Line($"// Scores that are read {(plan.OverlapsBlocks ? "a little later" : "with the next rows")} are on their way from memory meanwhile.");
        Write(writer, plan, side.Scores, dialect, vectors, plan.OverlapsBlocks ? Literal.Of(BytesReadLater / plan.Scalar.Bytes()) : NextRows(plan, side));
    }

    /// <summary>The same for the places where a pass leaves what a later one needs.</summary>
    public static void WriteKept(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, IEnumerable<int> vectors)
    {
        writer.Line("// The memory that exps are written to a little later is fetched meanwhile.");
        Write(writer, plan, side.Derivatives, dialect, vectors, Literal.Of(BytesWrittenLater / plan.Scalar.Bytes()));
    }

    /// <summary>One a cache line, if the row begins with one.</summary>
    private static void Write(SourceWriter writer, KernelPlan plan, string memory, Dialect dialect, IEnumerable<int> vectors, string distance) =>
        writer.Lines(vectors.Select(vector => vector * plan.Lanes).Where(offset => offset * plan.Scalar.Bytes() % BytesOfLine == 0)
            .Select(offset => $"{dialect.Helpers}.FetchAhead(ref {memory}, i{(offset == 0 ? "" : $" + {Literal.Of(offset)}")} + {distance});"));

    /// <summary>How far the scores of the rows are that come next.</summary>
    private static string NextRows(KernelPlan plan, SideText side) => plan.Blocks switch
    {
        { Rows: { } rows } when side.Plan.Length is { } length => Literal.Of(rows * length),
        { } => $"block * {side.Length}",
        null => side.Length,
    };
}
