using static LossGen.Kernels.Tests.Arguments.SpelledKernels;

namespace LossGen.Kernels.Tests.Arguments;

public class LengthTests
{
    [Theory]
    [InlineData(5, 2, 6)]
    [InlineData(7, 2, 6)]
    [InlineData(0, 2, 6)]
    [InlineData(6, 1, 3)]
    [InlineData(6, 3, 9)]
    [InlineData(6, 0, 0)]
    public void Scores_that_are_no_rows_times_classes_are_refused(int scores, int rows, int needed)
    {
        var refusal = Refusal.Of<ArgumentException>("Scores", scores, gradient => Batch(new float[scores], new int[rows], gradient));
        var refusalOfLong = Refusal.Of<ArgumentException>("Scores", scores, gradient => LongBatch(new float[scores], new long[rows], gradient));
        var refusalOfLoss = Assert.Throws<ArgumentException>("Scores", () => BatchLoss(new int[rows], new float[scores]));

        AssertNames(refusal, "'Scores'", $"{scores} scores", "'LABELS'", rows == 1 ? "1 row " : $"{rows} rows", $"{needed}");
        Assert.Equal(refusal.Message, refusalOfLong.Message);
        Assert.Equal(refusal.Message, refusalOfLoss.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(600)]
    public void A_gradient_of_another_length_than_the_scores_is_refused(int length)
    {
        foreach (var call in (Action<float[]>[])
        [
            gradient => Batch(new float[6], new int[2], gradient),
            gradient => LongBatch(new float[6], new long[2], gradient),
            gradient => AnyBatch(gradient, new int[2], new float[6]),
            gradient => AnyRow(new float[6], 0, gradient),
        ])
        {
            AssertNames(Refusal.Of<ArgumentException>("Gradient", length, call), "'Gradient'", $"{length}", "'Scores'", "6");
        }
    }

    [Theory]
    [InlineData(7, 2, "2 rows ('LABELS') need a multiple of 2")]
    [InlineData(2, 3, "3 rows ('LABELS') need a multiple of 3")]
    [InlineData(0, 2, "2 rows ('LABELS') need a multiple of 2")]
    [InlineData(0, 1, "1 row ('LABELS') has at least 1 score")]
    [InlineData(3, 0, "'LABELS' is empty")]
    public void Scores_that_cannot_be_divided_among_the_rows_are_refused(int scores, int rows, string expectation)
    {
        var refusal = Refusal.Of<ArgumentException>("Scores", scores, gradient => AnyBatch(gradient, new int[rows], new float[scores]));

        AssertNames(refusal, "'Scores'", $"{scores} scores", expectation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_single_row_of_another_length_is_refused(int scores)
    {
        var refusal = Refusal.Of<ArgumentException>("Scores", scores, gradient => Row(0, new float[scores], gradient));
        Refusal.Of<ArgumentException>("Scores", scores, gradient => LongRow(new float[scores], 0, gradient));

        AssertNames(refusal, "'Scores'", $"{scores} scores", "1 row ", "3 classes");
    }

    [Fact]
    public void An_empty_single_row_is_refused()
    {
        Refusal.Of<ArgumentException>("Scores", 0, gradient => AnyRow([], 0, gradient));
    }

    [Fact]
    public void Rows_times_classes_do_not_wrap_around()
    {
        var refusal = Refusal.Of<ArgumentException>("Scores", 0, gradient => BatchOfManyClasses([], new int[ManyClasses], gradient));

        AssertNames(refusal, "4294967296");
    }

    [Fact]
    public void An_array_that_is_null_is_one_without_elements()
    {
        float[]? missing = null;

        Refusal.Of<ArgumentException>("Scores", 3, gradient => Batch(missing, [0], gradient));
        Assert.Throws<ArgumentException>("Gradient", () => Batch([1, 2, 3], [0], missing));
    }

    [Fact]
    public void An_empty_batch_has_the_loss_0()
    {
        Assert.Equal(0, Batch([], [], []));
        Assert.Equal(0, Batch(default, default, default));
        Assert.Equal(0, LongBatch([], [], []));
        Assert.Equal(0, BatchLoss([], []));
        Assert.Equal(0, AnyBatch([], [], []));
        Refusal.Of<ArgumentException>("Gradient", 3, gradient => Batch([], [], gradient));
        Refusal.Of<ArgumentException>("Gradient", 3, gradient => AnyBatch(gradient, [], []));
    }

    private static void AssertNames(ArgumentException refusal, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        }
    }
}
