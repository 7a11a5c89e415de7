using System.Globalization;
using static LossGen.Kernels.Tests.Arguments.SpelledKernels;

namespace LossGen.Kernels.Tests.Arguments;

public class LabelTests
{
    private const int Rows = 70;
    private const int Scores = Rows * Classes;

    [Theory]
    [InlineData(-1)]
    [InlineData(Classes)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_label_that_is_no_class_is_refused_with_its_row(int label)
    {
        foreach (var row in (int[])[0, 1, 33, Rows - 1])
        {
            var labels = new int[Rows];
            labels[row] = label;

            AssertNamed(row, label, "LABELS", Scores, gradient => Batch(new float[Scores], labels, gradient));
            AssertNamed(row, label, "LABELS", Scores, gradient => AnyBatch(gradient, labels, new float[Scores]));
            AssertNamed(row, label, "LABELS", Scores, _ => BatchLoss(labels, new float[Scores]));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_last_label_of_a_few_is_checked_too(int rows)
    {
        int[] labels = [.. new int[rows - 1], Classes];
        long[] longLabels = [.. new long[rows - 1], -1];

        AssertNamed(rows - 1, Classes, "LABELS", rows * Classes, gradient => Batch(new float[rows * Classes], labels, gradient));
        AssertNamed(rows - 1, -1, "LABELS", rows * Classes, gradient => LongBatch(new float[rows * Classes], longLabels, gradient));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Classes)]
    [InlineData(1L << 32)]
    [InlineData((1L << 32) + 1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void A_long_label_is_not_cut_off_to_an_int(long label)
    {
        foreach (var row in (int[])[0, Rows - 1])
        {
            var labels = new long[Rows];
            labels[row] = label;

            AssertNamed(row, label, "LABELS", Scores, gradient => LongBatch(new float[Scores], labels, gradient));
        }

        AssertNamed(0, label, "Label", Classes, gradient => LongRow(new float[Classes], label, gradient));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Classes)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void The_label_of_a_single_row_is_checked_too(int label)
    {
        AssertNamed(0, label, "Label", Classes, gradient => Row(label, new float[Classes], gradient));
        AssertNamed(0, label, "Label", Classes, gradient => AnyRow(new float[Classes], label, gradient));
    }

    [Fact]
    public void The_first_of_several_wrong_labels_is_named()
    {
        AssertNamed(1, 5, "LABELS", 4 * Classes, gradient => Batch(new float[4 * Classes], [2, 5, 0, -1], gradient));
    }

    [Fact]
    public void A_class_that_only_the_longer_row_has_is_a_label_of_it_alone()
    {
        AnyRow(new float[Classes + 1], Classes, new float[Classes + 1]);
        AssertNamed(0, Classes, "Label", Classes, gradient => AnyRow(new float[Classes], Classes, gradient));
    }

    private static void AssertNamed(int row, long label, string parameter, int scores, Action<float[]> call)
    {
        var refusal = Refusal.Of<ArgumentOutOfRangeException>(parameter, scores, call);

        Assert.Equal(label, Convert.ToInt64(refusal.ActualValue, CultureInfo.InvariantCulture));
        Assert.Contains($"row {row} ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"0 to {Classes - 1}", refusal.Message, StringComparison.Ordinal);
    }
}
