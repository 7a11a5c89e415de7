using System.Numerics;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>What a kernel returned and wrote for a batch; null is what it does not give.</summary>
internal sealed record PairResult<T>(T? Loss, T[]? Losses, T[]? PositiveGradient, T[]? NegativeGradient)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Everything in one sequence, to compare bits.</summary>
    public T[] All => [.. Loss is { } loss ? [loss] : Array.Empty<T>(), .. Losses ?? [], .. Gradient];

    /// <summary>The components by all scores that a kernel gives.</summary>
    public T[] Gradient => [.. PositiveGradient ?? [], .. NegativeGradient ?? []];

    public static void AssertEqualBits(PairResult<T> expected, PairResult<T> actual, string description)
    {
        Assert.Equal(expected.Loss is null, actual.Loss is null);
        Bits.AssertEqual<T>(expected.All, actual.All, description);
    }
}
