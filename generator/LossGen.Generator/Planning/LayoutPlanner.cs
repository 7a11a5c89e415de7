using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>Chooses the layout from the shape.</summary>
internal static class LayoutPlanner
{
    /// <summary>A row that fills more vectors than these is better off with its own: transposing them costs more than reducing across their lanes.</summary>
    private const int LargestLaneARow = 2;

    /// <summary>Half of the 16 registers that every processor with 256-bit vectors has: the other half is for exp's four chains and its constants.</summary>
    private const int LargestStraightLine = 8;

    /// <summary>As far as a pass without a loop is faster than one with it, and the code stays within a fraction of the JIT's budget.</summary>
    private const int LargestUnrolledPass = 16;

    /// <summary>
    /// The same for floats at 256 bits, where also 24 vectors are: the few blocks of a loop over as many wait for the one with the label (Zen 3: 129 classes -25 %, 160 and 192 -30 %). At 128 bits
    /// 24 take a fifth more.
    /// </summary>
    private const int LargestUnrolledPassOf256Bits = 24;

    /// <summary>Four independent chains hide the latency of exp's multiply-adds.</summary>
    private const int VectorsPerBlock = 4;

    /// <summary>Where the sides share their memory every vector has two masks beside it, and fewer of them fit.</summary>
    private const int VectorsPerSharedBlock = 2;

    /// <summary>
    /// A lane that adds up the exps of more blocks than this loses bits of its own: with 32,000 nearly equal scores the error would be twice the accuracy bound.
    /// </summary>
    private const int LargestPlainSum = 128;

    /// <summary>The same for terms that the loss itself is made of, of which the bound allows fewer units of rounding.</summary>
    private const int LargestPlainSumOfTerms = 16;

    /// <summary>Half of a first-level cache of 32 KB: what is kept between the passes over a block of rows, in bytes.</summary>
    private const int LargestBlock = 16 * 1024;

    /// <summary>The same where three blocks are under way.</summary>
    private const int LargestOverlappingBlock = LargestBlock / 2;

    /// <summary>
    /// How long a row may be, in bytes, whose gradient is written while the next but one is read: scores and derivatives of three rows then take half of a second-level
    /// cache of 1 MB. With 32,000 floats it would be slower by a sixth.
    /// </summary>
    private const int LargestRowOfThree = 64 * 1024;

    /// <summary>128 bits, in bytes: the narrowest vectors that there are.</summary>
    private const int NarrowestVector = 16;

    /// <summary>512 bits, in bytes: the widest.</summary>
    private const int WidestVector = 64;

    /// <summary>The layouts of the sides of a row, and how many rows share what is computed between the passes; null if each is alone.</summary>
    /// <param name="sides">The sides and their lengths, null where only the lengths at run time tell.</param>
    /// <param name="lanes">How many scores a vector holds.</param>
    /// <param name="scalar">The type of the scores.</param>
    /// <param name="isBatch">Whether there are many rows.</param>
    /// <param name="areAlike">Whether every row counts, and is known from the start, so that several can be walked over in one loop.</param>
    /// <param name="hasCostlyRows">Whether a row has values of its own that take long to compute: an exp, a logarithm, a division.</param>
    /// <param name="sumsTerms">Whether terms of the loss are summed up, and not exps alone.</param>
    /// <param name="operations">How many operations an element's values are.</param>
    public static (SidePlan[] Sides, RowBlocks? Blocks) LayoutOf(
        IReadOnlyList<(Axes Axes, int? Length)> sides,
        int lanes,
        ScalarType scalar,
        bool isBatch,
        bool areAlike,
        bool hasCostlyRows,
        bool sumsTerms,
        int operations)
    {
        // Of two classes only one is walked over: there is no work for the lanes of a vector, but those of many rows.
        if (sides.Count == 1 && sides[0] == (Axes.Negatives, 2) && (lanes == 1 || !isBatch))
        {
            return ([new SidePlan(Axes.Negatives, Length: 2, Lanes: 1, new OtherOfTwo())], null);
        }

        long? length = sides.Aggregate((long?)0, (sum, side) => sum + side.Length);
        int lanesOfRow = lanes;
        if (lanes > 1 && length <= LargestLaneARow * lanes && length * operations <= TextSize.Largest)
        {
            lanesOfRow = LanesOfRow(sides.Max(side => side.Length!.Value), lanes, scalar);
            if (isBatch)
            {
                return ([.. sides.Select(side => new SidePlan(side.Axes, side.Length, lanes, new LanesOverRows(side.Length!.Value, LanesOf(side.Length, lanesOfRow, scalar))))], null);
            }
        }

        RowBlocks? blocks = isBatch && lanes > 1 && hasCostlyRows ? BlocksOf(length, lanes, scalar, areAlike) : null;
        return ([.. sides.Select(side => SideOf(side.Axes, side.Length, LanesOf(side.Length, lanesOfRow, scalar)))], blocks);

        SidePlan SideOf(Axes axes, int? ownLength, int ownLanes) => new(axes, ownLength, ownLanes, ownLength switch
        {
            { } known when IsUnrolledPass(VectorsOf(known, ownLanes)) => UnrolledPassOf(known, ownLanes, scalar, blocks!.ReducesRowsTogether),
            { } known when IsStraightLine(VectorsOf(known, ownLanes)) => new StraightLine(VectorsOf(known, ownLanes), known % ownLanes),
            _ => WithLast(LoopOf(ownLength, lanes, axes == Axes.Pairs, sumsTerms ? LargestPlainSumOfTerms : LargestPlainSum), ownLength, lanes) with { FetchesAhead = isBatch && lanes > 1 },
        });

        bool IsUnrolledPass(int vectors) =>
            blocks is not null
            && vectors <= (scalar == ScalarType.Single && lanes * scalar.Bytes() == WidestVector / 2 ? LargestUnrolledPassOf256Bits : LargestUnrolledPass)
            && vectors * operations <= TextSize.Largest;

        bool IsStraightLine(int vectors) => blocks is null && vectors <= LargestStraightLine / sides.Count;
    }

