using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <summary>What the framework lacks for vectors of 128 bits: masked loads and stores, a masked lane, the largest lane. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe partial class Lanes128
{
    /// <summary>Whether a multiply-add rounds once, as it does with wider vectors.</summary>
    public static bool HasFusedMultiplyAdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Lanes.HasFusedMultiplyAdd;
    }

    /// <summary>Loads the first <paramref name="count"/> lanes; the others hold <paramref name="padding"/>, and their memory is not touched.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which is the first.</param>
    /// <param name="count">How many to load: all if there are more than lanes, none if it is negative.</param>
    /// <param name="padding">What the other lanes hold.</param>
    /// <returns>The scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Avx.IsSupported)
        {
            return LoadOneByOne(ref memory, offset, count, padding);
        }

        Vector128<T> mask = First<T>(count);
        fixed (T* start = &memory)
        {
            Vector128<T> loaded = typeof(T) == typeof(float)
                ? Avx.MaskLoad((float*)(start + offset), mask.AsSingle()).As<float, T>()
                : Avx.MaskLoad((double*)(start + offset), mask.AsDouble()).As<double, T>();
            return Vector128.ConditionalSelect(mask, loaded, Vector128.Create(padding));
        }
    }

    /// <summary>Stores the first <paramref name="count"/> lanes; the memory of the others is not touched.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many to store: all if there are more than lanes, none if it is negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(Vector128<T> value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (count >= Vector128<T>.Count)
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
    public static void StorePart<T>(Vector128<T> value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(double) || count == 1)
        {
            Unsafe.Add(ref memory, offset) = value.ToScalar();
            return;
        }

        // Two or three floats.
        Unsafe.WriteUnaligned(ref Unsafe.As<T, byte>(ref Unsafe.Add(ref memory, offset)), value.AsUInt64().ToScalar());
        if (count == 3)
        {
            Unsafe.Add(ref memory, offset + 2) = value.GetElement(2);
        }
    }

    /// <summary>The value with <paramref name="replacement"/> in one lane; unchanged if there is no lane of that number.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value without the lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Without<T>(Vector128<T> value, nint lane, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.ConditionalSelect(Only<T>(lane), Vector128.Create(replacement), value);

    /// <summary>The largest lane, or NaN if there is one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max<T>(Vector128<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float)
            ? T.Max(T.Max(value[0], value[1]), T.Max(value[2], value[3]))
            : T.Max(value[0], value[1]);

    /// <summary>The largest lane; it may be another than a NaN.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The largest.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Largest<T>(Vector128<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float)
            ? T.MaxNative(T.MaxNative(value[0], value[1]), T.MaxNative(value[2], value[3]))
            : T.MaxNative(value[0], value[1]);

    /// <summary>All bits set in the first <paramref name="count"/> lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many: all if there are more than lanes, none if it is negative.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> First<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.LessThan(Vector128<T>.Indices, Vector128.Create(T.CreateTruncating(count)));

    /// <summary>All bits set in the first <paramref name="count"/> lanes but one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many: all if there are more than lanes, none if it is negative.</param>
    /// <param name="lane">The lane that is left out, if there is one of that number.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FirstBut<T>(nint count, nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.AndNot(First<T>(count), Only<T>(lane));

    /// <summary>All bits set in one lane.</summary>
    private static Vector128<T> Only<T>(nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.Equals(Vector128<T>.Indices, Vector128.Create(T.CreateTruncating(lane)));

    private static Vector128<T> LoadOneByOne<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector128<T> value = Vector128.Create(padding);
        for (int lane = 0; lane < Math.Min(count, Vector128<T>.Count); lane++)
        {
            value = value.WithElement(lane, Unsafe.Add(ref memory, offset + (nuint)lane));
        }

        return value;
    }

    /// <summary>Loads a vector that ends where a row does, and puts <paramref name="padding"/> into the lanes that it has in common with the vector before.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which is the first of the vector.</param>
    /// <param name="count">How many of the last lanes are kept.</param>
    /// <param name="padding">What the other lanes hold.</param>
    /// <returns>The scores.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadLast<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector128.ConditionalSelect(Last<T>(count), Vector128.LoadUnsafe(ref memory, offset), Vector128.Create(padding));

    /// <summary>The value with <paramref name="replacement"/> in the label's lane, if it is in this vector.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value without the label.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Without<T>(Vector128<T> value, Vector128<T> label, T first, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.ConditionalSelect(IsLabel(label, first), Vector128.Create(replacement), value);

    /// <summary>The sum of all lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The lanes.</param>
    /// <returns>The sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum<T>(Vector128<T> value)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.Sum(value);

    /// <summary>All bits set in the last <paramref name="count"/> lanes.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Last<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.GreaterThanOrEqual(Vector128<T>.Indices, Vector128.Create(T.CreateTruncating(Vector128<T>.Count - count)));

    /// <summary>All bits set in the first <paramref name="count"/> lanes but the label's.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> FirstBut<T>(nint count, Vector128<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.AndNot(First<T>(count), IsLabel(label, first));

    /// <summary>All bits set in the last <paramref name="count"/> lanes but the label's.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="label">The label, in all lanes.</param>
    /// <param name="first">The class in the first lane.</param>
    /// <returns>A mask.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LastBut<T>(nint count, Vector128<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.AndNot(Last<T>(count), IsLabel(label, first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> IsLabel<T>(Vector128<T> label, T first)
        where T : unmanaged, IFloatingPointIeee754<T> => Vector128.Equals(Vector128<T>.Indices + Vector128.Create(first), label);

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
