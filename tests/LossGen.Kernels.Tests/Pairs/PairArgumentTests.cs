using System.Runtime.InteropServices;
using LossGen.Kernels.Tests.Arguments;
using static LossGen.Kernels.Tests.Pairs.SpelledPairKernels;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>Wrong lengths and overlaps of positives and negatives are refused with the parameter's name, before anything is written.</summary>
public class PairArgumentTests
{
    private const int Rows = 4;
    private const int PositiveScores = Rows * K;
    private const int NegativeScores = Rows * L;

    [Theory]
    [InlineData(PositiveScores + 1, NegativeScores)]
    [InlineData(PositiveScores - 1, NegativeScores)]
    [InlineData(1, 0)]
    public void Positives_that_are_no_whole_rows_are_refused(int positives, int negatives)
    {
        AssertRefused("Positives", positives, negatives, positives, negatives, Rows);
        Assert.Throws<ArgumentException>("Positives", () => BatchLoss(new float[negatives], new float[positives]));
    }

    [Theory]
    [InlineData(PositiveScores, NegativeScores + 1)]
    [InlineData(PositiveScores, NegativeScores - L)]
    [InlineData(PositiveScores, 0)]
    [InlineData(0, NegativeScores)]
    [InlineData(PositiveScores + K, NegativeScores)]
    public void Negatives_of_other_rows_than_the_positives_are_refused(int positives, int negatives)
    {
        AssertRefused("NEGATIVES", positives, negatives, positives, negatives, positives / K);
        Assert.Throws<ArgumentException>("NEGATIVES", () => BatchLoss(new float[negatives], new float[positives]));
    }

