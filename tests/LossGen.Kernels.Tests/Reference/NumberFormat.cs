using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>What an accuracy bound needs to know of the type that a kernel computes in.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Epsilon">Half a unit in the last place of 1: the largest relative error of one rounding.</param>
/// <param name="SmallestNormal">Results below may be flushed to 0.</param>
/// <param name="Largest">Results above are infinite.</param>
internal sealed record NumberFormat(string Name, double Epsilon, double SmallestNormal, double Largest)
{
    public static NumberFormat Single { get; } = new("float", Math.ScaleB(1, -24), Math.ScaleB(1, -126), float.MaxValue);

    public static NumberFormat Double { get; } = new("double", Math.ScaleB(1, -53), Math.ScaleB(1, -1022), double.MaxValue);

    public static NumberFormat Of<T>()
        where T : IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Single
        : typeof(T) == typeof(double) ? Double
        : throw new NotSupportedException($"Kernels compute in float or double, not in {typeof(T)}.");
}
