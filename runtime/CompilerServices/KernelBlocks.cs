using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>Computes a batch in blocks of rows, on all processors where it is large enough. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelBlocks
{
    /// <summary>
    /// A block's scores, or pairs where every pair is computed: some 5 to 50 µs of work, far above what it costs to take a block, and small enough that at
    /// the end no thread waits long for the others. A row of a matrix, whose pairs only the labels tell, is taken to have as many as an ordinary one.
    /// </summary>
    private const long WorkOfBlock = 32_768;

    /// <summary>What a row takes beside its scores, in scores: a logarithm, a division, a label.</summary>
    private const int WorkBesideScores = 16;

    /// <summary>Where they can be, blocks are a multiple of this: whole vectors of rows, as many as share a logarithm, whole blocks of a kernel, and whole cache lines of what has one element a row.</summary>
    private const int RowsTogether = 64;

    /// <summary>In fewer blocks than these the batch is computed before another thread would have woken up.</summary>
    private const int FewestBlocks = 4;

    /// <summary>
    /// Computes all rows, block by block. Where a block begins depends on the work of a row alone, and the blocks' sums are added in their order, so that the
    /// bits of the result depend neither on the number of threads nor on whether there is more than one.
    /// </summary>
    /// <typeparam name="TBatch">The batch: a structure on the caller's stack, so that it may hold spans.</typeparam>
    /// <param name="batch">The batch.</param>
    /// <param name="rows">How many rows there are, at least 1.</param>
    /// <param name="workOfRow">How many scores, or pairs, a row has, or may be taken to have.</param>
    /// <returns>The sum of the rows' losses.</returns>
    public static double Run<TBatch>(ref TBatch batch, int rows, long workOfRow)
        where TBatch : struct, IKernelBatch, allows ref struct => Run(ref batch, rows, RowsOfBlock(workOfRow), Environment.ProcessorCount);

    internal static int RowsOfBlock(long workOfRow)
    {
        int rows = (int)(WorkOfBlock / (WorkBesideScores + workOfRow));
        return rows >= RowsTogether ? rows - rows % RowsTogether : int.Max(rows, 1);
    }

    internal static unsafe double Run<TBatch>(ref TBatch batch, int rows, int rowsOfBlock, int processors)
        where TBatch : struct, IKernelBatch, allows ref struct
    {
        int blocks = 1 + (rows - 1) / rowsOfBlock;
        if (processors == 1 || blocks < FewestBlocks)
        {
            var total = new CompensatedSum();
            for (int block = 0; block < blocks; block++)
            {
                int first = block * rowsOfBlock;
                total.Add(batch.Compute(first, int.Min(rowsOfBlock, rows - first)));
            }

            return total.Total;
        }

        // The batch is on this thread's stack, where it stays until the call returns.
        return new SharedBatch<TBatch>(Unsafe.AsPointer(ref batch), rows, rowsOfBlock, blocks, int.Min(processors, blocks)).Run();
    }
}
