using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>
/// The logarithm in single precision. The coefficients have the smallest maximal absolute error, found by Remez' algorithm in which they
/// were rounded to single precision one after the other (2^-34 remains); up to one, the smallest relative error of the logarithm (2^-29.7).
/// There terms are added up in pairs of neighbours, so that half as many wait for each other. Those of odd and of even powers would, too, but their sums cancel
/// (2.6 ulp in place of 1.2).
/// </summary>
internal readonly struct SingleLogarithm : ILogarithmFormat
{
    public static double SmallestNormal => 1.1754943508222875e-38;

    public static int MantissaBits => 23;

    public static int Bias => SingleExponential.Bias;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes TailUpToOne<TLanes>(TLanes x, TLanes square)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.MultiplyAdd(TLanes.Create(0.0020846675615757704), x, TLanes.Create(-0.01369200274348259)); // 0x1.113dd6p-9, -0x1.c0a8d8p-7
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.04211520403623581), x, TLanes.Create(-0.08323920518159866))); // 0x1.5901fcp-5, -0x1.54f2a2p-4
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.12479539215564728), x, TLanes.Create(-0.16135172545909882))); // 0x1.ff2974p-4, -0x1.4a72c6p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.19899623095989227), x, TLanes.Create(-0.24988864362239838))); // 0x1.978b56p-3, -0x1.ffc59ep-3
        return TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.33332714438438416), x, TLanes.Create(-0.49999988079071045))); // 0x1.5553b6p-2, -0x1.fffff8p-2
    }
}

/// <summary>
/// The logarithm in double precision. The coefficients have the smallest maximal absolute error, found by Remez' algorithm in which they
/// were rounded to double precision one after the other (2^-58 remains); up to one, the smallest relative error of the logarithm, each
/// rounded to the nearest double (2^-56.6).
/// </summary>
internal readonly struct DoubleLogarithm : ILogarithmFormat
{
    public static double SmallestNormal => 2.2250738585072014e-308;

    public static int MantissaBits => 52;

    public static int Bias => DoubleExponential.Bias;

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes TailUpToOne<TLanes>(TLanes x, TLanes square)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum = TLanes.Create(-1.659936242305885e-05); // -0x1.167db7ff7135ep-16
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.00019945232214772272), x, TLanes.Create(-0.0011396711399741645))); // 0x1.a248266c6d541p-13, -0x1.2ac20918f8239p-10
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.004139915118096681), x, TLanes.Create(-0.01080808987004495))); // 0x1.0f50400a5a5b2p-8, -0x1.6228d44314ca2p-7
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.021808467197628002), x, TLanes.Create(-0.03587742031771281))); // 0x1.654f5758f0dcap-6, -0x1.25e8675dbdd42p-5
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.05039073299679812), x, TLanes.Create(-0.06310944613230332))); // 0x1.9ccd06c7c4545p-5, -0x1.027f0cf34f87ap-4
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.07341417629294807), x, TLanes.Create(-0.08212641957840387))); // 0x1.2cb457e3db18dp-4, -0x1.5063cae3a10cbp-4
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.09057474289647224), x, TLanes.Create(-0.09992646997765522))); // 0x1.72fe806957e2ep-4, -0x1.994c7f88f0a92p-4
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.11109850161096115), x, TLanes.Create(-0.12499835233148367))); // 0x1.c70f38f0dbe11p-4, -0x1.fffe45b514ebdp-4
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.14285698377156955), x, TLanes.Create(-0.16666665578788736))); // 0x1.249233ca6ec8dp-3, -0x1.555553df8a942p-3
        sum = TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.19999999950439137), x, TLanes.Create(-0.24999999998631964))); // 0x1.99999988922e3p-3, -0x1.ffffffff87aa9p-3
        return TLanes.MultiplyAdd(sum, square, TLanes.MultiplyAdd(TLanes.Create(0.33333333333313947), x, TLanes.Create(-0.499999999999999))); // 0x1.55555555547b1p-2, -0x1.fffffffffffeep-2
    }
}
