using System.Numerics;
using LossGen.Kernels.Tests.Determinism;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatSimilaritiesTests : SimilaritiesTests<float>;

public class DoubleSimilaritiesTests : SimilaritiesTests<double>;

/// <summary>A matrix of similarities is as many rows of positives and negatives as its labels make.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class SimilaritiesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly (int Rows, int Columns, int Classes)[] Shapes = [(1, 7, 2), (2, 3, 2), (5, 16, 3), (17, 33, 4), (40, 100, 7)];

    public static TheoryData<string> Kernels => [.. PairKernels<T>.All.Where(kernel => kernel.TakesSimilarities).Select(kernel => kernel.Name)];

    public static TheoryData<string> GradientKernels =>
        [.. PairKernels<T>.All.Where(kernel => kernel is { TakesSimilarities: true, WritesGradients: true }).Select(kernel => kernel.Name)];

    public static TheoryData<string> KernelsWithDiagonal => PairKernels<T>.NamesWithDiagonal(_ => true);

    public static TheoryData<string> MaskableKernelsWithDiagonal => PairKernels<T>.NamesWithDiagonal(kernel =>
        kernel is { ExpectsCosines: false, Formula.DependsOnDifferencesOnly: true });

    public static TheoryData<string> UpstreamKernelsWithDiagonal => PairKernels<T>.NamesWithDiagonal(kernel => kernel.HasUpstream || kernel.HasUpstreamOfRows);

    public static TheoryData<string> GradientKernelsWithDiagonal => PairKernels<T>.NamesWithDiagonal(kernel => kernel.WritesGradients);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Loss_and_gradient_are_those_of_the_gathered_rows(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var call = matrix.Call();
        var loss = GuardedPairRun.EndingAtGuard(kernel, call);
        var gradient = call.Gradient.ToArray();
        var losses = call.Losses.ToArray();

        int[] counted = [.. Enumerable.Range(0, matrix.Rows).Where(matrix.HasBothSides)];
        var divisor = kernel is { IsMean: true } ? Math.Max(1, counted.Length) : 1;
        var (sum, bound) = (BigReal.Zero, BigReal.Zero);
        var judge = new Judge(description, NumberFormat.Of<T>());
        foreach (var row in Enumerable.Range(0, matrix.Rows))
        {
            var expected = ExpectedMatrixRow<T>.Of(kernel, matrix, row, gradient, kernel.ReturnsLoss ? divisor : 1);
            (sum, bound) = (sum + expected.Loss, bound + expected.LossBound);
            if (kernel.WritesLosses)
            {
                judge.Loss(losses[row], expected.Loss, expected.LossBound);
            }

            if (kernel.WritesGradients)
            {
                judge.Gradient<T>($"row {row} of gradient", gradient.AsSpan(row * matrix.Columns, matrix.Columns), expected.Gradient, expected.Bounds);
            }
        }

        if (kernel.ReturnsLoss)
        {
            judge.Loss(loss, sum / divisor, (bound / divisor) + (4 * NumberFormat.Of<T>().Epsilon * (sum / divisor)));
        }

        judge.Verdict();
        Bits.AssertEqual<T>([loss], [GuardedPairRun.StartingAfterGuard(kernel, call)], description);
        Bits.AssertEqual<T>(gradient, call.Gradient, description);
        Bits.AssertEqual<T>(losses, call.Losses, description);
    });

    [Theory]
    [MemberData(nameof(GradientKernelsWithDiagonal))]
    public void What_the_diagonal_holds_changes_no_bit_and_its_gradient_is_0(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var expected = Run(kernel, matrix);
        foreach (var held in (T[])[T.PositiveInfinity, T.NegativeInfinity, T.One, T.MaxValue])
        {
            T[] similarities = [.. matrix.Similarities];
            for (var row = 0; row < matrix.Rows; row++)
            {
                similarities[(row * matrix.Columns) + row] = held;
                Assert.True(T.IsZero(expected.Gradient[(row * matrix.Columns) + row]), description);
            }

            Bits.AssertEqual(expected, Run(kernel, matrix with { Similarities = similarities }), $"{held}, {description}");
        }
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Rows_with_one_side_only_have_neither_loss_nor_gradient(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var (rows, columns, _) in Shapes)
        {
            // All labels the same: no negatives. All different: no positives.
            int[] different = [.. Enumerable.Range(0, rows + columns)];
            var matrix = SimilarityMatrix<T>.Random(rows, kernel.HasDiagonal ? null : columns, classes: 1, seed: 1);
            foreach (var oneSided in (SimilarityMatrix<T>[])
            [
                matrix,
                matrix with { Labels = different[..rows], ColumnLabels = kernel.HasDiagonal ? null : different[rows..] },
            ])
            {
                var call = oneSided.Call();

                var loss = kernel.Run(call);

                Assert.True(T.IsZero(loss), kernel.Name);
                Assert.True(!kernel.WritesGradients || call.Gradient.IndexOfAnyExcept(T.Zero) < 0, kernel.Name);
                Assert.True(!kernel.WritesLosses || call.Losses.IndexOfAnyExcept(T.Zero) < 0, kernel.Name);
            }
        }
    }

    /// <summary>NaN in a row that does not count is not seen either.</summary>
    [Theory]
    [MemberData(nameof(KernelsWithDiagonal))]
    public void A_row_with_one_side_only_leaves_the_divisor_of_the_mean_and_may_hold_anything(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        var (low, high) = (T.CreateChecked(0.25), T.CreateChecked(0.5));
        T[] similarities = [T.NaN, high, low, high, T.NaN, -high, low, high, T.NaN];

        // Rows 0 and 1 have both sides, row 2 has no positive: filled with NaN it changes nothing.
        var matrix = new SimilarityMatrix<T>(similarities, [5, 5, 6], null);
        var expected = Run(kernel, matrix);
        var disturbed = Run(kernel, matrix with { Similarities = [.. similarities[..6], T.NaN, T.NaN, T.NaN] });

        Bits.AssertEqual(expected, disturbed, kernel.Name);
        if (kernel.ReturnsLoss)
        {
            var sum = Enumerable.Range(0, 2).Sum(row => (double)ExpectedLoss.Of(kernel.Formula, matrix.Row(row).Negatives, matrix.Row(row).Positives).Loss);
            Assert.Equal(kernel.IsMean ? sum / 2 : sum, double.CreateChecked(expected.Loss), 1e-5 * sum);
        }
    }

    [Theory]
    [MemberData(nameof(MaskableKernelsWithDiagonal))]
    public void A_row_whose_negatives_are_masked_has_no_loss_and_stays_in_the_divisor(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        var (low, high) = (T.CreateChecked(0.25), T.CreateChecked(0.5));
        var matrix = new SimilarityMatrix<T>([T.NaN, low, high, high, T.NaN, T.NegativeInfinity, low, high, T.NaN], [5, 5, 6], null);
        var row = matrix.Row(0);
        var exact = (double)ExpectedLoss.Of(kernel.Formula, row.Negatives, row.Positives).Loss;

        var (loss, gradient) = Run(kernel, matrix);

        Assert.True(!kernel.ReturnsLoss || Math.Abs(double.CreateChecked(loss) - (exact / (kernel.IsMean ? 2 : 1))) <= 1e-5 * exact, kernel.Name);
        Assert.True(!kernel.WritesGradients || gradient[3..].All(T.IsZero), kernel.Name);
    }

    [Theory]
    [MemberData(nameof(GradientKernelsWithDiagonal))]
    public void A_NaN_stays_in_its_row(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var expected = Run(kernel, matrix);
        foreach (var row in Rows.Places(matrix.Rows).Where(matrix.HasBothSides))
        {
            T[] disturbed = [.. matrix.Similarities];
            disturbed[(row * matrix.Columns) + matrix.ColumnsOf(row).Positives[0]] = T.NaN;

            var (loss, gradient) = Run(kernel, matrix with { Similarities = disturbed });

            var (start, end) = (row * matrix.Columns, (row + 1) * matrix.Columns);
            Assert.True(!kernel.ReturnsLoss || T.IsNaN(loss), description);
            Bits.AssertEqual<T>(expected.Gradient.AsSpan(0, start), gradient.AsSpan(0, start), $"rows before {row}, {description}");
            Bits.AssertEqual<T>(expected.Gradient.AsSpan(end), gradient.AsSpan(end), $"rows after {row}, {description}");
        }
    });

    [Theory]
    [MemberData(nameof(KernelsWithDiagonal))]
    public void The_loss_has_the_same_bits_with_and_without_gradient_and_losses(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var withGradient = PairKernels<T>.All.First(other => other.ReturnsLoss && kernel.IsWithoutGradientsOf(other));
        if (kernel.ReturnsLoss)
        {
            Bits.AssertEqual<T>([Run(withGradient, matrix).Loss], [Run(kernel, matrix).Loss], description);
        }
    });

    [Theory]
    [MemberData(nameof(UpstreamKernelsWithDiagonal))]
    public void Upstream_is_a_factor_on_each_row_s_gradient(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var expected = Run(kernel, matrix);
        var call = matrix.Call();
        call.Upstream = T.CreateChecked(-4);
        call.Upstreams = Enumerable.Range(0, matrix.Rows).Select(row => T.CreateChecked(Math.ScaleB(1, row % 5))).ToArray();

        var loss = kernel.Run(call);

        // Powers of two: no rounding.
        Assert.True(loss == expected.Loss, description);
        for (var i = 0; i < expected.Gradient.Length; i++)
        {
            var factor = kernel.HasUpstream ? call.Upstream : call.Upstreams[i / matrix.Columns];
            Assert.True(T.Abs((factor * expected.Gradient[i]) - call.Gradient[i]) <= T.CreateChecked(NumberFormat.Of<T>().SmallestNormal * 1024), description);
        }
    });

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void The_gradient_can_take_the_place_of_the_similarities(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var expected = Run(kernel, matrix);
        var both = matrix.Similarities.ToArray();
        var call = matrix.Call();
        call.Similarities = both;
        call.Gradient = both;

        var loss = kernel.Run(call);

        Bits.AssertEqual(expected, new KernelResult<T>(loss, both), description);
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_call_allocates(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var call = matrix.Call();

        Allocations.AssertNone(description, call, call => kernel.Run(call));
    });

    private static KernelResult<T> Run(PairKernel<T> kernel, SimilarityMatrix<T> matrix)
    {
        var call = matrix.Call();
        var loss = kernel.Run(call);
        return new(loss, kernel.WritesGradients ? call.Gradient.ToArray() : []);
    }

    private static void ForEachMatrix(string name, Action<PairKernel<T>, SimilarityMatrix<T>, string> test)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var (rows, columns, classes) in Shapes)
        {
            test(kernel, SimilarityMatrix<T>.Random(rows, kernel.HasDiagonal ? null : columns, classes, seed: rows), $"N = {rows}, {kernel}");
        }
    }
}
