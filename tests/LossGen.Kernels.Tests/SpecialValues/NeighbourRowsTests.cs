using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.SpecialValues;

public class FloatNeighbourRowsTests : NeighbourRowsTests<float>;

public class DoubleNeighbourRowsTests : NeighbourRowsTests<double>;

/// <summary>What a row holds changes no bit of any other row's gradient, and a NaN in it shows in the batch's loss.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class NeighbourRowsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int MostScores = 50_000;

    public static TheoryData<string> BatchKernels => ClassificationKernels<T>.Names(kernel => kernel is { IsSingleRow: false, WritesGradient: true });

    [Theory]
    [MemberData(nameof(BatchKernels))]
    public void A_special_value_stays_in_its_row(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            // More rows than lanes, so that rows share vectors wherever kernels put them there, and of short rows whole blocks.
            var rows = classes <= 32 ? 150 : Math.Clamp(MostScores / classes, 3, 37);
            var logits = Rows.Ordinary<T>(rows * classes);
            var labels = Rows.Labels(rows, classes);
            var (_, undisturbed) = kernel.RunBatch(logits, labels);
            foreach (var special in (T[])[T.NaN, -T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.MaxValue])
            {
                foreach (var row in Rows.Places(rows))
                {
                    var onLabel = (row * classes) + labels[row];
                    AssertRowAlone(kernel, logits, labels, undisturbed, row, onLabel, special);
                    AssertRowAlone(kernel, logits, labels, undisturbed, row, onLabel == row * classes ? onLabel + 1 : row * classes, special);
                }
            }
        }
    }

    private static void AssertRowAlone(ClassificationKernel<T> kernel, T[] logits, int[] labels, T[] undisturbed, int row, int place, T special)
    {
        var classes = logits.Length / labels.Length;
        var description = $"{special} at class {place % classes} of row {row}, {kernel.Describe(classes)}";
        T[] disturbed = [.. logits];
        disturbed[place] = special;

        var (loss, gradient) = kernel.RunBatch(disturbed, labels);

        Assert.True(!T.IsNaN(special) || T.IsNaN(loss), $"loss {loss}, {description}");
        Bits.AssertEqual<T>(undisturbed.AsSpan(0, row * classes), gradient.AsSpan(0, row * classes), $"rows before, {description}");
        Bits.AssertEqual<T>(undisturbed.AsSpan((row + 1) * classes), gradient.AsSpan((row + 1) * classes), $"rows after, {description}");
    }
}
