using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Decides where whole blocks of rows are computed end to end. Nothing is transposed then but the sums, and the label takes a few scalar loads and stores a row, where in lanes it
/// takes two comparisons a score: the longer the row, the more that saves. What exps are measured from has to be known before they are read, and that is the label's score,
/// where it is not far behind; other blocks, and what is left of a batch, are computed as without, to the same bits.
/// </summary>
internal static class WholeBlocks
{
    /// <summary>At 256 bits rows of 10 take a tenth less time so, rows of 16 a third and rows of 17 to 32, which no longer have a lane, up to a half; rows of 8 do not.</summary>
    private const int LeastClasses = 9;

    /// <summary>At 512 bits, which hold all columns of 16 rows in registers, rows of 12 take a twentieth less and rows of 32 a quarter.</summary>
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

        int classes = plan.Sides[0].Length!.Value;
        return plan.Bits switch
        {
            512 when classes >= LeastClassesOf512Bits && plan.IsLaneARow => new RowsEndToEnd(classes, plan.LanesOfRow),
            256 when classes >= LeastClasses => new RowsEndToEnd(classes, plan.IsLaneARow ? plan.LanesOfRow : plan.Lanes),
            _ => null,
        };
    }
}
