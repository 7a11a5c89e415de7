using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class WholeBlocksTests
{
    private static readonly Dictionary<string, LossSpec> Others = new()
    {
        ["a row by itself"] = Specs.Softmax(16, isSingleRow: true),
        ["the loss alone"] = Specs.Softmax(16, writesGradient: false),
        ["the gradient alone"] = Specs.Softmax(16) with { ReturnsLoss = false },
        ["each row's loss"] = Specs.Softmax(16).With(Role.Losses),
        ["rows with factors of their own"] = Specs.Softmax(16).With(Role.Upstream),
        ["weights"] = Specs.Softmax(16).With(Role.ClassWeights),
        ["rows that do not count"] = Specs.Softmax(16) with { IgnoreLabel = -100 },
        ["a margin"] = Specs.Softmax(16) with { Margin = 0.35 },
        ["smoothing"] = Specs.Softmax(16) with { LabelSmoothing = 0.1 },
        ["doubles"] = Specs.Softmax(16, ScalarType.Double),
        ["longer rows"] = Specs.Softmax(33),
        ["probabilities"] = Specs.Softmax(16).With(Role.Targets),
        ["a scale that is no power of two"] = Specs.Softmax(16) with { Gamma = 3 },
        ["cosines of which no exp is too large"] = Specs.Softmax(16) with { AreCosines = true },
    };

    public static TheoryData<string> NamesOfOthers => [.. Others.Keys];

    [Theory]
    [InlineData(8, 256, 4)]
    [InlineData(9, 256, 8)]
    [InlineData(16, 256, 8)]
    [InlineData(17, 256, 8)]
    [InlineData(32, 256, 8)]
    [InlineData(12, 512, 8)]
    [InlineData(16, 512, 8)]
    [InlineData(17, 512, 16)]
    [InlineData(25, 512, 16)]
    [InlineData(32, 512, 16)]
    public void Whole_blocks_of_short_rows_are_computed_end_to_end(int classes, int bits, int lanesOfRow)
    {
        KernelPlan blocks = PlanOf(Specs.Softmax(classes), bits).WholeBlocks!;

        Assert.Equal(new RowsEndToEnd(classes, lanesOfRow), blocks.Sides[0].Layout);
        Assert.Equal(bits, blocks.Bits);
    }

    /// <summary>What a row has beside its sum changes nothing, but for the order of that sum: with a narrow tail its vectors are added up apart.</summary>
    [Theory]
    [InlineData(16, 64, true)]
    [InlineData(16, 0.25, true)]
    [InlineData(22, 0.25, true)]
    [InlineData(24, 64, false)]
    [InlineData(24, 0.25, false)]
    [InlineData(25, 64, true)]
    public void A_scale_may_make_a_row_too_long_for_a_lane(int classes, double gamma, bool hasBlocks) =>
        Assert.Equal(hasBlocks, PlanOf(Specs.Softmax(classes) with { Gamma = gamma }, 512).WholeBlocks is not null);

    [Fact]
    public void Whole_blocks_may_be_of_a_sum() => Assert.NotNull(PlanOf(Specs.Softmax(16) with { IsMean = false }, 256).WholeBlocks);

    [Theory]
    [InlineData(7, 256)]
    [InlineData(11, 512)]
    [InlineData(16, 128)]
    [InlineData(16, 0)]
    public void Those_of_fewer_classes_or_lanes_are_not(int classes, int bits) => Assert.Null(PlanOf(Specs.Softmax(classes), bits).WholeBlocks);

    [Theory]
    [MemberData(nameof(NamesOfOthers))]
    public void Neither_are_those_of_other_kernels(string name) => Assert.All(PlansOf(Others[name]), plan => Assert.Null(plan.WholeBlocks));

    [Fact]
    public void Their_plan_knows_that_no_label_is_far_behind()
    {
        const string Expected = """
            once a row:   target = z_y
            pass 1:       e = 2⁸·exp(zᵢ − target), kept
            pass 2:       sum = Σᵢ e
            then:         others = 2⁻⁸·sum
            then:         slope = 2⁻⁸ / (1 + others)
            then:         factor = slope·upstream
            pass 3:       ∂/∂zᵢ = e·factor
            loss:         log Π (1 + others) over 4 rows a lane
            at the label: ∂/∂z_y = −sum·factor
            """;

        Assert.Equal(Expected, PlanOf(Specs.Softmax(10), 256).WholeBlocks!.ToString().TrimEnd('\n'));
    }

    private static KernelPlan PlanOf(LossSpec spec, int bits) => PlansOf(spec).Single(plan => plan.Bits == bits);

    private static KernelPlan[] PlansOf(LossSpec spec) => KernelWriter.PlansOf(spec, KernelWriter.StableFormOf(spec));
}
