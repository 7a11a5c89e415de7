using System.Globalization;
using LossGen.Benchmarks.Measurement;
using LossGen.Benchmarks.Output;

namespace LossGen.Benchmarks.BuildTime;

/// <summary>What the generator adds to a build, over the number of annotated methods.</summary>
internal static class BuildTimeMode
{
    private const int ColdRuns = 3;

    private static readonly int[] MethodCounts = [1, 10, 100, 1000];

    public static int Run(TableWriter writer)
    {
        writer.Line(Machine.Describe());
        writer.Line("A batch with its gradient in each method, half of them softmax. In milliseconds; the text is what the generator has written.");
        List<string[]> rows = [];
        foreach (int methods in MethodCounts)
        {
            TableWriter.Progress($"{methods} methods");
            double cold = Enumerable.Range(0, ColdRuns).Select(_ => ChildProcess.Measure(Program.BuildTimeInChild, $"{methods}")[0]).Median();
            BuildTimes times = BuildTimes.Measure(methods);
            rows.Add(
            [
                $"{methods:N0}",
                $"{times.Lines:N0}",
                cold.ThreeDigits(),
                times.Warm.ThreeDigits(),
                times.EditElsewhere.ThreeDigits(),
                times.EditOfOneMethod.ThreeDigits(),
                times.Text.ThreeDigits(),
            ]);
        }

        writer.Table(
            [
                "methods", "generated\nlines", "generator,\nfirst run", "generator,\nwarm",
                "after an edit\nelsewhere", "after an edit\nof one method", "compiling\nthe text",
            ],
            rows);
        return 0;
    }

    /// <summary>In a process of its own: the first run of the generator.</summary>
    public static int RunInChild(string methods)
    {
        ChildProcess.Report(BuildTimes.MeasureCold(int.Parse(methods, CultureInfo.InvariantCulture)));
        return 0;
    }
}
