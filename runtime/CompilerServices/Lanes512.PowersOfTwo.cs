using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.CompilerServices;

/// <content>The last step of exps in kernels for vectors of 512 bits.</content>
public static unsafe partial class Lanes512
{
    /// <summary>The value times 2ⁿ, IEEE 754's scaleB, but 0 where n is at most some number, whatever the value; NaN where n is.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="n">An integer in each lane, however far below the exponents of the type.</param>
    /// <param name="largestOfZero">The number.</param>
    /// <returns>value·2ⁿ.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> TimesPowerOfTwo<T>(Vector512<T> value, Vector512<T> n, T largestOfZero)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // The comparison is true of a NaN.
        Vector512<T> limit = Vector512.Create(largestOfZero);
        return typeof(T) == typeof(float)
            ? Vector512.ConditionalSelect(
                Avx512F.CompareNotLessThanOrEqual(n.AsSingle(), limit.AsSingle()), Avx512F.Scale(value.AsSingle(), n.AsSingle()), Vector512<float>.Zero).As<float, T>()
            : Vector512.ConditionalSelect(
                Avx512F.CompareNotLessThanOrEqual(n.AsDouble(), limit.AsDouble()), Avx512F.Scale(value.AsDouble(), n.AsDouble()), Vector512<double>.Zero).As<double, T>();
    }
}
