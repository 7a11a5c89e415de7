using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Shapes;

/// <summary>
/// Numbers that begin at a cache line. An array begins anywhere, in each run elsewhere, and that alone can move a measurement by a tenth.
/// </summary>
internal sealed class AlignedFloats
{
    private const int CacheLine = 64;

    private readonly float[] array;
    private readonly int start;
    private readonly int length;

    public AlignedFloats(int length)
    {
        this.length = length;
        array = GC.AllocateArray<float>(length + CacheLine / sizeof(float), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        start = (int)((CacheLine - address % CacheLine) % CacheLine) / sizeof(float);
    }

    public Span<float> Span => array.AsSpan(start, length);
}
