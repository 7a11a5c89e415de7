using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.CompilerServices;

/// <summary>The operations of <see cref="Lanes256"/> on single numbers. For generated code.</summary>
/// <remarks>What <see cref="VectorMath"/> has, too, has the same bits here, but is inlined, and computed in a vector where there are any: its lanes choose special values without branches.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SingleLane
{
    /// <summary>The score at <paramref name="offset"/> if <paramref name="count"/> is positive, else <paramref name="padding"/>.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="memory">Where the scores are.</param>
    /// <param name="offset">Which to load.</param>
    /// <param name="count">How many are left.</param>
    /// <param name="padding">What stands for a score beyond them.</param>
    /// <returns>The score, or the padding.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LoadFirst<T>(ref T memory, nuint offset, nint count, T padding)
        where T : unmanaged, IFloatingPointIeee754<T> => count > 0 ? Unsafe.Add(ref memory, offset) : padding;

    /// <summary>Stores the value if <paramref name="count"/> is positive.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">What to store.</param>
    /// <param name="memory">Where to.</param>
    /// <param name="offset">At which place.</param>
    /// <param name="count">How many places are left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst<T>(T value, ref T memory, nuint offset, nint count)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (count > 0)
        {
            Unsafe.Add(ref memory, offset) = value;
        }
    }

    /// <summary>The replacement if <paramref name="lane"/> is 0, else the value.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="lane">The lane to replace.</param>
    /// <param name="replacement">What the lane is to hold.</param>
    /// <returns>The value, or the replacement.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Without<T>(T value, nint lane, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => lane == 0 ? replacement : value;

    /// <summary>Whether <paramref name="count"/> is positive.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many scores are left.</param>
    /// <returns>Whether the lane holds a score.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool First<T>(nint count)
        where T : unmanaged, IFloatingPointIeee754<T> => count > 0;

    /// <summary>Whether <paramref name="count"/> is positive and <paramref name="lane"/> is not 0.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="count">How many scores are left.</param>
    /// <param name="lane">The lane that is left out.</param>
    /// <returns>Whether the lane holds another score.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool FirstBut<T>(nint count, nint lane)
        where T : unmanaged, IFloatingPointIeee754<T> => count > 0 && lane != 0;

    /// <summary>Tells a positive of a row, a column with its label, from a negative.</summary>
    /// <typeparam name="TLabel">int or long.</typeparam>
    /// <param name="labels">The labels of the columns.</param>
    /// <param name="offset">Which column.</param>
    /// <param name="count">How many columns are left.</param>
    /// <param name="label">The label of the row.</param>
    /// <param name="self">0 if the column is the row itself, which is neither.</param>
    /// <param name="isPositive">Whether it is a positive.</param>
    /// <param name="isNegative">Whether it is a negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TellApart<TLabel>(ref TLabel labels, nuint offset, nint count, TLabel label, nint self, out bool isPositive, out bool isNegative)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        bool isOther = count > 0 && self != 0;
        bool isSame = isOther && Unsafe.Add(ref labels, offset) == label;
        isPositive = isSame;
        isNegative = isOther && !isSame;
    }

    /// <summary>The replacement if the label is <paramref name="first"/>, else the value.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="label">The label.</param>
    /// <param name="first">The class.</param>
    /// <param name="replacement">What stands for the label.</param>
    /// <returns>The value, or the replacement.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Without<T>(T value, nint label, nint first, T replacement)
        where T : unmanaged, IFloatingPointIeee754<T> => label == first ? replacement : value;

    /// <summary>Whether a class is another than the label.</summary>
    /// <param name="count">How many classes are left.</param>
    /// <param name="label">The label.</param>
    /// <param name="first">The class.</param>
    /// <returns>Whether it is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool FirstBut(nint count, nint label, nint first) => count > 0 && label != first;

    /// <summary>e to the power <paramref name="x"/>, and 0 from −87.68 (in double −708.74) down, where a kernel's vectors have 0, too.</summary>
    /// <param name="x">The argument, which is not positive.</param>
    /// <returns>Its value; NaN stays NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x) => Vector128.IsHardwareAccelerated
        ? Exponential.EvaluateUpToZero<SingleExponential, Vector128Lanes<float>>(new(Vector128.Create(x))).Value.ToScalar()
        : Exponential.EvaluateUpToZero<SingleExponential, ScalarLanes<float>>(new(x)).Value;

    /// <inheritdoc cref="Exp(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x) => Vector128.IsHardwareAccelerated
        ? Exponential.EvaluateUpToZero<DoubleExponential, Vector128Lanes<double>>(new(Vector128.Create(x))).Value.ToScalar()
        : Exponential.EvaluateUpToZero<DoubleExponential, ScalarLanes<double>>(new(x)).Value;

    /// <summary>The natural logarithm of <paramref name="x"/>.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>Its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log(float x) => Vector128.IsHardwareAccelerated ? VectorMath.Log(Vector128.Create(x)).ToScalar() : VectorMath.Log(x);

    /// <summary>The natural logarithm of <paramref name="x"/>.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>Its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log(double x) => Vector128.IsHardwareAccelerated ? VectorMath.Log(Vector128.Create(x)).ToScalar() : VectorMath.Log(x);

    /// <summary>The natural logarithm of 1 + <paramref name="x"/>.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>Its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log1p(float x) => Vector128.IsHardwareAccelerated ? VectorMath.Log1p(Vector128.Create(x)).ToScalar() : VectorMath.Log1p(x);

    /// <summary>The natural logarithm of 1 + <paramref name="x"/>.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>Its value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log1p(double x) => Vector128.IsHardwareAccelerated ? VectorMath.Log1p(Vector128.Create(x)).ToScalar() : VectorMath.Log1p(x);

    /// <inheritdoc cref="Lanes256.LogOfSum(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LogOfSum(float x, float y) => Vector128.IsHardwareAccelerated
        ? Lanes128.LogOfSum(Vector128.Create(x), Vector128.Create(y)).ToScalar()
        : Logarithm.EvaluateSum<SingleLogarithm, ScalarLanes<float>>(new(x), new(y)).Value;

    /// <inheritdoc cref="Lanes256.LogOfSum(Vector256{float}, Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LogOfSum(double x, double y) => Vector128.IsHardwareAccelerated
        ? Lanes128.LogOfSum(Vector128.Create(x), Vector128.Create(y)).ToScalar()
        : Logarithm.EvaluateSum<DoubleLogarithm, ScalarLanes<double>>(new(x), new(y)).Value;

    /// <inheritdoc cref="Lanes256.Log1pUpToOne(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Log1pUpToOne(float x) => Vector128.IsHardwareAccelerated
        ? Lanes128.Log1pUpToOne(Vector128.Create(x)).ToScalar()
        : Logarithm.EvaluateOnePlusUpToOne<SingleLogarithm, ScalarLanes<float>>(new(x)).Value;

    /// <inheritdoc cref="Lanes256.Log1pUpToOne(Vector256{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Log1pUpToOne(double x) => Vector128.IsHardwareAccelerated
        ? Lanes128.Log1pUpToOne(Vector128.Create(x)).ToScalar()
        : Logarithm.EvaluateOnePlusUpToOne<DoubleLogarithm, ScalarLanes<double>>(new(x)).Value;
}
