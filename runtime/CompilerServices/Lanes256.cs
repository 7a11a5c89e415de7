using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>What the framework lacks for vectors of 256 bits: masked loads and stores, a masked lane, the largest lane. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class Lanes256
{
    /// <summary>Loads the first <paramref name="count"/> lanes; the others hold <paramref name="padding"/>, and their memory is not touched.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which is the first.</param>
    /// <param name="count">How many to load: all if there are more than lanes, none if it is negative.</param>
    /// <param name="padding">What the other lanes hold.</param>
    /// <returns>The scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadFirst<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector256<T> mask = First<T>(count);
        fixed (T* start = &memory)
        {
            Vector256<T> loaded = typeof(T) == typeof(float)
                ? Avx.MaskLoad((float*)(start + offset), mask.AsSingle()).As<float, T>()
                : Avx.MaskLoad((double*)(start + offset), mask.AsDouble()).As<double, T>();
            return Vector256.ConditionalSelect(mask, loaded, Vector256.Create(padding));
        }
    }

    /// <summary>Stores the first <paramref name="count"/> lanes; the memory of the others is not touched.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many to store: all if there are more than lanes, none if it is negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector256<T> value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (count >= Vector256<T>.Count)
        {
            value.StoreUnsafe(ref memory, offset);
        }
        else if (count > 0)
        {
            StorePart(value, ref memory, offset, count);
        }
    }

    /// <summary>Stores some lanes, but not all, in pieces: some processors take dozens of steps for a masked store.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many lanes to store.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StorePart<T>(Vector256<T> value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint half = Vector128<T>.Count;
        if (count < half)
        {
            Lanes128.StorePart(value.GetLower(), ref memory, offset, count);
            return;
        }

        value.GetLower().StoreUnsafe(ref memory, offset);
        if (count > half)
        {
            Lanes128.StorePart(value.GetUpper(), ref memory, offset + (nuint)half, count - half);
        }
    }

    /// <summary>The value with <paramref name="replacement"/> in one lane; unchanged if there is no lane of that number.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value without the lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Without<T>(Vector256<T> value, nint lane, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.ConditionalSelect(Only<T>(lane), Vector256.Create(replacement), value);

    /// <summary>The largest lane, or NaN if there is one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector256<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Lanes128.Max(Vector128.Max(value.GetLower(), value.GetUpper()));

    /// <summary>The largest lane; it may be another than a NaN.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest<T>(Vector256<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Lanes128.Largest(LargestPiece(value));

    /// <summary>All bits set in the first <paramref name="count"/> lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many: all if there are more than lanes, none if it is negative.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> First<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.LessThan(Vector256<T>.Indices, Vector256.Create(T.CreateTruncating(count)));

    /// <summary>All bits set in the first <paramref name="count"/> lanes but one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many: all if there are more than lanes, none if it is negative.</param>
    /// <param name="lane">The lane that is left out, if there is one of that number.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> FirstBut<T>(nint count, nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.AndNot(First<T>(count), Only<T>(lane));

    /// <summary>All bits set in one lane.</summary>
    private static Vector256<T> Only<T>(nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.Equals(Vector256<T>.Indices, Vector256.Create(T.CreateTruncating(lane)));

    /// <summary>Loads a vector that ends where a row does, and puts <paramref name="padding"/> into the lanes that it has in common with the vector before.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which is the first of the vector.</param>
    /// <param name="count">How many of the last lanes are kept.</param>
    /// <param name="padding">What the other lanes hold.</param>
    /// <returns>The scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LoadLast<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector256.ConditionalSelect(Last<T>(count), Vector256.LoadUnsafe(ref memory, offset), Vector256.Create(padding));

    /// <summary>The value with <paramref name="replacement"/> in the label's lane, if it is in this vector.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value without the label.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Without<T>(Vector256<T> value, Vector256<T> label, T first, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // In this order the value may be an operand in memory.
        return Vector256.ConditionalSelect(~IsLabel(label, first), value, Vector256.Create(replacement));
    }

    /// <summary>The sum of all lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector256<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.Sum(SumPiece(value));

    /// <summary>All bits set in the last <paramref name="count"/> lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Last<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.GreaterThanOrEqual(Vector256<T>.Indices, Vector256.Create(T.CreateTruncating(Vector256<T>.Count - count)));

    /// <summary>All bits set in the first <paramref name="count"/> lanes but the label's.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> FirstBut<T>(nint count, Vector256<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.AndNot(First<T>(count), IsLabel(label, first));

    /// <summary>All bits set in the last <paramref name="count"/> lanes but the label's.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> LastBut<T>(nint count, Vector256<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.AndNot(Last<T>(count), IsLabel(label, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> IsLabel<T>(Vector256<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector256.Equals(Vector256<T>.Indices + Vector256.Create(first), label);

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
