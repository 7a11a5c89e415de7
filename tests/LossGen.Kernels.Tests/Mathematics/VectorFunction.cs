using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels.Tests.Mathematics;

/// <summary>One of the library's functions at every width, and the largest error that its documentation admits.</summary>
public sealed record VectorFunction<T>(
    string Name,
    Func<T, T> Scalar,
    Func<Vector128<T>, Vector128<T>> Lanes128,
    Func<Vector256<T>, Vector256<T>> Lanes256,
    Func<Vector512<T>, Vector512<T>> Lanes512,
    double MaximalErrorFused,
    double MaximalErrorUnfused)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static readonly int[] Widths = [0, 128, 256, 512];

    /// <summary>The documented bound for this processor, in units in the last place.</summary>
    public double MaximalError => Fma.IsSupported || AdvSimd.Arm64.IsSupported ? MaximalErrorFused : MaximalErrorUnfused;

    /// <summary>The function of every argument; their number must be a multiple of the lanes, and a width of 0 bits means the scalar form.</summary>
    public void Apply(int width, ReadOnlySpan<T> arguments, Span<T> results)
    {
        switch (width)
        {
            case 0:
                for (int i = 0; i < arguments.Length; i++) results[i] = Scalar(arguments[i]);
                break;
            case 128:
                Each(MemoryMarshal.Cast<T, Vector128<T>>(arguments), MemoryMarshal.Cast<T, Vector128<T>>(results), Lanes128);
                break;
            case 256:
                Each(MemoryMarshal.Cast<T, Vector256<T>>(arguments), MemoryMarshal.Cast<T, Vector256<T>>(results), Lanes256);
                break;
            case 512:
                Each(MemoryMarshal.Cast<T, Vector512<T>>(arguments), MemoryMarshal.Cast<T, Vector512<T>>(results), Lanes512);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(width));
        }
    }

    /// <summary>One result by the form of that width.</summary>
    public T Of(int width, T argument)
    {
        Span<T> arguments = stackalloc T[16];
        Span<T> results = stackalloc T[16];
        arguments.Fill(argument);
        Apply(width, arguments, results);
        return results[^1];
    }

    public override string ToString() => $"{Name}({typeof(T).Name})";

    private static void Each<TVector>(ReadOnlySpan<TVector> arguments, Span<TVector> results, Func<TVector, TVector> function)
    {
        for (int i = 0; i < arguments.Length; i++) results[i] = function(arguments[i]);
    }
}
