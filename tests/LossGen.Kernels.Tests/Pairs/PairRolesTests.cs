using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatPairRolesTests : PairRolesTests<float>;

public class DoublePairRolesTests : PairRolesTests<double>;

/// <summary>How the rows' losses and gradients become those of a batch: what is reduced, divided and scaled, and what is not.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PairRolesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    /// <summary>No power of two, and more than the widest vector has lanes.</summary>
    private const int ManyRows = 19;

    private static readonly T Tolerance = T.CreateChecked(8 * NumberFormat.Of<T>().Epsilon);

    public static TheoryData<string> Kernels => PairKernels<T>.Names(kernel => kernel.TakesManyRows);

    public static TheoryData<string> MeansOfDifferences => PairKernels<T>.Names(kernel =>
        kernel is { TakesManyRows: true, IsMean: true, ReturnsLoss: true, ExpectsCosines: false, Formula.DependsOnDifferencesOnly: true });

    public static TheoryData<string> UpstreamKernels => PairKernels<T>.Names(kernel => kernel.HasUpstream || kernel.HasUpstreamOfRows);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Losses_are_of_the_rows_and_the_reduced_loss_is_their_sum_or_mean(string name) => ForEachShape(name, (kernel, rows, description) =>
    {
        PairResult<T>[] alone = [.. rows.Select(row => kernel.Run(row))];

        var result = kernel.Run(rows);

        if (kernel.WritesLosses)
        {
            Bits.AssertEqual<T>(alone.Select(row => row.Losses!.Single()).ToArray(), result.Losses, description);
        }

        if (kernel.ReturnsLoss)
        {
            var sum = alone.Sum(row => double.CreateChecked(row.Loss!.Value));
            AssertNear(T.CreateChecked(kernel.IsMean ? sum / rows.Length : sum), result.Loss!.Value, description);
        }
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Gradients_are_of_what_is_returned_or_else_of_each_row_s_own_loss(string name) => ForEachShape(name, (kernel, rows, description) =>
    {
        var divisor = T.CreateChecked(kernel is { ReturnsLoss: true, IsMean: true } ? rows.Length : 1);
        PairResult<T>[] alone = [.. rows.Select(row => kernel.Run(row))];

        var result = kernel.Run(rows);

        AssertAllNear(alone.SelectMany(row => row.PositiveGradient ?? []).Select(component => component / divisor), result.PositiveGradient ?? [], description);
        AssertAllNear(alone.SelectMany(row => row.NegativeGradient ?? []).Select(component => component / divisor), result.NegativeGradient ?? [], description);
    });

    [Theory]
    [MemberData(nameof(MeansOfDifferences))]
    public void A_masked_row_stays_in_the_divisor(string name) => ForEachShape(name, (kernel, rows, description) =>
    {
        var masked = rows[0] with { Negatives = [.. rows[0].Negatives.Select(_ => T.NegativeInfinity)] };
        var alone = kernel.Run(rows[1]).Loss!.Value;

        AssertNear(alone / (T.One + T.One), kernel.Run(masked, rows[1]).Loss!.Value, description);
    });

    [Theory]
    [MemberData(nameof(UpstreamKernels))]
    public void Upstream_is_a_factor_on_gradients_and_on_nothing_else(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var shape in PairKernels<T>.ShapesOf(kernel))
        {
            var batch = new PairBatch<T>(PairRows.Ordinary<T>(shape, kernel.TakesManyRows ? ManyRows : 1));
            var rows = batch.Rows.Count;
            var description = $"K = {shape.Positives}, L = {shape.Negatives}, {kernel}";
            var expected = kernel.Run(batch);
            foreach (var factor in (double[])[2.5, -0.75, 0])
            {
                T[] upstreams = [.. Enumerable.Range(0, rows).Select(row => T.CreateChecked(kernel.HasUpstream ? factor : factor * (row - 3)))];
                var call = batch.Call();
                call.Upstream = T.CreateChecked(factor);
                call.Upstreams = upstreams;

                var result = kernel.ResultOf(batch, kernel.Run(call), call);

                Assert.Equal(expected.Loss, result.Loss);
                Bits.AssertEqual<T>(expected.Losses, result.Losses, description);
                AssertAllNear(ScaledByRow(expected.PositiveGradient!, upstreams), result.PositiveGradient!, description);
                AssertAllNear(ScaledByRow(expected.NegativeGradient!, upstreams), result.NegativeGradient!, description);
            }
        }

        static IEnumerable<T> ScaledByRow(T[] gradient, T[] upstreams) =>
            gradient.Select((component, i) => component * upstreams[i / (gradient.Length / upstreams.Length)]);
    }

    private static void ForEachShape(string name, Action<PairKernel<T>, PairRow<T>[], string> test)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var shape in PairKernels<T>.ShapesOf(kernel))
        {
            test(kernel, PairRows.Ordinary<T>(shape, ManyRows), $"K = {shape.Positives}, L = {shape.Negatives}, {kernel}");
        }
    }

    private static void AssertAllNear(IEnumerable<T> expected, T[] actual, string description) =>
        Assert.All(expected.Zip(actual), pair => AssertNear(pair.First, pair.Second, description));

    /// <summary>Up to a few roundings, and to what may be flushed.</summary>
    private static void AssertNear(T expected, T actual, string description) => Assert.True(
        T.Abs(expected - actual) <= (Tolerance * T.Abs(expected)) + T.CreateChecked(1024 * NumberFormat.Of<T>().SmallestNormal),
        $"{actual} instead of {expected}, {description}");
}
