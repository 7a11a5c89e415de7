using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes what asks for memory before a loop comes to it.</summary>
internal static class FetchText
{
    /// <summary>
    /// How long before it is used memory is fetched where rows of several blocks are under way: the processor itself looks too short a way ahead for what lies beyond
    /// its caches (4,096 rows of 1,000 floats: -15 %, 64 of 32,000: -12 %).
    /// </summary>
    private const int BytesFetchedEarly = 4096;

    private const int BytesOfLine = 64;

    /// <param name="writer">Where to.</param>
    /// <param name="plan">The kernel.</param>
    /// <param name="side">The side of the row that the loop runs over.</param>
    /// <param name="dialect">The operations of the vectors.</param>
    /// <param name="pass">What the loop does.</param>
    /// <param name="vectors">The vectors of a turn.</param>
    public static void Write(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, Pass pass, IEnumerable<int> vectors)
    {
        string early = Literal.Of(BytesFetchedEarly / plan.Scalar.Bytes());
        if (plan.OverlapsBlocks && FetchesScores(plan, pass))
        {
            Fetch("Scores that are read a little later are on their way from memory meanwhile.", side.Scores, early);
        }
        else if (FetchesScores(plan, pass))
        {
            Fetch("The scores of the rows that come next are on their way from memory meanwhile.", side.Scores, NextRows(plan, side));
        }

        if (FetchesGradient(plan, pass))
        {
            Fetch("The memory of the gradient, too, is on its way before it is written.", side.Derivatives, early);
        }

        void Fetch(string remark, string memory, string distance)
        {
            writer.Line($"// {remark}");
            writer.Lines(vectors.Select(vector => vector * plan.Lanes).Where(BeginsLine).Select(offset =>
                $"{dialect.Helpers}.FetchAhead(ref {memory}, i{(offset == 0 ? "" : $" + {Literal.Of(offset)}")} + {distance});"));
        }

        bool BeginsLine(int offset) => offset * plan.Scalar.Bytes() % BytesOfLine == 0;
    }

    /// <summary>While exps keep the processor busy, or, where rows are read for the first time meanwhile, with these.</summary>
    private static bool FetchesScores(KernelPlan plan, Pass pass) =>
        plan.OverlapsBlocks ? pass.ReadsScores && pass.Round == plan.Passes[0].Round : pass.Elements.Any(definition => definition.IsExp);

    /// <summary>
    /// The gradient of rows so long that three do not stay in the second-level cache comes from beyond it, to be written over (64 rows of 32,000 floats: -8 %); shorter rows
    /// are slower with it.
    /// </summary>
    private static bool FetchesGradient(KernelPlan plan, Pass pass) =>
        plan is { OverlapsBlocks: true, Blocks.Overlap: BlockOverlap.WithNext } && pass.Kept.Count > 0 && plan.WritesGradientOf(pass.Axes);

    /// <summary>How far the scores of the rows are that come next.</summary>
    private static string NextRows(KernelPlan plan, SideText side) => plan.Blocks switch
    {
        { Rows: { } rows } when side.Plan.Length is { } length => Literal.Of(rows * length),
        { } => $"block * {side.Length}",
        null => side.Length,
    };
}
