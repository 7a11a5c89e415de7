using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>A <see cref="CompensatedSum"/> in each lane, for terms that come a vector at a time. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CompensatedLanes256
{
    private Vector256<double> sum;
    private Vector256<double> lost;

    /// <summary>The sum of all terms; an infinity or a NaN among them stays what it is.</summary>
    public readonly double Total
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // by reference the lanes would have to be in memory, in every loop that adds to them
        get => TotalOf(sum, lost);
    }

    /// <summary>Adds all lanes: of two floats double loses nothing that counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector256<float> terms) => Add(Vector256.WidenLower(terms) + Vector256.WidenUpper(terms));

    /// <summary>Adds all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector256<double> terms)
    {
        Vector256<double> next = sum + terms;
        Vector256<double> taken = next - sum;
        lost += (sum - (next - taken)) + (terms - taken);
        sum = next;
    }

    private static double TotalOf(Vector256<double> sum, Vector256<double> lost)
    {
        var total = new CompensatedSum();
        for (int lane = 0; lane < Vector256<double>.Count; lane++)
        {
            total.Add(sum[lane]);
            total.Add(double.IsFinite(sum[lane]) ? lost[lane] : 0);
        }

        return total.Total;
    }
}
