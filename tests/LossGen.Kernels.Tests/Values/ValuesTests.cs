using System.Numerics;
using LossGen.Kernels.Tests.Hostile;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Values;

public class FloatValuesTests : ValuesTests<float>;

public class DoubleValuesTests : ValuesTests<double>;

/// <summary>The loss and every component of the gradient are within the accuracy bound, for every kernel and every hostile row.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class ValuesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostClassesWithEveryLabel = 128;
    private const int MostClassesWithEveryScale = 1000;

    public static TheoryData<Over?, double, double, int> Shapes
    {
        get
        {
            var shapes =
                from kernel in ClassificationKernels<T>.All
                from classes in ClassificationKernels<T>.ClassesOf(kernel)
                let formula = kernel.Formula
                where kernel.Classes is not null || classes <= MostClassesWithEveryScale
                select (formula.Hinge, double.CreateChecked(formula.Gamma), double.CreateChecked(formula.Margin), classes);
            return [.. shapes.Distinct()];
        }
    }

    public static TheoryData<string> BatchesOfShortRows => ClassificationKernels<T>.Names(kernel => kernel is { IsSingleRow: false, Classes: <= 33, Formula.Hinge: null });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Hostile_rows_at_the_edge_of_unreadable_memory_are_within_the_bound(Over? hinge, double gamma, double margin, int classes)
    {
        var formula = new Formula<T>(hinge, T.CreateChecked(gamma), T.CreateChecked(margin));
        ClassificationKernel<T>[] kernels =
        [
            .. ClassificationKernels<T>.All.Where(kernel => kernel.WritesGradient
                && kernel.Formula == formula
                && ClassificationKernels<T>.ClassesOf(kernel).Contains(classes)),
        ];
        var worst = default(WorstMultiples);
        foreach (var row in Rows(classes))
        {
            var expected = new ExpectedRow<T>(row.Scores, row.Label, formula);
            foreach (var kernel in kernels)
            {
                var (loss, gradient) = GuardedRun.EndingAtGuard(kernel, row);
                worst = worst.Or(expected.AssertWithinBound(loss, gradient, $"{kernel.Name}, {row.Name}"));
                Bits.AssertEqual(new KernelResult<T>(loss, gradient), GuardedRun.StartingAfterGuard(kernel, row), $"{kernel.Name}, {row.Name}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Largest multiples of the bound: loss {worst.Loss:F3}, gradient {worst.Gradient:F3}");
    }

    /// <summary>Also where each loss, and so the mean, is a number, but the sum of two is none.</summary>
    [Theory]
    [MemberData(nameof(BatchesOfShortRows))]
    public void The_loss_of_many_equal_hostile_rows_is_within_the_bound(string name)
    {
        // More than any kernel has under way at a time, and not a multiple of any vector's lanes.
        const int Many = 199;
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var row in Rows(kernel.Classes!.Value))
        {
            AssertReducedWithinBound(kernel, [.. Enumerable.Repeat(row, Many)], row.Name);
        }
    }

    /// <summary>Rows of which each needs another way to its loss share a lane.</summary>
    [Theory]
    [MemberData(nameof(BatchesOfShortRows))]
    public void The_loss_of_different_hostile_rows_is_within_the_bound(string name)
    {
        const double LargestScore = 1000;
        var kernel = ClassificationKernels<T>.Named(name);
        HostileRow<T>[] few = [.. Rows(kernel.Classes!.Value).Where(row => row.Scores.All(score => T.IsNegativeInfinity(score) || T.Abs(score) <= T.CreateChecked(LargestScore)))];
        HostileRow<T>[] rows = [.. few, .. few, .. few];

        // Shifted, each meets others in its lane.
        for (var shift = 0; shift < 8; shift++)
        {
            AssertReducedWithinBound(kernel, [.. rows.Skip(shift), .. rows.Take(shift * shift)], $"hostile rows from number {shift} on");
        }
    }

    /// <summary>A lane that adds up thousands of terms of nearly 1 loses a bit of each, unless it is emptied in between.</summary>
    [Fact]
    public void The_sum_of_a_long_row_of_nearly_equal_scores_loses_nothing()
    {
        const int Classes = 32_000;
        var kernel = ClassificationKernels<T>.Named("Mean.AnyC");
        T[] row = [.. Enumerable.Range(0, Classes).Select(i => T.CreateChecked((i * 37 % 101) / 1024.0))];

        var (loss, gradient) = kernel.RunRow(row, label: 0);

        new ExpectedRow<T>(row, 0, kernel.Formula).AssertWithinBound(loss, gradient, kernel.Name);
    }

    private static void AssertReducedWithinBound(ClassificationKernel<T> kernel, HostileRow<T>[] rows, string description)
    {
        T[] logits = [.. rows.SelectMany(row => row.Scores)];
        var loss = kernel.RunBatch(logits, [.. rows.Select(row => row.Label)]).Loss;
        var expected = new Dictionary<HostileRow<T>, ExpectedRow<T>>(ReferenceEqualityComparer.Instance);
        ExpectedRow<T>[] ofRows = [.. rows.Select(row => expected.TryGetValue(row, out var known) ? known : expected[row] = new ExpectedRow<T>(row.Scores, row.Label, kernel.Formula))];
        ExpectedRow<T>.AssertReducedWithinBound(ofRows, kernel.IsMean, loss, $"{kernel.Name}, {description}");
    }

    /// <summary>Every row with the label in the first, the middle and the last place; long rows take turns.</summary>
    private static IEnumerable<HostileRow<T>> Rows(int classes)
    {
        var labels = Losses.Rows.Places(classes).ToArray();
        var all = labels.Select(label => HostileRows.All<T>(classes, label));
        return classes <= MostClassesWithEveryLabel
            ? all.SelectMany(rows => rows)
            : all.SelectMany((rows, place) => rows.Where((_, number) => number % labels.Length == place));
    }
}
