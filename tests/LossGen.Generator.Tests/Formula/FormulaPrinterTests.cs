using LossGen.Generator.Formula;
using LossGen.Generator.Specification;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Tests.Formula;

public class FormulaPrinterTests
{
    private static readonly Expression X = new Score(Axes.Negatives);
    private static readonly Expression Y = new Score(Axes.Positives, IsSingle: true);

    [Theory]
    [InlineData(1, 0, "softplus(log Σᵢ exp(zᵢ − z_y))")]
    [InlineData(4, 0.35, "softplus(log Σᵢ exp(γ·(zᵢ − z_y + m)))")]
    public void Softmax_cross_entropy_prints_as_its_equation(double gamma, double margin, string expected)
    {
        Assert.Equal(expected, Losses.Of(LossKind.SoftmaxCrossEntropy, Specification.Over.Sum, Violation.OfClassification(gamma, margin)).ToString());
    }

    [Fact]
    public void Its_derivative_prints_as_the_softmax_times_a_sigmoid()
    {
        var gradient = Derivative.Of(Losses.Of(LossKind.SoftmaxCrossEntropy, Specification.Over.Sum, Violation.OfClassification(4, 0.35)), upstream: 1);

        Assert.Equal("σ(log Σᵢ exp(γ·(zᵢ − z_y + m)))·γ·softmaxᵢ(γ·zᵢ)", gradient.Negatives.ToString());
        Assert.Equal("−σ(log Σᵢ exp(γ·(zᵢ − z_y + m)))·γ", gradient.Positives.ToString());
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
        Assert.Equal("relu(zᵢ)", Relu(X).ToString());
        Assert.Equal("step(zᵢ)", Step(X).ToString());
        Assert.Equal("σ(zᵢ)", Sigmoid(X).ToString());
        Assert.Equal("|zᵢ|", Abs(X).ToString());
        Assert.Equal("max(zᵢ, z_y)", Max(X, Y).ToString());
        Assert.Equal("z_y ≤ 0 ? 1 : zᵢ", new WhenNotPositive(Y, 1, X).ToString());
    }
}
