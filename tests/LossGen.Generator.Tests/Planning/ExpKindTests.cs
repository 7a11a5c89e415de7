using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class ExpKindTests
{
    private static readonly LossSpec Circle = Specs.Pairs(LossKind.CircleLoss, positives: 8, negatives: 64);

    [Fact]
    public void Exps_of_floats_take_gamma_where_multiply_adds_are_fused() => Assert.All(
        (LossSpec[])[Circle, Specs.Pairs(LossKind.UnifiedLoss, positives: 1, negatives: 1000), Specs.Pairs(LossKind.UnifiedLoss), Specs.Pairs(LossKind.CircleLoss)],
        spec =>
        {
            Assert.Equal([80, 80, 1, 1], [FactorOf(spec, 512), FactorOf(spec, 256), FactorOf(spec, 128), FactorOf(spec, 0)]);
            Assert.Equal(1, FactorOf(spec with { Scalar = ScalarType.Double }, 256));
        });

    [Fact]
    public void So_do_those_of_cosines_and_of_classes_and_of_similarities()
    {
        LossSpec cosines = Specs.Softmax(100) with { AreCosines = true, Gamma = 3 };

        Assert.Equal(new ExpKind(UnaryOperator.ExpOfAnySign, 3, HasOneLn2: true), KindOf(cosines, 256));
        Assert.Equal(3, FactorOf(cosines with { AreCosines = false }, 256));
        Assert.Equal(80, FactorOf(Specs.Similarities(LossKind.CircleLoss), 256));
    }

    [Fact]
    public void What_takes_no_factor_has_none()
    {
        Assert.Equal(1, FactorOf(Specs.Softmax(100), 256));
        Assert.Equal(1, FactorOf(Circle with { Gamma = 0.5 }, 256));

        // The row's own exp is of a sum then.
        Assert.Equal(1, FactorOf(Circle with { IsBalanced = true }, 256));
    }

    [Fact]
    public void Where_a_row_may_be_computed_by_another_method_its_bits_are_the_same() =>
        Assert.Equal(1, FactorOf(Specs.Softmax(10) with { Gamma = 30 }, 256));

    [Theory]
    [InlineData(1 << 20, 1 << 20)]
    [InlineData(1 << 21, 1)]
    public void The_coefficients_stay_within_the_range_of_floats(double gamma, double factor) => Assert.Equal(factor, FactorOf(Specs.Softmax(100) with { Gamma = gamma }, 256));

    [Fact]
    public void Gamma_is_the_float_that_all_else_is_multiplied_by() => Assert.Equal(1.1f, FactorOf(Circle with { Gamma = 1.1 }, 256));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(32, true)]
    [InlineData(100, true)]
    [InlineData(null, true)]
    [InlineData(8, false)]
    [InlineData(2, false)]
    public void Ln_2_is_one_number_where_no_narrower_vectors_compute_the_same_rows(int? classes, bool hasOne)
    {
        LossSpec spec = Specs.Softmax(classes);

        Assert.Equal([hasOne, hasOne, false, false], [KindOf(spec, 512).HasOneLn2, KindOf(spec, 256).HasOneLn2, KindOf(spec, 128).HasOneLn2, KindOf(spec, 0).HasOneLn2]);
        Assert.False(KindOf(spec with { Scalar = ScalarType.Double }, 256).HasOneLn2);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(64, true)]
    [InlineData(80, true)]
    [InlineData(100, false)]
    public void It_is_where_its_rounding_weighs_less_than_that_of_the_argument(double gamma, bool hasOne) => Assert.Equal(hasOne, KindOf(Circle with { Gamma = gamma }, 256).HasOneLn2);

    [Fact]
    public void Few_rows_have_an_exp_of_their_own_that_knows_of_no_vectors()
    {
        LossSpec spec = Specs.Softmax(10) with { Gamma = 30, Margin = 0.35 };

        Assert.False(KindOf(spec, 256).HasOneLn2);
        Assert.True(KindOf(spec with { Scores = Specs.Softmax(100).Scores }, 256).HasOneLn2);
    }

    [Fact]
    public void An_argument_is_what_gamma_multiplies()
    {
        KernelPlan plan = PlanOf(Circle, 256);
        Definition exp = plan.Passes.SelectMany(pass => pass.Elements).First(definition => definition.IsExp);

        Assert.Equal("negativeE = exp(γ·(min(negativeTerm, MaxValue) − negativeReference))", exp.ToString());
        Assert.Equal("min(negativeTerm, MaxValue) − negativeReference", plan.ExpKind.ArgumentOf(exp).ToString());
    }

    private static double FactorOf(LossSpec spec, int bits) => KindOf(spec, bits).Factor;

    private static ExpKind KindOf(LossSpec spec, int bits) => PlanOf(spec, bits).ExpKind;

    private static KernelPlan PlanOf(LossSpec spec, int bits) => KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits);
}
