using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Tests.Planning;

public class LayoutPlannerTests
{
    [Theory]
    [InlineData(10, 16, 2, 2)]
    [InlineData(20, 16, 2, 4)]
    [InlineData(10, 8, 2, 2)]
    [InlineData(10, 4, 3, 2)]
    [InlineData(3, 1, 3, 0)]
    [InlineData(16, 8, 2, 0)]
    [InlineData(64, 8, 8, 0)]
    [InlineData(57, 8, 8, 1)]
    [InlineData(8, 1, 8, 0)]
    public void A_row_of_up_to_8_vectors_is_a_straight_line(int classes, int lanes, int vectors, int tailLanes)
    {
        Assert.Equal(new StraightLine(vectors, tailLanes), LayoutOf(classes, lanes));
    }

    [Fact]
    public void Of_two_classes_a_row_by_itself_is_the_other_one()
    {
        Assert.Equal(new OtherOfTwo(), LayoutOf(classes: 2, lanes: 8));
        Assert.Equal(new OtherOfTwo(), BatchLayoutOf([(Axes.Negatives, 2)], lanes: 1).First);
        Assert.IsType<LanesOverRows>(BatchLayoutOf([(Axes.Negatives, 2)], lanes: 8).First);
        Assert.IsType<StraightLine>(RowLayoutsOf([(Axes.Positives, 2), (Axes.Negatives, 2)], lanes: 1).First());
        Assert.Equal("the score of the other class alone", new OtherOfTwo().Describe("score"));
    }

