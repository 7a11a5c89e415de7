using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <content>Which columns of a similarity matrix are a row's positives and which are its negatives.</content>
public static unsafe partial class Lanes512
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
    public static void TellApart<T, TLabel>(ref TLabel labels, nuint offset, nint count, TLabel label, nint self, out Vector512<T> isPositive, out Vector512<T> isNegative)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        Vector512<T> same = First<T>(count) & SameLabel<T, TLabel>(ref labels, offset, count, label);
        isPositive = Vector512.AndNot(same, Only<T>(self));
        isNegative = Vector512.AndNot(FirstBut<T>(count, self), same);
    }

    /// <summary>All bits set in the lanes with a label; what stands beyond the columns is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> SameLabel<T, TLabel>(ref TLabel labels, nuint offset, nint count, TLabel label)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        if (typeof(TLabel) == typeof(int))
        {
            Vector512<int> wantedInt = Vector512.Create(int.CreateTruncating(label));
            return typeof(T) == typeof(float)
                ? Vector512.Equals(LoadFirst(ref Unsafe.As<TLabel, float>(ref labels), offset, count, 0f).AsInt32(), wantedInt).As<int, T>()
                : Vector512.WidenLower(Vector256.Equals(Lanes256.LoadFirst(ref Unsafe.As<TLabel, float>(ref labels), offset, count, 0f).AsInt32(), wantedInt.GetLower()).ToVector512Unsafe()).As<long, T>();
        }

        Vector512<long> wanted = Vector512.Create(long.CreateTruncating(label));
        Vector512<long> lower = Vector512.Equals(LoadFirst(ref Unsafe.As<TLabel, double>(ref labels), offset, count, 0d).AsInt64(), wanted);
        return typeof(T) == typeof(double)
            ? lower.As<long, T>()
            : Vector512.Narrow(lower, Vector512.Equals(LoadFirst(ref Unsafe.As<TLabel, double>(ref labels), offset + 8, count - 8, 0d).AsInt64(), wanted)).As<int, T>();
    }
}
