namespace LossGen.Generator.Planning;

/// <summary>
/// Rows are taken a block at a time: each is walked over until its sums are known, then what a row needs once, its logarithm, its exp and its division,
/// is computed for the whole block, a row a lane, and then each row's gradient is written.
/// </summary>
/// <param name="MostScores">How many scores a block has at most: what the passes keep between the two walks stays in the fastest cache.</param>
/// <param name="Rows">How many rows a block has; null if the length of a row, and so their number, is known at run time only.</param>
internal sealed record RowBlocks(int MostScores, int? Rows);
