using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Which columns of a similarity matrix are a row's positives and which are its negatives.</content>
public static unsafe partial class Lanes128
{
    /// <summary>Tells the positives of a row, the columns with its label, from its negatives, the others.</summary>
    /// <typeparam name="T">float or double: the type of the similarities.</typeparam>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The labels of the columns.</param>
    /// <param name="offset">Which is the first.</param>
    /// <param name="count">How many columns there are: all lanes if there are more, none if it is negative.</param>
    /// <param name="label">The label of the row.</param>
    /// <param name="self">The lane of the row itself, which is neither, if there is a lane of that number.</param>
    /// <param name="isPositive">A mask of the positives.</param>
    /// <param name="isNegative">A mask of the negatives.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TellApart<T, TLabel>(ref TLabel labels, nuint offset, nint count, TLabel label, nint self, out Vector128<T> isPositive, out Vector128<T> isNegative)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Vector128<T> same = First<T>(count) & SameLabel<T, TLabel>(ref labels, offset, count, label);
        isPositive = Vector128.AndNot(same, Only<T>(self));
        isNegative = Vector128.AndNot(FirstBut<T>(count, self), same);
    }

    /// <summary>All bits set in the lanes with a label; what stands beyond the columns is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> SameLabel<T, TLabel>(ref TLabel labels, nuint offset, nint count, TLabel label)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (typeof(TLabel) == typeof(int))
        {
            return typeof(T) == typeof(float)
                ? Vector128.Equals(LoadFirst(ref Unsafe.As<TLabel, float>(ref labels), offset, count, 0f).AsInt32(), Vector128.Create(int.CreateTruncating(label))).As<int, T>()
                : Vector128.Create(IsSame(ref labels, offset, count, label), IsSame(ref labels, offset + 1, count - 1, label)).As<long, T>();
        }

        Vector128<long> wanted = Vector128.Create(long.CreateTruncating(label));
        Vector128<long> lower = Vector128.Equals(LoadFirst(ref Unsafe.As<TLabel, double>(ref labels), offset, count, 0d).AsInt64(), wanted);
        return typeof(T) == typeof(double)
            ? lower.As<long, T>()
            : Vector128.Narrow(lower, Vector128.Equals(LoadFirst(ref Unsafe.As<TLabel, double>(ref labels), offset + 2, count - 2, 0d).AsInt64(), wanted)).As<int, T>();
    }

    /// <summary>All bits set if there is such a label; two labels of 32 bits fill only half a vector, and are compared one by one.</summary>
    private static long IsSame<TLabel>(ref TLabel labels, nuint offset, nint count, TLabel label)
        where TLabel : unmanaged, IBinaryInteger<TLabel> => count > 0 && Unsafe.Add(ref labels, offset) == label ? -1 : 0;
}
