using System.Diagnostics;

namespace LossGen.Kernels.Tests.Blocks;

/// <summary>A label that becomes what is no class while threads compute is refused by the kernel, and the caller learns it in the kernel's words.</summary>
public class ChangedLabelsTests
{
    /// <summary>At 256 bits the last of them is in a whole block of its kernel, which checks the labels by itself.</summary>
    private const int Rows = 20_032;
    private const int Classes = 10;

    [Fact]
    public void A_label_that_is_changed_meanwhile_is_refused_as_it_is_on_one_thread()
    {
        var labels = new int[Rows];
        var logits = Losses.Rows.Ordinary<float>(Rows * Classes);
        var gradient = new float[logits.Length];
        var isRefused = false;
        var changing = new Thread(() =>
        {
            while (!Volatile.Read(ref isRefused))
            {
                Volatile.Write(ref labels[^1], Classes - Volatile.Read(ref labels[^1]));
            }
        });
        changing.Start();

        try
        {
            var watch = Stopwatch.StartNew();
            while (!isRefused && watch.Elapsed < Waiting.Patience)
            {
                var thrown = Record.Exception(() => FloatBatches.Split.C10(logits, labels, gradient));

                // What is wrong already when the arguments are checked is another exception; what is right again in time, none.
                Assert.True(thrown is null or ArgumentOutOfRangeException or InvalidOperationException, thrown?.ToString());
                Volatile.Write(ref isRefused, thrown is InvalidOperationException);
            }

            Assert.True(isRefused, "No label was changed between the check and the kernel.");
        }
        finally
        {
            Volatile.Write(ref isRefused, true);
            changing.Join();
        }

        labels.AsSpan().Clear();
        Assert.True(float.IsFinite(FloatBatches.Split.C10(logits, labels, gradient)));
    }
}
