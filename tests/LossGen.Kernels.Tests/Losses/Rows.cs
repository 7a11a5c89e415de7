using System.Numerics;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Rows without anything special.</summary>
internal static class Rows
{
    /// <summary>Scores between -1 and 1, different from class to class and from seed to seed.</summary>
    public static T[] Ordinary<T>(int count, int seed = 0)
        where T : INumberBase<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked((random.Next(2049) - 1024) / 1024.0))];
    }

    /// <summary>The label of each of many rows.</summary>
    public static int[] Labels(int rows, int classes) => [.. Enumerable.Range(0, rows).Select(row => row * 7 % classes)];

    /// <summary>The first, the middle and the last class.</summary>
    public static IEnumerable<int> Places(int classes) => ((IEnumerable<int>)[0, classes / 2, classes - 1]).Distinct();
}
