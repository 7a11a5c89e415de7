using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>
/// The logarithm in single precision. The coefficients have the smallest maximal absolute error, found by Remez' algorithm in which they
/// were rounded to single precision one after the other (2^-34 remains).
/// </summary>
internal readonly struct SingleLogarithm : ILogarithmFormat
{
    public static double SmallestNormal => 1.1754943508222875e-38;

    public static int MantissaBits => 23;

    public static int Bias => 127;

    public static ulong ReducedRangeBits => 0x3f3504f3;

    public static double Ln2High => SingleExponential.Ln2High;

    public static double Ln2Low => SingleExponential.Ln2Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes square)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.Create(0.24278858304023743); // 0x1.f13b24p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.2849879264831543)); // 0x1.23d3ep-2
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.40000972151756287)); // 0x1.999c26p-2
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.6666666269302368)); // 0x1.555554p-1
        return sum * square;
    }
}

/// <summary>
/// The logarithm in double precision. The coefficients have the smallest maximal absolute error, found by Remez' algorithm in which they
/// were rounded to double precision one after the other (2^-58 remains).
/// </summary>
internal readonly struct DoubleLogarithm : ILogarithmFormat
{
    public static double SmallestNormal => 2.2250738585072014e-308;

    public static int MantissaBits => 52;

    public static int Bias => 1023;

    public static ulong ReducedRangeBits => 0x3fe6a09e667f3bcd;

    public static double Ln2High => DoubleExponential.Ln2High;

    public static double Ln2Low => DoubleExponential.Ln2Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tail<TLanes>(TLanes square)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.Create(0.14795861405349486); // 0x1.2f04ed042b834p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.15314064333157215)); // 0x1.39a1cd3661493p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.18183563553340878)); // 0x1.74663ddee82c9p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.22222198593747822)); // 0x1.c71c52106ddb4p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.285714287421125)); // 0x1.24924941e50b5p-2
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.39999999999416413)); // 0x1.999999997fefp-2
        sum = TLanes.MultiplyAdd(sum, square, TLanes.Create(0.6666666666666734)); // 0x1.5555555555592p-1
        return sum * square;
    }
}
