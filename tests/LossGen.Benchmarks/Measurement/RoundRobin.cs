using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace LossGen.Benchmarks.Measurement;

/// <summary>
/// Times several functions in turns, so that whatever else the machine does disturbs all of them alike, and takes the median of each.
/// </summary>
internal static class RoundRobin
{
    private const int LeastRounds = 15;

    /// <summary>More would only refine what the machine's mood blurs.</summary>
    private const int MostRounds = 301;

    /// <summary>Calls that bring a method to the next tier, with some to spare.</summary>
    private const int CallsForATier = 40;

    /// <summary>Unoptimised code that nobody counts the calls of yet, then with counted calls, then with counted branches.</summary>
    private const int LeastBursts = 3;

    private const int MostBursts = 20;

    /// <summary>
    /// Calls before a turn, which fill the caches with a function's memory again. A last cache that also holds what lines the second one gave up learns slowly what to keep: of
    /// 64 × 32,000 scores after 150 MB of other memory the calls took 1.0, 0.8, 0.5 ns a score, and then 0.45 (Emerald Rapids).
    /// </summary>
    private const int CallsThatFillCaches = 4;

    private static readonly TimeSpan LeastTurn = TimeSpan.FromMicroseconds(200);

    /// <summary>The compiler's background thread starts 100 ms after the last method was called for the first time.</summary>
    private static readonly TimeSpan CompilersDelay = TimeSpan.FromMilliseconds(150);

    /// <summary>The median times of a call, in nanoseconds.</summary>
    public static double[] Measure(ReadOnlySpan<Func<float>> functions, TimeSpan time)
    {
        WarmUp(functions);
        int[] repetitions = new int[functions.Length];
        for (int i = 0; i < functions.Length; i++)
        {
            repetitions[i] = RepetitionsFor(functions[i]);
        }

        var turns = new List<double>[functions.Length];
        foreach (ref List<double> times in turns.AsSpan())
        {
            times = [];
        }

        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < LeastRounds || (round < MostRounds && Stopwatch.GetElapsedTime(start) < time); round++)
        {
            for (int i = 0; i < functions.Length; i++)
            {
                // Not timed.
                Turn(functions[i], CallsThatFillCaches);
                turns[i].Add(Turn(functions[i], repetitions[i]).TotalNanoseconds / repetitions[i]);
            }
        }

        return [.. turns.Select(Medians.Median)];
    }

    /// <summary>Calls the functions until the compiler has nothing more to improve.</summary>
    private static void WarmUp(ReadOnlySpan<Func<float>> functions)
    {
        bool hasCompiled = true;
        for (int burst = 0; burst < LeastBursts || (hasCompiled && burst < MostBursts); burst++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            foreach (Func<float> function in functions)
            {
                Turn(function, CallsForATier);
            }

            Thread.Sleep(CompilersDelay);
            hasCompiled = JitInfo.GetCompiledMethodCount() > compiled;
        }
    }

    private static int RepetitionsFor(Func<float> function)
    {
        int repetitions = 1;
        while (Turn(function, repetitions) < LeastTurn)
        {
            repetitions *= 2;
        }

        return repetitions;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TimeSpan Turn(Func<float> function, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
        {
            function();
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
