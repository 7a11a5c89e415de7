using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>One side of a log-sum-exp.</summary>
/// <param name="Largest">Its largest term, or a bound on all of them.</param>
/// <param name="Exponents">γ (term − largest) for each term.</param>
/// <param name="Exponentials">Their exps.</param>
/// <param name="Sum">The sum of these.</param>
/// <param name="IsBounded">Whether it is a bound: then the sum may be less than 1.</param>
internal sealed record LogSumExpSide(Expression Largest, Expression Exponents, Expression Exponentials, Expression Sum, bool IsBounded = false);

/// <summary>
/// log Σ exp u = <paramref name="Violation"/> + log <paramref name="Sum"/>, unless exps are scaled: then the violation is a part of it only where the label is far
/// behind, and the sum is to be multiplied by <see cref="LogSumExpSides.UnitOfScaledExp"/>.
/// </summary>
/// <param name="Negatives">The side of the negatives.</param>
/// <param name="Positives">The side of the positives.</param>
/// <param name="Violation">The largest u, or a bound on it; 0 if u is measured from the label.</param>
/// <param name="Sum">The product of the sides' sums.</param>
/// <param name="Reference">What the exps are measured from.</param>
internal sealed record LogSumExpParts(LogSumExpSide Negatives, LogSumExpSide Positives, Expression Violation, Expression Sum, ExpReference Reference)
{
    /// <summary>What the violation is <see cref="Scale"/> times.</summary>
    public Expression Lead { get; init; } = Violation;

    /// <summary>γ, unless that is within the lead.</summary>
    public Constant Scale { get; init; } = new(1);

    /// <summary>Whether the exps are those of u itself, with nothing taken out.</summary>
    public bool IsMeasuredFromLabel => Reference is ExpReference.Label or ExpReference.LargestLabel;

    /// <summary>Whether the exps are <see cref="UnaryOperator.ScaledExp"/>s.</summary>
    public bool HasScaledExps => Reference is ExpReference.LabelUnlessFarBehind or ExpReference.NearLabel;

    /// <summary>Whether the violation is a bound on u, and perhaps larger than any.</summary>
    public bool AreBounded => Negatives.IsBounded || Positives.IsBounded;

    /// <summary>Whether there is one u, and nothing to sum up.</summary>
    public bool HasOneTerm => Sum is Constant { Value: 1 };

    public LogSumExpSide Of(Axes side) => side == Axes.Negatives ? Negatives : Positives;
}

/// <summary>Takes the terms of a log-sum-exp apart: what the exps are measured from, the exps, and their sums.</summary>
internal sealed class LogSumExpSides(DefinitionList definitions, Scaling scaling, Func<Expression, Expression> rewrite, StabilityContext context)
{
    /// <summary>
    /// From here on the label is far behind: in floats the 1 of 1 + Σ exp(u) is then but two units of rounding of the sum, e⁻¹⁶. Up to here the differences of
    /// scores that exps are taken of are rounded, if positive, by no more than eight, which is within the accuracy bound for any number of classes.
    /// </summary>
    public static readonly Constant FarBehind = new(16);

    /// <summary>
    /// What a <see cref="UnaryOperator.ScaledExp"/> is to be multiplied by. A sum of 31 exps that is above the smallest normal number has terms that are as many times smaller, and
    /// needs their digits. Larger, the scale would take as much from the range of what multiplies the exps in the end, with the factor from upstream in it.
    /// </summary>
    public static readonly Constant UnitOfScaledExp = new(1d / (1 << 8), "2⁻⁸");

    private static readonly LogSumExpSide SingleTerm = new(0, 0, 1, 1);

    private readonly Dictionary<TwoSidedLogSumExp, LogSumExpParts> known = [];

