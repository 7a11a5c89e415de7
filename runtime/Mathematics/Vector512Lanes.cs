using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen;

/// <summary>The lanes of a 512-bit vector of <see cref="float"/> or <see cref="double"/>.</summary>
internal readonly struct Vector512Lanes<T>(Vector512<T> value) : ILanes<Vector512Lanes<T>>
    where T : unmanaged
{
    public readonly Vector512<T> Value = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> Create(double value) => typeof(T) == typeof(float)
        ? new(Vector512.Create((float)value).As<float, T>())
        : new(Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> CreateFromBits(ulong bits) => typeof(T) == typeof(float)
        ? new(Vector512.Create((uint)bits).As<uint, T>())
        : new(Vector512.Create(bits).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> operator +(Vector512Lanes<T> left, Vector512Lanes<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> operator -(Vector512Lanes<T> left, Vector512Lanes<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> operator *(Vector512Lanes<T> left, Vector512Lanes<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> operator /(Vector512Lanes<T> left, Vector512Lanes<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> MultiplyAdd(Vector512Lanes<T> left, Vector512Lanes<T> right, Vector512Lanes<T> addend)
    {
        if (!Lanes.HasFusedMultiplyAdd) return new(left.Value * right.Value + addend.Value);
        return typeof(T) == typeof(float)
            ? new(Vector512.FusedMultiplyAdd(left.Value.As<T, float>(), right.Value.As<T, float>(), addend.Value.As<T, float>()).As<float, T>())
            : new(Vector512.FusedMultiplyAdd(left.Value.As<T, double>(), right.Value.As<T, double>(), addend.Value.As<T, double>()).As<double, T>());
    }

    // Of the native minimum x64 returns the second operand when either is a NaN; the IEEE one takes several instructions more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> Minimum(Vector512Lanes<T> bound, Vector512Lanes<T> value) => new(Vector512.MinNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> Maximum(Vector512Lanes<T> bound, Vector512Lanes<T> value) => new(Vector512.MaxNative(bound.Value, value.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> WhereLess(Vector512Lanes<T> left, Vector512Lanes<T> right, Vector512Lanes<T> then, Vector512Lanes<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> WhereEqual(Vector512Lanes<T> left, Vector512Lanes<T> right, Vector512Lanes<T> then, Vector512Lanes<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(left.Value, right.Value), then.Value, otherwise.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> AddBits(Vector512Lanes<T> left, Vector512Lanes<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() + right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() + right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> SubtractBits(Vector512Lanes<T> left, Vector512Lanes<T> right) => typeof(T) == typeof(float)
        ? new((left.Value.As<T, uint>() - right.Value.As<T, uint>()).As<uint, T>())
        : new((left.Value.As<T, ulong>() - right.Value.As<T, ulong>()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> AndBits(Vector512Lanes<T> left, Vector512Lanes<T> right) => new(left.Value & right.Value);

    public static bool HasScale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> Scale(Vector512Lanes<T> value, Vector512Lanes<T> exponent) => typeof(T) == typeof(float)
        ? new(Avx512F.Scale(value.Value.As<T, float>(), exponent.Value.As<T, float>()).As<float, T>())
        : new(Avx512F.Scale(value.Value.As<T, double>(), exponent.Value.As<T, double>()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> ShiftBitsLeft(Vector512Lanes<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() << count).As<uint, T>())
        : new((value.Value.As<T, ulong>() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512Lanes<T> ShiftBitsRight(Vector512Lanes<T> value, int count) => typeof(T) == typeof(float)
        ? new((value.Value.As<T, uint>() >>> count).As<uint, T>())
        : new((value.Value.As<T, ulong>() >>> count).As<ulong, T>());
}
