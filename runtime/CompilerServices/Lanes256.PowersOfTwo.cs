using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>The last step of exps in kernels for vectors of 512 bits, in narrower ones that hold what is left of a row.</content>
public static unsafe partial class Lanes256
{
    /// <summary>The value times 2ⁿ, IEEE 754's scaleB, but 0 where n is at most some number, whatever the value; NaN where n is. Only processors with vectors of 512 bits have the instruction.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="n">An integer in each lane, however far below the exponents of the type.</param>
    /// <param name="largestOfZero">The number.</param>
    /// <returns>value·2ⁿ.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TimesPowerOfTwo<T>(Vector256<T> value, Vector256<T> n, T largestOfZero)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The comparison is true of a NaN.
        Vector256<T> limit = Vector256.Create(largestOfZero);
        return typeof(T) == typeof(float)
            ? Vector256.ConditionalSelect(
                Avx512F.VL.CompareNotLessThanOrEqual(n.AsSingle(), limit.AsSingle()), Avx512F.VL.Scale(value.AsSingle(), n.AsSingle()), Vector256<float>.Zero).As<float, T>()
            : Vector256.ConditionalSelect(
                Avx512F.VL.CompareNotLessThanOrEqual(n.AsDouble(), limit.AsDouble()), Avx512F.VL.Scale(value.AsDouble(), n.AsDouble()), Vector256<double>.Zero).As<double, T>();
    }
}
