using static LossGen.Kernels.Tests.Arguments.OptionArguments;

namespace LossGen.Kernels.Tests.Arguments;

/// <summary>Every length must match exactly, and the exception names the parameter as the user spells it.</summary>
public class OptionLengthTests
{
    [Fact]
    public void The_lengths_that_the_others_are_changed_from_are_right()
    {
        foreach (var call in AllCalls)
        {
            var arguments = new OptionArguments();

            call(arguments);

            Assert.DoesNotContain(7, arguments.Losses.Span.ToArray());
            Assert.DoesNotContain(7, arguments.Gradient.Span.ToArray());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Losses_must_be_one_a_row(int length)
    {
        foreach (var call in AllCalls)
        {
            AssertNames(new OptionArguments { Losses = new float[length] }.AssertRefused("Losses", call), $"{length}", "2 rows");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Factors_from_upstream_must_be_one_a_row(int length)
    {
        foreach (var call in AllCalls)
        {
            AssertNames(new OptionArguments { Upstream = new float[length] }.AssertRefused("UpStream", call), $"{length}", "2 rows");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(600)]
    public void The_gradient_must_be_as_long_as_the_scores(int length)
    {
        foreach (var call in AllCalls)
        {
            AssertNames(new OptionArguments { Gradient = new float[length] }.AssertRefused("Gradient", call), $"{length}", "'Scores'", "6");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Class_weights_must_be_one_for_each_of_a_known_number_of_classes(int length)
    {
        foreach (var call in (Action<OptionArguments>[])[CallsWithLabels[0], CallWithTargets])
        {
            AssertNames(new OptionArguments { ClassWeights = new float[length] }.AssertRefused("CLASSWEIGHTS", call), $"{length}", "3 classes");
        }
    }

    [Fact]
    public void Without_class_weights_there_can_be_no_rows() => AssertNames(
        new OptionArguments { ClassWeights = Array.Empty<float>(), Scores = Array.Empty<float>() }.AssertRefused("CLASSWEIGHTS", CallsWithLabels[1]),
        "empty",
        "2 rows");

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Class_weights_tell_an_unknown_number_of_classes_and_the_scores_are_judged_by_it(int length) => AssertNames(
        new OptionArguments { ClassWeights = new float[length] }.AssertRefused("Scores", CallsWithLabels[1]),
        "6 scores",
        "2 rows",
        $"{length} classes ('CLASSWEIGHTS')");

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    public void Scores_must_be_rows_times_classes(int length)
    {
        foreach (var call in CallsWithLabels)
        {
            AssertNames(new OptionArguments { Scores = new float[length] }.AssertRefused("Scores", call), $"{length} scores", "2 rows", "6");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    public void Targets_must_be_as_many_as_scores(int length) => AssertNames(
        new OptionArguments { Targets = new float[length] }.AssertRefused("TARGETS", CallWithTargets), $"{length}", "'Scores'", "6");

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void Scores_with_targets_must_be_a_multiple_of_the_classes(int length) => AssertNames(
        new OptionArguments { Scores = new float[length], Targets = new float[length] }.AssertRefused("Scores", CallWithTargets), $"{length} scores", "3");

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_row_of_targets_has_one_loss(int length)
    {
        float[] gradient = [7, 7, 7];

        Assert.Throws<ArgumentException>("Losses", () => SpelledOptionKernels.RowOfTargets(gradient, new float[length], new float[3], new float[3]));
        Assert.Throws<ArgumentException>("TARGETS", () => SpelledOptionKernels.RowOfTargets(gradient, new float[1], new float[2], new float[3]));
        Assert.Equal([7, 7, 7], gradient);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(SpelledOptionKernels.Ignored - 1)]
    public void A_label_that_is_neither_a_class_nor_ignored_is_refused_with_its_row(int label)
    {
        foreach (var call in CallsWithLabels)
        {
            var refusal = new OptionArguments { Labels = [0, label] }.AssertRefused("Labels", call);

            Assert.IsType<ArgumentOutOfRangeException>(refusal);
            AssertNames(refusal, "row 1 ", $"{label}", "0 to 2");
        }
    }

    [Fact]
    public void A_label_that_one_loss_ignores_is_not_ignored_by_another()
    {
        var arguments = new OptionArguments { Labels = [0, SpelledOptionKernels.Ignored] };

        CallsWithLabels[0](arguments);

        Assert.Equal([0, 0, 0], arguments.Gradient.Span[3..]);
        new OptionArguments { Labels = arguments.Labels }.AssertRefused("Labels", CallsWithLabels[1]);
    }

    private static void AssertNames(ArgumentException refusal, params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
        }
    }
}