    /// <summary>
    /// How many lanes the vectors have for a row of that length: no more than these, and of those that hold it the fewest. Where 512 bits take twice the time of 256
    /// that is half of the time, and where the row fills them no lane is masked.
    /// </summary>
    public static int LanesOf(int? length, int lanes, ScalarType scalar) => NarrowestLanesWhere(narrow => length <= narrow, lanes, scalar);

    /// <summary>The layout of the negatives where each positive in turn walks over them, and adds to what the ones before have left in memory.</summary>
    public static Layout LoopOf(int? length, int lanes, bool isShared) => LoopOf(length, lanes, isShared, LargestPlainSum);

    /// <summary>
    /// How many lanes the vectors have for a row by itself that in a batch has a lane: with two narrow vectors, of which the second ends with the row, none is masked, and a few
    /// rows, a row a lane, may be computed in as narrow ones.
    /// </summary>
    private static int LanesOfRow(int length, int lanes, ScalarType scalar) => NarrowestLanesWhere(narrow => length <= 2 * narrow, lanes, scalar);

    /// <summary>The lanes of the narrowest vectors that suffice, but no more than these.</summary>
    private static int NarrowestLanesWhere(Func<int, bool> suffice, int lanes, ScalarType scalar)
    {
        int narrow = NarrowestVector / scalar.Bytes();
        while (narrow < lanes && !suffice(narrow))
        {
            narrow *= 2;
        }

        return Math.Min(narrow, lanes);
    }

    /// <summary>
    /// Where rows are reduced together, from 128 bits, what is left of one takes narrower vectors if they hold it: a processor may compute half of 512 bits at a time
    /// (256 rows of 100 scores: -5 %).
    /// </summary>
    private static UnrolledPass UnrolledPassOf(int length, int lanes, ScalarType scalar, bool reducesRowsTogether)
    {
        int tail = length % lanes;
        int lanesOfTail = LanesOf(tail, lanes, scalar);
        return reducesRowsTogether && tail > 0 && lanesOfTail < lanes
            ? new UnrolledPass(VectorsOf(length, lanes), tail % lanesOfTail, lanesOfTail)
            : new UnrolledPass(VectorsOf(length, lanes), tail);
    }

    private static UnrolledLoop LoopOf(int? length, int lanes, bool isShared, int largestPlainSum)
    {
        int vectors = isShared ? VectorsPerSharedBlock : VectorsPerBlock;
        return new UnrolledLoop(vectors, length <= (long)largestPlainSum * vectors * lanes ? null : largestPlainSum);
    }

    /// <summary>Without the last scores, which take masks, a loop of known length has no branch for them; where sums are flushed it is long enough not to feel it.</summary>
    private static UnrolledLoop WithLast(UnrolledLoop loop, int? length, int lanes)
    {
        int block = loop.Vectors * lanes;
        return length > block && loop.BlocksPerSum is null ? loop with { Last = length.Value % block } : loop;
    }

    /// <summary>
    /// How many rows a block has. Joining the lanes of one row after the other takes more steps than transposing those of many, at 512 bits (circle loss of 8 positives and 64
    /// negatives: -5 %) but not below, and not if they are few.
    /// </summary>
    private static RowBlocks? BlocksOf(long? length, int lanes, ScalarType scalar, bool areAlike)
    {
        int size = scalar.Bytes();
        int mostScores = (areAlike ? LargestOverlappingBlock : LargestBlock) / size;
        BlockOverlap overlap = !areAlike ? BlockOverlap.None : length * size > LargestRowOfThree ? BlockOverlap.WithNext : BlockOverlap.WithBoth;
        return (mostScores / length) switch
        {
            null => new RowBlocks(mostScores, Rows: null, overlap),
            <= 1 when !areAlike => null,
            { } rows => new RowBlocks(mostScores, (int)Math.Max(1, Math.Min(lanes, rows)), overlap, ReducesRowsTogether: lanes * size == WidestVector && 2 * rows >= lanes),
        };
    }

    private static int VectorsOf(int length, int lanes) => (length / lanes) + (length % lanes == 0 ? 0 : 1);
}
