namespace LossGen.Kernels.Tests.Blocks;

/// <summary>How long a test waits for another thread before it fails: on a busy machine the pool takes its time to start one.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
}
