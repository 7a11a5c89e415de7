using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Output;
using LossGen.Benchmarks.Shapes;

namespace LossGen.Benchmarks.FirstCall;

/// <summary>What a kernel's first call takes in a process that has not compiled it yet, with the runtime's default tiers of compilation.</summary>
internal static class FirstCallMode
{
    private const int Processes = 5;

    private static readonly (int Rows, int Classes, ClassificationKernel Kernel)[] Shapes =
    [
        (1024, 10, Losses.CrossEntropy10),
        (256, 100, Losses.CrossEntropy100),
        (256, 1000, Losses.CrossEntropy1000),
        (64, 8192, Losses.CrossEntropy8192),
    ];

    public static int Run(TableWriter writer)
    {
        writer.Line(Machine.Describe());
        writer.Line($"Softmax, a batch with its gradient. Medians of {Processes} processes, in milliseconds.");
        writer.Table(
            ["shape", "first call", "of it the JIT", "second call"],
            [.. Shapes.Select((shape, index) => (string[])[$"{shape.Rows}x{shape.Classes}", .. MediansOf(index)])]);
        return 0;
    }

    /// <summary>In a process of its own: calls the kernel of one shape twice.</summary>
    public static int RunInChild(string index)
    {
        (int rows, int classes, ClassificationKernel kernel) = Shapes[int.Parse(index, CultureInfo.InvariantCulture)];
        var batch = new ClassificationBatch(rows, classes);
        AlignedFloats gradient = batch.NewGradient();
        gradient.Span.Clear();
        Measurements();

        Sample start = Measurements();
        kernel(batch.Logits.Span, batch.Labels, gradient.Span);
        Sample first = Measurements();
        kernel(batch.Logits.Span, batch.Labels, gradient.Span);
        Sample second = Measurements();

        ChildProcess.Report(
            Stopwatch.GetElapsedTime(start.Timestamp, first.Timestamp).TotalMilliseconds,
            (first.Compiling - start.Compiling).TotalMilliseconds,
            Stopwatch.GetElapsedTime(first.Timestamp, second.Timestamp).TotalMilliseconds);
        return 0;
    }

    private static IEnumerable<string> MediansOf(int index)
    {
        TableWriter.Progress($"{Shapes[index].Rows}x{Shapes[index].Classes}");
        double[][] runs = [.. Enumerable.Range(0, Processes).Select(_ => ChildProcess.Measure(Program.FirstCallInChild, $"{index}"))];
        return Enumerable.Range(0, runs[0].Length).Select(column => runs.Select(run => run[column]).Median().ThreeDigits());
    }

    private static Sample Measurements() => new(Stopwatch.GetTimestamp(), JitInfo.GetCompilationTime(currentThread: true));

    private readonly record struct Sample(long Timestamp, TimeSpan Compiling);
}
