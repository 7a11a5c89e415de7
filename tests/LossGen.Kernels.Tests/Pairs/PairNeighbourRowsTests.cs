using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.Pairs;

public class FloatPairNeighbourRowsTests : PairNeighbourRowsTests<float>;

public class DoublePairNeighbourRowsTests : PairNeighbourRowsTests<double>;

/// <summary>What a row holds changes no bit of any other row's gradients and loss, and a NaN in it shows in the batch's loss.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class PairNeighbourRowsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostScores = 20_000;

    public static TheoryData<string> Kernels => PairKernels<T>.Names(kernel => kernel.TakesManyRows);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_special_value_stays_in_its_row(string name)
    {
        var kernel = PairKernels<T>.Named(name);
        foreach (var shape in PairKernels<T>.ShapesOf(kernel))
        {
            // More rows than lanes, so that rows share vectors wherever kernels put them there.
            var rows = PairRows.Ordinary<T>(shape, Math.Clamp(MostScores / (shape.Positives + shape.Negatives), 3, 37));
            var undisturbed = kernel.Run(rows);
            foreach (var special in (T[])[T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.MaxValue])
            {
                foreach (var row in Rows.Places(rows.Length))
                {
                    AssertRowAlone(kernel, rows, undisturbed, row, rows[row] with { Positives = [special, .. rows[row].Positives[1..]] });
                    AssertRowAlone(kernel, rows, undisturbed, row, rows[row] with { Negatives = [.. rows[row].Negatives[..^1], special] });
                }
            }
        }
    }

    private static void AssertRowAlone(PairKernel<T> kernel, PairRow<T>[] rows, PairResult<T> undisturbed, int row, PairRow<T> replacement)
    {
        PairRow<T>[] disturbed = [.. rows];
        disturbed[row] = replacement;
        var description = $"row {row}, {kernel}";

        var result = kernel.Run(disturbed);

        if (replacement.Positives.Concat(replacement.Negatives).Any(T.IsNaN))
        {
            Assert.True(result.Loss is null || T.IsNaN(result.Loss.Value), description);
            Assert.True(result.Losses is null || T.IsNaN(result.Losses[row]), description);
        }

        AssertOthersEqual(undisturbed.Losses, result.Losses);
        AssertOthersEqual(undisturbed.PositiveGradient, result.PositiveGradient);
        AssertOthersEqual(undisturbed.NegativeGradient, result.NegativeGradient);

        void AssertOthersEqual(T[]? expected, T[]? actual)
        {
            if (expected is not null)
            {
                var length = expected.Length / rows.Length;
                Bits.AssertEqual<T>(expected.AsSpan(0, row * length), actual.AsSpan(0, row * length), $"rows before, {description}");
                Bits.AssertEqual<T>(expected.AsSpan((row + 1) * length), actual.AsSpan((row + 1) * length), $"rows after, {description}");
            }
        }
    }
}
