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
public struct CompensatedLanes128<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private Vector128<double> sum;
    private Vector128<double> lost;

    internal CompensatedLanes128(Vector128<double> sum, Vector128<double> lost)
    {
        this.sum = sum;
        this.lost = lost;
    }

    /// <summary>The sum of all terms; an infinity or a NaN among them stays what it is.</summary>
    public readonly double Total
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // else the lanes would have to be in memory, in every loop that adds to them
        get
        {
            if (typeof(T) == typeof(float))
            {
                return Lanes128.Sum(sum);
            }

            var total = new CompensatedSum(sum.ToScalar(), lost.ToScalar() + lost.GetElement(1));
            total.Add(sum.GetElement(1));
            return total.Total;
        }
    }

    /// <summary>Adds all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector128<T> terms)
    {
        if (typeof(T) == typeof(float))
        {
            sum += Vector128.WidenLower(terms.AsSingle()) + Vector128.WidenUpper(terms.AsSingle());
        }
        else
        {
            Compensate(terms.AsDouble());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Compensate(Vector128<double> terms)
    {
        Vector128<double> next = sum + terms;
        Vector128<double> taken = next - sum;
        lost += (sum - (next - taken)) + (terms - taken);
        sum = next;
    }
}
