using System.Numerics;
using LossGen.Kernels.Tests.Determinism;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatPairDeterminismTests : PairDeterminismTests<float>;

public class DoublePairDeterminismTests : PairDeterminismTests<double>;

/// <summary>The same row gives the same bits, however it is handed over and whatever else is asked for.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PairDeterminismTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostScores = 20_000;
    private const int LargestOffset = 15;

    public static TheoryData<string> Kernels => PairKernels<T>.Names(_ => true);

    public static TheoryData<string> KernelsWithoutBothGradients => PairKernels<T>.Names(kernel => !kernel.WritesGradients);

    public static TheoryData<string> GradientKernels => PairKernels<T>.Names(kernel => kernel.WritesPositiveGradient || kernel.WritesNegativeGradient);

    /// <summary>Those whose rows do not know how many others there are.</summary>
    public static TheoryData<string> KernelsOfRows => PairKernels<T>.Names(kernel => kernel.TakesManyRows && (!kernel.IsMean || !kernel.ReturnsLoss));

    [Theory]
    [MemberData(nameof(KernelsWithoutBothGradients))]
    public void What_is_asked_for_is_the_same_without_the_rest(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        var withGradients = PairKernels<T>.All.First(kernel.IsWithoutGradientsOf);
        foreach (var (positives, negatives) in PairKernels<T>.ShapesOf(kernel))
        {
            foreach (var row in HostilePairRows.For(kernel, positives, negatives))
            {
                var (expected, actual) = (withGradients.Run(row), kernel.Run(row));
                var description = $"{row.Name}, K = {positives}, L = {negatives}, {kernel}";
                AssertSame(expected.Loss is { } loss ? [loss] : null, actual.Loss is { } own ? [own] : actual.Losses, $"loss, {description}");
                AssertSame(expected.PositiveGradient, actual.PositiveGradient, $"positives, {description}");
                AssertSame(expected.NegativeGradient, actual.NegativeGradient, $"negatives, {description}");
            }
        }

        static void AssertSame(T[]? expected, T[]? actual, string description)
        {
            if (actual is not null)
            {
                Bits.AssertEqual<T>(expected, actual, description);
            }
        }
    }

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void A_gradient_can_take_the_place_of_its_scores(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var (positives, negatives) in PairKernels<T>.ShapesOf(kernel))
        {
            foreach (var row in HostilePairRows.For(kernel, positives, negatives))
            {
                var expected = kernel.Run(row);
                foreach (var (positivesToo, negativesToo) in ((bool, bool)[])[(true, true), (true, false), (false, true)])
                {
                    var batch = new PairBatch<T>(row);
                    var call = batch.Call();
                    call.Gradient = batch.Similarities;
                    call.PositiveGradient = positivesToo ? batch.Positives : call.PositiveGradient;
                    call.NegativeGradient = negativesToo ? batch.Negatives : call.NegativeGradient;

                    var result = kernel.ResultOf(batch, kernel.Run(call), call);

                    PairResult<T>.AssertEqualBits(expected, result, $"{row.Name}, K = {positives}, L = {negatives}, {kernel}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void The_alignment_of_inputs_and_outputs_does_not_matter(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var (positives, negatives) in PairKernels<T>.ShapesOf(kernel))
        {
            var batch = new PairBatch<T>(PairRows.Ordinary<T>(positives, negatives));
            var expected = kernel.Run(batch);
            for (var offset = 0; offset <= LargestOffset; offset++)
            {
                var call = batch.Call();
                call.Positives = Shifted(call.Positives, offset);
                call.Negatives = Shifted(call.Negatives, LargestOffset - offset);
                call.Similarities = Shifted(call.Similarities, offset);
                call.PositiveGradient = Shifted<T>(call.PositiveGradient, LargestOffset - offset);
                call.NegativeGradient = Shifted<T>(call.NegativeGradient, offset);
                call.Gradient = Shifted<T>(call.Gradient, LargestOffset - offset);
                call.ColumnLabels = Shifted(call.ColumnLabels, offset);

                var result = kernel.ResultOf(batch, kernel.Run(call), call);

                PairResult<T>.AssertEqualBits(expected, result, $"offset {offset}, K = {positives}, L = {negatives}, {kernel}");
            }
        }

        static Span<TElement> Shifted<TElement>(ReadOnlySpan<TElement> values, int offset)
        {
            var memory = new TElement[values.Length + LargestOffset];
            values.CopyTo(memory.AsSpan(offset));
            return memory.AsSpan(offset, values.Length);
        }
    }

    [Theory]
    [MemberData(nameof(KernelsOfRows))]
    public void A_row_does_not_depend_on_its_place_in_the_batch(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var shape in PairKernels<T>.ShapesOf(kernel))
        {
            // Every remainder of the number of rows by that of the lanes.
            var rows = PairRows.Ordinary<T>(shape, Math.Clamp(MostScores / (shape.Positives + shape.Negatives), 3, 35));
            PairResult<T>[] expected = [.. rows.Select(row => kernel.Run(row))];
            for (var first = 0; first < rows.Length; first++)
            {
                var result = kernel.Run(rows[first..]);

                var description = $"from row {first} on, K = {shape.Positives}, L = {shape.Negatives}, {kernel}";
                AssertRows(expected[first..], result, row => row.Losses, $"losses, {description}");
                AssertRows(expected[first..], result, row => row.PositiveGradient, $"positives, {description}");
                AssertRows(expected[first..], result, row => row.NegativeGradient, $"negatives, {description}");
            }
        }

        static void AssertRows(PairResult<T>[] rows, PairResult<T> batch, Func<PairResult<T>, T[]?> part, string description) =>
            Bits.AssertEqual<T>(rows.SelectMany(row => part(row) ?? []).ToArray(), part(batch), description);
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Many_threads_at_once_get_the_result_of_one(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        var (positives, negatives) = PairKernels<T>.ShapesOf(kernel).Last();
        PairResult<T>[] expected = [.. Enumerable.Range(0, 4).Select(RunSeed)];

        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            PairResult<T>.AssertEqualBits(expected[i % 4], RunSeed(i % 4), $"run {i}, {kernel}"));

        PairResult<T> RunSeed(int seed) => kernel.Run(PairRows.Ordinary<T>(positives, negatives, seed));
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void No_call_allocates(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var (positives, negatives) in PairKernels<T>.ShapesOf(kernel))
        {
            var call = new PairBatch<T>(PairRows.Ordinary<T>(positives, negatives)).Call();

            Allocations.AssertNone($"K = {positives}, L = {negatives}, {kernel}", call, call => kernel.Run(call));
        }
    }
}
