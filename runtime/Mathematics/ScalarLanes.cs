using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>A single lane: one <see cref="float"/> or <see cref="double"/>.</summary>
internal readonly struct ScalarLanes<T>(T value) : ILanes<ScalarLanes<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public readonly T Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Create(double value) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<float, T>((float)value))
        : new(Unsafe.BitCast<double, T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> CreateFromBits(ulong bits) => typeof(T) == typeof(float)
        ? new(Unsafe.BitCast<uint, T>((uint)bits))
        : new(Unsafe.BitCast<ulong, T>(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator +(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator -(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator *(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> operator /(ScalarLanes<T> left, ScalarLanes<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> MultiplyAdd(ScalarLanes<T> left, ScalarLanes<T> right, ScalarLanes<T> addend) => Lanes.HasFusedMultiplyAdd
        ? new(T.FusedMultiplyAdd(left.Value, right.Value, addend.Value))
        : new(left.Value * right.Value + addend.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Minimum(ScalarLanes<T> bound, ScalarLanes<T> value) => new(T.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> Maximum(ScalarLanes<T> bound, ScalarLanes<T> value) => new(T.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> WhereLess(ScalarLanes<T> left, ScalarLanes<T> right, ScalarLanes<T> then, ScalarLanes<T> otherwise) =>
        left.Value < right.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> WhereEqual(ScalarLanes<T> left, ScalarLanes<T> right, ScalarLanes<T> then, ScalarLanes<T> otherwise) =>
        left.Value == right.Value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> AddBits(ScalarLanes<T> left, ScalarLanes<T> right) => CreateFromBits(Bits(left) + Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> SubtractBits(ScalarLanes<T> left, ScalarLanes<T> right) => CreateFromBits(Bits(left) - Bits(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> AndBits(ScalarLanes<T> left, ScalarLanes<T> right) => CreateFromBits(Bits(left) & Bits(right));

    // The instruction exists for scalars too, but only for those that are already in a vector.
    public static bool HasScale => false;

    public static ScalarLanes<T> Scale(ScalarLanes<T> value, ScalarLanes<T> exponent) => throw new NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> ShiftBitsLeft(ScalarLanes<T> value, int count) => CreateFromBits(Bits(value) << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLanes<T> ShiftBitsRight(ScalarLanes<T> value, int count) => CreateFromBits(Bits(value) >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(ScalarLanes<T> lanes) => typeof(T) == typeof(float)
        ? Unsafe.BitCast<T, uint>(lanes.Value)
        : Unsafe.BitCast<T, ulong>(lanes.Value);
}
