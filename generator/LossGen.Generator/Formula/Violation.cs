using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>
/// By how much a negative beats a positive: u = γ (a + b + m), where the term a belongs to the negative (its score, in most losses),
/// the term b to the positive (minus its score) and m is the margin. Every loss is a way to make one number of all the u of a row.
/// </summary>
internal sealed record Violation(Constant Gamma, Expression Negative, Expression Positive, Constant Margin)
{
    /// <summary>A bound on the negatives' terms that costs less than the largest of them, if there is one.</summary>
    public TermBound? NegativeBound { get; init; }

    /// <summary>The same of the positives'.</summary>
    public TermBound? PositiveBound { get; init; }

    /// <summary>u of a pair.</summary>
    public Expression OfPair => Gamma * (Negative + Positive + Margin);

    /// <summary>The largest u of all pairs.</summary>
    public Expression Max => Gamma * (MaxOf(Negative) + MaxOf(Positive) + Margin);

    /// <summary>log Σ exp u over all pairs.</summary>
    public TwoSidedLogSumExp LogSumExp => new(this);

    /// <summary>The logarithm of the mean of exp u over all pairs.</summary>
    public TwoSidedLogSumExp LogMeanExp => new(this, IsMean: true);

    /// <summary>Whether both sides have many elements, and not the label's score alone on one.</summary>
    public bool HasPairs => Negative.Axes == Axes.Negatives && Positive.Axes == Axes.Positives;

    public Expression Term(Axes side) => side == Axes.Negatives ? Negative : Positive;

    public TermBound? Bound(Axes side) => side == Axes.Negatives ? NegativeBound : PositiveBound;

    /// <summary>u = γ (s_n − s_p + m) for classification: the only positive is the label's score, the negatives are all others.</summary>
    public static Violation OfClassification(double gamma, double margin) => new(
        new Constant(gamma, "γ"),
        new Score(Axes.Negatives),
        -new Score(Axes.Positives, IsSingle: true),
        new Constant(margin, "m"));

    /// <summary>u = γ (s_n − s_p + m) for K positives and L negatives.</summary>
    public static Violation OfPairs(double gamma, double margin) => new(
        new Constant(gamma, "γ"),
        new Score(Axes.Negatives),
        -new Score(Axes.Positives),
        new Constant(margin, "m"));

    /// <summary>
    /// u = γ (αₙ (s_n − m) − αₚ (s_p − (1 − m))) with αₙ = [s_n + m]₊ and αₚ = [1 + m − s_p]₊: circle loss (Y. Sun et al., arXiv 2002.10857, section 3.2).
    /// It is written over t = 1 − s_p, since 1 + m and 1 − m as numbers of their own would cost digits where s_p is near 1.
    /// </summary>
    /// <param name="gamma">The scale.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="detachesWeights">Whether α is a constant in the derivative, as in the paper.</param>
    public static Violation OfCircle(double gamma, double margin, bool detachesWeights)
    {
        var m = new Constant(margin, "m");
        Expression negative = new Score(Axes.Negatives);
        Expression distance = 1 - new Score(Axes.Positives);
        return new(new Constant(gamma, "γ"), Weight(negative) * (negative - m), Weight(distance) * (distance - m), new Constant(0))
        {
            NegativeBound = BoundOver(negative),
            PositiveBound = BoundOver(distance),
        };

        Expression Weight(Expression x) => detachesWeights ? Detach(Relu(x + m)) : Relu(x + m);

        // [x + m]₊ (x − m) is 0 up to −m, down to −m² at 0, and grows from there on.
        TermBound BoundOver(Expression x) => new(x, Relu(x + m) * Relu(x - m), Slack: Math.Pow(Math.Max(0, margin), 2));
    }
}