    [Fact]
    public void A_refusal_names_both_lengths_and_what_was_expected()
    {
        var refusal = Assert.Throws<ArgumentException>("NEGATIVES", () => BatchLoss(new float[NegativeScores - L], new float[PositiveScores]));

        foreach (var part in (string[])["'NEGATIVES'", $"{NegativeScores - L}", "'Positives'", $"{PositiveScores}", $"{NegativeScores}"])
        {
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("PositiveGradient", PositiveScores - 1, NegativeScores, Rows)]
    [InlineData("PositiveGradient", PositiveScores + 1, NegativeScores, Rows)]
    [InlineData("PositiveGradient", 0, NegativeScores, Rows)]
    [InlineData("NegativeGradient", PositiveScores, NegativeScores - 1, Rows)]
    [InlineData("NegativeGradient", PositiveScores, NegativeScores + 1, Rows)]
    [InlineData("Losses", PositiveScores, NegativeScores, Rows - 1)]
    [InlineData("Losses", PositiveScores, NegativeScores, Rows + 1)]
    public void Outputs_of_other_lengths_than_what_they_are_of_are_refused(string parameter, int positiveGradient, int negativeGradient, int losses)
    {
        AssertRefused(parameter, PositiveScores, NegativeScores, positiveGradient, negativeGradient, losses);
    }

    [Theory]
    [InlineData(Rows - 1)]
    [InlineData(Rows + 1)]
    [InlineData(0)]
    public void An_upstream_of_another_number_of_rows_is_refused(int length)
    {
        Refusal.Of<ArgumentException>("UpStream", NegativeScores, gradient =>
            UpstreamOfRows(new float[PositiveScores], new float[NegativeScores], new float[length], gradient));
    }

    [Fact]
    public void A_row_of_any_length_has_one_loss_and_gradients_of_its_lengths()
    {
        Row(new float[5], new float[2], new float[5], new float[2], new float[1]);
        Refusal.Of<ArgumentException>("PositiveGradient", 4, gradient => Row(new float[5], new float[2], gradient, new float[2], new float[1]));
        Refusal.Of<ArgumentException>("NegativeGradient", 5, gradient => Row(new float[5], new float[2], new float[5], gradient, new float[1]));
        Refusal.Of<ArgumentException>("Losses", 2, losses => Row(new float[5], new float[2], new float[5], new float[2], losses));
        Refusal.Of<ArgumentException>("Positives", 3, gradient => RowOfCircle(new float[3], new float[2], gradient, new float[2], new float[1]));
        Refusal.Of<ArgumentException>("Positives", 4, gradient => RowOfCircle(new float[2 * K], new float[2 * L], gradient, new float[2 * L], new float[1]));
    }

    [Fact]
    public void A_batch_without_rows_has_the_loss_0()
    {
        Assert.Equal(0, Batch([], [], [], [], []));
        Assert.Equal(0, BatchLoss([], []));
        Refusal.Of<ArgumentException>("Losses", 1, losses => Batch([], [], losses, [], []));
    }

    /// <summary>The log-sum-exp of nothing is -∞: there is no violation, and so no loss, and nothing pulls at the other side.</summary>
    [Fact]
    public void A_row_without_a_positive_or_without_a_negative_has_neither_loss_nor_gradient()
    {
        foreach (var (positives, negatives) in ((int, int)[])[(0, 3), (2, 0)])
        {
            foreach (var run in (RunRow[])[Row, RowOfHinge])
            {
                var (byPositives, byNegatives, losses) = (Filled(positives), Filled(negatives), Filled(1));

                Assert.Equal(0, run(new float[positives], new float[negatives], byPositives, byNegatives, losses));
                Assert.All(byPositives.Concat(byNegatives).Concat(losses), component => Assert.Equal(0, component));
            }
        }

        static float[] Filled(int length) => [.. Enumerable.Repeat(float.NaN, length)];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(K)]
    [InlineData(PositiveScores - 1)]
    public void A_gradient_that_overlaps_its_scores_in_part_is_refused(int distance)
    {
        var memory = Enumerable.Range(0, NegativeScores + distance).Select(i => i * 0.25f).ToArray();

        foreach (var (scoresAt, gradientAt) in ((int, int)[])[(0, distance), (distance, 0)])
        {
            Refusal.OfMemory<ArgumentException, float>("PositiveGradient", memory, () => Batch(
                new float[NegativeScores],
                memory.AsSpan(scoresAt, PositiveScores),
                new float[Rows],
                new float[NegativeScores],
                memory.AsSpan(gradientAt, PositiveScores)));
            Refusal.OfMemory<ArgumentException, float>("NegativeGradient", memory, () => Batch(
                memory.AsSpan(gradientAt, NegativeScores),
                new float[PositiveScores],
                new float[Rows],
                memory.AsSpan(scoresAt, NegativeScores),
                new float[PositiveScores]));
        }
    }

    [Fact]
    public void A_gradient_in_the_place_of_the_other_side_s_scores_is_refused()
    {
        var memory = Enumerable.Range(0, NegativeScores).Select(i => i * 0.25f).ToArray();

        Refusal.OfMemory<ArgumentException, float>("PositiveGradient", memory, () => Batch(
            new float[NegativeScores], new float[PositiveScores], new float[Rows], memory, memory.AsSpan(0, PositiveScores)));
        Refusal.OfMemory<ArgumentException, float>("NegativeGradient", memory, () => Batch(
            memory, memory.AsSpan(0, PositiveScores), new float[Rows], new float[NegativeScores], new float[PositiveScores]));
    }

    [Fact]
    public void Outputs_that_overlap_each_other_are_refused()
    {
        var memory = new float[PositiveScores + NegativeScores];

        var ofGradients = RefusalIn(() => Batch(
            memory.AsSpan(0, NegativeScores),
            new float[PositiveScores],
            new float[Rows],
            new float[NegativeScores],
            memory.AsSpan(NegativeScores - 1, PositiveScores)));
        var ofLosses = RefusalIn(() => Batch(
            memory.AsSpan(0, NegativeScores), new float[PositiveScores], memory.AsSpan(1, Rows), new float[NegativeScores], new float[PositiveScores]));

        Assert.Contains(ofGradients.ParamName, (string[])["PositiveGradient", "NegativeGradient"]);
        Assert.Contains(ofLosses.ParamName, (string[])["Losses", "NegativeGradient"]);

        ArgumentException RefusalIn(Action call)
        {
            var refusal = Assert.Throws<ArgumentException>(call);
            Assert.All(memory, score => Assert.Equal(0, score));
            return refusal;
        }
    }

    [Fact]
    public void An_output_in_the_place_of_an_input_that_it_does_not_differentiate_is_refused()
    {
        float[] memory = [1, 2, 3, 4, 5, 6, 7, 8];

        Refusal.OfMemory<ArgumentException, float>("Losses", memory, () => Batch(
            new float[NegativeScores], memory, memory.AsSpan(0, Rows), new float[NegativeScores], new float[PositiveScores]));
        Refusal.OfMemory<ArgumentException, float>("NegativeGradient", memory, () => UpstreamOfRows(
            new float[K], new float[L], memory.AsSpan(0, 1), memory.AsSpan(0, L)));
    }

    [Fact]
    public void An_overlap_by_a_part_of_a_score_is_refused()
    {
        var memory = new byte[(PositiveScores * sizeof(float)) + 2];

        Refusal.OfMemory<ArgumentException, byte>("PositiveGradient", memory, () => Batch(
            new float[NegativeScores],
            MemoryMarshal.Cast<byte, float>(memory.AsSpan(0, PositiveScores * sizeof(float))),
            new float[Rows],
            new float[NegativeScores],
            MemoryMarshal.Cast<byte, float>(memory.AsSpan(2))));
    }

    private delegate float RunRow(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient, Span<float> losses);

    /// <summary>Asserts that a batch is refused and that none of its outputs is written.</summary>
    private static void AssertRefused(
        string parameter, int positives, int negatives, int positiveGradient, int negativeGradient, int losses)
    {
        float[] Untouched(int length) => [.. Enumerable.Repeat(7.5f, length)];
        var (byPositives, byNegatives, ofRows) = (Untouched(positiveGradient), Untouched(negativeGradient), Untouched(losses));

        var refusal = Assert.Throws<ArgumentException>(parameter, () =>
            Batch(byNegatives, new float[positives], ofRows, new float[negatives], byPositives));

        Assert.All(byPositives.Concat(byNegatives).Concat(ofRows), component => Assert.Equal(7.5f, component));
        Assert.Contains($"'{parameter}'", refusal.Message, StringComparison.Ordinal);
    }
}
