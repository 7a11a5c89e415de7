using System.Diagnostics;
using System.Runtime.CompilerServices;
using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>The batch is on the caller's stack: the caller returns when no thread reads it any more, and not before.</summary>
public class CallerTests
{
    [Fact]
    public void A_busy_pool_does_not_hold_the_caller_up_and_computes_nothing_after_it()
    {
        using var pool = new BusyPool();
        var computed = 0;
        FakeBatch.Run(rows: 100, rowsOfBlock: 1, processors: 8, (_, _) => Interlocked.Increment(ref computed));
        var atTheEnd = Volatile.Read(ref computed);
        pool.Release();

        Assert.Equal(100, atTheEnd);
        Assert.Equal(100, Volatile.Read(ref computed));
    }

    [Fact]
    public void What_a_call_leaves_in_the_queue_of_a_busy_pool_does_not_grow_with_the_number_of_processors()
    {
        const int Calls = 5000;
        using var pool = new BusyPool();
        var before = ThreadPool.PendingWorkItemCount;
        for (var call = 0; call < Calls; call++)
        {
            FakeBatch.Run(rows: 64, rowsOfBlock: 1, processors: 64, (_, _) => 0);
        }

        // Other tests use the pool as well.
        var left = ThreadPool.PendingWorkItemCount - before;
        pool.Release();

        Assert.InRange(left, long.MinValue, 2 * Calls);
    }

    [Fact]
    public void An_interruption_does_not_make_the_caller_return_too_early()
    {
        using var entered = new ManualResetEventSlim();
        var isOtherDone = false;
        var wasOtherDone = false;
        var caller = new Thread(() =>
        {
            var self = Environment.CurrentManagedThreadId;
            FakeBatch.Run(rows: 4, rowsOfBlock: 1, processors: 2, (_, _) =>
            {
                if (Environment.CurrentManagedThreadId == self)
                {
                    // Without a sleep, which the interruption could end.
                    while (!entered.IsSet)
                    {
                        Thread.Yield();
                    }

                    return 0;
                }

                entered.Set();
                Thread.Sleep(200);
                Volatile.Write(ref isOtherDone, true);
                return 0;
            });
            wasOtherDone = Volatile.Read(ref isOtherDone);
        });
        caller.Start();
        Assert.True(entered.Wait(Waiting.Patience, TestContext.Current.CancellationToken), "No other thread computes a block.");

        Thread.Sleep(50);
        caller.Interrupt();

        Assert.True(caller.Join(Waiting.Patience));
        Assert.True(wasOtherDone);
    }

    [Fact]
    public void Many_callers_at_once_get_what_each_would_get_alone()
    {
        const int Rows = 300;
        Parallel.For(0, 500, new ParallelOptions { MaxDegreeOfParallelism = 16 }, call =>
            Assert.Equal(call * Rows, FakeBatch.Run(Rows, rowsOfBlock: 7, processors: 8, (_, rows) => (double)call * rows)));
    }

    [Fact]
    public void A_block_can_be_a_batch_itself()
    {
        var total = FakeBatch.Run(rows: 40, rowsOfBlock: 1, processors: 8, (_, _) =>
            FakeBatch.Run(rows: 30, rowsOfBlock: 1, processors: 8, (_, rows) => rows));

        Assert.Equal(1200, total);
    }

    [Fact]
    public void Memory_may_be_moved_while_threads_write_to_it()
    {
        const int Cells = 64;
        var moves = 0.0;
        var watch = Stopwatch.StartNew();
        while (moves == 0 && watch.Elapsed < Waiting.Patience)
        {
            // What is between the arrays is garbage at once, and the collector closes the gap.
            GC.KeepAlive(new byte[1000]);
            var cells = new int[Cells];
            var batch = new MovingBatch { Cells = cells, Caller = Environment.CurrentManagedThreadId };

            moves = KernelBlocks.Run(ref batch, Cells, rowsOfBlock: 1, processors: 4);

            Assert.Equal(Enumerable.Range(1, Cells), cells);
        }

        Assert.True(moves > 0, "The collector moved nothing under another thread, so that nothing was tested.");
    }

    /// <summary>Writes 1, 2, 3, …, and lets the garbage collector run between the two reads of where to.</summary>
    private ref struct MovingBatch : IKernelBatch
    {
        public Span<int> Cells;
        public int Caller;

        /// <returns>1 if the memory was moved meanwhile, and this is not the caller's thread.</returns>
        public readonly double Compute(int first, int rows)
        {
            ref var cell = ref Cells[first];
            var before = AddressOf(ref cell);
            if (first % 8 == 0)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true, compacting: true);
            }

            cell = first + 1;
            return before == AddressOf(ref cell) || Environment.CurrentManagedThreadId == Caller ? 0 : 1;
        }

        /// <summary>A call for every address, of which the compiler would otherwise take the first to be the second as well.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static unsafe nint AddressOf(ref int cell) => (nint)Unsafe.AsPointer(ref cell);
    }
}
