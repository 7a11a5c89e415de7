using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>The operations of <see cref="Lanes256"/> on single numbers, for processors without vectors. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SingleLane
{
    /// <summary>The score at <paramref name="offset"/> if <paramref name="count"/> is positive, else −∞.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which to load.</param>
    /// <param name="count">How many are left.</param>
    /// <returns>The score, or −∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadFirst<T>(ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => count > 0 ? Unsafe.Add(ref memory, offset) : T.NegativeInfinity;

    /// <summary>Stores the value if <paramref name="count"/> is positive.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many places are left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(T value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (count > 0)
        {
            Unsafe.Add(ref memory, offset) = value;
        }
    }

    /// <summary>−∞ if <paramref name="lane"/> is 0, else the value.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="lane">The lane to mask.</param>
    /// <returns>The value, or −∞.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Without<T>(T value, nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => lane == 0 ? T.NegativeInfinity : value;

    /// <summary>The value if <paramref name="lane"/> is 0, else 0.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="lane">The lane of the value.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value, or 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T OnlyAt<T>(nint lane, T value)
        where T : unmanaged, IFloatingPointIeee754<T> => lane == 0 ? value : T.Zero;
}
