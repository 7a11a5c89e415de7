namespace LossGen.Generator.Planning;

/// <summary>
/// Rows are taken a block at a time: each is walked over until its sums are known, then what a row needs once, its logarithm, its exp and its division,
/// is computed for the whole block, a row a lane, and then each row's gradient is written.
/// </summary>
/// <param name="MostScores">How many scores a block has at most: what the passes keep between the two walks stays in the fastest cache.</param>
/// <param name="Rows">How many rows a block has; null if the length of a row, and so their number, is known at run time only.</param>
/// <param name="Overlap">Which blocks are under way at a time.</param>
/// <param name="ReducesRowsTogether">Whether a pass without a loop leaves 128 bits of a row's sum or maximum, and those of all rows are reduced together.</param>
internal sealed record RowBlocks(int MostScores, int? Rows, BlockOverlap Overlap, bool ReducesRowsTogether = false);

/// <summary>What is done while a block is walked over for its exps, which keep the processor's multipliers busy and leave memory idle.</summary>
internal enum BlockOverlap
{
    /// <summary>Nothing: a block is finished before the next begins.</summary>
    None,

    /// <summary>The next block is read for the first time.</summary>
    WithNext,

    /// <summary>The next block is read for the first time, and the previous one's gradient is written.</summary>
    WithBoth,
}
