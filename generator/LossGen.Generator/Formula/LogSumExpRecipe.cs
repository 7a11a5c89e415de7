using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>
/// All log-sum-exp losses share one form, two sides of exponents a and b with u = γ (a + b + m), and one recipe: every side is measured from its own
/// largest term, the label stays out of the sum over the others, and a sum that is small against 1 goes into log1p. It is the shifted form of
/// P. Blanchard, D. J. Higham and N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA J. Numer. Anal. 41 (2021), with the
/// shift taken off the sum before the two meet, so that an offset of all scores changes nothing.
/// </summary>
/// <param name="definitions">Collects the named values.</param>
/// <param name="scaling">Multiplies differences by γ.</param>
/// <param name="rewrite">Rewrites the terms.</param>
/// <param name="smallestFinite">The smallest finite number of the type that is computed in.</param>
internal sealed class LogSumExpRecipe(DefinitionList definitions, Scaling scaling, Func<Expression, Expression> rewrite, Constant smallestFinite)
{
    private readonly Dictionary<TwoSidedLogSumExp, Parts> known = [];

    /// <summary>log Σ exp u.</summary>
    public Expression ValueOf(TwoSidedLogSumExp logSumExp)
    {
        Parts parts = PartsOf(logSumExp);
        return definitions.Define("logSumExp", parts.Violation + Log(parts.Sum), "log Σ exp(u)");
    }

    /// <summary>A side's softmax.</summary>
    public Expression WeightOf(SoftmaxWeight weight)
    {
        Side side = PartsOf(weight.Of).Of(weight.Side);
        return side.Exponentials / side.Sum;
    }

    /// <summary>
    /// log(1 + Σ exp u). The larger of 1 and the largest exp(u) is taken out: if that is the 1, log1p keeps all digits of a loss of 1e-30.
    /// </summary>
    public Expression SoftplusOf(TwoSidedLogSumExp logSumExp)
    {
        Parts parts = PartsOf(logSumExp);
        Expression partition = PartitionOf(parts);
        return new WhenNotPositive(parts.Violation, Log1p(OthersOf(parts)), parts.Violation + Log(partition));
    }

    /// <summary>σ(LSE u) = 1 − exp(−softplus(LSE u)), as the sum times what a unit of it weighs: never one minus something.</summary>
    public Expression SigmoidOf(TwoSidedLogSumExp logSumExp)
    {
        Parts parts = PartsOf(logSumExp);
        Expression root = RootOf(parts);
        Expression partition = PartitionOf(parts);
        Expression slope = definitions.Define(
            "slope",
            new WhenNotPositive(parts.Violation, root / partition * root, 1 / partition),
            "the derivative of the loss by a unit of the sum");
        return parts.Negatives.Sum * parts.Positives.Sum * slope;
    }

    /// <summary>One side: its largest term, exp(γ (term − largest)) for each term, and their sum.</summary>
    private sealed record Side(Expression Largest, Expression Exponentials, Expression Sum);

    /// <summary>log Σ exp u = <paramref name="Violation"/> + log <paramref name="Sum"/>, where the violation is the largest u.</summary>
    private sealed record Parts(Side Negatives, Side Positives, Expression Violation, Expression Sum)
    {
        public Side Of(Axes side) => side == Axes.Negatives ? Negatives : Positives;
    }

    private Parts PartsOf(TwoSidedLogSumExp logSumExp)
    {
        if (!known.TryGetValue(logSumExp, out Parts? parts))
        {
            Violation u = logSumExp.Violation;
            Side positives = SideOf(u, Axes.Positives);
            Side negatives = SideOf(u, Axes.Negatives);

            // The target stays outside the sum over the others, and the margin meets a difference, not a score: no offset of the scores can swallow it.
            Expression violation = definitions.Define(
                "violation",
                scaling.Scale(u.Gamma, negatives.Largest + positives.Largest + u.Margin),
                "the largest u: by how much the best of the others beats the label");
            parts = new Parts(negatives, positives, violation, negatives.Sum * positives.Sum);
            known.Add(logSumExp, parts);
        }

        return parts;
    }

    private Side SideOf(Violation u, Axes side)
    {
        Expression term = rewrite(u.Term(side));
        if (term.Axes == Axes.None)
        {
            return new Side(term, 1, 1);
        }

        Expression largest = rewrite(LargestOf(term));
        Expression reference = definitions.Define(
            "reference",
            Max(largest, smallestFinite),
            "with every negative masked (−∞) the differences from the largest must still be −∞ and not NaN");
        Expression exponentials = definitions.Define("e", Exp(scaling.Scale(u.Gamma, term - reference)), "one exp a score, of an argument that is never positive");
        Expression sum = definitions.Define("sum", SumOf(exponentials), "their sum: at least 1, unless all are masked");
        return new Side(largest, exponentials, sum);
    }

    private Expression RootOf(Parts parts) => definitions.Define(
        "root",
        Exp(new Constant(-0.5, "−½") * Abs(parts.Violation)),
        "√exp(−|violation|), which is still there when its square has underflowed, and then times a large sum");

    private Expression PartitionOf(Parts parts) => definitions.Define(
        "partition",
        UnitOf(parts) + OthersOf(parts),
        "1 + Σ exp(u), relative to the same: at least 1");

    private Expression UnitOf(Parts parts) => definitions.Define(
        "unit",
        new WhenNotPositive(parts.Violation, 1, RootOf(parts) * RootOf(parts)),
        "the 1 of 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u)");

    private Expression OthersOf(Parts parts) => definitions.Define(
        "others",
        new WhenNotPositive(parts.Violation, RootOf(parts) * parts.Sum * RootOf(parts), parts.Sum),
        "the Σ exp(u) of 1 + Σ exp(u), relative to the same");
}
