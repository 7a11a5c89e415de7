using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Measurement;

/// <summary>
/// One pass of exp over numbers in the first-level cache, at the width that the kernels use: what they do beside their exps is measured by it.
/// It is an exp of any x ≤ 0 that is less than 1 ulp off, four independent chains at a time; that of the kernels, whose arguments are differences, takes one multiply-add less, and at
/// 512 bits one instruction in place of the last two. The bars were set by this one. The sum keeps it from being optimised away, and nothing is stored.
/// </summary>
internal static class ExpFloor
{
    /// <summary>16 KB.</summary>
    public const int Length = 4096;

    private static readonly AlignedFloats Numbers = RandomNumbersUpToZero();

    /// <summary>The widest vectors that this process uses.</summary>
    public static int VectorBits { get; } =
        Vector512.IsHardwareAccelerated ? 512 :
        Vector256.IsHardwareAccelerated ? 256 :
        Vector128.IsHardwareAccelerated ? 128 :
        throw new PlatformNotSupportedException("The comparison needs vectors of at least 128 bits.");

    /// <summary>The pass, at the width of this process.</summary>
    public static Func<float> Pass { get; } = VectorBits switch
    {
        512 => static () => Sum<FloatVector512>(ref Numbers.Span[0]),
        256 => static () => Sum<FloatVector256>(ref Numbers.Span[0]),
        _ => static () => Sum<FloatVector128>(ref Numbers.Span[0]),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Sum<T>(ref float numbers)
        where T : struct, IFloatVector<T>
    {
        nuint count = (nuint)T.Count;
        T sum0 = T.Create(0), sum1 = sum0, sum2 = sum0, sum3 = sum0;
        for (nuint i = 0; i < Length; i += 4 * count)
        {
            T x0 = T.Load(ref numbers, i);
            T x1 = T.Load(ref numbers, i + count);
            T x2 = T.Load(ref numbers, i + 2 * count);
            T x3 = T.Load(ref numbers, i + 3 * count);
            Exp(ref x0, ref x1, ref x2, ref x3);
            sum0 += x0;
            sum1 += x1;
            sum2 += x2;
            sum3 += x3;
        }

        return T.Sum((sum0 + sum1) + (sum2 + sum3));
    }

    /// <summary>Replaces each x ≤ 0 by exp(x), statement by statement like the kernels: one chain after the other is slower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Exp<T>(ref T x0, ref T x1, ref T x2, ref T x3)
        where T : struct, IFloatVector<T>
    {
        // Where the result is no normal number any more it is 0.
        T lowest = T.Create(-88);
        x0 = T.Max(lowest, x0);
        x1 = T.Max(lowest, x1);
        x2 = T.Max(lowest, x2);
        x3 = T.Max(lowest, x3);

        // n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2²³ and the bias.
        T shifter = T.Create(12582912 + 127);
        T inverseOfLn2 = T.Create(1.442695f);
        T exponent0 = T.MultiplyAdd(x0, inverseOfLn2, shifter);
        T exponent1 = T.MultiplyAdd(x1, inverseOfLn2, shifter);
        T exponent2 = T.MultiplyAdd(x2, inverseOfLn2, shifter);
        T exponent3 = T.MultiplyAdd(x3, inverseOfLn2, shifter);
        T n0 = exponent0 - shifter;
        T n1 = exponent1 - shifter;
        T n2 = exponent2 - shifter;
        T n3 = exponent3 - shifter;

        // The remainder x − n·ln 2, with ln 2 in two parts.
        T high = T.Create(-0.69314575f);
        T low = T.Create(-1.4286068E-06f);
        T r0 = T.MultiplyAdd(n0, high, x0);
        T r1 = T.MultiplyAdd(n1, high, x1);
        T r2 = T.MultiplyAdd(n2, high, x2);
        T r3 = T.MultiplyAdd(n3, high, x3);
        r0 = T.MultiplyAdd(n0, low, r0);
        r1 = T.MultiplyAdd(n1, low, r1);
        r2 = T.MultiplyAdd(n2, low, r2);
        r3 = T.MultiplyAdd(n3, low, r3);

        // The polynomial for exp of the remainder.
        T p0 = T.Create(0.0013820998f), p1 = p0, p2 = p0, p3 = p0;
        Horner(0.008368673f, ref p0, ref p1, ref p2, ref p3, r0, r1, r2, r3);
        Horner(0.041668262f, ref p0, ref p1, ref p2, ref p3, r0, r1, r2, r3);
        Horner(0.16666521f, ref p0, ref p1, ref p2, ref p3, r0, r1, r2, r3);
        Horner(0.49999994f, ref p0, ref p1, ref p2, ref p3, r0, r1, r2, r3);
        Horner(1, ref p0, ref p1, ref p2, ref p3, r0, r1, r2, r3);
        Horner(1, ref p0, ref p1, ref p2, ref p3, r0, r1, r2, r3);

        x0 = T.Scale(p0, exponent0);
        x1 = T.Scale(p1, exponent1);
        x2 = T.Scale(p2, exponent2);
        x3 = T.Scale(p3, exponent3);
    }

    /// <summary>The next coefficient of a polynomial of r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Horner<T>(float coefficient, ref T p0, ref T p1, ref T p2, ref T p3, T r0, T r1, T r2, T r3)
        where T : struct, IFloatVector<T>
    {
        T addend = T.Create(coefficient);
        p0 = T.MultiplyAdd(p0, r0, addend);
        p1 = T.MultiplyAdd(p1, r1, addend);
        p2 = T.MultiplyAdd(p2, r2, addend);
        p3 = T.MultiplyAdd(p3, r3, addend);
    }

    private static AlignedFloats RandomNumbersUpToZero()
    {
        var random = new Random(1);
        var numbers = new AlignedFloats(Length);
        foreach (ref float number in numbers.Span)
        {
            number = -8 * random.NextSingle();
        }

        return numbers;
    }
}
