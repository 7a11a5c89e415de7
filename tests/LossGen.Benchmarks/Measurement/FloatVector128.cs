using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Measurement;

/// <summary>4 floats.</summary>
internal readonly struct FloatVector128(Vector128<float> value) : IFloatVector<FloatVector128>
{
    private const int SignificandBits = 23;

    private readonly Vector128<float> value = value;

    public static int Count => Vector128<float>.Count;

    public static FloatVector128 Load(ref float numbers, nuint index) => new(Vector128.LoadUnsafe(ref numbers, index));

    public static FloatVector128 Create(float value) => new(Vector128.Create(value));

    public static FloatVector128 operator +(FloatVector128 left, FloatVector128 right) => new(left.value + right.value);

    public static FloatVector128 operator -(FloatVector128 left, FloatVector128 right) => new(left.value - right.value);

    public static FloatVector128 Max(FloatVector128 left, FloatVector128 right) => new(Vector128.MaxNative(left.value, right.value));

    public static FloatVector128 MultiplyAdd(FloatVector128 left, FloatVector128 right, FloatVector128 addend) =>
        new(Vector128.MultiplyAddEstimate(left.value, right.value, addend.value));

    public static FloatVector128 Scale(FloatVector128 value, FloatVector128 exponent) =>
        new(value.value * Vector128.ShiftLeft(exponent.value.AsInt32(), SignificandBits).AsSingle());

    public static float Sum(FloatVector128 vector) => Vector128.Sum(vector.value);
}
