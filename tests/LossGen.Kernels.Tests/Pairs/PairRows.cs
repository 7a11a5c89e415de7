using System.Numerics;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Rows without anything special.</summary>
internal static class PairRows
{
    /// <summary>Cosines between -1 and 1, the positives' the higher ones on the whole, different from row to row and from seed to seed.</summary>
    public static PairRow<T> Ordinary<T>(int positives, int negatives, int seed = 0)
        where T : INumberBase<T>
    {
        var scores = Rows.Ordinary<T>(positives + negatives, seed);
        var half = T.CreateChecked(0.5);
        return new(
            "ordinary",
            [.. scores[..positives].Select(score => (score * half) + half)],
            [.. scores[positives..].Select(score => (score * half) - (half * half))]);
    }

    public static PairRow<T>[] Ordinary<T>((int Positives, int Negatives) shape, int rows)
        where T : INumberBase<T> => [.. Enumerable.Range(0, rows).Select(seed => Ordinary<T>(shape.Positives, shape.Negatives, seed))];
}
