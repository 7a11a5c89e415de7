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
    private readonly int _length;
    private readonly T* _first;
    private GuardedPages? _pages;

    private GuardedMemory(int length, bool endsAtGuard)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);

        var bytes = (nuint)length * (nuint)sizeof(T);
        _length = length;
        _pages = GuardedPages.Rent(bytes);
        _first = (T*)(_pages.First + (endsAtGuard ? _pages.Bytes - bytes : 0));
    }

    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pages is null, this);
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
        _pages?.Return();
        _pages = null;
    }

    private static GuardedMemory<T> Filled(GuardedMemory<T> memory, ReadOnlySpan<T> values)
    {
        values.CopyTo(memory.Span);
        return memory;
    }
}
