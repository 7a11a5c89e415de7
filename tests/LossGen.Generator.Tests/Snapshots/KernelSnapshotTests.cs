using LossGen.Generator.Emission;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Snapshots;

/// <summary>The kernels as their users read them: one file in full, and of every other kind of kernel what it computes with vectors of 256 bits.</summary>
public class KernelSnapshotTests
{
    private const int ShortRow = 10;
    private const int MiddleRow = 100;
    private const int LongRow = 1000;
    private const int LongestRow = 5000;

    private static readonly Dictionary<string, LossSpec> Kernels = new()
    {
        ["LanesOverRows_Gradient"] = Specs.Softmax(ShortRow),
        ["LanesOverRows_Loss"] = Specs.Softmax(ShortRow, writesGradient: false),
        ["LanesOverRows_TwoClasses"] = Specs.Softmax(classes: 2),
        ["LanesOverRows_ThreeClasses_Loss"] = Specs.Softmax(classes: 3, writesGradient: false),
        ["StraightLine_Row_Gradient"] = Specs.Softmax(ShortRow, isSingleRow: true),
        ["StraightLine_Row_Loss"] = Specs.Softmax(ShortRow, isSingleRow: true, writesGradient: false),
        ["OtherOfTwo_Row_Gradient"] = Specs.Softmax(classes: 2, isSingleRow: true),
        ["UnrolledPass_Gradient"] = Specs.Softmax(MiddleRow),
        ["UnrolledPass_Loss"] = Specs.Softmax(MiddleRow, writesGradient: false),
        ["Loop_Gradient"] = Specs.Softmax(LongRow),
        ["Loop_Row_Gradient"] = Specs.Softmax(MiddleRow, isSingleRow: true),
        ["Loop_Row_Loss"] = Specs.Softmax(MiddleRow, isSingleRow: true, writesGradient: false),
        ["FlushedLoop_Gradient"] = Specs.Softmax(LongestRow),
        ["FlushedLoop_Loss"] = Specs.Softmax(LongestRow, writesGradient: false),
        ["FlushedLoop_Row_Gradient"] = Specs.Softmax(LongestRow, isSingleRow: true),
        ["FlushedLoop_Row_Loss"] = Specs.Softmax(LongestRow, isSingleRow: true, writesGradient: false),
        ["Dynamic_Gradient"] = Specs.Softmax(classes: null),
        ["Dynamic_Row_Loss"] = Specs.Softmax(classes: null, isSingleRow: true, writesGradient: false),
        ["Double_UnrolledPass_Gradient"] = Specs.Softmax(ShortRow, ScalarType.Double),
        ["Double_Loop_Gradient"] = Specs.Softmax(MiddleRow, ScalarType.Double),
        ["Double_FlushedLoop_Gradient"] = Specs.Softmax(LongestRow, ScalarType.Double),
        ["Hinge_Sum_LanesOverRows_Gradient"] = Specs.Hinge(ShortRow, Specification.Over.Sum),
        ["Hinge_Sum_FlushedLoop_Gradient"] = Specs.Hinge(LongestRow, Specification.Over.Sum),
        ["Hinge_Sum_Loop_Loss"] = Specs.Hinge(MiddleRow, Specification.Over.Sum, writesGradient: false),
        ["Hinge_Max_LanesOverRows_Gradient"] = Specs.Hinge(ShortRow, Specification.Over.Max),
        ["Hinge_Max_Loop_Gradient"] = Specs.Hinge(MiddleRow, Specification.Over.Max),
        ["Hinge_Max_Loop_Loss"] = Specs.Hinge(MiddleRow, Specification.Over.Max, writesGradient: false),
        ["Hinge_LogSumExp_LanesOverRows_Gradient"] = Specs.Hinge(ShortRow, Specification.Over.LogSumExp),
        ["Hinge_LogSumExp_UnrolledPass_Gradient"] = Specs.Hinge(MiddleRow, Specification.Over.LogSumExp),
        ["Pairs_Unified_Gradient"] = Specs.Pairs(LossKind.UnifiedLoss, positives: 4, negatives: 64),
        ["Pairs_Unified_OnePositive"] = Specs.Pairs(LossKind.UnifiedLoss, positives: 1, negatives: 64),
        ["Pairs_Unified_Dynamic_Balanced"] = Specs.Pairs(LossKind.UnifiedLoss) with { IsBalanced = true },
        ["Pairs_Circle_Gradient"] = Specs.Pairs(LossKind.CircleLoss, positives: 4, negatives: 13),
        ["Pairs_Circle_FullDerivative"] = Specs.Pairs(LossKind.CircleLoss, positives: 4, negatives: 13) with { DetachesWeights = false },
        ["Pairs_Hinge_Sum"] = Specs.Pairs(LossKind.PairHinge, positives: 4, negatives: 13),
        ["Pairs_Hinge_Sum_Dynamic"] = Specs.Pairs(LossKind.PairHinge),
        ["Pairs_Hinge_Max"] = Specs.Pairs(LossKind.PairHinge, positives: 4, negatives: 13) with { Over = Specification.Over.Max },
        ["Similarities_Circle"] = Specs.Similarities(LossKind.CircleLoss),
        ["Similarities_Circle_Parallel"] = Specs.Similarities(LossKind.CircleLoss) with { IsParallel = true },
        ["Similarities_Unified_Columns"] = Specs.Similarities(LossKind.UnifiedLoss, isSquare: false),
        ["Similarities_Hinge_Sum"] = Specs.Similarities(LossKind.PairHinge),
        ["Similarities_Hinge_Max"] = Specs.Similarities(LossKind.PairHinge) with { Over = Specification.Over.Max },
        ["Smoothing"] = Specs.Softmax(ShortRow) with { LabelSmoothing = 0.1 },
        ["Smoothing_Weights_Ignored_Losses"] =
            Specs.Softmax(MiddleRow).With(Role.ClassWeights).With(Role.Losses) with { LabelSmoothing = 0.1, IgnoreLabel = -100 },
        ["Smoothing_Weights_TwoClasses"] = Specs.Softmax(classes: 2).With(Role.ClassWeights) with { LabelSmoothing = 0.1 },
        ["Weights"] = Specs.Softmax(ShortRow).With(Role.ClassWeights),
        ["Targets"] = Specs.Softmax(ShortRow).With(Role.Targets),
        ["Targets_Smoothing_UnrolledPass"] = Specs.Softmax(MiddleRow).With(Role.Targets) with { LabelSmoothing = 0.1 },
        ["Cosine"] = Specs.Softmax(ShortRow) with { Gamma = 4, Margin = 0.35f, AreCosines = true },
        ["Losses_UpstreamOfRows"] = Specs.Softmax(ShortRow).With(Role.Losses).With(Role.Upstream),
        ["GradientOfRows"] = Specs.Softmax(ShortRow) with { ReturnsLoss = false },
        ["Sum"] = Specs.Softmax(ShortRow) with { IsMean = false },
        ["SmallGamma"] = Specs.Softmax(ShortRow) with { Gamma = 0.25 },
        ["GammaAndMargin"] = Specs.Softmax(ShortRow) with { Gamma = 64, Margin = 0.35f },
        ["SmallGammaAndMargin"] = Specs.Softmax(ShortRow) with { Gamma = 0.25, Margin = 0.35f },
    };

