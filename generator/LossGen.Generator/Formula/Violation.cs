using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>
/// By how much a negative beats a positive: u = γ (a + b + m), where the term a belongs to the negative (its score, in most losses),
/// the term b to the positive (minus its score) and m is the margin. Every loss is a way to make one number of all the u of a row.
/// </summary>
internal sealed record Violation(Constant Gamma, Expression Negative, Expression Positive, Constant Margin)
{
    /// <summary>u of a pair.</summary>
    public Expression OfPair => Gamma * (Negative + Positive + Margin);

    /// <summary>The largest u of all pairs.</summary>
    public Expression Max => Gamma * (MaxOf(Negative) + MaxOf(Positive) + Margin);

    /// <summary>log Σ exp u over all pairs.</summary>
    public Expression LogSumExp => new TwoSidedLogSumExp(this);

    public Expression Term(Axes side) => side == Axes.Negatives ? Negative : Positive;

    /// <summary>u = γ (s_n − s_p + m) for classification: the only positive is the label's score, the negatives are all others.</summary>
    public static Violation OfClassification(double gamma, double margin) => new(
        new Constant(gamma, "γ"),
        new Score(Axes.Negatives),
        -new Score(Axes.Positives, IsSingle: true),
        new Constant(margin, "m"));
}
