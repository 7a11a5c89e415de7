using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>Replaces what would overflow or cancel, and gives names to what the passes over a row have to compute.</summary>
internal sealed class StabilityRewriting
{
    private readonly DefinitionList definitions;
    private readonly Constant smallestFinite;
    private readonly Constant largestFinite;
    private readonly Scaling scaling;
    private readonly LogSumExpRecipe logSumExps;

    public StabilityRewriting(DefinitionList definitions, double largestFinite)
    {
        this.definitions = definitions;
        this.largestFinite = new Constant(largestFinite, "MaxValue");
        smallestFinite = new Constant(-largestFinite, "−MaxValue");
        scaling = new Scaling(definitions);
        logSumExps = new LogSumExpRecipe(definitions, scaling, Rewrite, smallestFinite);
    }

    private Expression Target => definitions.Define("target", new Score(Axes.Positives, IsSingle: true), "the label's score");

    /// <summary>Stands in for the label's score where it meets the elements'.</summary>
    private Expression FiniteTarget =>
        definitions.Define("finiteTarget", MaxNumber(Target, smallestFinite), "a label at −∞ or NaN must not meet a masked score, as in −∞ − (−∞)");

    /// <summary>What the finite stand-in for a label at −∞ is short of: 0, or +∞ (or NaN, as the label).</summary>
    private Expression Missing => FiniteTarget - Target;

    /// <summary>Added to what beats the stand-in for a label at −∞, so that every score but −∞ does.</summary>
    private Expression Lift => definitions.Define("lift", new WhenNotPositive(Missing, 0, largestFinite), "a label at −∞ is beaten by every score");

    public Expression Rewrite(Expression expression) => expression switch
    {
        Unary { Operator: UnaryOperator.Softplus, Operand: TwoSidedLogSumExp logSumExp } => logSumExps.SoftplusOf(logSumExp),
        Unary { Operator: UnaryOperator.Sigmoid, Operand: TwoSidedLogSumExp logSumExp } => logSumExps.SigmoidOf(logSumExp),
        TwoSidedLogSumExp logSumExp => logSumExps.ValueOf(logSumExp),
        SoftmaxWeight weight => logSumExps.WeightOf(weight),
        Unary { Operator: UnaryOperator.Relu or UnaryOperator.Step, Operand: var u } kink when kink.Axes != Axes.None => kink with { Operand = ExcessOf(u) },
        Unary unary => Simplification.Of(unary with { Operand = Rewrite(unary.Operand) }),
        Binary { Operator: BinaryOperator.Multiply, Left: Constant { Value: > 0 } gamma, Right: Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } difference } =>
            scaling.Scale(gamma, Rewrite(difference)),
        Binary binary => Simplification.Of(binary with { Left = Rewrite(binary.Left), Right = Rewrite(binary.Right) }),
        Reduction { Reducer: Reducer.Sum, Body: Unary { Operator: UnaryOperator.Relu, Operand: var u } } sum => SumOfPositiveParts(sum.Over, u),
        Reduction { Reducer: Reducer.Sum, Body: Unary { Operator: UnaryOperator.Step, Operand: var u } } sum => CountOfPositive(sum.Over, u),
        Reduction { Reducer: Reducer.Sum } sum => definitions.Define("sum", sum with { Body = Rewrite(sum.Body) }, "the sum over the negatives"),
        Reduction max => definitions.Define("max", max with { Body = Rewrite(max.Body) }, "the largest of the negatives, the label's score not among them"),
        IsFirstMaximum { Maximum: var max } => new OnlyAt(
            definitions.Define("argmax", new FirstIndexOf(Rewrite(max)), "the first of the negatives that is the largest"),
            1),
        Score { IsSingle: true } => Target,
        _ => expression,
    };

    /// <summary>
    /// Σ relu(u). Where the label is at −∞ its finite stand-in is too close: what it is short of is added for each u that is positive.
    /// </summary>
    private Expression SumOfPositiveParts(Axes over, Expression u)
    {
        Expression sum = definitions.Define("sum", new Reduction(Reducer.Sum, over, Rewrite(Relu(u))), "the sum of the positive u");
        return sum + new WhenNotPositive(Missing, 0, Missing * CountOfPositive(over, u));
    }

    /// <summary>γ × by how much a negative, with the margin, beats the label.</summary>
    private Expression ExcessOf(Expression u) => u is Binary { Operator: BinaryOperator.Multiply, Left: Constant gamma, Right: var difference }
        ? scaling.Scale(gamma, gamma.Value < 1 ? FiniteExcess(difference) : ExcessOf(difference))
        : definitions.Define("excess", FiniteExcess(u), "by how much a negative, with the margin, beats the label");

    private Expression FiniteExcess(Expression difference) => Rewrite(difference).Replace(Target, FiniteTarget) + Lift;

    private Expression CountOfPositive(Axes over, Expression u) =>
        definitions.Define("active", new Reduction(Reducer.Sum, over, Product.Combine(Rewrite(Step(u)))), "how many u are positive");
}