    public LogSumExpParts Of(TwoSidedLogSumExp logSumExp)
    {
        if (!known.TryGetValue(logSumExp, out LogSumExpParts? parts))
        {
            parts = context.Reference switch
            {
                ExpReference.Largest => MeasuredFromLargest(logSumExp),
                ExpReference.LabelUnlessFarBehind => MeasuredFromLabelUnlessFarBehind(logSumExp.Violation),
                ExpReference.NearLabel => MeasuredFrom(-rewrite(logSumExp.Violation.Positive), rewrite(logSumExp.Violation.Negative), logSumExp.Violation.Gamma, largest: 0, violation: 0),
                _ => MeasuredFromLabel(logSumExp.Violation),
            };
            known.Add(logSumExp, parts);
        }

        return parts;
    }

    private LogSumExpParts MeasuredFromLargest(TwoSidedLogSumExp logSumExp)
    {
        Violation u = logSumExp.Violation;
        LogSumExpSide positives = SideOf(u, Axes.Positives);
        LogSumExpSide negatives = SideOf(u, Axes.Negatives);

        // The target stays outside the sum over the others, and the margin meets a difference, not a score: no offset of the scores can swallow it.
        Expression difference = negatives.Largest + positives.Largest + u.Margin;
        string orBound = negatives.IsBounded || positives.IsBounded ? ", or a bound on that" : "";
        string remark = $"by how much the best of the others beats {(u.HasPairs ? "the worst positive" : "the label")}{orBound}";
        if (u.Gamma.Value > 1 && !logSumExp.IsMean)
        {
            // The exp of the row is one of γ times something too, like those of its elements.
            Expression lead = definitions.Define("lead", difference, remark);
            Expression scaled = definitions.Define("violation", u.Gamma * lead, $"the largest u{orBound}");
            return new LogSumExpParts(negatives, positives, scaled, negatives.Sum * positives.Sum, ExpReference.Largest) { Lead = lead, Scale = u.Gamma };
        }

        Expression largest = scaling.Scale(u.Gamma, difference);
        Expression violation = definitions.Define(
            "violation",
            logSumExp.IsMean ? largest - LogarithmOfCounts() : largest,
            $"the largest u{(logSumExp.IsMean ? " less the logarithm of their number" : "")}: {remark}");
        return new LogSumExpParts(negatives, positives, violation, negatives.Sum * positives.Sum, ExpReference.Largest);
    }

    /// <summary>Each row has a reference of its own, so that no argument of an exp is above <see cref="FarBehind"/>.</summary>
    private LogSumExpParts MeasuredFromLabelUnlessFarBehind(Violation u)
    {
        (Expression score, Expression minusTarget) = (rewrite(u.Negative), rewrite(u.Positive));
        Expression largest = definitions.Define("max", Padding.LargestOver(Axes.Negatives, score), context.RemarkOnLargest(Axes.Negatives));
        Expression violation = definitions.Define(
            "violation",
            scaling.Scale(u.Gamma, largest + minusTarget),
            "the largest u: by how much the best of the others beats the label");
        Expression reference = definitions.Define(
            "reference",
            new WhenAbove(violation, FarBehind, largest, -minusTarget),
            "what exps are measured from: the label's score, or that of the best of the others where the label is far behind");
        return MeasuredFrom(reference, score, u.Gamma, largest, violation);
    }

    private LogSumExpParts MeasuredFrom(Expression reference, Expression score, Constant gamma, Expression largest, Expression violation)
    {
        Expression exponents = scaling.Scale(gamma, score - reference);
        Expression exponentials = definitions.Define(
            "e",
            new Unary(UnaryOperator.ScaledExp, Padding.Within(Axes.Negatives, exponents, double.NegativeInfinity)),
            "one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type");
        Expression sum = definitions.Define("sum", Padding.SumOver(Axes.Negatives, exponentials), "their sum");
        return new LogSumExpParts(new LogSumExpSide(largest, exponents, exponentials, sum), SingleTerm, violation, sum, context.Reference);
    }

