using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>
/// Copies the labels of rows that stand one behind the other, and reads and writes what the rows have at them: of eight rows without a loop, which the JIT does not unroll, and whose
/// own instructions would be a third of all. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowLabels
{
    /// <summary>Copies labels that were checked before, and requires each to be a class still, as <see cref="KernelArguments.RequireUnchanged"/> does: no other thread changes the copies.</summary>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The labels of the rows.</param>
    /// <param name="copies">Receives them.</param>
    /// <param name="rows">How many rows there are: a multiple of 8.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="InvalidOperationException">A label is no class any more.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy<TLabel>(ref TLabel labels, ref int copies, nuint rows, int classes)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (typeof(TLabel) == typeof(int))
        {
            // Without its sign a negative number is larger than any class.
            Vector256<uint> largest = Vector256<uint>.Zero;
            for (nuint row = 0; row < rows; row += 8)
            {
                Vector256<int> ofEight = Vector256.LoadUnsafe(ref Unsafe.As<TLabel, int>(ref labels), row);
                largest = Vector256.Max(largest, ofEight.AsUInt32());
                ofEight.StoreUnsafe(ref copies, row);
            }

            if (Vector256.GreaterThanOrEqualAny(largest, Vector256.Create((uint)classes)))
            {
                KernelArguments.ThrowChanged();
            }

            return;
        }

        for (nuint row = 0; row < rows; row++)
        {
            nint label = nint.CreateSaturating(Unsafe.Add(ref labels, row));
            KernelArguments.RequireUnchanged(label, (nuint)classes);
            Unsafe.Add(ref copies, row) = (int)label;
        }
    }

    /// <summary>What a row has at its label.</summary>
    /// <param name="numbers">What the rows have for each class.</param>
    /// <param name="start">Where the row's numbers start.</param>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="row">The row.</param>
    /// <returns>The number, which can be replaced.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float At(ref float numbers, nuint start, ref int labels, nuint row) =>
        // In this order the start, a constant, is part of the address, and takes no instruction.
        ref Unsafe.Add(ref Unsafe.Add(ref numbers, (nuint)(uint)Unsafe.Add(ref labels, row)), start);

    /// <summary>Gathers what eight rows have at their labels.</summary>
    /// <param name="numbers">What the rows have for each class.</param>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="gathered">Receives what they have, a row a number.</param>
    /// <param name="row">The first of the eight.</param>
    /// <param name="classes">How many classes there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void GatherEight(ref float numbers, ref int labels, ref float gathered, nuint row, nuint classes)
    {
        Unsafe.Add(ref gathered, row) = At(ref numbers, 0, ref labels, row);
        Unsafe.Add(ref gathered, row + 1) = At(ref numbers, classes, ref labels, row + 1);
        Unsafe.Add(ref gathered, row + 2) = At(ref numbers, 2 * classes, ref labels, row + 2);
        Unsafe.Add(ref gathered, row + 3) = At(ref numbers, 3 * classes, ref labels, row + 3);
        Unsafe.Add(ref gathered, row + 4) = At(ref numbers, 4 * classes, ref labels, row + 4);
        Unsafe.Add(ref gathered, row + 5) = At(ref numbers, 5 * classes, ref labels, row + 5);
        Unsafe.Add(ref gathered, row + 6) = At(ref numbers, 6 * classes, ref labels, row + 6);
        Unsafe.Add(ref gathered, row + 7) = At(ref numbers, 7 * classes, ref labels, row + 7);
    }

    /// <summary>Puts 0 in place of what eight rows have at their labels.</summary>
    /// <param name="numbers">What the rows have for each class.</param>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="row">The first of the eight.</param>
    /// <param name="classes">How many classes there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ClearEight(ref float numbers, ref int labels, nuint row, nuint classes)
    {
        At(ref numbers, 0, ref labels, row) = 0f;
        At(ref numbers, classes, ref labels, row + 1) = 0f;
        At(ref numbers, 2 * classes, ref labels, row + 2) = 0f;
        At(ref numbers, 3 * classes, ref labels, row + 3) = 0f;
        At(ref numbers, 4 * classes, ref labels, row + 4) = 0f;
        At(ref numbers, 5 * classes, ref labels, row + 5) = 0f;
        At(ref numbers, 6 * classes, ref labels, row + 6) = 0f;
        At(ref numbers, 7 * classes, ref labels, row + 7) = 0f;
    }

    /// <summary>Scatters numbers to where eight rows have their labels.</summary>
    /// <param name="numbers">What the rows have for each class.</param>
    /// <param name="labels">The labels of all rows.</param>
    /// <param name="values">What to put there, a row a number.</param>
    /// <param name="row">The first of the eight.</param>
    /// <param name="classes">How many classes there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterEight(ref float numbers, ref int labels, ref float values, nuint row, nuint classes)
    {
        At(ref numbers, 0, ref labels, row) = Unsafe.Add(ref values, row);
        At(ref numbers, classes, ref labels, row + 1) = Unsafe.Add(ref values, row + 1);
        At(ref numbers, 2 * classes, ref labels, row + 2) = Unsafe.Add(ref values, row + 2);
        At(ref numbers, 3 * classes, ref labels, row + 3) = Unsafe.Add(ref values, row + 3);
        At(ref numbers, 4 * classes, ref labels, row + 4) = Unsafe.Add(ref values, row + 4);
        At(ref numbers, 5 * classes, ref labels, row + 5) = Unsafe.Add(ref values, row + 5);
        At(ref numbers, 6 * classes, ref labels, row + 6) = Unsafe.Add(ref values, row + 6);
        At(ref numbers, 7 * classes, ref labels, row + 7) = Unsafe.Add(ref values, row + 7);
    }
}
