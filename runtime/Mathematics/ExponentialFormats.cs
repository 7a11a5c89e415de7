using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>
/// The exponential in single precision. The coefficients minimise the largest relative error of e^r, found by a weighted Chebyshev
/// fit in which they were rounded to single precision one after the other (2^-28 remains).
/// </summary>
internal readonly struct SingleExponential : IExponentialFormat
{
    public static double Overflow => 89;

    public static double Underflow => -104;

    public static double UnderflowOfNormal => -88;

    public static int Bias => 127;

    public static double RoundingShift => 12582912 + 2 * Bias;

    public static double Ln2High => 0.693145751953125; // 0x1.62e4p-1

    public static double Ln2Low => 1.428606765330187e-06; // 0x1.7f7d1cp-20

    public static int MantissaBits => 23;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.Create(0.0013820998137816787); // 0x1.6a4f26p-10
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.00836867280304432)); // 0x1.123984p-7
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.04166826233267784)); // 0x1.5558aep-5
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.1666652113199234)); // 0x1.555492p-3
        return TLanes.MultiplyAdd(sum, r, TLanes.Create(0.4999999403953552)); // 0x1.fffffcp-2
    }
}

/// <summary>
/// The exponential in double precision. The coefficients are those of the polynomial with the smallest maximal relative error of e^r,
/// found by Remez' algorithm in 60 digits and rounded to the nearest double each (2^-60 remains).
/// </summary>
internal readonly struct DoubleExponential : IExponentialFormat
{
    public static double Overflow => 710;

    public static double Underflow => -746;

    public static double UnderflowOfNormal => -709;

    public static int Bias => 1023;

    public static double RoundingShift => 6755399441055744 + 2 * Bias;

    public static double Ln2High => 0.6931471805598903; // 0x1.62e42fefa38p-1

    public static double Ln2Low => 5.497923018708371e-14; // 0x1.ef35793c7673p-45

    public static int MantissaBits => 52;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes r)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.Create(2.082665942379209e-09); // 0x1.1e3d4b1fc3367p-29
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(2.5112011821269812e-08)); // 0x1.af6bcbc52bbb8p-26
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(2.7557581540542035e-07)); // 0x1.27e5b40e49e76p-22
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(2.7557234943390906e-06)); // 0x1.71ddf0331eee6p-19
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(2.4801586927378317e-05)); // 0x1.a01a0136c5684p-16
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.00019841269896289128)); // 0x1.a01a01b375b4p-13
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.0013888888889114898)); // 0x1.6c16c16c3033bp-10
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.00833333333331708)); // 0x1.111111110ec78p-7
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.041666666666666095)); // 0x1.5555555555503p-5
        sum = TLanes.MultiplyAdd(sum, r, TLanes.Create(0.16666666666666682)); // 0x1.555555555555bp-3
        return TLanes.MultiplyAdd(sum, r, TLanes.Create(0.5)); // 0x1p-1
    }
}
