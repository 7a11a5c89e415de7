using CsCheck;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Tests.Formula;

/// <summary>Being stable changes nothing where nothing was wrong: on moderate scores the stable form has the values of the formula it was made from.</summary>
public class StableFormTests
{
    private const double Upstream = 0.25;

    [Fact]
    public void The_stable_form_of_a_log_sum_exp_has_its_value_and_gradient() => AssertSameValues(Formulas.Violations.Select(u => (Expression)u.LogSumExp));

    [Fact]
    public void The_stable_form_of_the_softplus_of_a_log_sum_exp_has_its_value_and_gradient() =>
        AssertSameValues(Formulas.Violations.Select(u => Functions.Softplus(u.LogSumExp)));

    [Fact]
    public void The_stable_form_of_every_loss_of_classification_has_its_value_and_gradient() => AssertSameValues(LossSpecs.OfClassification);

    [Fact]
    public void The_stable_form_of_every_loss_of_pairs_has_its_value_and_gradient() => AssertSameValues(LossSpecs.OfPairs);

    [Fact]
    public void The_stable_form_of_every_loss_of_two_classes_has_its_value_and_gradient() =>
        AssertSameValues(LossSpecs.OfClassification.Select(spec => spec with { Scores = new Classification(2) }), Row.Any.Select(row => row with { Negatives = row.Negatives[..1] }));

    [Fact]
    public void The_stable_form_of_every_loss_of_one_positive_has_its_value_and_gradient() =>
        AssertSameValues(LossSpecs.OfPairs.Select(spec => spec with { Scores = new Pairs(1, null) }), Row.Any.Select(row => row with { Positives = row.Positives[..1] }));

    [Fact]
    public void The_stable_form_of_every_loss_of_one_pair_has_its_value_and_gradient() => AssertSameValues(
        LossSpecs.OfPairs.Select(spec => spec with { Scores = new Pairs(1, 1) }),
        Row.Any.Select(row => new Row(row.Negatives[..1], row.Positives[..1])));

    /// <summary>Those that rows of floats are measured from, beside the largest of the others.</summary>
    [Theory]
    [InlineData(ExpReference.LabelUnlessFarBehind)]
    [InlineData(ExpReference.LargestOfAll)]
    internal void The_stable_form_has_its_value_and_gradient_whatever_exps_are_measured_from(ExpReference reference)
    {
        Expression loss = Losses.Of(Driver.Specs.Softmax(classes: null));
        AssertSameValues(Gen.Const((loss, StableForm.Of(loss, Derivative.Of(loss, new Upstream()), ContextOf(loss) with { Reference = reference }))), Row.Any);
    }

    [Fact]
    public void A_definition_names_only_what_was_defined_before() => Formulas.Violations.Sample(u =>
    {
        var known = new List<Definition>();
        foreach (Definition definition in StableFormOf(Functions.Softplus(u.LogSumExp)).Definitions)
        {
            Assert.All(definition.Value.References(), used => Assert.Contains(used, known));
            known.Add(definition);
        }
    });

    [Fact]
    public void An_exp_of_an_element_never_has_a_positive_argument() => Gen.Select(Formulas.Violations, Row.Any).Sample((u, row) =>
    {
        StableForm form = StableFormOf(Functions.Softplus(u.LogSumExp));
        var evaluator = new Evaluator(row.Negatives, row.Positives, Upstream);
        evaluator.Define(form.Definitions);
        foreach (Definition definition in form.Definitions.Where(definition => definition.Value is Unary { Operator: UnaryOperator.Exp }))
        {
            Assert.All(row.Negatives.Index(), negative => Assert.InRange(evaluator.Of(new Reference(definition), negative.Index), 0, 1));
        }
    });

    private static Gen<(Row Scores, (double Weight, double Probability)[] OfClasses)> RowsOf(Gen<Row> rows) => Gen.Select(
        rows,
        Gen.Select(Gen.Double[0.1, 2], Gen.OneOf(Gen.Const(0.0), Gen.Double[0, 1])).Array[7],
        (row, ofClasses) => (row, ofClasses[^(row.Negatives.Length + 1)..]));

    private static void AssertSameValues(Gen<Expression> losses) => AssertSameValues(losses.Select(loss => (loss, StableFormOf(loss))), Row.Any);

    private static void AssertSameValues(Gen<LossSpec> specs) => AssertSameValues(specs, Row.Any);

    private static void AssertSameValues(Gen<LossSpec> specs, Gen<Row> rows) => AssertSameValues(
        specs.Select(spec =>
        {
            Expression loss = Losses.Of(spec);
            return (loss, StableForm.Of(loss, Derivative.Of(loss, new Upstream()), RowShape.ContextOf(spec with { Scalar = ScalarType.Double })));
        }),
        rows);

    private static void AssertSameValues(Gen<(Expression Loss, StableForm Form)> forms, Gen<Row> rows) => Gen.Select(forms, RowsOf(rows)).Sample((both, row) =>
    {
        (Expression loss, StableForm form) = both;
        var gradient = Derivative.Of(loss, new Upstream());
        var evaluator = new Evaluator(row.Scores.Negatives, row.Scores.Positives, Upstream, row.OfClasses);
        evaluator.Define(form.Definitions);

        AssertClose(evaluator.Of(loss), evaluator.Of(form.Loss));
        if (evaluator.ClosestKink < 1e-9)
        {
            return;
        }

        for (int i = 0; i < row.Scores.Negatives.Length; i++)
        {
            AssertClose(evaluator.Of(gradient.Negatives, negative: i), evaluator.Of(form.Negatives, negative: i));
        }

        for (int i = 0; i < row.Scores.Positives.Length; i++)
        {
            AssertClose(evaluator.Of(gradient.Positives, positive: i), evaluator.Of(form.Positives, positive: i));
        }
    });

    private static StableForm StableFormOf(Expression loss) => StableForm.Of(loss, Derivative.Of(loss, new Upstream()), ContextOf(loss));

    private static StabilityContext ContextOf(Expression loss) => new(
        double.MaxValue,
        new ElementCounts(new Count(Axes.Negatives), new Count(Axes.Positives)),
        HasPairs: loss.Nodes().OfType<TwoSidedLogSumExp>().Any(logSumExp => logSumExp.Violation.HasPairs));

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-11 * Math.Max(Math.Abs(expected), 1e-3));
}
