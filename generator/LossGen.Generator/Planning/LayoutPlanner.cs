namespace LossGen.Generator.Planning;

/// <summary>Chooses the layout from the shape.</summary>
internal static class LayoutPlanner
{
    /// <summary>Half of the 16 registers that every processor with 256-bit vectors has: the other half is for exp's four chains and its constants.</summary>
    private const int LargestStraightLine = 8;

    /// <summary>Four independent chains hide the latency of exp's multiply-adds.</summary>
    private const int VectorsPerBlock = 4;

    /// <summary>
    /// A lane that adds up more terms than this loses bits of its own: with 32,000 nearly equal scores the error would be twice the accuracy bound.
    /// </summary>
    private const int LargestPlainSum = 128;

    public static Layout LayoutOf(int? classes, int lanes)
    {
        if (classes is { } fixedClasses && fixedClasses <= LargestStraightLine * lanes)
        {
            return new StraightLine((fixedClasses + lanes - 1) / lanes, fixedClasses % lanes);
        }

        bool sumsStayShort = classes <= LargestPlainSum * VectorsPerBlock * lanes;
        return new UnrolledLoop(VectorsPerBlock, sumsStayShort ? null : LargestPlainSum);
    }
}
