using System.Runtime.InteropServices;
using static LossGen.Kernels.Tests.Arguments.OptionArguments;

namespace LossGen.Kernels.Tests.Arguments;

/// <summary>The gradient may take the place of the scores. Any other memory that an output has in common with anything is refused.</summary>
public class OptionOverlapTests
{
    private const int Scores = 6;

    [Fact]
    public void The_gradient_may_take_the_place_of_the_scores()
    {
        foreach (var call in AllCalls)
        {
            var apart = new OptionArguments();
            var same = new OptionArguments();
            same.Gradient = same.Scores;

            call(apart);
            call(same);

            Assert.Equal(apart.Gradient.Span, same.Gradient.Span);
            Assert.Equal(apart.Losses.Span, same.Losses.Span);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_gradient_that_overlaps_the_scores_in_part_is_refused(int distance)
    {
        foreach (var call in AllCalls)
        {
            var memory = new float[Scores + distance];
            new OptionArguments { Scores = memory.AsMemory(0, Scores), Gradient = memory.AsMemory(distance) }.AssertRefused("Gradient", call);
            new OptionArguments { Scores = memory.AsMemory(distance), Gradient = memory.AsMemory(0, Scores) }.AssertRefused("Gradient", call);
        }
    }

    [Fact]
    public void A_gradient_that_overlaps_targets_weights_or_factors_is_refused()
    {
        var memory = new float[Scores];
        new OptionArguments { Targets = memory, Gradient = memory }.AssertRefused("Gradient", CallWithTargets);
        foreach (var call in AllCalls)
        {
            new OptionArguments { ClassWeights = memory.AsMemory(3), Gradient = memory }.AssertRefused("Gradient", call);
            new OptionArguments { Upstream = memory.AsMemory(4), Gradient = memory }.AssertRefused("Gradient", call);
        }
    }

    [Fact]
    public void Losses_that_overlap_an_input_are_refused_even_where_they_are_the_very_memory()
    {
        foreach (var call in AllCalls)
        {
            var memory = new float[Scores];
            new OptionArguments { Scores = memory, Losses = memory.AsMemory(0, Rows) }.AssertRefused("Losses", call);
            new OptionArguments { Upstream = memory.AsMemory(0, Rows), Losses = memory.AsMemory(0, Rows) }.AssertRefused("Losses", call);
            new OptionArguments { ClassWeights = memory.AsMemory(0, 3), Losses = memory.AsMemory(2, Rows) }.AssertRefused("Losses", call);
        }

        var targets = new float[Scores];
        new OptionArguments { Targets = targets, Losses = targets.AsMemory(4) }.AssertRefused("Losses", CallWithTargets);
    }

    [Fact]
    public void Outputs_that_overlap_each_other_are_refused()
    {
        foreach (var call in AllCalls)
        {
            var memory = Enumerable.Repeat(7f, Scores + 1).ToArray();
            var arguments = new OptionArguments { Gradient = memory.AsMemory(0, Scores), Losses = memory.AsMemory(Scores - 1) };

            Assert.Throws<ArgumentException>(() => call(arguments));
            Assert.All(memory, element => Assert.Equal(7, element));
        }
    }

    [Fact]
    public void Losses_that_overlap_the_labels_are_refused()
    {
        var memory = new int[3];

        Assert.Throws<ArgumentException>("Losses", () => SpelledOptionKernels.Everything(
            MemoryMarshal.Cast<int, float>(memory.AsSpan(1)), new float[3], memory.AsSpan(0, 2), new float[Scores], new float[2], new float[Scores]));
        Assert.Equal([0, 0, 0], memory);
    }

    [Fact]
    public void Memory_side_by_side_is_no_overlap()
    {
        foreach (var call in AllCalls)
        {
            var apart = new OptionArguments();
            call(apart);

            // Losses, class weights, factors, gradient, scores and targets one directly behind the other.
            var memory = new float[2 + 3 + 2 + (3 * Scores)];
            var arguments = new OptionArguments
            {
                Losses = memory.AsMemory(0, 2),
                ClassWeights = memory.AsMemory(2, 3),
                Upstream = memory.AsMemory(5, 2),
                Gradient = memory.AsMemory(7, Scores),
                Scores = memory.AsMemory(13, Scores),
                Targets = memory.AsMemory(19, Scores),
            };
            apart.ClassWeights.CopyTo(arguments.ClassWeights);
            apart.Upstream.CopyTo(arguments.Upstream);
            call(arguments);

            Assert.Equal(apart.Gradient.Span, arguments.Gradient.Span);
            Assert.Equal(apart.Losses.Span, arguments.Losses.Span);
        }
    }
}
