using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// Reads and writes one number of a row, or of each, where its label is among the numbers of many rows. Loops are unrolled, which the JIT does not do: their own
/// instructions would be a third of all. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LabelPlaces
{
    /// <summary>Takes each row's number.</summary>
    /// <param name="numbers">The numbers of all rows.</param>
    /// <param name="places">Where each row's is.</param>
    /// <param name="taken">Receives them, a row a number.</param>
    /// <param name="rows">How many rows there are: a multiple of 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Take(ref float numbers, ref int places, ref float taken, nuint rows)
    {
        for (nuint row = 0; row < rows; row += 8)
        {
            Unsafe.Add(ref taken, row) = At(ref numbers, ref places, row);
            Unsafe.Add(ref taken, row + 1) = At(ref numbers, ref places, row + 1);
            Unsafe.Add(ref taken, row + 2) = At(ref numbers, ref places, row + 2);
            Unsafe.Add(ref taken, row + 3) = At(ref numbers, ref places, row + 3);
            Unsafe.Add(ref taken, row + 4) = At(ref numbers, ref places, row + 4);
            Unsafe.Add(ref taken, row + 5) = At(ref numbers, ref places, row + 5);
            Unsafe.Add(ref taken, row + 6) = At(ref numbers, ref places, row + 6);
            Unsafe.Add(ref taken, row + 7) = At(ref numbers, ref places, row + 7);
        }
    }

    /// <summary>Puts 0 in place of each row's number.</summary>
    /// <param name="numbers">The numbers of all rows.</param>
    /// <param name="places">Where each row's is.</param>
    /// <param name="rows">How many rows there are: a multiple of 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear(ref float numbers, ref int places, nuint rows)
    {
        for (nuint row = 0; row < rows; row += 8)
        {
            At(ref numbers, ref places, row) = 0f;
            At(ref numbers, ref places, row + 1) = 0f;
            At(ref numbers, ref places, row + 2) = 0f;
            At(ref numbers, ref places, row + 3) = 0f;
            At(ref numbers, ref places, row + 4) = 0f;
            At(ref numbers, ref places, row + 5) = 0f;
            At(ref numbers, ref places, row + 6) = 0f;
            At(ref numbers, ref places, row + 7) = 0f;
        }
    }

    /// <summary>Puts another number in place of each row's.</summary>
    /// <param name="numbers">The numbers of all rows.</param>
    /// <param name="places">Where each row's is.</param>
    /// <param name="others">What to put there, a row a number.</param>
    /// <param name="rows">How many rows there are: a multiple of 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(ref float numbers, ref int places, ref float others, nuint rows)
    {
        for (nuint row = 0; row < rows; row += 8)
        {
            At(ref numbers, ref places, row) = Unsafe.Add(ref others, row);
            At(ref numbers, ref places, row + 1) = Unsafe.Add(ref others, row + 1);
            At(ref numbers, ref places, row + 2) = Unsafe.Add(ref others, row + 2);
            At(ref numbers, ref places, row + 3) = Unsafe.Add(ref others, row + 3);
            At(ref numbers, ref places, row + 4) = Unsafe.Add(ref others, row + 4);
            At(ref numbers, ref places, row + 5) = Unsafe.Add(ref others, row + 5);
            At(ref numbers, ref places, row + 6) = Unsafe.Add(ref others, row + 6);
            At(ref numbers, ref places, row + 7) = Unsafe.Add(ref others, row + 7);
        }
    }

    /// <summary>A row's number.</summary>
    /// <param name="numbers">The numbers of all rows.</param>
    /// <param name="places">Where each row's is.</param>
    /// <param name="row">The row.</param>
    /// <returns>The number, which can be replaced.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float At(ref float numbers, ref int places, nuint row) => ref Unsafe.Add(ref numbers, (nuint)(uint)Unsafe.Add(ref places, row));
}
