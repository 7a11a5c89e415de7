using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Measurement;

/// <summary>8 floats.</summary>
internal readonly struct FloatVector256(Vector256<float> value) : IFloatVector<FloatVector256>
{
    private const int SignificandBits = 23;

    private readonly Vector256<float> value = value;

    public static int Count => Vector256<float>.Count;

    public static FloatVector256 Load(ref float numbers, nuint index) => new(Vector256.LoadUnsafe(ref numbers, index));

    public static FloatVector256 Create(float value) => new(Vector256.Create(value));

    public static FloatVector256 operator +(FloatVector256 left, FloatVector256 right) => new(left.value + right.value);

    public static FloatVector256 operator -(FloatVector256 left, FloatVector256 right) => new(left.value - right.value);

    public static FloatVector256 Max(FloatVector256 left, FloatVector256 right) => new(Vector256.MaxNative(left.value, right.value));

    public static FloatVector256 MultiplyAdd(FloatVector256 left, FloatVector256 right, FloatVector256 addend) =>
        new(Vector256.MultiplyAddEstimate(left.value, right.value, addend.value));

    public static FloatVector256 Scale(FloatVector256 value, FloatVector256 exponent) =>
        new(value.value * Vector256.ShiftLeft(exponent.value.AsInt32(), SignificandBits).AsSingle());

    public static float Sum(FloatVector256 vector) => Vector256.Sum(vector.value);
}
