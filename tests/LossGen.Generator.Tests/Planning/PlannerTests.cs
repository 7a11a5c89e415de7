using CsCheck;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class PlannerTests
{
    private static readonly Gen<(LossSpec Spec, int Bits)> Kernels = Gen.Select(
        Gen.OneOf(Gen.Int[2, 12], Gen.Int[13, 20_000]).Nullable(),
        Gen.Enum<ScalarType>(),
        Gen.Bool,
        Gen.Bool,
        Gen.OneOfConst(0.25, 1, 64),
        Gen.OneOfConst(-0.5, 0, 0.35),
        Gen.OneOfConst(0, 128, 256, 512),
        (classes, scalar, isSingleRow, isMean, gamma, margin, bits) =>
            (Specs.Softmax(classes, scalar, isSingleRow) with { IsMean = isMean, Gamma = gamma, Margin = margin }, bits));

    /// <summary>Every loss on rows of many lengths.</summary>
    private static readonly Gen<(LossSpec Spec, int Bits)> KernelsOfEveryLoss = Gen.Select(
        Gen.Enum<LossKind>(),
        Gen.Enum<Specification.Over>(),
        Gen.OneOf(Gen.Int[1, 12], Gen.Int[13, 5000]),
        Gen.OneOf(Gen.Int[1, 12], Gen.Int[13, 5000]),
        Gen.Bool,
        Gen.Bool,
        Gen.OneOfConst(0, 128, 256, 512),
        (loss, over, positives, negatives, isMatrix, isMixed, bits) => (SpecOf(loss, over, positives, negatives, isMatrix, isMixed), bits));

    [Fact]
    public void Softmax_cross_entropy_takes_three_passes_with_a_gradient_and_two_without_and_one_less_for_two_classes()
    {
        Kernels.Sample((spec, bits) =>
        {
            int forSum = HasOneNegative(spec) ? 0 : 1;
            Assert.Equal(2 + forSum, PlanOf(spec, bits).Passes.Count(pass => !pass.SumsWhatIsKept));
            Assert.Equal(1 + forSum, PlanOf(WithoutGradient(spec), bits).Passes.Count);
        });
    }

    [Theory]
    [InlineData(10, 256, 0)]
    [InlineData(100, 128, 0)]
    [InlineData(100, 256, 1)]
    [InlineData(100, 512, 1)]
    [InlineData(1000, 512, 0)]
    public void Where_a_row_of_a_block_is_a_few_vectors_the_exp_of_the_label_is_cleared_before_the_sum(int classes, int bits, int cleared)
    {
        KernelPlan plan = PlanOf(Specs.Softmax(classes), bits);

        Assert.Equal(cleared, plan.Passes.Count(pass => pass.ClearsLabel));
        Assert.DoesNotContain(PlanOf(Specs.Softmax(classes, writesGradient: false), bits).Passes, pass => pass.ClearsLabel);
    }

    [Theory]
    [InlineData(10, 256, 1)]
    [InlineData(100, 128, 0)]
    [InlineData(100, 256, 1)]
    [InlineData(100, 512, 1)]
    [InlineData(1000, 512, 0)]
    public void Where_exps_wait_a_pass_of_its_own_adds_them_up(int classes, int bits, int sums)
    {
        Assert.Equal(sums, PlanOf(Specs.Softmax(classes), bits).Passes.Count(pass => pass.SumsWhatIsKept));
        Assert.DoesNotContain(PlanOf(Specs.Softmax(classes, writesGradient: false), bits).Passes, pass => pass.SumsWhatIsKept);
    }

    /// <summary>Longer rows, margins and hinges ask for the largest of the others, and a row in each lane is loaded once.</summary>
    [Theory]
    [InlineData(100, 512, true)]
    [InlineData(100, 256, true)]
    [InlineData(100, 128, true)]
    [InlineData(100, 0, true)]
    [InlineData(128, 512, true)]
    [InlineData(129, 512, false)]
    [InlineData(32, 512, false)]
    public void The_largest_of_all_is_looked_for_among_all(int classes, int bits, bool includesLabel)
    {
        LossSpec spec = Specs.Softmax(classes);
        Assert.Equal(includesLabel ? [0] : [], IndicesOfThoseWithLabel(spec));
        Assert.Empty(IndicesOfThoseWithLabel(spec with { Margin = 0.35 }));
        Assert.Empty(IndicesOfThoseWithLabel(Specs.Hinge(classes, Specification.Over.LogSumExp)));

        int[] IndicesOfThoseWithLabel(LossSpec ofPlan) => [.. PlanOf(ofPlan, bits).Passes.Select((pass, i) => pass.IncludesLabel ? i : -1).Where(i => i >= 0)];
    }

    /// <summary>Vectors of 512 bits fill a cache line, and each store would wait for its own. Without a gradient nothing is kept, and where some rows are left out each goes its own way.</summary>
    [Fact]
    public void Memory_that_is_kept_is_fetched_at_512_bits_where_blocks_overlap()
    {
        LossSpec spec = Specs.Softmax(1000);
        Assert.True(FetchesKept(spec, 512));
        Assert.False(FetchesKept(spec, 256));
        Assert.False(FetchesKept(WithoutGradient(spec), 512));
        Assert.False(FetchesKept(spec with { IgnoreLabel = -100 }, 512));

        static bool FetchesKept(LossSpec spec, int bits)
        {
            KernelPlan plan = PlanOf(spec, bits);
            return plan.Passes.Any(plan.FetchesKeptOf);
        }
    }

    [Fact]
    public void Where_a_row_stays_in_registers_no_pass_includes_the_label() =>
        Assert.DoesNotContain(PlanOf(Specs.Softmax(64, isSingleRow: true), 256).Passes, pass => pass.IncludesLabel);

    [Fact]
    public void The_loss_is_computed_by_the_same_definitions_with_and_without_a_gradient()
    {
        Kernels.Sample((spec, bits) =>
        {
            KernelPlan both = PlanOf(spec, bits);
            KernelPlan lossAlone = PlanOf(WithoutGradient(spec), bits);

            Assert.NotEmpty(LossOf(both));
            Assert.Equal(LossOf(both).Select(part => part.ToString()), LossOf(lossAlone).Select(part => part.ToString()));
            Assert.Equal(both.Sides, lossAlone.Sides);
            Assert.Equal(
                NeededFor(LossOf(both), both).Select(definition => definition.ToString()),
                DefinitionsIn(lossAlone).Select(definition => definition.ToString()));
        });
    }

    [Fact]
    public void The_layout_is_the_same_whatever_is_asked_for()
    {
        KernelsOfEveryLoss.Sample((spec, bits) =>
        {
            StableForm form = KernelWriter.StableFormOf(spec);
            Outputs all = RowShape.OutputsOf(spec);
            Outputs[] some =
            [
                all with { Gradients = Axes.None },
                all with { Gradients = Axes.Negatives },
                all with { Loss = false },
                new(Loss: false, Axes.Positives),
            ];
            KernelPlan plan = PlanOf(form, all);

            Assert.All(some.Select(outputs => PlanOf(form, outputs)), other => Assert.Equal((plan.Sides, plan.Blocks), (other.Sides, other.Blocks)));

            KernelPlan PlanOf(StableForm form, Outputs outputs) =>
                Planner.Plan(form, outputs, spec.Scalar, RowShape.SidesOf(spec), LanesOf(bits), isBatch: true, RowShape.AreRowsAlike(spec));
        });
    }

    [Fact]
    public void In_blocks_of_rows_the_gradient_is_written_by_passes_that_do_nothing_else()
    {
        KernelsOfEveryLoss.Where(kernel => PlanOf(kernel.Spec, kernel.Bits).Blocks is not null).Sample((spec, bits) =>
        {
            Pass[] last = [.. PlanOf(spec, bits).Passes.GroupBy(pass => pass.Round).Last()];

            Assert.All(last, pass => Assert.NotEmpty(pass.Gradients));
            Assert.All(last, pass => Assert.Empty(pass.Reductions));
            Assert.All(last, pass => Assert.Empty(pass.Afterwards));
        });
    }

    /// <summary>Only where the gradient is a factor on what was kept: a hinge's compares scores again, and one towards targets needs those too.</summary>
    [Fact]
    public void With_a_row_in_each_lane_four_vectors_of_rows_are_under_way_where_one_value_of_an_element_waits()
    {
        Assert.Equal(32, PlanOf(Specs.Softmax(10), 256).RowsUnderWay);
        Assert.Equal(64, PlanOf(Specs.Softmax(10), 512).RowsUnderWay);
        Assert.Null(PlanOf(Specs.Softmax(100), 256).RowsUnderWay);
        Assert.Null(PlanOf(Specs.Softmax(10, writesGradient: false), 256).RowsUnderWay);
        Assert.Null(PlanOf(Specs.Hinge(10, Specification.Over.Sum), 256).RowsUnderWay);
        Assert.Null(PlanOf(Specs.Softmax(10).With(Role.Targets), 256).RowsUnderWay);
    }

    [Fact]
    public void Where_rows_have_a_lane_each_few_rows_are_computed_one_by_one()
    {
        KernelPlan[] plans = PlansOf(Specs.Softmax(10));

        Assert.Equal([512, 256, 128, 0], plans.Select(plan => plan.Bits));
        Assert.Equal([null, 256, 128, null], plans.Select(plan => plan.FewRows?.Bits));
        Assert.Equal(2, plans[1].MostFewRows);
        Assert.Equal(4, PlansOf(Specs.Softmax(20))[0].MostFewRows);
        Assert.All(PlansOf(Specs.Softmax(100)), plan => Assert.Null(plan.FewRows));
    }

    [Theory]
    [InlineData(5, new[] { 8, 4, 0, 0 }, 128)]
    [InlineData(10, new[] { 8, 0, 0, 0 }, 256)]
    [InlineData(20, new[] { 0, 0, 0, 0 }, 512)]
    public void A_batch_that_narrower_vectors_hold_is_left_to_these_where_a_row_has_the_same_bits(int classes, int[] rowsForNarrower, int bitsOfFewRows)
    {
        KernelPlan[] plans = PlansOf(Specs.Softmax(classes));

        Assert.Equal(rowsForNarrower, plans.Select(plan => plan.RowsForNarrower));
        Assert.Equal(bitsOfFewRows, Assert.Single(plans, plan => plan.IsLaneARow && plan.FewRows is not null).FewRows!.Bits);
    }

    [Fact]
    public void One_or_two_scores_a_row_are_computed_without_vectors() =>
        Assert.Equal(0, Assert.Single(PlansOf(Specs.Softmax(2)), plan => plan.FewRows is not null).FewRows!.Bits);

    /// <summary>The bits of a row's sum are others with more vectors than are added up at once, and those of an exp of its own are where it is not computed with other rows'.</summary>
    [Theory]
    [InlineData(17, 1, 256, 256)]
    [InlineData(32, 1, 256, 256)]
    [InlineData(28, 0.25, 256, 256)]
    [InlineData(26, 3, 256, null)]
    [InlineData(33, 1, 256, null)]
    [InlineData(16, 1, 128, 128)]
    [InlineData(17, 1, 128, null)]
    [InlineData(32, 1, 512, 512)]
    [InlineData(100, 1, 512, null)]
    [InlineData(32, 1, 512, 512, true)]
    [InlineData(27, 1, 512, null, true)]
    public void Where_rows_are_in_blocks_one_or_two_are_computed_one_by_one_if_that_changes_no_bit(
        int classes, double gamma, int bits, int? bitsOfFewRows, bool inDouble = false)
    {
        KernelPlan plan = PlansOf(Specs.Softmax(classes, inDouble ? ScalarType.Double : ScalarType.Single) with { Gamma = gamma }).Single(plan => plan.Bits == bits);

        Assert.True(plan.OverlapsBlocks);
        Assert.Equal(2, plan.MostFewRows);
        Assert.Equal(bitsOfFewRows, plan.FewRows?.Bits);
    }

    private static bool HasOneNegative(LossSpec spec) => spec.Scores is Classification { Classes: 2 };

    private static KernelPlan[] PlansOf(LossSpec spec) => KernelWriter.PlansOf(spec, KernelWriter.StableFormOf(spec));

    [Fact]
    public void Without_a_gradient_nothing_is_computed_for_one()
    {
        KernelPlan plan = PlanOf(Specs.Softmax(10, writesGradient: false), 256);

        Assert.False(plan.WritesGradientOf(Axes.Pairs));
        Assert.Empty(plan.OncePerBatch);
        Assert.All(plan.Passes, pass => Assert.Empty(pass.Gradients));
        Assert.All(plan.Passes, pass => Assert.Empty(pass.Kept));
    }

    [Fact]
    public void Nothing_is_read_before_it_is_computed()
    {
        Kernels.Sample((spec, bits) =>
        {
            KernelPlan plan = PlanOf(spec, bits);
            var known = new List<Definition>();
            Compute(plan.OncePerBatch);
            Compute(plan.OncePerRow);
            foreach (Pass pass in plan.Passes)
            {
                Assert.All(pass.Reloaded, kept => Assert.Contains(kept, known));
                Compute(pass.Elements);
                Compute(pass.Reductions);
                Assert.All(pass.Gradients, gradient => AssertKnown(gradient.Value));
                Compute(pass.Afterwards);
            }

            AssertKnown(plan.Loss!);
            AssertKnown(plan.LabelGradient!);

            void Compute(IEnumerable<Definition> definitions)
            {
                foreach (Definition definition in definitions)
                {
                    AssertKnown(definition.Value);
                    known.Add(definition);
                }
            }

            void AssertKnown(Expression expression) => Assert.All(expression.References(), used => Assert.Contains(used, known));
        });
    }

    [Fact]
    public void Each_score_has_one_exp_and_none_where_there_is_one_negative()
    {
        Kernels.Sample((spec, bits) => Assert.Equal(
            HasOneNegative(spec) ? 0 : 1,
            DefinitionsIn(PlanOf(spec, bits)).Count(definition => definition.Value is Unary { Operator: UnaryOperator.Exp or UnaryOperator.ScaledExp } && definition.Value.Rank == Rank.Element)));
    }

    [Fact]
    public void The_exps_of_the_sum_are_kept_for_the_gradient()
    {
        KernelPlan plan = PlanOf(Specs.Softmax(10), 256);

        Definition kept = Assert.Single(plan.Passes[1].Kept);
        Assert.Equal([kept], plan.Passes[2].Reloaded);
        Assert.DoesNotContain(plan.Passes[2].Values.SelectMany(value => value.Nodes()), node => node is Score);
    }

    [Fact]
    public void The_score_of_the_label_is_read_before_the_gradient_can_overwrite_it()
    {
        Kernels.Sample((spec, bits) => Assert.Contains(
            PlanOf(spec, bits).OncePerRow,
            definition => definition.Value is Score { IsSingle: true }));
    }

    private static LossSpec SpecOf(LossKind loss, Specification.Over over, int positives, int negatives, bool isMatrix, bool isMixed) => (loss switch
    {
        LossKind.SoftmaxCrossEntropy when isMixed => Specs.Softmax(1 + negatives).With(Role.ClassWeights) with { LabelSmoothing = 0.1 },
        LossKind.SoftmaxCrossEntropy => Specs.Softmax(1 + negatives),
        LossKind.MulticlassHinge => Specs.Hinge(1 + negatives, over),
        _ when isMatrix => Specs.Similarities(loss),
        _ => Specs.Pairs(loss, positives, negatives),
    }) with { Over = over };

    private static int LanesOf(int bits) => Math.Max(1, bits / 32);

    private static LossSpec WithoutGradient(LossSpec spec) => spec with
    {
        Method = spec.Method with { Parameters = spec.Method.Parameters.Where(parameter => parameter.Role != Role.Gradient).ToEquatableArray() },
    };

    /// <summary>The loss of a row, or what several rows' losses are joined from.</summary>
    private static Expression[] LossOf(KernelPlan plan) => [.. plan.ValuesAtTheEnd.Where(value => value != plan.LabelGradient)];

    /// <summary>All definitions that an expression needs, in the order of the plan.</summary>
    private static Definition[] NeededFor(IEnumerable<Expression> expressions, KernelPlan plan)
    {
        var needed = expressions.SelectMany(ExpressionTree.References).ToHashSet();
        foreach (Definition definition in DefinitionsIn(plan).Reverse().Where(needed.Contains))
        {
            needed.UnionWith(definition.Value.References());
        }

        return [.. DefinitionsIn(plan).Where(needed.Contains)];
    }

    private static IEnumerable<Definition> DefinitionsIn(KernelPlan plan) => plan.OncePerBatch
        .Concat(plan.OncePerRow)
        .Concat(plan.Passes.SelectMany(pass => pass.Elements.Concat(pass.Reductions).Concat(pass.Afterwards)));

    private static KernelPlan PlanOf(LossSpec spec, int bits) => KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits);
}
