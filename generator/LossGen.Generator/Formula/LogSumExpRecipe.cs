using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>
/// All log-sum-exp losses share one form, two sides of exponents a and b with u = γ (a + b + m), and one recipe: every side is measured from a number of its own,
/// see <see cref="ExpReference"/>, the label stays out of the sum over the others, and what 1 plus that sum loses to rounding is made good in the logarithm. It is the shifted form of
/// P. Blanchard, D. J. Higham and N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA J. Numer. Anal. 41 (2021), with the
/// shift taken off the sum before the two meet, so that an offset of all scores changes nothing.
/// </summary>
internal sealed class LogSumExpRecipe
{
    private readonly DefinitionList definitions;
    private readonly Func<Expression, Expression> rewrite;
    private readonly LogSumExpSides sides;

    /// <param name="definitions">Collects the named values.</param>
    /// <param name="scaling">Multiplies differences by γ.</param>
    /// <param name="rewrite">Rewrites the terms.</param>
    /// <param name="context">What is known beside the formula.</param>
    public LogSumExpRecipe(DefinitionList definitions, Scaling scaling, Func<Expression, Expression> rewrite, StabilityContext context)
    {
        this.definitions = definitions;
        this.rewrite = rewrite;
        sides = new LogSumExpSides(definitions, scaling, rewrite, context);
    }

    /// <summary>log Σ exp u.</summary>
    public Expression ValueOf(TwoSidedLogSumExp logSumExp)
    {
        LogSumExpParts parts = PlainPartsOf(logSumExp);
        return definitions.Define("logSumExp", parts.Violation + Log(parts.Sum), $"log {(logSumExp.IsMean ? "of the mean of" : "Σ")} exp(u)");
    }

    /// <summary>A side's softmax.</summary>
    public Expression WeightOf(SoftmaxWeight weight)
    {
        LogSumExpSide side = sides.Of(weight.Of).Of(weight.Side);
        return side.Exponentials / side.Sum;
    }

    /// <summary>
    /// log(1 + Σ exp u). The larger of 1 and the largest exp(u) is taken out of the logarithm; where that is always or mostly the 1, nothing is.
    /// </summary>
    public Expression SoftplusOf(TwoSidedLogSumExp logSumExp)
    {
        LogSumExpParts parts = sides.Of(logSumExp);
        if (parts.IsMeasuredFromLabel)
        {
            return Log1p(parts.Sum);
        }

        if (parts.Reference == ExpReference.LargestOfAll)
        {
            return parts.Violation + LogOfSum(LogSumExpSides.UnitOfScaledExp * UnitFromLargestOfAll(parts), LogSumExpSides.UnitOfScaledExp * parts.Sum);
        }

        if (parts.HasScaledExps)
        {
            return WhenFarBehind(parts, parts.Violation, 0) + Log1p(BeyondOneOf(parts));
        }

        return parts.AreBounded ? LossOfBounded(parts) : Relu(parts.Violation) + LogPartitionOf(parts);
    }

    /// <summary>σ(LSE u) = 1 − exp(−softplus(LSE u)), as the sum times what a unit of it weighs: never one minus something.</summary>
    public Expression SigmoidOf(TwoSidedLogSumExp logSumExp)
    {
        LogSumExpParts parts = sides.Of(logSumExp);
        Expression slope = definitions.Define(
            "slope",
            parts switch
            {
                { IsMeasuredFromLabel: true } => 1 / (1 + parts.Negatives.Sum),
                { Reference: ExpReference.LargestOfAll } => 1 / PartitionFromLargestOfAll(parts),
                { HasScaledExps: true } => LogSumExpSides.UnitOfScaledExp / (1 + BeyondOneOf(parts)),
                { AreBounded: true } => 1 / PartitionOfBounded(parts),
                { HasOneTerm: true } => new WhenNotPositive(parts.Violation, DecayOf(parts), 1) / (1 + DecayOf(parts)),
                _ => SumRootOf(parts) / PartitionOf(parts) * SumRootOf(parts),
            },
            "the derivative of the loss by a unit of the sum");
        return parts.Negatives.Sum * parts.Positives.Sum * slope;
    }

    /// <summary>
    /// Σ share_c CE(c) without a difference of large terms. With CE(c) = CE(y) − u_c and u_c = violation − γ (largest − z_c), what multiplies a violation
    /// above 0 is the label's share alone, and all that is added is positive.
    /// </summary>
    public Expression MixtureOf(CrossEntropyMixture mixture)
    {
        LogSumExpParts parts = PlainPartsOf(mixture.LogSumExp);
        (Expression outside, Expression share) = Product.Of(rewrite(mixture.Share)).SplitAt(Axes.Negatives);
        Expression othersShare = definitions.Define(
            "othersShare",
            rewrite(SumOver(Axes.Negatives, mixture.Share)),
            "the share of all classes other than the label");
        Expression mass = definitions.Define("mass", rewrite(mixture.Mass), "the sum of all shares");

        // A class without a share adds nothing, even if it is masked, that is infinitely far from the largest; nor does the only other class, which is the largest.
        Expression distance = parts.HasOneTerm ? 0 : Simplification.Of(new Binary(BinaryOperator.Weigh, share, parts.Negatives.Exponents));
        Expression spread = definitions.Define("spread", Padding.SumOver(Axes.Negatives, distance), "how far the classes are below, each by its share");
        if (parts.IsMeasuredFromLabel)
        {
            return (mass * Log1p(parts.Sum)) - (outside * spread);
        }

        Expression lead = new WhenNotPositive(parts.Violation, -othersShare, rewrite(mixture.LabelShare)) * parts.Violation;
        return lead + (mass * LogPartitionOf(parts)) - (outside * spread);
    }

