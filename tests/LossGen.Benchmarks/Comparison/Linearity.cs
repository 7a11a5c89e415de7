using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Output;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.Comparison;

/// <summary>
/// The time of a score over the rows of a batch, and over the classes of a row: it stays what it is once the cost of a call, or of a row, has been spread,
/// and until the batch leaves a cache.
/// </summary>
internal static class Linearity
{
    /// <summary>The word that asks for these tables alone.</summary>
    public const string Word = "linearity";

    private static readonly TimeSpan TimeOfATable = TimeSpan.FromSeconds(1.5);

    private static readonly int[] RowCounts = [1, 2, 4, 16, 64, 256, 1024, 4096];

    private static readonly (int Classes, ClassificationKernel Kernel)[] Kernels =
    [
        (10, Losses.CrossEntropy10),
        (100, Losses.CrossEntropy100),
        (1000, Losses.CrossEntropy1000),
        (2000, Losses.CrossEntropy2000),
        (4000, Losses.CrossEntropy4000),
        (8000, Losses.CrossEntropy8000),
        (16000, Losses.CrossEntropy16000),
        (32000, Losses.CrossEntropy32000),
    ];

    public static void Write(TableWriter writer)
    {
        Write(writer, "softmax, C = 10", "N", RowCounts, rows => ShapeCatalogue.Softmax(rows, 10, Losses.CrossEntropy10));
        Write(writer, "softmax, C = 1000", "N", RowCounts, rows => ShapeCatalogue.Softmax(rows, 1000, Losses.CrossEntropy1000));
        Write(writer, "softmax, N = 64", "C", [.. Kernels.Select(kernel => kernel.Classes)], classes =>
            ShapeCatalogue.Softmax(64, classes, Kernels.Single(kernel => kernel.Classes == classes).Kernel));
    }

    private static void Write(TableWriter writer, string title, string symbol, int[] values, Func<int, Shape> shapeOf)
    {
        TableWriter.Progress(title);
        Shape[] shapes = [.. values.Select(shapeOf)];
        double[] times = RoundRobin.Measure([.. shapes.Select(Checked)], TimeOfATable);
        writer.Table(
            [title, .. values.Select(value => $"{symbol} = {value}")],
            [["LossGen, ns a score", .. times.Select((time, i) => (time / shapes[i].Scores).ThreeDigits())]]);
    }

    private static Func<float> Checked(Shape shape)
    {
        Lineup lineup = shape.Prepare();
        Agreement.Check(shape, lineup);
        return lineup.Ours.Run;
    }
}
