using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen;

/// <summary>The lanes of a 256-bit vector of <see cref="float"/> or <see cref="double"/>.</summary>
internal readonly struct Vector256Lanes<T>(Vector256<T> value) : ILanes<Vector256Lanes<T>>
    where T : unmanaged
{
    public readonly Vector256<T> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> Create(double value) => typeof(T) == typeof(float)
        ? new(Vector256.Create((float)value).As<float, T>())
        : new(Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> CreateFromBits(ulong bits) => typeof(T) == typeof(float)
        ? new(Vector256.Create((uint)bits).As<uint, T>())
        : new(Vector256.Create(bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> operator +(Vector256Lanes<T> left, Vector256Lanes<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> operator -(Vector256Lanes<T> left, Vector256Lanes<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> operator *(Vector256Lanes<T> left, Vector256Lanes<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> operator /(Vector256Lanes<T> left, Vector256Lanes<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> MultiplyAdd(Vector256Lanes<T> left, Vector256Lanes<T> right, Vector256Lanes<T> addend)
    {
        if (!Lanes.HasFusedMultiplyAdd) return new(left.Value * right.Value + addend.Value);
        return typeof(T) == typeof(float)
            ? new(Vector256.FusedMultiplyAdd(left.Value.As<T, float>(), right.Value.As<T, float>(), addend.Value.As<T, float>()).As<float, T>())
            : new(Vector256.FusedMultiplyAdd(left.Value.As<T, double>(), right.Value.As<T, double>(), addend.Value.As<T, double>()).As<double, T>());
    }

    // Of the native minimum x64 returns the second operand when either is a NaN; the IEEE one takes several instructions more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> Minimum(Vector256Lanes<T> bound, Vector256Lanes<T> value) => new(Vector256.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> Maximum(Vector256Lanes<T> bound, Vector256Lanes<T> value) => new(Vector256.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> WhereLess(Vector256Lanes<T> left, Vector256Lanes<T> right, Vector256Lanes<T> then, Vector256Lanes<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> WhereEqual(Vector256Lanes<T> left, Vector256Lanes<T> right, Vector256Lanes<T> then, Vector256Lanes<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.Equals(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> AddBits(Vector256Lanes<T> left, Vector256Lanes<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() + right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() + right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> SubtractBits(Vector256Lanes<T> left, Vector256Lanes<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() - right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() - right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> AndBits(Vector256Lanes<T> left, Vector256Lanes<T> right) => new(left.Value & right.Value);

    public static bool HasScale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.VL.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> Scale(Vector256Lanes<T> value, Vector256Lanes<T> exponent) => typeof(T) == typeof(float)
        ? new(Avx512F.VL.Scale(value.Value.As<T, float>(), exponent.Value.As<T, float>()).As<float, T>())
        : new(Avx512F.VL.Scale(value.Value.As<T, double>(), exponent.Value.As<T, double>()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> ShiftBitsLeft(Vector256Lanes<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() << count).As<uint, T>())
        : new((value.Value.As<T, ulong>() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256Lanes<T> ShiftBitsRight(Vector256Lanes<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() >>> count).As<uint, T>())
        : new((value.Value.As<T, ulong>() >>> count).As<ulong, T>());
}
