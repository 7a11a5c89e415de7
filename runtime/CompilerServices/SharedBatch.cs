using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace LossGen.CompilerServices;

/// <summary>A batch while several threads compute it, the caller among them: each takes the next block until there is none.</summary>
/// <remarks>
/// <para>
/// The threads read the batch where it is, on the caller's stack. Its references into arrays need no pinning: the garbage collector keeps them right there
/// as it does in any running method, and what a thread has read of them, on that thread's own stack.
/// </para>
/// <para>
/// So no thread may be inside when the caller returns, and none may enter after. <see cref="present"/> counts those inside, the caller from the beginning,
/// and never rises again from 0: a thread that the pool starts too late finds 0 and leaves. The caller does not wait for it, which could last for ever in a
/// pool whose threads all wait.
/// </para>
/// <para>
/// Such a thread's work item stays in the queue until then. There is at most one of a call: only a thread that has entered asks for the next, as the pool
/// itself wakes its threads one by one.
/// </para>
/// </remarks>
/// <typeparam name="TBatch">The batch.</typeparam>
internal sealed unsafe class SharedBatch<TBatch> : IThreadPoolWorkItem
    where TBatch : struct, IKernelBatch, allows ref struct
{
    /// <summary>Less than a microsecond.</summary>
    private const int SpinsBetweenYields = 16;

    private readonly void* batch;
    private readonly int rows;
    private readonly int rowsOfBlock;
    private readonly int threads;
    private readonly double[] totals;
    private int present = 1;
    private int asked = 1;
    private int taken;
    private ExceptionDispatchInfo? failure;

    /// <param name="batch">The batch, on the stack of the thread that creates this.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="rowsOfBlock">How many rows a block has; the last may have fewer.</param>
    /// <param name="blocks">How many blocks there are.</param>
    /// <param name="threads">How many threads compute them at most.</param>
    public SharedBatch(void* batch, int rows, int rowsOfBlock, int blocks, int threads)
    {
        this.batch = batch;
        this.rows = rows;
        this.rowsOfBlock = rowsOfBlock;
        this.threads = threads;
        totals = new double[blocks];
    }

    /// <summary>Computes the batch on this thread and on others of the pool, as far as they are free.</summary>
    /// <returns>The sum of the blocks' sums, in their order.</returns>
    public double Run()
    {
        try
        {
            ComputeBlocks();
        }
        finally
        {
            Leave();
            WaitForOthers();
        }

        failure?.Throw();
        var total = new CompensatedSum();
        foreach (double block in totals)
        {
            total.Add(block);
        }

        return total.Total;
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (TryEnter())
        {
            ComputeBlocks();
            Leave();
        }
    }

    private void ComputeBlocks()
    {
        try
        {
            AskForAnother();
            ref TBatch shared = ref Unsafe.AsRef<TBatch>(batch);
            for (int block = Take(); block < totals.Length; block = Take())
            {
                int first = block * rowsOfBlock;
                totals[block] = shared.Compute(first, int.Min(rowsOfBlock, rows - first));
            }
        }
        catch (Exception exception)
        {
            // The caller throws it when all have left; what no thread has taken yet stays undone.
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            Volatile.Write(ref taken, totals.Length);
        }
    }

    /// <summary>Asks the pool for one more thread, if there is work for it. No two threads do so at once, so that the count needs no lock.</summary>
    private void AskForAnother()
    {
        if (asked < threads && Volatile.Read(ref taken) < totals.Length)
        {
            asked++;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Every thread takes at most once more than there are blocks, so that the number cannot overflow.</summary>
    private int Take() => Interlocked.Increment(ref taken) - 1;

    private bool TryEnter()
    {
        int before = Volatile.Read(ref present);
        while (before > 0)
        {
            int found = Interlocked.CompareExchange(ref present, before + 1, before);
            if (found == before)
            {
                return true;
            }

            before = found;
        }

        return false;
    }

    private void Leave() => Interlocked.Decrement(ref present);

    /// <summary>
    /// No block is left to take: the others are done within the time of one. The caller does not sleep meanwhile, not even as <see cref="SpinWait"/> does: an
    /// interruption would end the sleep, and the call, too early.
    /// </summary>
    private void WaitForOthers()
    {
        while (Volatile.Read(ref present) > 0)
        {
            Thread.SpinWait(SpinsBetweenYields);
            Thread.Yield();
        }
    }
}
