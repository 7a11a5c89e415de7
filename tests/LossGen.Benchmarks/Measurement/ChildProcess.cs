using System.Diagnostics;
using System.Globalization;

namespace LossGen.Benchmarks.Measurement;

/// <summary>This program again, in a process where nothing has been compiled yet.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it with <paramref name="arguments"/> and returns the numbers that it writes, a line each.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static double[] Measure(params ReadOnlySpan<string> arguments)
    {
        string host = Environment.ProcessPath!;
        bool isDotnet = Path.GetFileNameWithoutExtension(host) == "dotnet";
        string[] all = [.. isDotnet ? [typeof(ChildProcess).Assembly.Location] : Array.Empty<string>(), .. arguments];
        using var process = Process.Start(new ProcessStartInfo(host, all) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', all)}' ended with {process.ExitCode}.");
        }

        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
    }

    /// <summary>Writes what <see cref="Measure"/> reads.</summary>
    public static void Report(params ReadOnlySpan<double> numbers)
    {
        foreach (double number in numbers)
        {
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
