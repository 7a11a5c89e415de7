using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.CompilerServices;

/// <summary>
/// A sum that keeps what each addition rounds away: off by 1 ulp or so, however many terms it has. For generated code.
/// </summary>
/// <remarks>
/// A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974), with the branch replaced by TwoSum.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CompensatedSum
{
    private double sum;
    private double lost;

    internal CompensatedSum(double sum, double lost)
    {
        this.sum = sum;
        this.lost = lost;
    }

    /// <summary>The sum of all terms; an infinity or a NaN among them stays what it is.</summary>
    public readonly double Total => double.IsFinite(sum) ? sum + lost : sum;

    /// <summary>Adds a term.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double term)
    {
        double next = sum + term;
        double taken = next - sum;
        lost += (sum - (next - taken)) + (term - taken);
        sum = next;
    }
}