    [Theory]
    [InlineData(65, 8, 1)]
    [InlineData(9, 1, 1)]
    [InlineData(100, 8, 4)]
    [InlineData(128 * 4 * 8, 8, 0)]
    [InlineData((128 * 4 * 8) - 1, 8, 31)]
    [InlineData(128 * 4, 1, 0)]
    public void A_longer_row_is_a_loop_over_whole_blocks_and_what_is_left(int classes, int lanes, int last)
    {
        Assert.Equal(new UnrolledLoop(Vectors: 4, BlocksPerSum: null, Last: last), LayoutOf(classes, lanes));
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

    [Theory]
    [InlineData(2, 16, 4)]
    [InlineData(4, 16, 4)]
    [InlineData(5, 16, 8)]
    [InlineData(8, 16, 8)]
    [InlineData(9, 16, 16)]
    [InlineData(30, 16, 16)]
    [InlineData(10, 8, 8)]
    [InlineData(2, 4, 4)]
    public void A_row_takes_no_wider_vectors_than_it_needs(int length, int lanes, int expected) =>
        Assert.Equal(expected, LayoutPlanner.LanesOf(length, lanes, ScalarType.Single));

    [Fact]
    public void A_row_of_any_length_takes_the_widest() => Assert.Equal(16, LayoutPlanner.LanesOf(length: null, lanes: 16, ScalarType.Single));

    [Fact]
    public void A_vector_of_doubles_has_half_as_many_lanes() => Assert.Equal(2, LayoutPlanner.LanesOf(length: 2, lanes: 8, ScalarType.Double));

    [Fact]
    public void Each_side_has_vectors_of_its_own_width()
    {
        (SidePlan[] sides, _) = LayoutPlanner.LayoutOf(
            [(Axes.Negatives, 64), (Axes.Positives, 7)], 16, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20);

        Assert.Equal(
            [new SidePlan(Axes.Negatives, 64, Lanes: 16, new UnrolledPass(Vectors: 4, TailLanes: 0)), new SidePlan(Axes.Positives, 7, Lanes: 8, new UnrolledPass(Vectors: 1, TailLanes: 7))],
            sides);
    }

    [Fact]
    public void Sums_of_the_terms_of_a_loss_are_flushed_sooner() => Assert.Equal(
        new UnrolledLoop(Vectors: 4, BlocksPerSum: 16),
        LayoutPlanner.LayoutOf([(Axes.Negatives, (16 * 4 * 8) + 1)], 8, ScalarType.Single, isBatch: false, areAlike: true, hasCostlyRows: true, sumsTerms: true, operations: 20).Sides.Single().Layout);

    [Fact]
    public void Two_sides_share_the_registers() => Assert.Equal(
        [new UnrolledLoop(Vectors: 4, BlocksPerSum: null), new StraightLine(Vectors: 1, TailLanes: 5)],
        RowLayoutsOf([(Axes.Negatives, 64), (Axes.Positives, 5)], lanes: 8));

    [Fact]
    public void Sides_in_the_same_memory_take_fewer_vectors_a_block() =>
        Assert.Equal([new UnrolledLoop(Vectors: 2, BlocksPerSum: 128)], RowLayoutsOf([(Axes.Pairs, null)], lanes: 8));

    [Theory]
    [InlineData(2, 8, 4)]
    [InlineData(8, 8, 4)]
    [InlineData(10, 8, 8)]
    [InlineData(16, 8, 8)]
    [InlineData(8, 16, 4)]
    [InlineData(16, 16, 8)]
    [InlineData(17, 16, 16)]
    public void A_batch_of_small_rows_has_a_row_in_each_lane_and_adds_up_as_two_narrow_vectors_would(int classes, int lanes, int lanesOfRow) =>
        Assert.Equal((new LanesOverRows(classes, lanesOfRow), null), BatchLayoutOf([(Axes.Negatives, classes)], lanes));

    [Fact]
    public void Each_side_adds_up_as_a_vector_of_its_own_would() => Assert.Equal(
        [new LanesOverRows(12, LanesOfRow: 8), new LanesOverRows(3, LanesOfRow: 4)],
        LayoutPlanner.LayoutOf([(Axes.Negatives, 12), (Axes.Positives, 3)], 16, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20).Sides.Select(side => side.Layout));

    [Fact]
    public void Both_sides_together_must_be_small() =>
        Assert.Equal((new UnrolledPass(1, 5), new RowBlocks(2048, 8, BlockOverlap.WithBoth)), BatchLayoutOf([(Axes.Negatives, 5), (Axes.Positives, 12)], lanes: 8));

    [Theory]
    [InlineData(17, 3, 1, 8)]
    [InlineData(25, 4, 1, 8)]
    [InlineData(128, 16, 0, 8)]
    [InlineData(192, 24, 0, 8)]
    public void A_batch_of_rows_that_a_pass_without_a_loop_can_take_has_no_loop(int classes, int vectors, int tailLanes, int rows) =>
        Assert.Equal((new UnrolledPass(vectors, tailLanes), new RowBlocks(2048, rows, BlockOverlap.WithBoth)), BatchLayoutOf([(Axes.Negatives, classes)], lanes: 8));

    [Theory]
    [InlineData(65, 4, false)]
    [InlineData(193, 8, false)]
    [InlineData(257, 16, false)]
    [InlineData(65, 4, true)]
    public void Longer_ones_have_one(int classes, int lanes, bool inDouble) => Assert.IsType<UnrolledLoop>(
        LayoutPlanner.LayoutOf([(Axes.Negatives, classes)], lanes, inDouble ? ScalarType.Double : ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20).Sides.Single().Layout);

    [Theory]
    [InlineData(33, 1, 4)]
    [InlineData(100, 0, 4)]
    [InlineData(101, 5, 8)]
    [InlineData(40, 0, 8)]
    [InlineData(41, 9, null)]
    [InlineData(48, 0, null)]
    public void What_is_left_of_a_row_takes_narrower_vectors_at_512_bits(int classes, int tailLanes, int? lanesOfTail) =>
        Assert.Equal(new UnrolledPass((classes + 15) / 16, tailLanes, lanesOfTail), BatchLayoutOf([(Axes.Negatives, classes)], lanes: 16).First);

    [Fact]
    public void What_is_left_of_a_row_of_doubles_does_so_too() => Assert.Equal(
        new UnrolledPass(Vectors: 4, TailLanes: 3, LanesOfTail: 4),
        LayoutPlanner.LayoutOf([(Axes.Negatives, 27)], 8, ScalarType.Double, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20).Sides.Single().Layout);

    [Theory]
    [InlineData(193, 8)]
    [InlineData(1000, 2)]
    [InlineData(1025, 1)]
    [InlineData(int.MaxValue, 1)]
    public void What_three_blocks_of_longer_rows_keep_stays_in_the_first_cache(int classes, int rows)
    {
        (Layout layout, RowBlocks? blocks) = BatchLayoutOf([(Axes.Negatives, classes)], lanes: 8);

        Assert.True(Assert.IsType<UnrolledLoop>(layout).FetchesAhead);
        Assert.Equal(rows, blocks?.Rows);
    }

    [Theory]
    [InlineData(1000, 4)]
    [InlineData(2048, 2)]
    [InlineData(2049, null)]
    public void Blocks_that_do_not_overlap_are_twice_as_long(int classes, int? rows)
    {
        RowBlocks? blocks = LayoutPlanner.LayoutOf([(Axes.Negatives, classes)], 8, ScalarType.Single, isBatch: true, areAlike: false, hasCostlyRows: true, sumsTerms: false, operations: 20).Blocks;

        Assert.Equal(rows is null ? null : new RowBlocks(4096, rows, BlockOverlap.None), blocks);
    }

    [Theory]
    [InlineData(16384, true)]
    [InlineData(16385, false)]
    public void The_gradient_of_rows_that_leave_the_second_cache_is_written_by_itself(int classes, bool withBoth) =>
        Assert.Equal(withBoth ? BlockOverlap.WithBoth : BlockOverlap.WithNext, BatchLayoutOf([(Axes.Negatives, classes)], lanes: 8).Blocks?.Overlap);

    [Fact]
    public void Values_of_many_operations_take_a_loop_sooner()
    {
        (SidePlan[] few, _) = LayoutPlanner.LayoutOf([(Axes.Negatives, 16)], 8, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 39);
        (SidePlan[] more, _) = LayoutPlanner.LayoutOf([(Axes.Negatives, 16)], 8, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 40);
        (SidePlan[] many, _) = LayoutPlanner.LayoutOf([(Axes.Negatives, 16)], 8, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 313);

        Assert.Equal(new LanesOverRows(16, LanesOfRow: 8), few.Single().Layout);
        Assert.Equal(new UnrolledPass(2, 0), more.Single().Layout);
        Assert.IsType<UnrolledLoop>(many.Single().Layout);
    }

    [Fact]
    public void The_rows_of_a_block_are_counted_at_run_time_where_their_length_is_known_then() =>
        Assert.Equal(new RowBlocks(1024, Rows: null, BlockOverlap.WithBoth), LayoutPlanner.LayoutOf([(Axes.Negatives, null)], 4, ScalarType.Double, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20).Blocks);

    [Fact]
    public void Rows_without_costly_values_of_their_own_share_nothing() =>
        Assert.Null(LayoutPlanner.LayoutOf([(Axes.Negatives, 100)], 8, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: false, sumsTerms: false, operations: 20).Blocks);

    [Fact]
    public void A_layout_prints_as_what_a_reader_of_the_kernel_wants_to_know()
    {
        Assert.Equal("lanes over rows", new LanesOverRows(10, LanesOfRow: 8).Describe("vector"));
        Assert.Equal("straight line, 1 vector a row", new StraightLine(1, 2).Describe("vector"));
        Assert.Equal("straight line, 2 vectors a row", new StraightLine(2, 2).Describe("vector"));
        Assert.Equal("unrolled passes, 13 vectors a row", new UnrolledPass(13, 4).Describe("vector"));
        Assert.Equal("unrolled passes, 7 vectors a row, the last of 4 lanes", new UnrolledPass(7, 0, LanesOfTail: 4).Describe("vector"));
        Assert.Equal("loop over blocks of 4 scores", new UnrolledLoop(4, null).Describe("score"));
        Assert.Equal("loop over blocks of 4 vectors, the last 40 scores behind it", new UnrolledLoop(4, null, Last: 40).Describe("vector"));
    }

    private static Layout LayoutOf(int? classes, int lanes) => RowLayoutsOf([(Axes.Negatives, classes)], lanes).Single();

    /// <summary>The layouts of a single row.</summary>
    private static IEnumerable<Layout> RowLayoutsOf((Axes Axes, int? Length)[] sides, int lanes) =>
        LayoutPlanner.LayoutOf(sides, lanes, ScalarType.Single, isBatch: false, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20).Sides.Select(side => side.Layout);

    private static (Layout First, RowBlocks? Blocks) BatchLayoutOf((Axes Axes, int? Length)[] sides, int lanes)
    {
        (SidePlan[] plans, RowBlocks? blocks) = LayoutPlanner.LayoutOf(sides, lanes, ScalarType.Single, isBatch: true, areAlike: true, hasCostlyRows: true, sumsTerms: false, operations: 20);
        return (plans[0].Layout, blocks);
    }
}