    /// <summary>The parts where their sum is that of exps, and no multiple of it.</summary>
    private LogSumExpParts PlainPartsOf(TwoSidedLogSumExp logSumExp) => sides.Of(logSumExp) is { HasScaledExps: false } parts
        ? parts
        : throw new InvalidOperationException("With scaled exps a log-sum-exp has a softplus and its derivative, and nothing else.");

    private Expression BeyondOneOf(LogSumExpParts parts)
    {
        Expression others = definitions.Define(
            "others",
            LogSumExpSides.UnitOfScaledExp * parts.Sum,
            "the Σ exp(u) of 1 + Σ exp(u); where the label is far behind, relative to the largest exp(u), beside which the 1 is nothing");
        return definitions.Define("beyondOne", WhenFarBehind(parts, others - 1, others), "by how much 1 + Σ exp(u), relative to the same, is more than 1");
    }

    private static Expression WhenFarBehind(LogSumExpParts parts, Expression then, Expression otherwise) => parts.Reference == ExpReference.NearLabel
        ? otherwise
        : new WhenAbove(parts.Violation, LogSumExpSides.FarBehind, then, otherwise);

    private Expression RootOf(LogSumExpParts parts) => definitions.Define(
        "root",
        Exp(new Constant(-0.5, "−½") * Abs(parts.Violation)),
        parts.HasOneTerm
            ? "√exp(−|violation|), which is still a normal number when its square has lost digits"
            : "√exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not");

    private Expression DecayOf(LogSumExpParts parts) => definitions.Define(
        "decay",
        RootOf(parts) * RootOf(parts),
        "the smaller of 1 and exp(u), relative to the larger: exp(−|violation|)");

    private Expression SumRootOf(LogSumExpParts parts) => definitions.Define(
        "sumRoot",
        new WhenNotPositive(parts.Violation, RootOf(parts), 1),
        "the root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u)");

    private Expression PartitionOf(LogSumExpParts parts) => definitions.Define(
        "partition",
        UnitOf(parts) + OthersOf(parts),
        "1 + Σ exp(u), relative to the same: at least 1");

    private Expression UnitOf(LogSumExpParts parts) => definitions.Define(
        "unit",
        new WhenNotPositive(parts.Violation, 1, RootOf(parts) * RootOf(parts)),
        "the 1 of 1 + Σ exp(u), relative to the same");

    /// <summary>The logarithm of the partition, whose larger term is at least 1. The other keeps its digits beside it, so that a loss of 1e-30 has all of them.</summary>
    private Expression LogPartitionOf(LogSumExpParts parts)
    {
        if (parts.HasOneTerm)
        {
            return Log1pUpToOne(DecayOf(parts));
        }

        Expression others = OthersOf(parts);
        return LogOfSum(UnitOf(parts), others);
    }

    /// <summary>The 1 of 1 + Σ exp u, relative to the larger of 1 and the largest exp(u).</summary>
    private Expression UnitFromLargestOfAll(LogSumExpParts parts) =>
        definitions.Define("unit", new Unary(UnaryOperator.ScaledExp, -parts.Violation), "the 1 of 1 + Σ exp(u), measured from the same as the exps, and times 2⁸ as they are");

    private Expression PartitionFromLargestOfAll(LogSumExpParts parts) => definitions.Define("partition", UnitFromLargestOfAll(parts) + parts.Sum, "1 + Σ exp(u), measured likewise: at least 2⁸");

    /// <summary>The 1 of 1 + Σ exp u, relative to the exp of the bound on u.</summary>
    private Expression UnitOfBounded(LogSumExpParts parts) => definitions.Define("unit", Exp(-parts.Violation), "the 1 of 1 + Σ exp(u), relative to the exp of the bound");

    private Expression OthersOfBounded(LogSumExpParts parts) => definitions.Define("others", parts.Sum, "the Σ exp(u) of 1 + Σ exp(u), relative to the same");

    private Expression PartitionOfBounded(LogSumExpParts parts) => definitions.Define(
        "partition",
        UnitOfBounded(parts) + OthersOfBounded(parts),
        "1 + Σ exp(u), relative to the same");

    /// <summary>
    /// A logarithm may take off again most of a violation that is only a bound. Where Σ exp u is at most 1 there is none of it, so that a small loss has all its digits.
    /// </summary>
    private Expression LossOfBounded(LogSumExpParts parts)
    {
        (Expression unit, Expression others) = (UnitOfBounded(parts), OthersOfBounded(parts));
        Expression beyondUnit = definitions.Define("beyondUnit", others - unit, "above 0 where Σ exp(u) is more than 1");
        return new WhenNotPositive(beyondUnit, 0, parts.Violation)
            + LogOfSum(new WhenNotPositive(beyondUnit, 1, unit), new WhenNotPositive(beyondUnit, others / unit, others));
    }

    private Expression OthersOf(LogSumExpParts parts) => definitions.Define(
        "others",
        SumRootOf(parts) * parts.Sum * SumRootOf(parts),
        "the Σ exp(u) of 1 + Σ exp(u), relative to the same");
}
