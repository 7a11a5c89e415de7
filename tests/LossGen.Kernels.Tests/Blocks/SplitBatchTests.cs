using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Blocks;

public class FloatSplitBatchTests : SplitBatchTests<float>;

public class DoubleSplitBatchTests : SplitBatchTests<double>;

/// <summary>A batch that is split gives what it gives whole.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class SplitBatchTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public static TheoryData<string> Kernels => [.. SplitKernel<T>.All.Select(kernel => kernel.Name)];

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Gradients_and_losses_of_rows_have_the_same_bits_and_their_sum_the_same_value(string name)
    {
        var kernel = SplitKernel<T>.Named(name);
        foreach (var rows in kernel.IsSquare ? (int[])[kernel.ManyRows] : [1, 70, kernel.ManyRows])
        {
            var expected = kernel.RunWhole(rows);
            var actual = kernel.RunSplit(rows);

            Bits.AssertEqual<T>(expected.Gradient, actual.Gradient, $"gradient, {rows} rows, {name}");
            Bits.AssertEqual<T>(expected.Losses, actual.Losses, $"losses, {rows} rows, {name}");
            Assert.InRange(actual.Loss, T.BitDecrement(expected.Loss), T.BitIncrement(expected.Loss));
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Many_callers_at_once_get_what_one_gets(string name)
    {
        var kernel = SplitKernel<T>.Named(name);
        BatchResult<T>[] expected = [.. Enumerable.Range(0, 2).Select(seed => kernel.RunSplit(kernel.ManyRows, seed))];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, call =>
        {
            var actual = kernel.RunSplit(kernel.ManyRows, seed: call % 2);

            Bits.AssertEqual<T>([expected[call % 2].Loss], [actual.Loss], $"loss, {name}");
            Bits.AssertEqual<T>(expected[call % 2].Gradient, actual.Gradient, $"gradient, {name}");
            Bits.AssertEqual<T>(expected[call % 2].Losses, actual.Losses, $"losses, {name}");
        });
    }
}