    /// <summary>u itself stays within the range of exp: because the scores are cosines, or because no score is larger than the label's.</summary>
    private LogSumExpParts MeasuredFromLabel(Violation u)
    {
        Expression exponents = scaling.Scale(u.Gamma, rewrite(u.Negative) + rewrite(u.Positive) + u.Margin);
        Expression exponentials = context.Reference == ExpReference.LargestLabel
            ? definitions.Define("e", Exp(exponents), "one exp a score, of an argument that is never positive")
            : definitions.Define("e", new Unary(UnaryOperator.ExpOfAnySign, exponents), "one exp a score, of u itself: the promised range keeps it finite");
        Expression sum = definitions.Define("sum", Padding.SumOver(Axes.Negatives, exponentials), "Σ exp(u)");

        // Beyond the promised range the sum may overflow. The loss is +∞ then, and no gradient could be right.
        Expression divisor = context.Reference == ExpReference.LargestLabel
            ? sum
            : definitions.Define("checkedSum", sum + (sum - sum), "the same, but NaN where it has overflowed: then no gradient can be right");
        return new LogSumExpParts(new LogSumExpSide(0, exponents, exponentials, divisor), SingleTerm, 0, sum, context.Reference);
    }

    /// <summary>Whether terms that are all below a bound by its slack leave sums whose product is a normal number, with some room for what multiplies them.</summary>
    private bool IsNear(Constant gamma, TermBound bound) => 2 * gamma.Value * bound.Slack <= Math.Log(context.Limit) - 8;

    private Expression LogarithmOfCounts() => context.Counts is (Constant { Value: var negatives }, Constant { Value: var positives })
        ? new Constant(Math.Log(negatives) + Math.Log(positives), "(ln L + ln K)")
        : definitions.Define("logCounts", Log(context.Counts.Negatives) + Log(context.Counts.Positives), "ln L + ln K");

    private LogSumExpSide SideOf(Violation u, Axes side)
    {
        Expression term = rewrite(u.Term(side));
        if (term.Axes == Axes.None)
        {
            return SingleTerm with { Largest = term };
        }

        // A term that is more than a score has a name: it is computed once.
        bool isScore = term is Score or Unary { Operand: Score };
        term = isScore ? term : definitions.Define(Name("term"), term, "the term of each score, before γ");
        if (context.Counts.Of(side) is Constant { Value: 1 })
        {
            // No exp comes after it that would show a NaN.
            return SingleTerm with { Largest = definitions.Define(Name("max"), Padding.MaxOver(side, term), "the one term there is, which is its own log-sum-exp; a NaN stays one") };
        }

        // A positive at −∞ and a product that overflows make the loss +∞; measured from a finite number they still have a share in the gradient.
        bool hasCeiling = term is not Score;
        TermBound? bound = u.Bound(side) is { } known && IsNear(u.Gamma, known) ? known : null;
        Expression largest = bound is null
            ? definitions.Define(Name("max"), Padding.LargestOver(side, term), isScore ? context.RemarkOnLargest(side) : "the largest term")
            : ValueOf(bound);
        Expression reference = definitions.Define(
            Name("reference"),
            hasCeiling ? Min(Max(largest, context.SmallestFinite), context.LargestFinite) : Max(largest, context.SmallestFinite),
            $"with every {(side == Axes.Negatives ? "negative" : "positive")} masked{(hasCeiling ? ", or one infinite," : "")} the differences from the largest must not be NaN");
        Expression exponents = scaling.Scale(u.Gamma, (hasCeiling ? Min(term, context.LargestFinite) : term) - reference);
        Expression exponentials = definitions.Define(
            Name("e"),
            Exp(Padding.Within(side, exponents, double.NegativeInfinity)),
            "one exp a score, of an argument that is never positive");
        Expression sum = definitions.Define(
            Name("sum"),
            Padding.SumOver(side, exponentials),
            bound is null ? "their sum: at least 1, unless all are masked" : "their sum: less than 1 where the bound is above all terms");
        return new LogSumExpSide(largest, exponents, exponentials, sum, IsBounded: bound is not null);

        Expression ValueOf(TermBound bound)
        {
            Expression furthest = definitions.Define(Name("furthest"), Padding.LargestOver(side, bound.Over), "how far the worst score is from its optimum");
            return definitions.Define(Name("bound"), bound.Value.Replace(bound.Over, furthest), "what no term exceeds: the largest of them, or 0 if all are below");
        }

        string Name(string name) => context.NameOf(side, name);
    }
}
