using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>One side of a log-sum-exp.</summary>
/// <param name="Largest">Its largest term, or a bound on all of them, such as the larger of it and the label's.</param>
/// <param name="Exponents">γ (term − that) for each term.</param>
/// <param name="Exponentials">Their exps.</param>
/// <param name="Sum">The sum of these.</param>
internal sealed record LogSumExpSide(Expression Largest, Expression Exponents, Expression Exponentials, Expression Sum);

/// <summary>
/// log Σ exp u = <paramref name="Violation"/> + log <paramref name="Sum"/>, unless exps are scaled: then the sum is to be multiplied by
/// <see cref="LogSumExpSides.UnitOfScaledExp"/>, and measured from the label the violation is a part of it only where the label is far behind.
/// </summary>
/// <param name="Negatives">The side of the negatives.</param>
/// <param name="Positives">The side of the positives.</param>
/// <param name="Violation">The largest u, or a bound on it, such as the larger of it and 0; 0 if u is measured from the label.</param>
/// <param name="Sum">The product of the sides' sums.</param>
/// <param name="Reference">What the exps are measured from.</param>
internal sealed record LogSumExpParts(LogSumExpSide Negatives, LogSumExpSide Positives, Expression Violation, Expression Sum, ExpReference Reference)
{
    /// <summary>Whether the exps are those of u itself, with nothing taken out.</summary>
    public bool IsMeasuredFromLabel => Reference is ExpReference.Label or ExpReference.LargestLabel;

    /// <summary>Whether the exps are <see cref="UnaryOperator.ScaledExp"/>s.</summary>
    public bool HasScaledExps => Reference is ExpReference.LabelUnlessFarBehind or ExpReference.NearLabel or ExpReference.LargestOfAll;

    /// <summary>Whether the violation is a bound, which is never negative, and both it and the sum may be far from what u and exp(u) come to.</summary>
    public bool AreBounded { get; init; }

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
    /// What a <see cref="UnaryOperator.ScaledExp"/> is to be multiplied by. A sum of at most 2⁸ exps that is above the smallest normal number has terms that are as many times smaller, and
    /// needs their digits. Larger, the scale would take as much from the range of what multiplies the exps in the end, with the factor from upstream in it.
    /// </summary>
    public static readonly Constant UnitOfScaledExp = new(1d / (1 << BitsOfScale), "2⁻⁸");

    /// <summary>By how many powers of two a <see cref="UnaryOperator.ScaledExp"/> is scaled.</summary>
    public const int BitsOfScale = 8;

    /// <summary>
    /// How far below a bound all u of a side may be: a sum of e⁻²⁰ is far from the end of the range, and what it is divided by leaves a factor from upstream all of it but 29 bits.
    /// </summary>
    private const double MostSlack = 20;

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
                ExpReference.LargestOfAll => MeasuredFromLargestOfAll(logSumExp.Violation),
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
        bool areBounded = !logSumExp.IsMean && HasBound(u, Axes.Negatives) && HasBound(u, Axes.Positives);
        LogSumExpSide positives = SideOf(u, Axes.Positives, areBounded);
        LogSumExpSide negatives = SideOf(u, Axes.Negatives, areBounded);

        // The target stays outside the sum over the others, and the margin meets a difference, not a score: no offset of the scores can swallow it.
        Expression largest = scaling.Scale(u.Gamma, negatives.Largest + positives.Largest + u.Margin);
        Expression violation = definitions.Define(
            "violation",
            logSumExp.IsMean ? largest - LogarithmOfCounts() : largest,
            areBounded
                ? "a bound on u: by how much the best of the others beats the worst positive, or more than that"
                : $"the largest u{(logSumExp.IsMean ? " less the logarithm of their number" : "")}: by how much the best of the others beats {(u.HasPairs ? "the worst positive" : "the label")}");
        return new LogSumExpParts(negatives, positives, violation, negatives.Sum * positives.Sum, ExpReference.Largest) { AreBounded = areBounded };
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

    private LogSumExpParts MeasuredFromLargestOfAll(Violation u)
    {
        (Expression score, Expression minusTarget) = (rewrite(u.Negative), rewrite(u.Positive));
        Expression largestOfOthers = definitions.Define("max", Padding.LargestOver(Axes.Negatives, score), "the largest score, with or without the label's, which is added next");
        Expression largest = definitions.Define("largest", Max(largestOfOthers, -minusTarget), "the largest of all scores");
        Expression violation = definitions.Define("violation", scaling.Scale(u.Gamma, largest + minusTarget), "the larger of 0 and the largest u: by how much the best of the others beats the label");
        Expression reference = definitions.Define("reference", Max(largest, context.SmallestFinite), "with all scores masked the differences from it must not be NaN");
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

    private Expression LogarithmOfCounts() => context.Counts is (Constant { Value: var negatives }, Constant { Value: var positives })
        ? new Constant(Math.Log(negatives) + Math.Log(positives), "(ln L + ln K)")
        : definitions.Define("logCounts", Log(context.Counts.Negatives) + Log(context.Counts.Positives), "ln L + ln K");

    /// <summary>Whether a side of many elements has a bound, which the largest of its terms is near enough.</summary>
    private bool HasBound(Violation u, Axes side) =>
        u.Bound(side) is { Slack: var slack } && u.Gamma.Value * slack <= MostSlack && context.Counts.Of(side) is not Constant { Value: 1 };

    private LogSumExpSide SideOf(Violation u, Axes side, bool isBounded)
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
        Expression largest = isBounded
            ? ValueOf(u.Bound(side)!)
            : definitions.Define(Name("max"), Padding.LargestOver(side, term), isScore ? context.RemarkOnLargest(side) : "the largest term");
        Expression reference = definitions.Define(
            Name("reference"),
            hasCeiling ? Min(Max(largest, context.SmallestFinite), context.LargestFinite) : Max(largest, context.SmallestFinite),
            $"with every {(side == Axes.Negatives ? "negative" : "positive")} masked{(hasCeiling ? ", or one infinite," : "")} the differences from it must not be NaN");
        Expression exponents = scaling.Scale(u.Gamma, (hasCeiling ? Min(term, context.LargestFinite) : term) - reference);
        Expression exponentials = definitions.Define(
            Name("e"),
            Exp(Padding.Within(side, exponents, double.NegativeInfinity)),
            "one exp a score, of an argument that is never positive");
        Expression sum = definitions.Define(
            Name("sum"),
            Padding.SumOver(side, exponentials),
            isBounded ? "their sum: less than 1 where all terms are below the bound" : "their sum: at least 1, unless all are masked");
        return new LogSumExpSide(largest, exponents, exponentials, sum);

        Expression ValueOf(TermBound bound)
        {
            Expression furthest = definitions.Define(
                Name("furthest"),
                Padding.LargestOver(side, bound.Over),
                side == Axes.Negatives ? "the largest of the negatives" : "1 minus the smallest of the positives");
            return definitions.Define(Name("bound"), bound.Value.Replace(bound.Over, furthest), "what no term exceeds: the largest of them, or 0 if all are below");
        }

        string Name(string name) => context.NameOf(side, name);
    }
}
