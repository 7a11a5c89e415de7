using CsCheck;
using LossGen.Generator.Formula;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Tests.Formula;

public class SimplificationTests
{
    private static readonly Expression X = new Score(Axes.Negatives);
    private static readonly Expression Y = new Score(Axes.Positives, IsSingle: true);

    [Fact]
    public void Simplifying_changes_no_bit_of_a_finite_value() => Gen.Select(Formulas.Unsimplified, Row.Any).Sample(
        (formula, row) =>
        {
            var evaluator = new Evaluator(row.Negatives, row.Positives);
            double value = evaluator.Of(formula);
            if (double.IsFinite(evaluator.Largest))
            {
                Assert.Equal(value, row.Evaluate(Simplified(formula)));
            }
        },
        iter: 10_000);

    [Fact]
    public void What_is_simple_stays_as_it_is() => Formulas.Unsimplified.Sample(formula =>
    {
        Expression once = Simplified(formula);
        Assert.Equal(once, Simplified(once));
    });

    [Fact]
    public void Neutral_elements_zeros_and_double_signs_disappear()
    {
        Assert.Equal(X, X + 0);
        Assert.Equal(X, 0 + X);
        Assert.Equal(X, X - 0);
        Assert.Equal(X, 1 * X);
        Assert.Equal(X, X * 1);
        Assert.Equal(X, X / 1);
        Assert.Equal(X, -(-X));
        Assert.Equal<Expression>(0, X * 0);
        Assert.Equal<Expression>(0, 0 / X);
        Assert.Equal<Expression>(1, Exp(0));
        Assert.Equal<Expression>(0, Log(1));
    }

    [Fact]
    public void Signs_move_outwards()
    {
        Assert.Equal(X - Y, X + -Y);
        Assert.Equal(X + Y, X - -Y);
        Assert.Equal(-(X * Y), X * -Y);
        Assert.Equal(-(X * Y), -X * Y);
        Assert.Equal(-X, X * -1);
        Assert.Equal(-X, 0 - X);
    }

    private static Expression Simplified(Expression expression) => expression switch
    {
        Unary unary => Simplification.Of(unary with { Operand = Simplified(unary.Operand) }),
        Binary binary => Simplification.Of(binary with { Left = Simplified(binary.Left), Right = Simplified(binary.Right) }),
        _ => expression,
    };
}
