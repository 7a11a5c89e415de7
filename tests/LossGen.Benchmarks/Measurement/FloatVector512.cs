using System.Runtime.Intrinsics;

namespace LossGen.Benchmarks.Measurement;

/// <summary>16 floats.</summary>
internal readonly struct FloatVector512(Vector512<float> value) : IFloatVector<FloatVector512>
{
    private const int SignificandBits = 23;

    private readonly Vector512<float> value = value;

    public static int Count => Vector512<float>.Count;

    public static FloatVector512 Load(ref float numbers, nuint index) => new(Vector512.LoadUnsafe(ref numbers, index));

    public static FloatVector512 Create(float value) => new(Vector512.Create(value));

    public static FloatVector512 operator +(FloatVector512 left, FloatVector512 right) => new(left.value + right.value);

    public static FloatVector512 operator -(FloatVector512 left, FloatVector512 right) => new(left.value - right.value);

    public static FloatVector512 Max(FloatVector512 left, FloatVector512 right) => new(Vector512.MaxNative(left.value, right.value));

    public static FloatVector512 MultiplyAdd(FloatVector512 left, FloatVector512 right, FloatVector512 addend) =>
        new(Vector512.MultiplyAddEstimate(left.value, right.value, addend.value));

    public static FloatVector512 Scale(FloatVector512 value, FloatVector512 exponent) =>
        new(value.value * Vector512.ShiftLeft(exponent.value.AsInt32(), SignificandBits).AsSingle());

    public static float Sum(FloatVector512 vector) => Vector512.Sum(vector.value);
}
