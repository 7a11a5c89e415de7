using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatPairValuesTests : PairValuesTests<float>
{
    public static TheoryData<string> KernelsOfCosines => PairKernels<float>.Names(kernel => kernel is { ExpectsCosines: true, ReturnsLoss: true });

    /// <summary>Where the promise of cosines is broken, a kernel may give up, but it must not invent a number.</summary>
    [Theory]
    [MemberData(nameof(KernelsOfCosines))]
    public void Scores_that_are_no_cosines_are_right_or_not_finite(string name)
    {
        var kernel = PairKernels<float>.Named(name);
        foreach (var (positives, negatives) in PairKernels<float>.ShapesOf(kernel))
        {
            foreach (var row in HostilePairRows.All(kernel.Formula, positives, negatives).Where(row => !HostilePairRows.IsFor(kernel, row)))
            {
                var result = kernel.Run(row);
                if (float.IsFinite(result.Loss!.Value))
                {
                    new ExpectedPairRow<float>(row, kernel.Formula).AssertWithinBound(result, kernel.Name);
                }
            }
        }
    }
}

public class DoublePairValuesTests : PairValuesTests<double>;

/// <summary>The loss and every component of both gradients are within the accuracy bound, for every kernel and every hostile row.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PairValuesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public static TheoryData<string, int, int> Shapes
    {
        get
        {
            var shapes =
                from kernel in PairKernels<T>.All
                where !kernel.HasDiagonal
                from shape in PairKernels<T>.ShapesOf(kernel)
                select (kernel.Formula.ToString(), shape.Positives, shape.Negatives);
            return [.. shapes.Distinct()];
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Hostile_rows_at_the_edge_of_unreadable_memory_are_within_the_bound(string formula, int positives, int negatives)
    {
        PairKernel<T>[] kernels =
        [
            .. PairKernels<T>.All.Where(kernel => !kernel.HasDiagonal
                && kernel.Formula.ToString() == formula
                && PairKernels<T>.ShapesOf(kernel).Contains((positives, negatives))),
        ];
        var worst = default(WorstMultiples);
        foreach (var row in HostilePairRows.All(kernels[0].Formula, positives, negatives))
        {
            var expected = new ExpectedPairRow<T>(row, kernels[0].Formula);
            foreach (var kernel in kernels.Where(kernel => HostilePairRows.IsFor(kernel, row)))
            {
                var result = GuardedPairRun.EndingAtGuard(kernel, new PairBatch<T>(row));
                worst = worst.Or(expected.AssertWithinBound(result, kernel.Name));
                PairResult<T>.AssertEqualBits(result, GuardedPairRun.StartingAfterGuard(kernel, new PairBatch<T>(row)), $"{row.Name}, {kernel}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Largest multiples of the bound: loss {worst.Loss:F3}, gradient {worst.Gradient:F3}");
    }

    /// <summary>A lane that adds up thousands of terms of nearly 1 loses a bit of each, unless it is emptied in between.</summary>
    [Theory]
    [InlineData("UnifiedGamma1.Any", 3, 32_000)]
    [InlineData("UnifiedGamma1.Any", 32_000, 1)]
    [InlineData("Circle.Any", 2, 32_000)]
    public void The_sum_of_a_long_side_of_nearly_equal_scores_loses_nothing(string name, int positives, int negatives)
    {
        var kernel = PairKernels<T>.Named(name);
        var row = new PairRow<T>("nearly equal", NearlyEqual(positives), NearlyEqual(negatives));

        new ExpectedPairRow<T>(row, kernel.Formula).AssertWithinBound(kernel.Run(row), kernel.Name);

        static T[] NearlyEqual(int count) => [.. Enumerable.Range(0, count).Select(i => T.CreateChecked((i * 37 % 101) / 1024.0))];
    }
}
