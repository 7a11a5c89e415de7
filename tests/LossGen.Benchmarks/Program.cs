using BenchmarkDotNet.Running;
using LossGen.Benchmarks.BuildTime;
using LossGen.Benchmarks.Comparison;
using LossGen.Benchmarks.FirstCall;
using LossGen.Benchmarks.Output;

namespace LossGen.Benchmarks;

internal static class Program
{
    /// <summary>What this program calls itself with.</summary>
    public const string BuildTimeInChild = "build-time-in-child";

    /// <summary>What this program calls itself with.</summary>
    public const string FirstCallInChild = "first-call-in-child";

    public static int Main(string[] arguments)
    {
        const string Markdown = "--markdown";
        string[] words = [.. arguments.Where(word => word != Markdown)];
        var writer = new TableWriter(markdown: words.Length < arguments.Length);
        switch (words)
        {
            case ["compare", .. string[] shapes]:
                return CompareMode.Run(shapes, writer);
            case ["build-time"]:
                return BuildTimeMode.Run(writer);
            case [BuildTimeInChild, string methods]:
                return BuildTimeMode.RunInChild(methods);
            case ["first-call"]:
                return FirstCallMode.Run(writer);
            case [FirstCallInChild, string index]:
                return FirstCallMode.RunInChild(index);
            case ["suites", .. string[] options]:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(options);
                return 0;
            default:
                Console.Error.WriteLine(
                    "Usage: compare [shape ...] | build-time | first-call | suites [option of BenchmarkDotNet ...]; --markdown for tables in markdown");
                return 2;
        }
    }
}
