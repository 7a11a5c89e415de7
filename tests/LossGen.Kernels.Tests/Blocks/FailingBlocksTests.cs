using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>What a block throws reaches the caller as it is, when no thread is at work any more.</summary>
public class FailingBlocksTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void What_a_block_throws_is_what_the_caller_catches(int processors)
    {
        var failure = new InvalidOperationException("A block failed.");

        var caught = Assert.Throws<InvalidOperationException>(() =>
            FakeBatch.Run(rows: 100, rowsOfBlock: 1, processors, (first, _) => first == 50 ? throw failure : 0));

        Assert.Same(failure, caught);
    }

    [Fact]
    public void What_another_thread_throws_is_what_the_caller_catches()
    {
        using var failed = new ManualResetEventSlim();
        var caller = Environment.CurrentManagedThreadId;

        var caught = Assert.Throws<InvalidOperationException>(() => FakeBatch.Run(rows: 100, rowsOfBlock: 1, processors: 2, (_, _) =>
        {
            if (Environment.CurrentManagedThreadId == caller)
            {
                Assert.True(failed.Wait(Waiting.Patience), "No other thread computes a block.");
                return 0;
            }

            failed.Set();
            throw new InvalidOperationException("Another thread failed.");
        }));

        Assert.Equal("Another thread failed.", caught.Message);
        Assert.Contains(nameof(What_another_thread_throws_is_what_the_caller_catches), caught.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void The_caller_s_own_failure_waits_for_the_other_threads()
    {
        using var entered = new ManualResetEventSlim();
        var caller = Environment.CurrentManagedThreadId;
        var isOtherDone = false;

        Assert.Throws<InvalidOperationException>(() => FakeBatch.Run(rows: 4, rowsOfBlock: 1, processors: 2, (_, _) =>
        {
            if (Environment.CurrentManagedThreadId == caller)
            {
                Assert.True(entered.Wait(Waiting.Patience), "No other thread computes a block.");
                throw new InvalidOperationException("The caller failed.");
            }

            entered.Set();
            Thread.Sleep(100);
            Volatile.Write(ref isOtherDone, true);
            return 0;
        }));

        Assert.True(Volatile.Read(ref isOtherDone));
    }

    [Fact]
    public void After_a_failure_no_further_block_is_begun()
    {
        var begun = 0;

        Assert.Throws<InvalidOperationException>(() => FakeBatch.Run(rows: 1_000_000, rowsOfBlock: 1, processors: 2, (_, _) =>
            Interlocked.Increment(ref begun) == 10 ? throw new InvalidOperationException("A block failed.") : 0));

        Assert.InRange(begun, 10, 999_999);
    }

    [Fact]
    public void After_a_failure_the_next_batch_is_computed()
    {
        var labels = Rows.Labels(rows: 1000, classes: 10);
        Assert.Throws<InvalidOperationException>(() => FakeBatch.Run(labels.Length, 1, 8, (_, _) => throw new InvalidOperationException("A block failed.")));

        Assert.Equal(labels.Sum(), FakeBatch.Run(labels.Length, 1, 8, (first, _) => labels[first]));
    }
}