    private static readonly Dictionary<string, LossSpec> SplitBatches = new()
    {
        ["Parallel"] = Specs.Softmax(ShortRow).With(Role.ClassWeights) with { IsParallel = true },
        ["Parallel_LossesAndGradientOfRows"] = Specs.Softmax(classes: null).With(Role.Losses).With(Role.Upstream) with { IsParallel = true, ReturnsLoss = false },
        ["Parallel_Pairs"] = Specs.Pairs(LossKind.PairHinge, positives: 4, negatives: 13) with { IsParallel = true },
        ["Parallel_Similarities"] = Specs.Similarities(LossKind.CircleLoss) with { IsParallel = true },
        ["Parallel_Similarities_Hinge_Sum"] = Specs.Similarities(LossKind.PairHinge) with { IsParallel = true },
    };

    public static TheoryData<string> Names => [.. Kernels.Keys];

    public static TheoryData<string> NamesOfSplitBatches => [.. SplitBatches.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_kernel_for_vectors_of_256_bits_is_as_verified(string name) => AssertMatches(name, Kernels[name], bits: 256);

    [Theory]
    [InlineData("LanesOverRows_Gradient")]
    [InlineData("UnrolledPass_Gradient")]
    [InlineData("FlushedLoop_Gradient")]
    [InlineData("Pairs_Unified_Gradient")]
    public void The_kernel_for_vectors_of_512_bits_is_as_verified(string name) => AssertMatches($"{name}_512", Kernels[name], bits: 512);

    [Theory]
    [InlineData("RowsEndToEnd", ShortRow, 1, 256)]
    [InlineData("RowsEndToEnd_SmallGamma", ShortRow, 0.25, 256)]
    [InlineData("RowsEndToEnd_512", 17, 1, 512)]
    public void The_kernel_for_whole_blocks_is_as_verified(string name, int classes, double gamma, int bits)
    {
        LossSpec spec = Specs.Softmax(classes) with { Gamma = gamma };
        KernelPlan plan = KernelWriter.PlansOf(spec, KernelWriter.StableFormOf(spec)).Single(plan => plan.Bits == bits).WholeBlocks!;

        AssertMatches(name, spec, plan);
    }

    [Fact]
    public void A_name_that_says_a_layout_says_the_right_one() => Assert.All(Kernels, kernel =>
    {
        string[] layouts = ["LanesOverRows", "StraightLine", "OtherOfTwo", "UnrolledPass", "Loop", "FlushedLoop"];
        KernelPlan plan = KernelWriter.PlanOf(kernel.Value, KernelWriter.StableFormOf(kernel.Value), bits: 256);
        string actual = plan.Sides[0].Layout switch
        {
            UnrolledLoop { BlocksPerSum: null } => "Loop",
            UnrolledLoop => "FlushedLoop",
            var layout => layout.GetType().Name,
        };

        Assert.All(kernel.Key.Split('_').Intersect(layouts), name => Assert.Equal(actual, name));
    });

    [Theory]
    [MemberData(nameof(NamesOfSplitBatches))]
    public void How_a_batch_is_split_is_as_verified(string name)
    {
        LossSpec spec = SplitBatches[name];
        KernelPlan[] plans = [KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits: 256), KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits: 0)];
        var writer = new SourceWriter();
        new RunMethod(writer, spec, plans).Write();
        writer.Line();
        new BatchStruct(writer, spec, plans).Write();

        Snapshot.OfThisFolder.AssertMatches(name, writer.ToString());
    }

    [Fact]
    public void The_file_of_the_method_in_the_readme_is_as_verified()
    {
        var run = GeneratorRun.Of(
            """
            static partial class Losses
            {
                [SoftmaxCrossEntropy(Classes = 10)]
                public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);
            }
            """);

        string version = typeof(LossGenerator).Assembly.GetName().Version!.ToString(3);
        string text = run.TextOf("Losses.CrossEntropy.g.cs").Replace($"\"{version}\"", "\"{version}\"", StringComparison.Ordinal);
        Snapshot.OfThisFolder.AssertMatches("Readme", text);
    }

    private static void AssertMatches(string name, LossSpec spec, int bits) => AssertMatches(name, spec, KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits));

    private static void AssertMatches(string name, LossSpec spec, KernelPlan plan)
    {
        var writer = new SourceWriter();
        new KernelMethod(writer, spec, plan, expMethods: []).Write();

        Snapshot.OfThisFolder.AssertMatches(name, writer.ToString());
    }
}
