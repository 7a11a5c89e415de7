using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>What kernels need where each lane belongs to another row.</content>
public static unsafe partial class Lanes512
{
    /// <summary>One lane, to be read or written.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="lanes">The lanes.</param>
    /// <param name="lane">The number of the lane: less than there are.</param>
    /// <returns>The lane.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(ref Vector512<T> lanes, nuint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => ref Unsafe.Add(ref Unsafe.As<Vector512<T>, T>(ref lanes), lane);

    /// <summary>Copies the scores of the last rows to memory that has room for whole vectors.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="scores">The first of the scores.</param>
    /// <param name="copy">Where to.</param>
    /// <param name="count">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyToWhole<T>(ref T scores, ref T copy, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint i = 0;
        for (; i <= count - Vector512<T>.Count; i += Vector512<T>.Count)
        {
            Vector512.LoadUnsafe(ref scores, (nuint)i).StoreUnsafe(ref copy, (nuint)i);
        }

        if (i < count)
        {
            LoadFirst(ref scores, (nuint)i, count - i, T.Zero).StoreUnsafe(ref copy, (nuint)i);
        }
    }

    /// <summary>The labels of some rows as numbers of the scores' type, which holds every one that a short row can have, and NaN where no row is left.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="row">The first of the rows.</param>
    /// <param name="left">How many rows there are from it on.</param>
    /// <returns>The labels.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadLabels<T, TLabel>(ref TLabel labels, nuint row, nint left)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (typeof(T) == typeof(float) && typeof(TLabel) == typeof(int))
        {
            ref float bits = ref Unsafe.As<TLabel, float>(ref labels);
            return left >= Vector512<T>.Count
                ? Vector512.ConvertToSingle(Vector512.LoadUnsafe(ref bits, row).AsInt32()).As<float, T>()
                : (Vector512.ConvertToSingle(LoadFirst(ref bits, row, left, 0f).AsInt32()) | ~First<float>(left)).As<float, T>(); // all bits set are a NaN
        }

        Vector512<T> loaded = Vector512.Create(T.NaN);
        for (nuint lane = 0; lane < nuint.Min((nuint)left, (nuint)Vector512<T>.Count); lane++)
        {
            At(ref loaded, lane) = T.CreateTruncating(Unsafe.Add(ref labels, row + lane));
        }

        return loaded;
    }

    /// <summary>The same, with NaN for the label of rows that do not count.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="row">The first of the rows.</param>
    /// <param name="left">How many rows there are from it on.</param>
    /// <param name="ignoreLabel">The label of rows that do not count.</param>
    /// <returns>The labels.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> LoadLabels<T, TLabel>(ref TLabel labels, nuint row, nint left, TLabel ignoreLabel)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (typeof(T) == typeof(float) && typeof(TLabel) == typeof(int) && left >= Vector512<T>.Count)
        {
            // All bits set are a NaN.
            Vector512<int> integers = Vector512.LoadUnsafe(ref Unsafe.As<TLabel, int>(ref labels), row);
            Vector512<int> isIgnored = Vector512.Equals(integers, Vector512.Create(int.CreateTruncating(ignoreLabel)));
            return (Vector512.ConvertToSingle(integers) | isIgnored.AsSingle()).As<float, T>();
        }

        Vector512<T> loaded = Vector512.Create(T.NaN);
        for (nuint lane = 0; lane < nuint.Min((nuint)left, (nuint)Vector512<T>.Count); lane++)
        {
            TLabel label = Unsafe.Add(ref labels, row + lane);
            At(ref loaded, lane) = label == ignoreLabel ? T.NaN : T.CreateTruncating(label);
        }

        return loaded;
    }

    /// <summary>Requires labels that were checked before to be what they were, as <see cref="KernelArguments.RequireUnchanged"/> does.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="labels">The label of each row; NaN where there is none.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="InvalidOperationException">A label is no class any more.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireUnchanged<T>(Vector512<T> labels, T classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Vector512.LessThanAny(labels, Vector512<T>.Zero) || Vector512.GreaterThanOrEqualAny(labels, Vector512.Create(classes)))
        {
            KernelArguments.ThrowChanged();
        }
    }

    /// <summary>Takes what a class has out of the rows whose label it is, and leaves a replacement.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="ofClass">What each row has for the class.</param>
    /// <param name="ofLabel">What each row has for its label, as far as that was found.</param>
    /// <param name="labels">The label of each row.</param>
    /// <param name="number">The class.</param>
    /// <param name="replacement">What is left in its place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TakeOut<T>(ref Vector512<T> ofClass, ref Vector512<T> ofLabel, Vector512<T> labels, T number, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ofLabel = Vector512.ConditionalSelect(Vector512.Equals(labels, Vector512.Create(number)), ofClass, ofLabel);
        ofClass = Vector512.ConditionalSelect(Vector512.Equals(labels, Vector512.Create(number)), Vector512.Create(replacement), ofClass);
    }

    /// <summary>What each row has for a class, with another value in the rows whose label the class is.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="ofClass">What the other rows have.</param>
    /// <param name="labels">The label of each row.</param>
    /// <param name="number">The class.</param>
    /// <param name="ofLabel">What each row has for its label.</param>
    /// <returns>One of the two for each row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> UnlessLabel<T>(Vector512<T> ofClass, Vector512<T> labels, T number, Vector512<T> ofLabel)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Vector512.ConditionalSelect(~Vector512.Equals(labels, Vector512.Create(number)), ofClass, ofLabel); // so that a product in ofClass is one masked instruction

    /// <summary>Takes an element for the first that has a value, in the rows where it has that value or is NaN; called from the last element to the first.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="first">The number of the first that was found.</param>
    /// <param name="ofElement">What each row has for the element.</param>
    /// <param name="value">The value.</param>
    /// <param name="number">The element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindFirst<T>(ref Vector512<T> first, Vector512<T> ofElement, Vector512<T> value, T number)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        first = Vector512.ConditionalSelect(Vector512.Equals(ofElement, value) | Vector512.IsNaN(ofElement), Vector512.Create(number), first);

    /// <summary>The same for a class, in the rows whose label it is not.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="first">The number of the first that was found.</param>
    /// <param name="ofElement">What each row has for the class.</param>
    /// <param name="value">The value.</param>
    /// <param name="number">The class.</param>
    /// <param name="labels">The label of each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindFirst<T>(ref Vector512<T> first, Vector512<T> ofElement, Vector512<T> value, T number, Vector512<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector512<T> isIt = Vector512.Equals(ofElement, value) | Vector512.IsNaN(ofElement);
        first = Vector512.ConditionalSelect(Vector512.AndNot(isIt, Vector512.Equals(labels, Vector512.Create(number))), Vector512.Create(number), first);
    }

    /// <summary>Takes a class for the one with the largest score in the rows where no class before it has as large a one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="largest">The largest score so far.</param>
    /// <param name="labels">The class that has it.</param>
    /// <param name="ofClass">The scores of the class.</param>
    /// <param name="number">The class.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FindLarger<T>(ref Vector512<T> largest, ref Vector512<T> labels, Vector512<T> ofClass, T number)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        labels = Vector512.ConditionalSelect(Vector512.GreaterThan(ofClass, largest), Vector512.Create(number), labels);
        largest = Vector512.MaxNative(ofClass, largest);
    }
}
