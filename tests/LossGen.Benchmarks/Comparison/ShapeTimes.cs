using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Comparison;

/// <summary>The times of one shape, in nanoseconds a score: medians of one run.</summary>
internal sealed record ShapeTimes(Shape Shape, double Ours, double OursInPlace, double Floor, double Tensors, double Loop, double? Torch)
{
    private static readonly TimeSpan TimeOfAShape = TimeSpan.FromSeconds(1.5);

    /// <exception cref="InvalidOperationException">The contestants do not compute the same.</exception>
    public static ShapeTimes Measure(Shape shape)
    {
        Lineup lineup = shape.Prepare();
        Agreement.Check(shape, lineup);

        List<Func<float>> functions = [lineup.Ours.Run, lineup.OursInPlace.Run, lineup.Copy, ExpFloor.Pass, lineup.Tensors.Run, lineup.Loop.Run];
        if (lineup.Torch is { } torch)
        {
            functions.Add(torch.Run);
        }

        double[] times = RoundRobin.Measure([.. functions], TimeOfAShape);
        return new ShapeTimes(
            shape,
            Ours: times[0] / shape.Scores,
            OursInPlace: (times[1] - times[2]) / shape.Scores,
            Floor: times[3] / ExpFloor.Length,
            Tensors: times[4] / shape.Scores,
            Loop: times[5] / shape.Scores,
            Torch: lineup.Torch is null ? null : times[6] / shape.Scores);
    }
}
