using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Peers;

/// <summary>
/// libtorch allocates its results anew in each call. Whether the C library hands that memory back to the system in between depends on how the heap happens
/// to lie, and decides about more time than the loss itself: fresh pages made a batch of 256 × 1000 twenty times slower. Here it keeps them always.
/// </summary>
internal static class FreedMemory
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;

    /// <summary>The largest that it accepts, above every result here.</summary>
    private const int LargestMapThreshold = 32 << 20;

    public static void Keep()
    {
        if (SetAllocatorOption(TrimThreshold, int.MaxValue) == 0 || SetAllocatorOption(MapThreshold, LargestMapThreshold) == 0)
        {
            throw new PlatformNotSupportedException("The C library refuses to keep freed memory.");
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetAllocatorOption(int option, int value);
}
