using CsCheck;
using LossGen.Generator.Formula;

namespace LossGen.Generator.Tests.Formula;

public class DerivativeTests
{
    private const double Step = 1e-3;

    private static readonly Gen<(Expression Formula, Row Row)> SmoothPlaces = Gen.Select(Formulas.Differentiable, Row.Any)
        .Where((formula, row) => IsSmoothAt(formula, row));

    [Fact]
    public void The_derivative_of_any_formula_is_what_finite_differences_say() =>
        SmoothPlaces.Sample(
            place => AssertIsDerivative(place.Formula, place.Row),
            iter: 3000,
            print: place => $"{place.Formula} at {place.Row}");

    [Fact]
    public void The_derivative_of_every_loss_is_what_finite_differences_say() =>
        Gen.Select(LossSpecs.Differentiable, Row.Any)
            .Select((spec, row) => (Formula: Losses.Of(spec), Row: row))
            .Where(place => IsSmoothAt(place.Formula, place.Row))
            .Sample(place => AssertIsDerivative(place.Formula, place.Row), iter: 2000, print: place => $"{place.Formula} at {place.Row}");

    [Fact]
    public void What_is_detached_has_no_derivative()
    {
        Expression x = new Score(Axes.Negatives);

        Assert.Equal(Functions.Detach(x), Derivative.Of(Functions.SumOf(Functions.Detach(x) * x), upstream: 1).Negatives);
    }

    [Fact]
    public void A_maximum_that_is_attained_twice_passes_its_gradient_to_the_first()
    {
        var gradient = Derivative.Of(Functions.MaxOf(new Score(Axes.Negatives)), upstream: 1);
        var evaluator = new Evaluator([1, 3, 2, 3], [0]);

        Assert.Equal([0, 1, 0, 0], Enumerable.Range(0, 4).Select(i => evaluator.Of(gradient.Negatives, negative: i)));
    }

    [Fact]
    public void A_relu_at_its_kink_has_the_gradient_0()
    {
        var gradient = Derivative.Of(Functions.SumOf(Functions.Relu(new Score(Axes.Negatives))), upstream: 1);

        Assert.Equal(0, new Evaluator([0], [0]).Of(gradient.Negatives));
    }

    [Fact]
    public void The_upstream_factor_multiplies_the_gradient()
    {
        var gradient = Derivative.Of(new Score(Axes.Negatives), new Upstream());

        Assert.Equal(new Gradient(new Upstream(), 0), gradient);
    }

    [Fact]
    public void A_score_without_a_say_has_the_gradient_0()
    {
        var gradient = Derivative.Of(Functions.Exp(new Score(Axes.Positives, IsSingle: true)), upstream: 1);

        Assert.Equal<Expression>(0, gradient.Negatives);
    }

    [Fact]
    public void A_node_without_a_known_derivative_is_refused()
    {
        Expression magnitude = Functions.Abs(new Score(Axes.Positives, IsSingle: true));

        Assert.Throws<ArgumentOutOfRangeException>(() => Derivative.Of(magnitude, upstream: 1));
    }

    private static void AssertIsDerivative(Expression formula, Row row)
    {
        var gradient = Derivative.Of(formula, upstream: 1);
        var evaluator = new Evaluator(row.Negatives, row.Positives);
        for (int i = 0; i < row.Negatives.Length; i++)
        {
            AssertClose(FiniteDifference(formula, row, Axes.Negatives, i, Step), evaluator.Of(gradient.Negatives, negative: i));
        }

        // A single positive is the first score of its side, and the others have no say.
        bool isSingle = gradient.Positives.Axes == Axes.None;
        for (int i = 0; i < (isSingle ? 1 : row.Positives.Length); i++)
        {
            AssertClose(FiniteDifference(formula, row, Axes.Positives, i, Step), evaluator.Of(gradient.Positives, positive: i));
        }
    }

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-5 * (1 + Math.Abs(expected)));

    /// <summary>Whether finite differences can tell the derivative: no kink within reach, and steps of two lengths agree.</summary>
    private static bool IsSmoothAt(Expression formula, Row row)
    {
        var evaluator = new Evaluator(row.Negatives, row.Positives);
        evaluator.Of(formula);
        return evaluator.Largest < 100 && evaluator.ClosestKink > 0.1 && StepsAgree(Axes.Negatives, row.Negatives) && StepsAgree(Axes.Positives, row.Positives);

        bool StepsAgree(Axes side, double[] scores) => Enumerable.Range(0, scores.Length).All(i =>
        {
            double difference = FiniteDifference(formula, row, side, i, Step);
            return Math.Abs(difference - FiniteDifference(formula, row, side, i, 2 * Step)) < 1e-6 * (1 + Math.Abs(difference));
        });
    }

    /// <summary>The central difference of fourth order.</summary>
    private static double FiniteDifference(Expression formula, Row row, Axes side, int index, double step)
    {
        double Central(double distance) =>
            (row.Moved(side, index, distance).Evaluate(formula) - row.Moved(side, index, -distance).Evaluate(formula)) / (2 * distance);

        return ((4 * Central(step)) - Central(2 * step)) / 3;
    }
}
