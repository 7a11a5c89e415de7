using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Decides where whole blocks of rows are computed end to end. Nothing is transposed then but the sums, and the label takes a few scalar loads and stores a row, where in lanes it
/// takes two comparisons a score: the longer the row, the more that saves. What exps are measured from has to be known before they are read, and that is the label's score,
/// where it is not far behind; other blocks, and what is left of a batch, are computed as without, to the same bits, the sign of a NaN aside. What has more to a row than that, such as a weight or a
/// loss that is asked for by itself, is left to the other layouts, and so are losses or gradients alone.
/// </summary>
internal static class WholeBlocks
{
    /// <summary>How many rows are a block: what they leave in memory stays in a first-level cache, and has reached it when the next loop reads it in other pieces.</summary>
    public const int Rows = 64;

    /// <summary>Fewer rows than two blocks do not make up for setting up the workspace.</summary>
    public const int LeastRows = 2 * Rows;

    /// <summary>How many rows are left to the other layout where a label of the first block is far behind: what was computed in vain is less than a tenth of their time.</summary>
    public const int RowsLeftToOthers = 4 * Rows;

    /// <summary>
    /// Shorter rows do not fill a vector of 256 bits. On Zen 3 rows of 8 to 10 take a sixth less time end to end than in lanes, rows of 16 two fifths less, and rows of 17, which
    /// have no lane any more, more than half; rows of 7 gain less, and rows of 6 nothing.
    /// </summary>
    private const int LeastClasses = 8;

    /// <summary>
    /// The same at 512 bits, whose registers hold all columns of 16 rows: rows of 17 take a seventh less time, and rows of 28 a third. Those of 10 do where arrays begin with a
    /// cache line, but vectors of 512 bits that lie across two of them cost as much.
    /// </summary>
    private const int LeastClassesOf512Bits = 12;

    /// <summary>The layout of whole blocks; null where they are computed like all other rows.</summary>
    /// <param name="spec">What is computed.</param>
    /// <param name="plan">How all other rows are computed.</param>
    public static RowsEndToEnd? LayoutOf(LossSpec spec, KernelPlan plan)
    {
        if (ExponentRange.ReferenceOf(spec) != ExpReference.LabelUnlessFarBehind
            || spec is { IsSingleRow: true } or { ReturnsLoss: false } or { IgnoreLabel: not null } or { HasUpstreamOfRows: true }
            || spec.Has(Role.Losses)
            || spec.Has(Role.ClassWeights)
            || !spec.Has(Role.Gradient))
        {
            return null;
        }

        // A row's sum has to have the same bits: with a narrow tail it is added up in another order.
        int? lanesOfRow = plan.Sides[0].Layout switch
        {
            LanesOverRows lanes => lanes.LanesOfRow,
            UnrolledPass { LanesOfTail: null } => plan.Lanes,
            _ => null,
        };
        int classes = plan.Sides[0].Length!.Value;
        return lanesOfRow is { } known && plan.Bits >= 256 && classes >= (plan.Bits == 512 ? LeastClassesOf512Bits : LeastClasses)
            ? new RowsEndToEnd(classes, known)
            : null;
    }
}
