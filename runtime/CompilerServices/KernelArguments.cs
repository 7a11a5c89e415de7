using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.CompilerServices;

/// <summary>
/// The checks that generated code makes before it writes anything. Every message names the parameter, what it holds and what it has to hold. What every batch goes through
/// is inlined, and throws elsewhere: for one row of ten classes the calls alone would take as long as half of the loss.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class KernelArguments
{
    /// <summary>A call costs more than to look at so many labels here.</summary>
    private const int MostLabelsOneByOne = 4;

    /// <summary>Requires <paramref name="rows"/> × <paramref name="classes"/> scores.</summary>
    /// <param name="length">How many scores there are.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="classes">How many classes.</param>
    /// <param name="name">The scores' parameter.</param>
    /// <param name="labelsName">The labels' parameter.</param>
    /// <param name="classesName">The parameter that has a number for each class; null where the declaration says how many classes there are.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireScores(int length, int rows, int classes, string name, string labelsName, string? classesName = null)
    {
        if (length != (long)rows * classes)
        {
            ThrowScores(length, rows, classes, name, labelsName, classesName);
        }
    }

    /// <summary>How many classes a row of scores has, where only the lengths tell.</summary>
    /// <param name="length">How many scores there are.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="name">The scores' parameter.</param>
    /// <param name="labelsName">The labels' parameter.</param>
    /// <returns>The number of classes; 0 if there are no rows.</returns>
    /// <exception cref="ArgumentException">The scores cannot be divided evenly among the rows, or there are none to divide.</exception>
    public static int ClassesOf(int length, int rows, string name, string labelsName)
    {
        if (rows == 0 ? length != 0 : length == 0 || length % rows != 0)
        {
            ThrowClasses(length, rows, name, labelsName);
        }

        return rows == 0 ? 0 : length / rows;
    }

    /// <summary>Requires as many elements as another parameter has.</summary>
    /// <param name="length">How many elements there are.</param>
    /// <param name="expected">How many the other parameter has.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="expectedName">The other parameter.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireSameLength(int length, int expected, string name, string expectedName)
    {
        if (length != expected)
        {
            ThrowLength(length, expected, name, expectedName);
        }
    }

    /// <summary>Requires a label that was checked before to be what it was: a kernel must stay within its memory whatever other threads do.</summary>
    /// <param name="label">The label.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="InvalidOperationException">The label is no class any more.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireUnchanged(nint label, nuint classes)
    {
        if (unchecked((nuint)label) >= classes)
        {
            ThrowChanged();
        }
    }

    /// <inheritdoc cref="RequireLabels(ReadOnlySpan{long}, int, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireLabels(ReadOnlySpan<int> labels, int classes, string name)
    {
        int row = labels.Length <= MostLabelsOneByOne ? FirstOutside(labels, classes) : labels.IndexOfAnyExceptInRange(0, classes - 1);
        if (row >= 0)
        {
            ThrowLabel(labels[row], row, classes, name);
        }
    }

    /// <summary>Requires labels of 0 to <paramref name="classes"/> − 1.</summary>
    /// <param name="labels">The label of each row.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="name">The labels' parameter.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is another number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireLabels(ReadOnlySpan<long> labels, int classes, string name)
    {
        int row = labels.Length <= MostLabelsOneByOne ? FirstOutside(labels, classes) : labels.IndexOfAnyExceptInRange(0L, classes - 1L);
        if (row >= 0)
        {
            ThrowLabel(labels[row], row, classes, name);
        }
    }

    /// <summary>Requires an output to be the very memory of an input, or to have none in common with it.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="output">What is written.</param>
    /// <param name="input">What is read.</param>
    /// <param name="outputName">The output's parameter.</param>
    /// <param name="inputName">The input's parameter.</param>
    /// <exception cref="ArgumentException">The two overlap in part.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireSameOrApart<T>(ReadOnlySpan<T> output, ReadOnlySpan<T> input, string outputName, string inputName)
        where T : unmanaged
    {
        bool isSame = Unsafe.AreSame(ref MemoryMarshal.GetReference(output), ref MemoryMarshal.GetReference(input));
        if (!isSame && Overlap(output, input))
        {
            ThrowOverlapInPart(outputName, inputName);
        }
    }

    /// <summary>Requires an output to have no memory in common with an input.</summary>
    /// <typeparam name="TOutput">The type of the output's elements.</typeparam>
    /// <typeparam name="TInput">The type of the input's elements.</typeparam>
    /// <param name="output">What is written.</param>
    /// <param name="input">What is read.</param>
    /// <param name="outputName">The output's parameter.</param>
    /// <param name="inputName">The input's parameter.</param>
    /// <exception cref="ArgumentException">The two overlap.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RequireApart<TOutput, TInput>(ReadOnlySpan<TOutput> output, ReadOnlySpan<TInput> input, string outputName, string inputName)
        where TOutput : unmanaged
        where TInput : unmanaged
    {
        if (Overlap(output, input))
        {
            ThrowOverlap(outputName, inputName);
        }
    }

    /// <summary>The first row whose label is no class, −1 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstOutside<TLabel>(ReadOnlySpan<TLabel> labels, int classes)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (int row = 0; row < labels.Length; row++)
        {
            if (ulong.CreateTruncating(labels[row]) >= (uint)classes)
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether two pieces of memory have a byte in common. The framework's own comparison is of spans of one type, and a span of bytes holds less than 2 GiB.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Overlap<TOne, TOther>(ReadOnlySpan<TOne> one, ReadOnlySpan<TOther> other)
        where TOne : unmanaged
        where TOther : unmanaged
    {
        nint distance = Unsafe.ByteOffset(
            ref Unsafe.As<TOne, byte>(ref MemoryMarshal.GetReference(one)),
            ref Unsafe.As<TOther, byte>(ref MemoryMarshal.GetReference(other)));
        return unchecked(
            !one.IsEmpty
            && !other.IsEmpty
            && ((nuint)distance < (nuint)one.Length * (nuint)Unsafe.SizeOf<TOne>()
                || (nuint)(-distance) < (nuint)other.Length * (nuint)Unsafe.SizeOf<TOther>()));
    }

    private static void ThrowScores(int length, int rows, int classes, string name, string labelsName, string? classesName) => throw new ArgumentException(
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{name}' has {length} scores, but {RowCountOf(rows, labelsName)} of {classes} classes{(classesName is null ? "" : $" ('{classesName}')")} need {(long)rows * classes}."),
        name);

    private static void ThrowClasses(int length, int rows, string name, string labelsName) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{name}' has {length} scores, but {(rows switch
        {
            0 => $"'{labelsName}' is empty: without rows there are no scores",
            1 => $"1 row ('{labelsName}') has at least 1 score",
            _ => string.Create(CultureInfo.InvariantCulture, $"{rows} rows ('{labelsName}') need a multiple of {rows} above 0"),
        })}."),
        name);

    internal static void ThrowChanged() =>
        throw new InvalidOperationException("A label was changed, to what is not a class, while the loss was being computed.");

    private static string RowCountOf(int rows, string labelsName) => $"{RowCount(rows)} ('{labelsName}')";

    private static void ThrowLength(int length, int expected, string name, string expectedName) => throw new ArgumentException(
        string.Create(CultureInfo.InvariantCulture, $"'{name}' has the length {length}, but '{expectedName}' has {expected}: the two must be equal."),
        name);

    private static void ThrowOverlapInPart(string outputName, string inputName) =>
        throw new ArgumentException($"'{outputName}' overlaps '{inputName}' in part: it may be the same memory, or memory of its own.", outputName);

    private static void ThrowOverlap(string outputName, string inputName) =>
        throw new ArgumentException($"'{outputName}' overlaps '{inputName}': it needs memory of its own.", outputName);

    private static void ThrowLabel(long label, int row, int classes, string name) => throw new ArgumentOutOfRangeException(
        name,
        label,
        string.Create(CultureInfo.InvariantCulture, $"The label of row {row} is {label}: a label is a class from 0 to {classes - 1}."));
}
