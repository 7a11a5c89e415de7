using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>A <see cref="CompensatedSum"/> in each lane, for terms that come a vector at a time. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CompensatedLanes128
{
    private Vector128<double> sum;
    private Vector128<double> lost;

    /// <summary>The sum of all terms; an infinity or a NaN among them stays what it is.</summary>
    public readonly double Total
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // by reference the lanes would have to be in memory, in every loop that adds to them
        get => TotalOf(sum, lost);
    }

    /// <summary>Adds all lanes: of two floats double loses nothing that counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector128<float> terms) => Add(Vector128.WidenLower(terms) + Vector128.WidenUpper(terms));

    /// <summary>Adds all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector128<double> terms)
    {
        Vector128<double> next = sum + terms;
        Vector128<double> taken = next - sum;
        lost += (sum - (next - taken)) + (terms - taken);
        sum = next;
    }

    private static double TotalOf(Vector128<double> sum, Vector128<double> lost)
    {
        var total = new CompensatedSum();
        for (int lane = 0; lane < Vector128<double>.Count; lane++)
        {
            total.Add(sum[lane]);
            total.Add(double.IsFinite(sum[lane]) ? lost[lane] : 0);
        }

        return total.Total;
    }
}
