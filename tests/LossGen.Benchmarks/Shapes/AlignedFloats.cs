using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Shapes;

/// <summary>
/// Numbers that begin at a quarter of a page. An array begins anywhere, in each run elsewhere, and that alone can move a measurement by a tenth: where a vector does not begin
/// at a cache line it lies in two, and where two arrays begin at nearly the same place of a page, a load from the one looks like one from what has just been stored to the
/// other, since processors compare the lowest 12 bits of addresses first.
/// </summary>
internal sealed class AlignedFloats
{
    private const int Page = 4096;

    private readonly float[] array;
    private readonly int start;
    private readonly int length;

    /// <param name="length">How many numbers there are.</param>
    /// <param name="quarter">Which quarter of a page they begin at: of arrays that are used together each has another.</param>
    public AlignedFloats(int length, int quarter = 0)
    {
        this.length = length;
        array = GC.AllocateArray<float>(length + 2 * Page / sizeof(float), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        start = (int)((Page - address % Page) % Page + quarter * (Page / 4)) / sizeof(float);
    }

    public Span<float> Span => array.AsSpan(start, length);
}
