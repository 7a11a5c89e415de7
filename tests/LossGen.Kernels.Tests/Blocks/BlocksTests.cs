using System.Collections.Concurrent;
using LossGen.CompilerServices;
using LossGen.Kernels.Tests.Determinism;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>Every row is computed once, in blocks that the number of threads does not change.</summary>
public class BlocksTests
{
    public static TheoryData<int> Processors => [1, 2, 3, 64];

    [Theory]
    [InlineData(1, 1920)]
    [InlineData(10, 1216)]
    [InlineData(100, 256)]
    [InlineData(496, 64)]
    [InlineData(497, 63)]
    [InlineData(1000, 32)]
    [InlineData(32_752, 1)]
    [InlineData(32_753, 1)]
    [InlineData(long.MaxValue / 4, 1)]
    public void A_block_has_about_as_much_work_as_any_other(long workOfRow, int rows)
    {
        Assert.Equal(rows, KernelBlocks.RowsOfBlock(workOfRow));
    }

    [Theory]
    [MemberData(nameof(Processors))]
    public void Every_row_is_computed_once(int processors)
    {
        foreach (var rows in (int[])[1, 6, 7, 8, 27, 28, 29, 1000])
        {
            var blocks = new ConcurrentBag<(int First, int Rows)>();

            FakeBatch.Run(rows, rowsOfBlock: 7, processors, (first, count) =>
            {
                blocks.Add((first, count));
                return 0;
            });

            Assert.Equal(
                Enumerable.Range(0, rows).Chunk(7).Select(block => (block[0], block.Length)),
                blocks.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Processors))]
    public void Sums_are_added_in_the_order_of_the_blocks(int processors)
    {
        double[] losses = [.. Enumerable.Range(0, 5000).Select(row => Math.ScaleB(Math.Sin(row), row * 37 % 101))];
        var expected = FakeBatch.Run(losses.Length, rowsOfBlock: 3, processors: 1, SumOf);

        for (var run = 0; run < 20; run++)
        {
            Bits.AssertEqual<double>([expected], [FakeBatch.Run(losses.Length, rowsOfBlock: 3, processors, SumOf)], $"run {run}");
        }

        double SumOf(int first, int rows) => losses.AsSpan(first, rows).ToArray().Sum();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Blocks_are_computed_at_once_by_as_many_threads_as_there_are_processors(int processors)
    {
        using var all = new Barrier(processors);

        FakeBatch.Run(rows: 2 * processors, rowsOfBlock: 1, processors, (_, _) =>
        {
            Assert.True(all.SignalAndWait(Waiting.Patience), "Too few threads compute a block.");
            return 0;
        });

        Assert.Equal(2, all.CurrentPhaseNumber);
    }

    [Theory]
    [InlineData(3, 8)]
    [InlineData(100, 1)]
    public void A_few_blocks_and_any_on_one_processor_are_computed_by_the_caller_who_allocates_nothing(int blocks, int processors)
    {
        var caller = Environment.CurrentManagedThreadId;
        var others = 0;
        Func<int, int, double> compute = (_, _) => others += Environment.CurrentManagedThreadId == caller ? 0 : 1;

        Allocations.AssertNone($"{blocks} blocks on {processors} processors", () => FakeBatch.Run(blocks, 1, processors, compute));

        Assert.Equal(0, others);
    }
}
