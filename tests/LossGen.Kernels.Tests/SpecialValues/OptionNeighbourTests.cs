using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.SpecialValues;

public class FloatOptionNeighbourTests : OptionNeighbourTests<float>;

public class DoubleOptionNeighbourTests : OptionNeighbourTests<double>;

/// <summary>What a row holds, and the factor that comes to it from upstream, change no bit of any other row.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class OptionNeighbourTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Many = 37;

    public static TheoryData<string> BatchKernels => OptionKernels<T>.Names(kernel => !kernel.IsSingleRow);

    public static TheoryData<string> KernelsWithUpstreamOfRows => OptionKernels<T>.Names(kernel => kernel.HasUpstreamOfRows);

    public static TheoryData<string> KernelsOfTargets => OptionKernels<T>.Names(kernel => kernel is { HasTargets: true, IsSingleRow: false });

    public static TheoryData<string> IgnoringKernels =>
        OptionKernels<T>.Names(kernel => kernel is { IgnoreLabel: not null, IsSingleRow: false, WritesGradient: true });

    [Theory]
    [MemberData(nameof(BatchKernels))]
    public void A_special_score_stays_in_its_row(string name) => ForEachRow(name, (kernel, input, row) =>
    {
        foreach (var special in (T[])[T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.MaxValue])
        {
            T[] logits = [.. input.Logits];
            logits[(row * input.Classes) + (row % input.Classes)] = special;

            var result = AssertRowAlone(kernel, input, input with { Logits = logits }, row, $"score {special}");

            Assert.True(!T.IsNaN(special) || !kernel.ReturnsLoss || T.IsNaN(result.Loss), $"loss {result.Loss}, {kernel.Name}");
            Assert.True(!T.IsNaN(special) || !kernel.WritesLosses || T.IsNaN(result.Losses[row]), $"loss {result.Losses[row]}, {kernel.Name}");
        }
    });

    [Theory]
    [MemberData(nameof(KernelsOfTargets))]
    public void A_target_that_is_not_a_number_stays_in_its_row(string name) => ForEachRow(name, (kernel, input, row) =>
    {
        T[] targets = [.. input.Targets];
        targets[(row + 1) * input.Classes - 1] = T.NaN;

        AssertRowAlone(kernel, input, input with { Targets = targets }, row, "NaN target");
    });

    [Theory]
    [MemberData(nameof(KernelsWithUpstreamOfRows))]
    public void A_special_factor_from_upstream_stays_in_its_row_and_off_the_losses(string name) => ForEachRow(name, (kernel, input, row) =>
    {
        var undisturbed = kernel.Run(input);
        foreach (var special in (T[])[T.NaN, T.PositiveInfinity, T.Zero, T.MaxValue])
        {
            T[] upstreams = [.. input.Upstreams];
            upstreams[row] = special;

            var result = AssertRowAlone(kernel, input, input with { Upstreams = upstreams }, row, $"upstream {special}");

            Bits.AssertEqual<T>([undisturbed.Loss], [result.Loss], $"loss, upstream {special}, {kernel.Name}");
            Bits.AssertEqual<T>(undisturbed.Losses, result.Losses, $"losses, upstream {special}, {kernel.Name}");
        }
    });

    [Theory]
    [MemberData(nameof(IgnoringKernels))]
    public void What_an_ignored_row_holds_changes_no_bit_and_its_own_results_are_zero(string name) => ForEachBatch(name, (kernel, input) =>
    {
        T[] infinite = [.. input.Logits.Select(score => T.IsNaN(score) ? T.PositiveInfinity : score)];
        T[] zeros = [.. input.Logits.Select(score => T.IsNaN(score) ? T.Zero : score)];
        T[] upstreams = [.. input.Upstreams.Select((factor, row) => input.Labels[row] == kernel.IgnoreLabel ? T.NaN : factor)];
        var expected = kernel.Run(input);

        Bits.AssertEqual(expected, kernel.Run(input with { Logits = infinite }), $"infinite, {kernel.Describe(input.Classes)}");
        Bits.AssertEqual(expected, kernel.Run(input with { Logits = zeros }), $"zeros, {kernel.Describe(input.Classes)}");
        Bits.AssertEqual(expected, kernel.Run(input with { Upstreams = upstreams }), $"upstream, {kernel.Describe(input.Classes)}");
        for (var row = 0; row < input.Rows; row++)
        {
            if (input.Labels[row] == kernel.IgnoreLabel)
            {
                Assert.All(expected.Gradient.AsSpan(row * input.Classes, input.Classes).ToArray(), component => Assert.Equal(T.Zero, component));
                Assert.True(!kernel.WritesLosses || expected.Losses[row] == T.Zero, $"loss {expected.Losses[row]}, {kernel.Name}");
            }
        }
    });

    private static OptionResult<T> AssertRowAlone(
        OptionKernel<T> kernel, ClassificationInput<T> undisturbed, ClassificationInput<T> disturbed, int row, string description)
    {
        var classes = undisturbed.Classes;
        var expected = kernel.Run(undisturbed);
        var actual = kernel.Run(disturbed);
        var place = $"{description} in row {row}, {kernel.Describe(classes)}";

        Bits.AssertEqual<T>(expected.Gradient.AsSpan(0, row * classes), actual.Gradient.AsSpan(0, row * classes), $"rows before, {place}");
        Bits.AssertEqual<T>(expected.Gradient.AsSpan((row + 1) * classes), actual.Gradient.AsSpan((row + 1) * classes), $"rows after, {place}");
        Bits.AssertEqual<T>(expected.Losses.AsSpan(0, row), actual.Losses.AsSpan(0, row), $"losses before, {place}");
        Bits.AssertEqual<T>(expected.Losses.AsSpan(row + 1), actual.Losses.AsSpan(row + 1), $"losses after, {place}");
        return actual;
    }

    /// <summary>The first, the middle and the last row of a batch; none of them is ignored.</summary>
    private static void ForEachRow(string name, Action<OptionKernel<T>, ClassificationInput<T>, int> test) => ForEachBatch(name, (kernel, input) =>
    {
        foreach (var row in Rows.Places(input.Rows).Where(row => input.Labels[row] != kernel.IgnoreLabel))
        {
            test(kernel, input, row);
        }
    });

    private static void ForEachBatch(string name, Action<OptionKernel<T>, ClassificationInput<T>> test)
    {
        var kernel = OptionKernels<T>.Named(name);
        foreach (var classes in OptionKernels<T>.ClassesOf(kernel))
        {
            test(kernel, OptionInputs.Batch(kernel, classes, Many));
        }
    }
}
