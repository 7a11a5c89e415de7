namespace LossGen.Kernels.Tests.Blocks;

/// <summary>The thread pool with work that waits on every thread, so that what is queued behind it stays in the queue.</summary>
internal sealed class BusyPool : IDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly CountdownEvent _released = new(4 * Environment.ProcessorCount + 16);

    public BusyPool()
    {
        for (var i = 0; i < _released.InitialCount; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    _release.Wait();
                    _released.Signal();
                },
                null);
        }
    }

    /// <summary>Lets all threads go on, and waits until they have.</summary>
    public void Release()
    {
        _release.Set();
        Assert.True(_released.Wait(Waiting.Patience, TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        Release();
        _release.Dispose();
        _released.Dispose();
    }
}
