using System.Numerics;
using System.Runtime.Intrinsics;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Determinism;

public class FloatDeterminismTests : DeterminismTests<float>;

public class DoubleDeterminismTests : DeterminismTests<double>;

/// <summary>The same row gives the same bits, however it is handed over and whatever else is asked for.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class DeterminismTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostScores = 50_000;
    private const int LargestOffset = 15;

    public static TheoryData<string> LossKernels => ClassificationKernels<T>.Names(kernel => !kernel.WritesGradient);

    public static TheoryData<string> GradientKernels => ClassificationKernels<T>.Names(kernel => kernel.WritesGradient);

    public static TheoryData<string> BatchKernels => ClassificationKernels<T>.Names(kernel => kernel is { IsSingleRow: false, WritesGradient: true });

    /// <summary>Those whose rows do not know how many others there are.</summary>
    public static TheoryData<string> SumKernels =>
        ClassificationKernels<T>.Names(kernel => kernel is { IsMean: false, IsSingleRow: false, WritesGradient: true });

    /// <summary>Those of a row that in a batch has a lane: longer ones are added up in another order by themselves than in a batch.</summary>
    public static TheoryData<string> ShortRowKernels => ClassificationKernels<T>.Names(kernel =>
        kernel is { IsSingleRow: true, WritesGradient: true } && kernel.Classes <= LargestShortRow && ClassificationKernels<T>.All.Any(batch => IsBatchOf(batch, kernel)));

    private static int LargestShortRow =>
        Vector512.IsHardwareAccelerated ? 2 * Vector512<T>.Count :
        Vector256.IsHardwareAccelerated ? 2 * Vector256<T>.Count :
        Vector128.IsHardwareAccelerated ? 2 * Vector128<T>.Count :
        int.MaxValue;

    [Theory]
    [MemberData(nameof(LossKernels))]
    public void The_loss_is_the_same_without_a_gradient(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var withGradient = ClassificationKernels<T>.All.First(kernel.DiffersOnlyInGradientFrom);
        ForEachHostileRow(kernel, (row, description) =>
        {
            var expected = withGradient.RunRow(row.Scores, row.Label).Loss;

            Bits.AssertEqual<T>([expected], [kernel.RunRow(row.Scores, row.Label).Loss], description);
        });
    }

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void The_gradient_can_take_the_place_of_the_logits(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        ForEachHostileRow(kernel, (row, description) =>
        {
            var expected = kernel.RunRow(row.Scores, row.Label);
            T[] both = [.. row.Scores];

            var loss = kernel.Run(both, [row.Label], both);

            Bits.AssertEqual(expected, new KernelResult<T>(loss, both), description);
        });
    }

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void Neither_the_alignment_of_the_logits_nor_of_the_gradient_matters(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            var row = Rows.Ordinary<T>(classes);
            var label = classes / 2;
            var expected = kernel.RunRow(row, label);
            var logits = new T[classes + LargestOffset];
            var gradient = new T[classes + LargestOffset];
            for (var offset = 0; offset <= LargestOffset; offset++)
            {
                row.CopyTo(logits, offset);
                var shifted = gradient.AsSpan(LargestOffset - offset, classes);

                var loss = kernel.Run(logits.AsSpan(offset, classes), [label], shifted);

                Bits.AssertEqual(expected, new KernelResult<T>(loss, shifted.ToArray()), $"offset {offset}, {kernel.Describe(classes)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(SumKernels))]
    public void A_row_s_gradient_does_not_depend_on_its_place_in_the_batch(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            // Every remainder of the number of rows by that of the lanes, and of short rows whole blocks.
            var mostRows = IsShort(classes) ? 200 : Math.Clamp(MostScores / classes, 3, 35);
            var logits = Rows.Ordinary<T>(mostRows * classes);
            var labels = Rows.Labels(mostRows, classes);
            T[] expected = [.. Enumerable.Range(0, mostRows).SelectMany(row => kernel.RunRow(logits.AsSpan(row * classes, classes), labels[row]).Gradient)];
            for (var first = 0; first < mostRows; first++)
            {
                var gradient = kernel.RunBatch(logits.AsSpan(first * classes), labels.AsSpan(first)).Gradient;

                Bits.AssertEqual<T>(expected.AsSpan(first * classes), gradient, $"from row {first} on, {kernel.Describe(classes)}");
            }
        }
    }

    /// <summary>Whichever way it takes: some kernels compute whole blocks of short rows by another, unless there is a row in a block, or in one before, whose label is far behind.</summary>
    [Theory]
    [MemberData(nameof(SumKernels))]
    public void A_hostile_row_s_gradient_does_not_depend_on_the_rows_around_it(string name)
    {
        const int Around = 128;
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel).Where(IsShort))
        {
            var number = 0;
            ForEachHostileRow(kernel, classes, (row, description) =>
            {
                var (logits, labels) = BatchAround(row, number++ % Around, Around);
                T[] expected = [.. Enumerable.Range(0, Around).SelectMany(i => kernel.RunRow(logits.AsSpan(i * classes, classes), labels[i]).Gradient)];

                var result = kernel.RunBatch(logits, labels);
                var loss = kernel.Run(logits, labels, logits);

                Bits.AssertEqual<T>(expected, result.Gradient, description);
                Bits.AssertEqual(result, new KernelResult<T>(loss, logits), $"in place, {description}");
            });
        }
    }

    /// <summary>The losses of many rows are added up in the same order too.</summary>
    [Theory]
    [MemberData(nameof(LossKernels))]
    public void The_loss_of_many_rows_is_the_same_without_a_gradient(string name)
    {
        const int Many = (9 * 64) + 17;
        var kernel = ClassificationKernels<T>.Named(name);
        if (kernel.IsSingleRow)
        {
            return;
        }

        var withGradient = ClassificationKernels<T>.All.First(kernel.DiffersOnlyInGradientFrom);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel).Where(IsShort))
        {
            ForEachHostileRow(kernel, classes, (row, description) =>
            {
                var (logits, labels) = BatchAround(row, 150, Many);

                Bits.AssertEqual<T>([withGradient.RunBatch(logits, labels).Loss], [kernel.RunBatch(logits, labels).Loss], description);
            });
        }
    }

    [Theory]
    [MemberData(nameof(BatchKernels))]
    public void Equal_rows_of_a_batch_have_equal_gradients(string name)
    {
        const int Many = 35;
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            var row = Rows.Ordinary<T>(classes);
            T[] logits = [.. Enumerable.Repeat(row, Many).SelectMany(scores => scores)];
            var gradient = kernel.RunBatch(logits, [.. Enumerable.Repeat(classes / 2, Many)]).Gradient;
            for (var i = 1; i < Many; i++)
            {
                Bits.AssertEqual<T>(gradient.AsSpan(0, classes), gradient.AsSpan(i * classes, classes), $"row {i}, {kernel.Describe(classes)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(SumKernels))]
    public void The_loss_of_equal_rows_is_a_multiple_of_one_row_s(string name)
    {
        const int PowerOfTwo = 64;
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel).Where(classes => classes * PowerOfTwo <= MostScores))
        {
            var row = Rows.Ordinary<T>(classes);
            T[] logits = [.. Enumerable.Repeat(row, PowerOfTwo).SelectMany(scores => scores)];
            var expected = kernel.RunRow(row, 0).Loss * T.CreateChecked(PowerOfTwo);

            var loss = kernel.RunBatch(logits, new int[PowerOfTwo]).Loss;
            if (MayShareLogarithms(kernel))
            {
                Assert.InRange(loss, T.BitDecrement(expected), T.BitIncrement(expected));
            }
            else
            {
                Bits.AssertEqual<T>([expected], [loss], kernel.Describe(classes));
            }
        }
    }

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void Many_threads_at_once_get_the_result_of_one(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var classes = ClassificationKernels<T>.ClassesOf(kernel).Max();
        KernelResult<T>[] expected = [.. Enumerable.Range(0, 4).Select(seed => RunSeed(seed))];

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Bits.AssertEqual(expected[i % 4], RunSeed(i % 4), $"run {i}, {kernel.Describe(classes)}"));

        KernelResult<T> RunSeed(int seed) => kernel.RunRow(Rows.Ordinary<T>(classes, seed), seed % classes);
    }

    [Theory]
    [MemberData(nameof(ShortRowKernels))]
    public void A_short_row_by_itself_is_the_same_as_a_batch_of_one(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var batch = ClassificationKernels<T>.All.First(batch => IsBatchOf(batch, kernel));
        ForEachHostileRow(kernel, (row, description) => Bits.AssertEqual(batch.RunRow(row.Scores, row.Label), kernel.RunRow(row.Scores, row.Label), description));
    }

    /// <summary>Whether the sum may differ in its last bit, since several rows' losses are found with one logarithm.</summary>
    private static bool MayShareLogarithms(ClassificationKernel<T> kernel) =>
        typeof(T) == typeof(float) && kernel is { Classes: > 2 and <= 32, Formula: { Hinge: null } formula } && formula.Margin == T.Zero && T.IsPow2(formula.Gamma);

    private static bool IsBatchOf(ClassificationKernel<T> batch, ClassificationKernel<T> row) =>
        batch is { IsSingleRow: false, IsMean: false, WritesGradient: true } && (batch.Classes, batch.Formula) == (row.Classes, row.Formula);

    /// <summary>Whether a kernel may compute whole blocks of rows by another way, or rows that are a little longer.</summary>
    private static bool IsShort(int classes) => classes <= 40;

    /// <summary>Ordinary rows, and one of another kind among them.</summary>
    private static (T[] Logits, int[] Labels) BatchAround(HostileRow<T> row, int place, int rows)
    {
        var classes = row.Scores.Length;
        var logits = Rows.Ordinary<T>(rows * classes);
        var labels = Rows.Labels(rows, classes);
        row.Scores.CopyTo(logits, place * classes);
        labels[place] = row.Label;
        return (logits, labels);
    }

    private static void ForEachHostileRow(ClassificationKernel<T> kernel, Action<HostileRow<T>, string> test)
    {
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            ForEachHostileRow(kernel, classes, test);
        }
    }

    private static void ForEachHostileRow(ClassificationKernel<T> kernel, int classes, Action<HostileRow<T>, string> test)
    {
        foreach (var row in Rows.Places(classes).SelectMany(label => HostileRows.All<T>(classes, label)))
        {
            test(row, $"{row.Name}, label {row.Label}, {kernel.Describe(classes)}");
        }
    }
}
