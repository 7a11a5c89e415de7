using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>Chooses the layout from the shape.</summary>
internal static class LayoutPlanner
{
    /// <summary>Half of the 16 registers that every processor with 256-bit vectors has: the other half is for exp's four chains and its constants.</summary>
    private const int LargestStraightLine = 8;

    /// <summary>Four independent chains hide the latency of exp's multiply-adds.</summary>
    private const int VectorsPerBlock = 4;

    /// <summary>Where the sides share their memory every vector has two masks beside it, and fewer of them fit.</summary>
    private const int VectorsPerSharedBlock = 2;

    /// <summary>
    /// A lane that adds up more exps than this loses bits of its own: with 32,000 nearly equal scores the error would be twice the accuracy bound.
    /// </summary>
    private const int LargestPlainSum = 128;

    /// <summary>The same for terms that the loss itself is made of, of which the bound allows fewer units of rounding.</summary>
    private const int LargestPlainSumOfTerms = 16;

    /// <summary>The layouts of the sides of a row, each with its axes and its length, null where only the lengths at run time tell.</summary>
    /// <param name="sides">The sides.</param>
    /// <param name="lanes">How many scores a vector holds.</param>
    /// <param name="sumsTerms">Whether terms of the loss are summed up, and not exps alone.</param>
    public static IEnumerable<SidePlan> SidesOf(IReadOnlyList<(Axes Axes, int? Length)> sides, int lanes, bool sumsTerms) =>
        sides.Select(side => new SidePlan(
            side.Axes,
            side.Length,
            LayoutOf(side.Length, lanes, LargestStraightLine / sides.Count, side.Axes == Axes.Pairs ? VectorsPerSharedBlock : VectorsPerBlock, sumsTerms ? LargestPlainSumOfTerms : LargestPlainSum)));

    /// <summary>The layout of the negatives where each positive in turn walks over them, and adds to what the ones before have left in memory.</summary>
    public static Layout LoopOf(int? length, int lanes, bool isShared) => LayoutOf(length, lanes, largestStraightLine: 0, isShared ? VectorsPerSharedBlock : VectorsPerBlock, LargestPlainSum);

    private static Layout LayoutOf(int? length, int lanes, int largestStraightLine, int vectorsPerBlock, int largestPlainSum)
    {
        if (length is { } fixedLength && fixedLength <= largestStraightLine * lanes)
        {
            return new StraightLine((fixedLength + lanes - 1) / lanes, fixedLength % lanes);
        }

        bool sumsStayShort = length <= largestPlainSum * vectorsPerBlock * lanes;
        return new UnrolledLoop(vectorsPerBlock, sumsStayShort ? null : largestPlainSum);
    }
}
