using System.Numerics;
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

    public static TheoryData<string> GradientKernelsWithDiagonal => PairKernels<T>.NamesWithDiagonal(kernel => kernel.WritesGradients);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Loss_and_gradient_are_those_of_the_gathered_rows(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var call = matrix.Call();
        var loss = kernel.Run(call);
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
        T[] block = [T.NaN, T.CreateChecked(0.5), T.CreateChecked(0.25), T.CreateChecked(0.5), T.NaN, T.CreateChecked(-0.5), T.CreateChecked(0.75), T.CreateChecked(0.125), T.NaN];

        // Rows 0 and 1 have both sides, row 2 has no positive: filled with NaN it changes nothing.
        var matrix = new SimilarityMatrix<T>(block, [5, 5, 6], null);
        var expected = Run(kernel, matrix);
        var disturbed = Run(kernel, matrix with { Similarities = [.. block[..6], T.NaN, T.NaN, T.NaN] });

        Bits.AssertEqual(expected, disturbed, kernel.Name);
        if (kernel.ReturnsLoss)
        {
            var sum = Enumerable.Range(0, 2).Sum(row => (double)ExpectedLoss.Of(kernel.Formula, matrix.Row(row).Negatives, matrix.Row(row).Positives).Loss);
            Assert.Equal(kernel.IsMean ? sum / 2 : sum, double.CreateChecked(expected.Loss), 1e-5 * sum);
        }
    }

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
    [MemberData(nameof(KernelsWithDiagonal))]
    public void A_masked_score_of_a_matrix_adds_nothing(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        if (!kernel.Formula.DependsOnDifferencesOnly || kernel.ExpectsCosines)
        {
            return;
        }

        // The rows of label 1 have their negatives masked: they stay in the divisor. Row 3 has no positive.
        var (low, high) = (T.NegativeInfinity, T.CreateChecked(0.5));
        var matrix = new SimilarityMatrix<T>(
            [T.NaN, high, low, low, high, T.NaN, low, low, low, low, T.NaN, high, high, high, high, T.NaN], [1, 1, 2, 3], null);

        var (loss, gradient) = Run(kernel, matrix);

        Assert.True(T.IsZero(loss), kernel.Name);
        Assert.True(!kernel.WritesGradients || gradient.All(T.IsZero), kernel.Name);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_call_allocates(string name) => ForEachMatrix(name, (kernel, matrix, description) =>
    {
        var call = matrix.Call();
        kernel.Run(call);

        var before = GC.GetAllocatedBytesForCurrentThread();
        kernel.Run(call);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() == before, description);
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
