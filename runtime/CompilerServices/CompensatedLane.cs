using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>What <see cref="CompensatedLanes256{T}"/> is for terms that come one at a time. For generated code.</summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CompensatedLane<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private double sum;
    private CompensatedSum compensatedSum;

    /// <summary>The sum of all terms; an infinity or a NaN among them stays what it is.</summary>
    public readonly double Total => typeof(T) == typeof(float) ? sum : compensatedSum.Total;

    /// <summary>Adds a term.</summary>
    /// <param name="term">The term.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T term)
    {
        if (typeof(T) == typeof(float))
        {
            sum += Unsafe.BitCast<T, float>(term);
        }
        else
        {
            compensatedSum.Add(Unsafe.BitCast<T, double>(term));
        }
    }
}
