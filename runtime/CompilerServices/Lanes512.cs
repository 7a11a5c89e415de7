using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>What the framework lacks for vectors of 512 bits: masked loads and stores, a masked lane, the largest lane. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class Lanes512
{
    /// <summary>Loads the first <paramref name="count"/> lanes; the others hold <paramref name="padding"/>, and their memory is not touched.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which is the first.</param>
    /// <param name="count">How many to load: all if there are more than lanes, none if it is negative.</param>
    /// <param name="padding">What the other lanes hold.</param>
    /// <returns>The scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadFirst<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector512<T> mask = First<T>(count);
        Vector512<T> masked = Vector512.Create(padding);
        fixed (T* start = &memory)
        {
            return typeof(T) == typeof(float)
                ? Avx512F.MaskLoad((float*)(start + offset), mask.AsSingle(), masked.AsSingle()).As<float, T>()
                : Avx512F.MaskLoad((double*)(start + offset), mask.AsDouble(), masked.AsDouble()).As<double, T>();
        }
    }

    /// <summary>Stores the first <paramref name="count"/> lanes; the memory of the others is not touched.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many to store: all if there are more than lanes, none if it is negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector512<T> value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector512<T> mask = First<T>(count);
        fixed (T* start = &memory)
        {
            if (typeof(T) == typeof(float))
            {
                Avx512F.MaskStore((float*)(start + offset), mask.AsSingle(), value.AsSingle());
            }
            else
            {
                Avx512F.MaskStore((double*)(start + offset), mask.AsDouble(), value.AsDouble());
            }
        }
    }

    /// <summary>The same for a number that is known when the kernel is written: here every processor has a fast masked store.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many lanes to store: some, but not all.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart<T>(Vector512<T> value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => StoreFirst(value, ref memory, offset, count);

    /// <summary>The value with <paramref name="replacement"/> in one lane; unchanged if there is no lane of that number.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value without the lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Without<T>(Vector512<T> value, nint lane, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.ConditionalSelect(Only<T>(lane), Vector512.Create(replacement), value);

    /// <summary>The largest lane, or NaN if there is one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector512<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Lanes256.Max(Vector256.Max(value.GetLower(), value.GetUpper()));

    /// <summary>The largest lane; it may be another than a NaN.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest<T>(Vector512<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Lanes256.Largest(Vector256.MaxNative(value.GetLower(), value.GetUpper()));

    /// <summary>All bits set in the first <paramref name="count"/> lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many: all if there are more than lanes, none if it is negative.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> First<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(count)));

    /// <summary>All bits set in the first <paramref name="count"/> lanes but one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many: all if there are more than lanes, none if it is negative.</param>
    /// <param name="lane">The lane that is left out, if there is one of that number.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FirstBut<T>(nint count, nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.AndNot(First<T>(count), Only<T>(lane));

    /// <summary>All bits set in one lane.</summary>
    private static Vector512<T> Only<T>(nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.Equals(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(lane)));

    /// <summary>Loads a vector that ends where a row does, and puts <paramref name="padding"/> into the lanes that it has in common with the vector before.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which is the first of the vector.</param>
    /// <param name="count">How many of the last lanes are kept.</param>
    /// <param name="padding">What the other lanes hold.</param>
    /// <returns>The scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadLast<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector512.ConditionalSelect(Last<T>(count), Vector512.LoadUnsafe(ref memory, offset), Vector512.Create(padding));

    /// <summary>The value with <paramref name="replacement"/> in the label's lane, if it is in this vector.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value without the label.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Without<T>(Vector512<T> value, Vector512<T> label, T first, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.ConditionalSelect(IsLabel(label, first), Vector512.Create(replacement), value);

    /// <summary>The sum of all lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector512<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Lanes256.Sum(value.GetLower() + value.GetUpper());

    /// <summary>All bits set in the last <paramref name="count"/> lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Last<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.GreaterThanOrEqual(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(Vector512<T>.Count - count)));

    /// <summary>All bits set in the first <paramref name="count"/> lanes but the label's.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> FirstBut<T>(nint count, Vector512<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.AndNot(First<T>(count), IsLabel(label, first));

    /// <summary>All bits set in the last <paramref name="count"/> lanes but the label's.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LastBut<T>(nint count, Vector512<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.AndNot(Last<T>(count), IsLabel(label, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> IsLabel<T>(Vector512<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector512.Equals(Vector512<T>.Indices + Vector512.Create(first), label);

    /// <summary>Asks the processor to have memory at hand when it is read; memory that does not exist is passed over.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Some memory.</param>
    /// <param name="offset">How far from it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FetchAhead<T>(ref T memory, nuint offset)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0((T*)Unsafe.AsPointer(ref memory) + offset);
        }
    }
}
