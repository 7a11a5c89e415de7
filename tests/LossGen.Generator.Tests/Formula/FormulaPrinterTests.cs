using LossGen.Generator.Formula;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Tests.Formula;

public class FormulaPrinterTests
{
    private static readonly Expression X = new Score(Axes.Negatives);
    private static readonly Expression Y = new Score(Axes.Positives, IsSingle: true);

    [Fact]
    public void Softmax_cross_entropy_prints_as_its_equation()
    {
        Assert.Equal("zᵢ − z_y", Losses.ViolationOf(Specs.Softmax(10)).OfPair.ToString());
        Assert.Equal("γ·(zᵢ − z_y + m)", Losses.ViolationOf(Specs.Softmax(10) with { Gamma = 4, Margin = 0.35 }).OfPair.ToString());
        Assert.Equal("softplus(log Σᵢ exp u)", Losses.Of(Specs.Softmax(10)).ToString());
    }

    [Fact]
    public void Its_derivative_prints_as_the_softmax_times_a_sigmoid()
    {
        var gradient = Derivative.Of(Losses.Of(Specs.Softmax(10) with { Gamma = 4, Margin = 0.35 }), upstream: 1);

        Assert.Equal("σ(log Σᵢ exp u)·γ·softmaxᵢ(u)", gradient.Negatives.ToString());
        Assert.Equal("−σ(log Σᵢ exp u)·γ", gradient.Positives.ToString());
    }

    [Fact]
    public void Losses_of_pairs_print_as_their_equations()
    {
        Assert.Equal("softplus(log Σᵢⱼ exp u)", Losses.Of(Specs.Pairs(LossKind.UnifiedLoss)).ToString());
        Assert.Equal("softplus(log meanᵢⱼ exp u)", Losses.Of(Specs.Pairs(LossKind.UnifiedLoss) with { IsBalanced = true }).ToString());
        Assert.Equal(
            "γ·(detach([zᵢ + m]₊)·(zᵢ − m) + detach([1 − zⱼ + m]₊)·(1 − zⱼ − m))",
            Losses.ViolationOf(Specs.Pairs(LossKind.CircleLoss)).OfPair.ToString());
        Assert.Equal("Σᵢⱼ [zᵢ − zⱼ + m]₊", Losses.Of(Specs.Pairs(LossKind.PairHinge)).ToString());
        Assert.Equal("[maxᵢ zᵢ + maxⱼ (−zⱼ) + m]₊", Losses.Of(Specs.Pairs(LossKind.PairHinge) with { Over = Specification.Over.Max }).ToString());
    }

    [Fact]
    public void Parentheses_stand_only_where_they_are_needed()
    {
        Assert.Equal("zᵢ + z_y + 2", (X + Y + 2).ToString());
        Assert.Equal("zᵢ − (z_y − 2)", (X - (Y - 2)).ToString());
        Assert.Equal("(zᵢ + z_y)·2", ((X + Y) * 2).ToString());
        Assert.Equal("(zᵢ / z_y)·2", (X / Y * 2).ToString());
        Assert.Equal("zᵢ / (z_y·2)", (X / (Y * 2)).ToString());
        Assert.Equal("−(zᵢ + z_y)", (-(X + Y)).ToString());
        Assert.Equal("zᵢ·(-2)", (X * -2).ToString());
        Assert.Equal("Σᵢ (zᵢ + z_y)", SumOf(X + Y).ToString());
        Assert.Equal("maxᵢ (zᵢ·z_y)", MaxOf(X * Y).ToString());
    }

    [Fact]
    public void Functions_print_by_their_names()
    {
        Assert.Equal("exp(zᵢ)", Exp(X).ToString());
        Assert.Equal("log(zᵢ)", Log(X).ToString());
        Assert.Equal("[zᵢ]₊", Relu(X).ToString());
        Assert.Equal("step(zᵢ)", Step(X).ToString());
        Assert.Equal("σ(zᵢ)", Sigmoid(X).ToString());
        Assert.Equal("|zᵢ|", Abs(X).ToString());
        Assert.Equal("max(zᵢ, z_y)", Max(X, Y).ToString());
        Assert.Equal("z_y ≤ 0 ? 1 : zᵢ", new WhenNotPositive(Y, 1, X).ToString());
        Assert.Equal("z_y > 16 ? 1 : zᵢ", new WhenAbove(Y, new Constant(16), 1, X).ToString());
        Assert.Equal("2⁸·exp(zᵢ)", new Unary(UnaryOperator.ScaledExp, X).ToString());
    }
}
