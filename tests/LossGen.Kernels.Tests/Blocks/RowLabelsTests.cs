using System.Numerics;
using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Blocks;

public class RowLabelsTests
{
    private const int Rows = 64;
    private const int Classes = 10;

    [Fact]
    public void Labels_are_copied()
    {
        var labels = Enumerable.Range(0, Rows).Select(row => row % Classes).ToArray();

        Assert.Equal(labels, CopyOf(labels));
        Assert.Equal(labels, CopyOf(Array.ConvertAll(labels, label => (long)label)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Classes)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void What_is_no_class_any_more_is_refused_wherever_it_stands(int label)
    {
        IsRefused(label);
        IsRefused((long)label);
    }

    [Theory]
    [InlineData(1L << 32)]
    [InlineData((1L << 32) + 3)]
    [InlineData(-1L << 32)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void What_would_be_a_class_in_32_bits_is_refused(long label) => IsRefused(label);

    [Fact]
    public void Eight_rows_are_read_and_written_at_their_labels_alone()
    {
        const int First = 8;
        var labels = Enumerable.Range(0, Rows).Select(row => row * 7 % Classes).ToArray();
        var numbers = Enumerable.Range(0, 8 * Classes).Select(i => (float)i).ToArray();
        var atLabels = Enumerable.Range(0, 8).Select(row => (row * Classes) + labels[First + row]).ToArray();
        var ofRows = new float[Rows];

        RowLabels.GatherEight(ref numbers[0], ref labels[0], ref ofRows[0], First, Classes);
        Assert.Equal(atLabels.Select(place => (float)place), ofRows[First..(First + 8)]);
        Assert.All(ofRows[..First].Concat(ofRows[(First + 8)..]), number => Assert.Equal(0f, number));

        var expected = (float[])numbers.Clone();
        Array.ForEach(atLabels, place => expected[place] = 0f);
        RowLabels.ClearEight(ref numbers[0], ref labels[0], First, Classes);
        Assert.Equal(expected, numbers);

        Array.ForEach(atLabels, place => expected[place] = -place);
        ofRows = Array.ConvertAll(ofRows, number => -number);
        RowLabels.ScatterEight(ref numbers[0], ref labels[0], ref ofRows[0], First, Classes);
        Assert.Equal(expected, numbers);
    }

    private static int[] CopyOf<TLabel>(TLabel[] labels)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        var copies = new int[labels.Length];
        RowLabels.Copy(ref labels[0], ref copies[0], (nuint)labels.Length, Classes);
        return copies;
    }

    private static void IsRefused<TLabel>(TLabel label)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (var row = 0; row < Rows; row++)
        {
            var labels = new TLabel[Rows];
            labels[row] = label;

            Assert.Throws<InvalidOperationException>(() => CopyOf(labels));
        }
    }
}
