using System.Runtime.InteropServices;
using static LossGen.Kernels.Tests.Arguments.SpelledKernels;

namespace LossGen.Kernels.Tests.Arguments;

public class OverlapTests
{
    private const int Rows = 4;
    private const int Scores = Rows * Classes;

    [Theory]
    [InlineData(1)]
    [InlineData(Classes)]
    [InlineData(Scores - 1)]
    public void A_gradient_that_overlaps_the_scores_in_part_is_refused(int distance)
    {
        var memory = Enumerable.Range(0, Scores + distance).Select(i => i * 0.25f).ToArray();
        var (low, high) = (memory.AsMemory(0, Scores), memory.AsMemory(distance, Scores));

        foreach (var (scores, gradient) in ((Memory<float>, Memory<float>)[])[(low, high), (high, low)])
        {
            AssertRefused(() => Batch(scores.Span, new int[Rows], gradient.Span));
            AssertRefused(() => LongBatch(scores.Span, new long[Rows], gradient.Span));
            AssertRefused(() => AnyBatch(gradient.Span, new int[Rows], scores.Span));
            AssertRefused(() => AnyRow(scores.Span, 0, gradient.Span));
        }

        void AssertRefused(Action call)
        {
            var refusal = Refusal.OfMemory<ArgumentException, float>("Gradient", memory, call);
            Assert.Contains("'Gradient' overlaps 'Scores'", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_single_row_s_gradient_that_overlaps_its_scores_in_part_is_refused()
    {
        float[] memory = [1, 2, 3, 4];

        Refusal.OfMemory<ArgumentException, float>("Gradient", memory, () => Row(0, memory.AsSpan(0, Classes), memory.AsSpan(1)));
        Refusal.OfMemory<ArgumentException, float>("Gradient", memory, () => LongRow(memory.AsSpan(1), 0, memory.AsSpan(0, Classes)));
    }

    [Fact]
    public void An_overlap_by_a_part_of_a_score_is_refused()
    {
        var memory = new byte[(Scores * sizeof(float)) + 2];

        Refusal.OfMemory<ArgumentException, byte>("Gradient", memory, () => Batch(
            MemoryMarshal.Cast<byte, float>(memory.AsSpan(0, Scores * sizeof(float))),
            new int[Rows],
            MemoryMarshal.Cast<byte, float>(memory.AsSpan(2))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Rows - 1)]
    [InlineData(-1)]
    [InlineData(1 - Scores)]
    public void A_gradient_that_overlaps_the_labels_is_refused(int distance)
    {
        var memory = new int[Scores + Rows];
        var (labels, gradient) = (memory.AsMemory(Math.Max(0, -distance), Rows), memory.AsMemory(Math.Max(0, distance), Scores));

        var refusal = Refusal.OfMemory<ArgumentException, int>("Gradient", memory, () =>
            Batch(new float[Scores], labels.Span, MemoryMarshal.Cast<int, float>(gradient.Span)));

        Assert.Contains("'Gradient' overlaps 'LABELS'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_8_bytes_are_seen_over_their_whole_length()
    {
        var memory = new long[Rows + Scores];
        var gradient = memory.AsMemory(Rows - 1, Scores / 2);

        Refusal.OfMemory<ArgumentException, long>("Gradient", memory, () =>
            LongBatch(new float[Scores], memory.AsSpan(0, Rows), MemoryMarshal.Cast<long, float>(gradient.Span)));
    }

    [Fact]
    public void Memory_side_by_side_is_no_overlap()
    {
        var scores = Enumerable.Range(0, Scores).Select(i => i * 0.25f).ToArray();
        var apart = new float[Scores];
        var loss = Batch(scores, new int[Rows], apart);

        // Gradient, scores and labels one directly behind the other, in both orders.
        foreach (var (gradientAt, scoresAt, labelsAt) in ((int, int, int)[])[(0, Scores, 2 * Scores), (Scores + Rows, Rows, 0)])
        {
            var memory = new int[(2 * Scores) + Rows];
            var floats = MemoryMarshal.Cast<int, float>(memory.AsSpan());
            scores.CopyTo(floats[scoresAt..]);

            Assert.Equal(loss, Batch(floats.Slice(scoresAt, Scores), memory.AsSpan(labelsAt, Rows), floats.Slice(gradientAt, Scores)));
            Assert.Equal(apart, floats.Slice(gradientAt, Scores));
            Assert.Equal(scores, floats.Slice(scoresAt, Scores));
        }
    }
}
