using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Tests.Planning;

public class LayoutPlannerTests
{
    [Theory]
    [InlineData(10, 16, 1, 10)]
    [InlineData(10, 8, 2, 2)]
    [InlineData(10, 4, 3, 2)]
    [InlineData(2, 1, 2, 0)]
    [InlineData(16, 8, 2, 0)]
    [InlineData(64, 8, 8, 0)]
    [InlineData(57, 8, 8, 1)]
    [InlineData(8, 1, 8, 0)]
    public void A_row_of_up_to_8_vectors_is_a_straight_line(int classes, int lanes, int vectors, int tailLanes)
    {
        Assert.Equal(new StraightLine(vectors, tailLanes), LayoutOf(classes, lanes));
    }

    [Theory]
    [InlineData(65, 8)]
    [InlineData(9, 1)]
    [InlineData(128 * 4 * 8, 8)]
    [InlineData(128 * 4, 1)]
    public void A_longer_row_is_a_loop(int classes, int lanes)
    {
        Assert.Equal(new UnrolledLoop(Vectors: 4, BlocksPerSum: null), LayoutOf(classes, lanes));
    }

    [Theory]
    [InlineData((128 * 4 * 8) + 1, 8)]
    [InlineData((128 * 4) + 1, 1)]
    [InlineData(int.MaxValue, 16)]
    [InlineData(null, 16)]
    [InlineData(null, 1)]
    public void A_loop_flushes_its_sums_where_a_row_is_very_long_or_may_be(int? classes, int lanes)
    {
        Assert.Equal(new UnrolledLoop(Vectors: 4, BlocksPerSum: 128), LayoutOf(classes, lanes));
    }

    [Fact]
    public void Sums_of_the_terms_of_a_loss_are_flushed_sooner() => Assert.Equal(
        new UnrolledLoop(Vectors: 4, BlocksPerSum: 16),
        LayoutPlanner.SidesOf([(Axes.Negatives, (16 * 4 * 8) + 1)], lanes: 8, sumsTerms: true, isBatch: false).Single().Layout);

    [Fact]
    public void Two_sides_share_the_registers()
    {
        SidePlan[] sides = [.. LayoutPlanner.SidesOf([(Axes.Negatives, 64), (Axes.Positives, 4)], lanes: 8, sumsTerms: false, isBatch: false)];

        Assert.Equal([new UnrolledLoop(Vectors: 4, BlocksPerSum: null), new StraightLine(Vectors: 1, TailLanes: 4)], sides.Select(side => side.Layout));
    }

    [Fact]
    public void Sides_in_the_same_memory_take_fewer_vectors_a_block()
    {
        Assert.Equal(new UnrolledLoop(Vectors: 2, BlocksPerSum: 128), LayoutPlanner.SidesOf([(Axes.Pairs, null)], lanes: 8, sumsTerms: false, isBatch: false).Single().Layout);
    }

    [Fact]
    public void A_layout_prints_as_what_a_reader_of_the_kernel_wants_to_know()
    {
        Assert.Equal("straight line, 1 vector a row", new StraightLine(1, 2).Describe("vector"));
        Assert.Equal("straight line, 2 vectors a row", new StraightLine(2, 2).Describe("vector"));
        Assert.Equal("loop over blocks of 4 scores", new UnrolledLoop(4, null).Describe("score"));
    }

    private static Layout LayoutOf(int? classes, int lanes) => LayoutPlanner.SidesOf([(Axes.Negatives, classes)], lanes, sumsTerms: false, isBatch: false).Single().Layout;
}
