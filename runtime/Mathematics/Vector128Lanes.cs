using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen;

/// <summary>The lanes of a 128-bit vector of <see cref="float"/> or <see cref="double"/>.</summary>
internal readonly struct Vector128Lanes<T>(Vector128<T> value) : ILanes<Vector128Lanes<T>>
    where T : unmanaged
{
    public readonly Vector128<T> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> Create(double value) => typeof(T) == typeof(float)
        ? new(Vector128.Create((float)value).As<float, T>())
        : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> CreateFromBits(ulong bits) => typeof(T) == typeof(float)
        ? new(Vector128.Create((uint)bits).As<uint, T>())
        : new(Vector128.Create(bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> operator +(Vector128Lanes<T> left, Vector128Lanes<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> operator -(Vector128Lanes<T> left, Vector128Lanes<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> operator *(Vector128Lanes<T> left, Vector128Lanes<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> operator /(Vector128Lanes<T> left, Vector128Lanes<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> MultiplyAdd(Vector128Lanes<T> left, Vector128Lanes<T> right, Vector128Lanes<T> addend)
    {
        if (!Lanes.HasFusedMultiplyAdd) return new(left.Value * right.Value + addend.Value);
        return typeof(T) == typeof(float)
            ? new(Vector128.FusedMultiplyAdd(left.Value.As<T, float>(), right.Value.As<T, float>(), addend.Value.As<T, float>()).As<float, T>())
            : new(Vector128.FusedMultiplyAdd(left.Value.As<T, double>(), right.Value.As<T, double>(), addend.Value.As<T, double>()).As<double, T>());
    }

    // Of the native minimum x64 returns the second operand when either is a NaN; the IEEE one takes several instructions more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> Minimum(Vector128Lanes<T> bound, Vector128Lanes<T> value) => new(Vector128.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> Maximum(Vector128Lanes<T> bound, Vector128Lanes<T> value) => new(Vector128.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> WhereLess(Vector128Lanes<T> left, Vector128Lanes<T> right, Vector128Lanes<T> then, Vector128Lanes<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> WhereEqual(Vector128Lanes<T> left, Vector128Lanes<T> right, Vector128Lanes<T> then, Vector128Lanes<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.Equals(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> AddBits(Vector128Lanes<T> left, Vector128Lanes<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() + right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() + right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> SubtractBits(Vector128Lanes<T> left, Vector128Lanes<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() - right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() - right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> AndBits(Vector128Lanes<T> left, Vector128Lanes<T> right) => new(left.Value & right.Value);

    public static bool HasScale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.VL.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> Scale(Vector128Lanes<T> value, Vector128Lanes<T> exponent) => typeof(T) == typeof(float)
        ? new(Avx512F.VL.Scale(value.Value.As<T, float>(), exponent.Value.As<T, float>()).As<float, T>())
        : new(Avx512F.VL.Scale(value.Value.As<T, double>(), exponent.Value.As<T, double>()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> ShiftBitsLeft(Vector128Lanes<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() << count).As<uint, T>())
        : new((value.Value.As<T, ulong>() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128Lanes<T> ShiftBitsRight(Vector128Lanes<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() >>> count).As<uint, T>())
        : new((value.Value.As<T, ulong>() >>> count).As<ulong, T>());
}
