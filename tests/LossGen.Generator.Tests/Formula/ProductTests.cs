using CsCheck;
using LossGen.Generator.Formula;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Tests.Formula;

public class ProductTests
{
    private static readonly Expression X = new Score(Axes.Negatives);
    private static readonly Expression Y = new Score(Axes.Positives, IsSingle: true);
    private static readonly Expression Z = new Upstream();

    private static readonly Gen<Expression[]> Factors = Gen.OneOfConst(Z, Exp(X), Exp(Y), Sigmoid(X), Softplus(Y)).Array[1, 6];

    [Fact]
    public void What_stands_above_and_below_the_line_cancels()
    {
        var product = Product.Of(X * Y / (Y * Z));

        Assert.Equal([X], product.Numerator);
        Assert.Equal([Z], product.Denominator);
    }

    [Fact]
    public void A_factor_cancels_as_often_as_it_stands_on_both_sides()
    {
        var product = Product.Of(X * X / X);

        Assert.Equal([X], product.Numerator);
        Assert.Empty(product.Denominator);
    }

    [Fact]
    public void A_product_divided_by_its_own_factors_leaves_nothing() => Gen.Select(Factors, Factors).Sample((all, others) =>
    {
        Expression above = Product.Combine(all.Concat(others), []);
        Expression below = Product.Combine(others.Concat(all), []);
        var product = Product.Of(above / below);

        Assert.Empty(product.Numerator);
        Assert.Empty(product.Denominator);
    });

    [Fact]
    public void Two_signs_are_none()
    {
        Assert.True(Product.Of(-X / Y).IsNegative);
        Assert.False(Product.Of(new Binary(BinaryOperator.Multiply, -X, -Y)).IsNegative);
    }

    [Fact]
    public void Taking_apart_and_combining_preserves_the_value() => Gen.Select(Factors, Factors, Gen.Bool, Row.Any).Sample((above, below, isNegative, row) =>
    {
        Expression quotient = Product.Combine(above, []) / Product.Combine(below, []);
        Expression signed = isNegative ? -quotient : quotient;
        var product = Product.Of(signed);
        Expression combined = Product.Combine(product.Numerator, product.Denominator);

        double expected = row.Evaluate(signed);
        Assert.Equal(expected, row.Evaluate(product.IsNegative ? -combined : combined), 1e-12 * Math.Abs(expected));
    });
}
