using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>
/// A hinge of each violation on its own. A positive at −∞, or a label, must not meet a masked negative as in −∞ − (−∞): a finite number stands in for
/// it, and what the stand-in is short of is added where it matters.
/// </summary>
internal sealed class ExcessRecipe(DefinitionList definitions, Scaling scaling, Func<Expression, Expression> rewrite, StabilityContext context)
{
    /// <summary>The label's score.</summary>
    public Expression Target => definitions.Define("target", new Score(Axes.Positives, IsSingle: true), "the label's score");

    private Expression Positive => context.HasPairs ? new Score(Axes.Positives) : Target;

    private Expression FinitePositive => definitions.Define(
        context.HasPairs ? "finitePositive" : "finiteTarget",
        MaxNumber(Positive, context.SmallestFinite),
        $"a {(context.HasPairs ? "positive" : "label")} at −∞ or NaN must not meet a masked score, as in −∞ − (−∞)");

    /// <summary>What the finite stand-in for a positive at −∞ is short of: 0 (or less, for one at +∞), or +∞ (or NaN, as the positive).</summary>
    private Expression Missing => definitions.Define(
        "missing",
        Min(FinitePositive, context.LargestFinite) - Positive,
        "what the stand-in is short of: 0, or +∞");

    /// <summary>Added to what beats the stand-in for a positive at −∞, so that every score but −∞ does.</summary>
    private Expression Lift => definitions.Define(
        "lift",
        new WhenNotPositive(Missing, 0, context.LargestFinite),
        $"a {(context.HasPairs ? "positive" : "label")} at −∞ is beaten by every score");

    /// <summary>Whether an expression sets each negative against a positive.</summary>
    public static bool IsViolation(Expression expression) =>
        expression.Rank == Rank.Element && expression.Nodes().OfType<Score>().Select(score => score.Side).Distinct().Count() == 2;

    /// <summary>γ × by how much a negative, with the margin, beats the positive.</summary>
    public Expression Of(Expression u) => u is Binary { Operator: BinaryOperator.Multiply, Left: Constant gamma, Right: var difference }
        ? scaling.Scale(gamma, gamma.Value < 1 ? FiniteExcess(difference) : Of(difference))
        : definitions.Define("excess", FiniteExcess(u), $"by how much a negative, with the margin, beats the {(context.HasPairs ? "positive" : "label")}");

    /// <summary>
    /// Σ relu(u). Where a positive is at −∞ its finite stand-in is too close: what it is short of is added for each u that is positive.
    /// </summary>
    public Expression SumOf(Axes over, Expression u)
    {
        string remark = context.HasPairs ? "the sum of one positive's u that are above 0" : "the sum of the positive u";
        Expression sum = definitions.Define(context.HasPairs ? "excesses" : "sum", new Reduction(Reducer.Sum, Axes.Negatives, rewrite(Relu(u))), remark);
        Expression whole = sum + new WhenNotPositive(Missing, 0, Missing * CountOf(Axes.Negatives, u));
        return over == Axes.Negatives ? whole : definitions.Define("sum", new Reduction(Reducer.Sum, Axes.Positives, whole), "the sum over all positives");
    }

    /// <summary>How many u are positive.</summary>
    public Expression CountOf(Axes over, Expression u) => definitions.Define(
        over == Axes.Negatives ? "active" : "activePositives",
        new Reduction(Reducer.Sum, over, Product.Combine(rewrite(Step(u)))),
        over == Axes.Negatives ? "how many u are positive" : "with how many positives a negative's u is positive");

    private Expression FiniteExcess(Expression difference) => rewrite(difference).Replace(Positive, FinitePositive) + Lift;
}
