using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>
/// Adds up terms that come a vector at a time, off by 1 ulp or so, however many there are: floats as double, which loses nothing that counts, and doubles
/// with a <see cref="CompensatedSum"/> in each lane. For generated code.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CompensatedLanes512<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Vector512<double> sum;
    private Vector512<double> lost;

    /// <summary>The sum of all terms; an infinity or a NaN among them stays what it is.</summary>
    public readonly double Total
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // else the lanes would have to be in memory, in every loop that adds to them
        get
        {
            if (typeof(T) == typeof(float))
            {
                return Lanes512.Sum(sum);
            }

            var half = new CompensatedLanes256<T>(sum.GetLower(), lost.GetLower() + lost.GetUpper());
            half.Compensate(sum.GetUpper());
            return half.Total;
        }
    }

    /// <summary>Adds all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector512<T> terms)
    {
        if (typeof(T) == typeof(float))
        {
            sum += Vector512.WidenLower(terms.AsSingle()) + Vector512.WidenUpper(terms.AsSingle());
        }
        else
        {
            Compensate(terms.AsDouble());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compensate(Vector512<double> terms)
    {
        Vector512<double> next = sum + terms;
        Vector512<double> taken = next - sum;
        lost += (sum - (next - taken)) + (terms - taken);
        sum = next;
    }
}
