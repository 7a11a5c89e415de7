using System.Runtime.CompilerServices;

namespace LossGen.Kernels.Tests.Hostile;

/// <summary>
/// Memory between two inaccessible pages, whose span touches one of them: a kernel that reads or writes a single element beyond it crashes
/// the process, where a read beyond an array would go unnoticed.
/// </summary>
/// <typeparam name="T">The element; its size divides a page.</typeparam>
internal sealed unsafe class GuardedMemory<T> : IDisposable
    where T : unmanaged
{
    private readonly nuint _reservedBytes;
    private readonly int _length;
    private readonly T* _first;
    private byte* _reserved;

    private GuardedMemory(int length, bool endsAtGuard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);

        // One inaccessible page, the smallest number of pages that hold the elements, another inaccessible page.
        var page = (nuint)Environment.SystemPageSize;
        var bytes = (nuint)length * (nuint)sizeof(T);
        var usable = Math.Max(1, (bytes + page - 1) / page) * page;
        _reservedBytes = usable + (2 * page);
        _length = length;
        _reserved = ProtectedPages.ReserveInaccessible(_reservedBytes);
        ProtectedPages.MakeAccessible(_reserved + page, usable);
        _first = (T*)(_reserved + page + (endsAtGuard ? usable - bytes : 0));
    }

    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_reserved is null, this);
            return new Span<T>(_first, _length);
        }
    }

    /// <summary>The element directly behind the last one is inaccessible.</summary>
    public static GuardedMemory<T> EndingAtGuard(int length) => new(length, endsAtGuard: true);

    /// <summary>The element directly before the first one is inaccessible.</summary>
    public static GuardedMemory<T> StartingAfterGuard(int length) => new(length, endsAtGuard: false);

    /// <summary>A copy of the values at the edge of the guard behind them.</summary>
    public static GuardedMemory<T> EndingAtGuard(ReadOnlySpan<T> values) => Filled(EndingAtGuard(values.Length), values);

    /// <summary>A copy of the values at the edge of the guard before them.</summary>
    public static GuardedMemory<T> StartingAfterGuard(ReadOnlySpan<T> values) => Filled(StartingAfterGuard(values.Length), values);

    /// <summary>An element outside the span, without a check: what a faulty kernel would do.</summary>
    public ref T Beyond(int index) => ref Unsafe.AsRef<T>(_first + index);

    public void Dispose()
    {
        if (_reserved is not null)
        {
            ProtectedPages.Release(_reserved, _reservedBytes);
            _reserved = null;
        }
    }

    private static GuardedMemory<T> Filled(GuardedMemory<T> memory, ReadOnlySpan<T> values)
    {
        values.CopyTo(memory.Span);
        return memory;
    }
}
