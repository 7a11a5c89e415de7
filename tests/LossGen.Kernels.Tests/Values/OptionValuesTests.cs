using System.Numerics;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Values;

public class FloatOptionValuesTests : OptionValuesTests<float>;

public class DoubleOptionValuesTests : OptionValuesTests<double>;

/// <summary>What every kernel with options returns and writes is within the accuracy bound, alone on hostile rows and on batches.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class OptionValuesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostScores = 4_000;

    public static TheoryData<string> Kernels => OptionKernels<T>.Names(_ => true);

    public static TheoryData<string> KernelsWithUpstream => OptionKernels<T>.Names(kernel => kernel.HasUpstream);

    public static TheoryData<string> BatchKernels => OptionKernels<T>.Names(kernel => !kernel.IsSingleRow);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Hostile_rows_at_the_edge_of_unreadable_memory_are_within_the_bound(string name) => ReportWorst(name, (kernel, classes) =>
    {
        var worst = default(WorstMultiples);
        foreach (var (row, number) in HostileRowsOf(kernel, classes).Select((row, number) => (row, number)))
        {
            var input = OptionInputs.HostileRow(row, number);
            var result = GuardedCall<T>.EndingAtGuard(kernel, input);
            worst = worst.Or(new ExpectedBatch<T>(kernel, input).AssertWithinBound(result, row.Name));
            Bits.AssertEqual(result, GuardedCall<T>.StartingAfterGuard(kernel, input), $"{row.Name}, {kernel.Describe(classes)}");
        }

        return worst;
    });

    /// <summary>A factor as small as this takes no digits from a gradient, whatever a kernel multiplies it with on the way.</summary>
    [Theory]
    [MemberData(nameof(KernelsWithUpstream))]
    public void Hostile_rows_are_within_the_bound_with_a_tiny_factor_from_upstream(string name) => ReportWorst(name, (kernel, classes) =>
    {
        var tiny = T.CreateChecked(3e-26);
        var worst = default(WorstMultiples);
        foreach (var (row, number) in HostileRowsOf(kernel, classes).Select((row, number) => (row, number)))
        {
            var input = OptionInputs.HostileRow(row, number) with { Upstream = tiny, Upstreams = [tiny] };
            worst = worst.Or(new ExpectedBatch<T>(kernel, input).AssertWithinBound(kernel.Run(input), row.Name));
        }

        return worst;
    });

    [Theory]
    [MemberData(nameof(BatchKernels))]
    public void Batches_at_the_edge_of_unreadable_memory_are_within_the_bound(string name) => ReportWorst(name, (kernel, classes) =>
    {
        var worst = default(WorstMultiples);

        // One row, and more than lanes and blocks have, up to every remainder by the lanes.
        foreach (var rows in (int[])[1, 2, 7, 21, 40])
        {
            if (rows > 2 && rows * classes > MostScores)
            {
                break;
            }

            var input = OptionInputs.Batch(kernel, classes, rows, seed: rows);
            var result = GuardedCall<T>.EndingAtGuard(kernel, input);
            worst = worst.Or(new ExpectedBatch<T>(kernel, input).AssertWithinBound(result, "batch"));
            Bits.AssertEqual(result, GuardedCall<T>.StartingAfterGuard(kernel, input), $"{rows} rows, {kernel.Describe(classes)}");
        }

        return worst;
    });

    /// <summary>The loss itself is a sum of thousands of equal terms then: a lane that adds up too many of them is off by more than the bound.</summary>
    [Theory]
    [InlineData(20.3)]
    [InlineData(57.9)]
    [InlineData(400.1)]
    public void One_class_far_ahead_of_thousands_of_equal_ones_is_within_the_bound(double lead)
    {
        foreach (var kernel in OptionKernels<T>.All.Where(kernel => kernel.Classes is null && (kernel.HasTargets || kernel.Smoothing > 0) && kernel.ReturnsLoss))
        {
            foreach (var classes in (int[])[256, 1024, 2048, 8192])
            {
                T[] row = [T.CreateChecked(lead), .. new T[classes - 1]];
                var input = new ClassificationInput<T>(classes, row, [0]) { Targets = [.. Enumerable.Repeat(T.CreateChecked(1.0 / classes), classes)] };

                new ExpectedBatch<T>(kernel, input).AssertWithinBound(kernel.Run(input), $"lead {lead}");
            }
        }
    }

    /// <summary>Every hostile row once, with the label in the first, the middle and the last place in turn; of the longest rows every fourth.</summary>
    private static IEnumerable<HostileRow<T>> HostileRowsOf(OptionKernel<T> kernel, int classes)
    {
        var labels = Rows.Places(classes).Where(label => label != kernel.IgnoreLabel).ToArray();
        var step = classes > MostScores ? 4 : 1;
        return HostileRows.All<T>(classes, labels[0])
            .Select((_, number) => number)
            .Where(number => number % step == 0)
            .Select(number => HostileRows.All<T>(classes, labels[number % labels.Length]).ElementAt(number));
    }

    private static void ReportWorst(string name, Func<OptionKernel<T>, int, WorstMultiples> test)
    {
        var kernel = OptionKernels<T>.Named(name);
        var worst = OptionKernels<T>.ClassesOf(kernel).Aggregate(default(WorstMultiples), (worst, classes) => worst.Or(test(kernel, classes)));

        TestContext.Current.TestOutputHelper?.WriteLine($"Largest multiples of the bound: loss {worst.Loss:F3}, gradient {worst.Gradient:F3}");
    }
}
