using System.Numerics;
using LossGen.Kernels.Tests.Hostile;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>Inputs in which every option of a kernel has something to do.</summary>
internal static class OptionInputs
{
    /// <summary>
    /// Rows without anything special. Weights, targets and factors from upstream are multiples of 1/16, some weights and targets are 0, and the
    /// targets of a row need not sum to 1. Every fourth row is ignored if the kernel ignores any, and holds NaN.
    /// </summary>
    public static ClassificationInput<T> Batch<T>(OptionKernel<T> kernel, int classes, int rows, int seed = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var random = new Random(seed);
        var logits = Rows.Ordinary<T>(rows * classes, seed);
        long[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(classes))];
        if (kernel.IgnoreLabel is { } ignored)
        {
            for (var row = 1; row < rows; row += 4)
            {
                labels[row] = ignored;
                logits.AsSpan(row * classes, classes).Fill(T.NaN);
            }
        }

        return new ClassificationInput<T>(classes, logits, labels)
        {
            ClassWeights = Sixteenths<T>(random, classes, 0, 32),
            Targets = Sixteenths<T>(random, rows * classes, 0, 8),
            Upstream = T.CreateChecked(-0.75),
            Upstreams = Sixteenths<T>(random, rows, -32, 32),
        };
    }

    /// <summary>One hostile row, with a share of the targets for the label alone, for all classes but the masked ones, or for all classes.</summary>
    public static ClassificationInput<T> HostileRow<T>(HostileRow<T> row, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        var random = new Random(seed);
        var classes = row.Scores.Length;
        var input = new ClassificationInput<T>(classes, row.Scores, [row.Label])
        {
            ClassWeights = Sixteenths<T>(random, classes, 1, 32),
            Upstream = T.CreateChecked(-0.75),
            Upstreams = [T.CreateChecked(1.25)],
        };
        var everywhere = Sixteenths<T>(random, classes, 0, 8);
        return (seed % 3) switch
        {
            0 => input,
            1 => input with { Targets = [.. everywhere.Select((target, c) => T.IsNegativeInfinity(row.Scores[c]) ? T.Zero : target)] },
            _ => input with { Targets = everywhere },
        };
    }

    private static T[] Sixteenths<T>(Random random, int count, int least, int most)
        where T : INumberBase<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked(Math.Max(least, random.Next(least - (most / 4), most + 1)) / 16.0))];
}
