using System.Runtime.InteropServices;
using LossGen.Kernels.Tests.Arguments;
using static LossGen.Kernels.Tests.Pairs.SpelledPairKernels;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Wrong lengths and overlaps of a matrix of similarities are refused with the parameter's name, before anything is written.</summary>
public class SimilarityArgumentTests
{
    private const int Rows = 3;
    private const int ManyColumns = 4;

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    public void A_matrix_that_is_not_as_wide_as_it_is_high_is_refused(int length)
    {
        var refusal = Refusal.Of<ArgumentException>("Similarities", length, gradient => Matrix(gradient, new int[Rows], new float[length], new float[Rows]));

        Assert.Contains($"{length}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{Rows * Rows}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(16)]
    public void A_matrix_of_another_size_than_rows_times_columns_is_refused(int length)
    {
        var refusal = Refusal.Of<ArgumentException>("Similarities", length, gradient =>
            Columns(new long[ManyColumns], new float[length], new long[Rows], gradient, new float[Rows]));

        Assert.Contains($"{length}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{Rows * ManyColumns}", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void A_gradient_of_another_size_than_the_matrix_is_refused(int length)
    {
        Refusal.Of<ArgumentException>("Gradient", length, gradient => Matrix(gradient, new int[Rows], new float[Rows * Rows], new float[Rows]));
        Refusal.Of<ArgumentException>("Gradient", length, gradient =>
            Columns(new long[ManyColumns], new float[Rows * ManyColumns], new long[Rows], gradient, new float[Rows]));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Losses_are_one_a_row(int length)
    {
        Refusal.Of<ArgumentException>("Losses", length, losses => Matrix(new float[Rows * Rows], new int[Rows], new float[Rows * Rows], losses));
        Refusal.Of<ArgumentException>("Losses", length, losses =>
            Columns(new long[ManyColumns], new float[Rows * ManyColumns], new long[Rows], new float[Rows * ManyColumns], losses));
    }

    [Fact]
    public void Any_number_is_a_label()
    {
        var losses = new float[Rows];

        Matrix(new float[Rows * Rows], [int.MinValue, -1, int.MinValue], new float[Rows * Rows], losses);
        Assert.Equal([true, false, true], losses.Select(loss => loss > 0));

        // Labels that agree in their lower 32 bits are different.
        Columns([1L << 32, 0, long.MaxValue, 0], new float[Rows * ManyColumns], [0, 1, -1], new float[Rows * ManyColumns], losses);
        Assert.Equal([true, false, false], losses.Select(loss => loss > 0));
    }

    [Fact]
    public void A_matrix_without_rows_has_the_loss_0()
    {
        Assert.Equal(0, Matrix([], [], [], []));
        Assert.Equal(0, Columns([], [], [], [], []));
        Assert.Equal(0, Columns(new long[ManyColumns], [], [], [], []));
        Refusal.Of<ArgumentException>("Gradient", 1, gradient => Matrix(gradient, [], [], []));
    }

    [Fact]
    public void Rows_without_columns_have_the_loss_0()
    {
        float[] losses = [float.NaN, float.NaN];

        Assert.Equal(0, Columns([], [], new long[2], [], losses));
        Assert.Equal([0, 0], losses);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Rows)]
    public void A_gradient_that_overlaps_the_matrix_in_part_is_refused(int distance)
    {
        var memory = Enumerable.Range(0, (Rows * Rows) + distance).Select(i => i * 0.25f).ToArray();

        foreach (var (scoresAt, gradientAt) in ((int, int)[])[(0, distance), (distance, 0)])
        {
            Refusal.OfMemory<ArgumentException, float>("Gradient", memory, () =>
                Matrix(memory.AsSpan(gradientAt, Rows * Rows), new int[Rows], memory.AsSpan(scoresAt, Rows * Rows), new float[Rows]));
        }
    }

    [Fact]
    public void Outputs_that_overlap_labels_are_refused()
    {
        var memory = new int[Rows * Rows];
        var longMemory = new long[Rows * ManyColumns];

        Refusal.OfMemory<ArgumentException, int>("Gradient", memory, () =>
            Matrix(MemoryMarshal.Cast<int, float>(memory.AsSpan()), memory.AsSpan(0, Rows), new float[Rows * Rows], new float[Rows]));
        Refusal.OfMemory<ArgumentException, int>("Losses", memory, () =>
            Matrix(new float[Rows * Rows], memory.AsSpan(0, Rows), new float[Rows * Rows], MemoryMarshal.Cast<int, float>(memory.AsSpan(0, Rows))));
        Refusal.OfMemory<ArgumentException, long>("Gradient", longMemory, () => Columns(
            longMemory.AsSpan(1, ManyColumns),
            new float[Rows * ManyColumns],
            new long[Rows],
            MemoryMarshal.Cast<long, float>(longMemory.AsSpan(0, Rows * ManyColumns / 2)),
            new float[Rows]));
    }
}
