using System.Collections.Concurrent;

namespace LossGen.Kernels.Tests.Hostile;

/// <summary>
/// Accessible pages between two inaccessible ones. They are lent again and again, since the operating system takes longer to map them
/// than a kernel to run on them.
/// </summary>
internal sealed unsafe class GuardedPages
{
    private static readonly ConcurrentDictionary<nuint, ConcurrentBag<GuardedPages>> ReturnedByBytes = new();

    private GuardedPages(nuint bytes)
    {
        var page = (nuint)Environment.SystemPageSize;
        Bytes = bytes;
        First = ProtectedPages.ReserveInaccessible(bytes + (2 * page)) + page;
        ProtectedPages.MakeAccessible(First, bytes);
    }

    public byte* First { get; }

    public nuint Bytes { get; }

    /// <summary>The smallest number of pages that hold so many bytes, of which every bit is set: NaN, where a kernel writes nothing.</summary>
    public static GuardedPages Rent(nuint bytes)
    {
        var page = (nuint)Environment.SystemPageSize;
        var usable = Math.Max(1, (bytes + page - 1) / page) * page;
        var pages = ReturnedBy(usable).TryTake(out var returned) ? returned : new GuardedPages(usable);
        new Span<byte>(pages.First, checked((int)usable)).Fill(byte.MaxValue);
        return pages;
    }

    public void Return() => ReturnedBy(Bytes).Add(this);

    private static ConcurrentBag<GuardedPages> ReturnedBy(nuint bytes) => ReturnedByBytes.GetOrAdd(bytes, _ => []);
}
