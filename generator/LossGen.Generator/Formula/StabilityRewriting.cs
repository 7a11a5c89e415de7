using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>
/// Replaces what would overflow or cancel. All log-sum-exp losses share one form, two sides of exponents a and b with u = γ (a + b + m), and one recipe:
/// every side is measured from its own largest term, the label stays out of the sum over the others, and log(1 + x) is computed from the exact remainder
/// of 1 + x. The steps follow N. J. Higham, "Accuracy and Stability of Numerical Algorithms", 2nd edition, sections 1.14.1 and 27.8, and
/// P. Blanchard, D. J. Higham, N. J. Higham, "Accurately computing the log-sum-exp and softmax functions", IMA J. Numer. Anal. 41 (2021).
/// </summary>
internal sealed class StabilityRewriting(List<Definition> definitions, double largestFinite)
{
    private const string LargestRemark = "the largest of the negatives, the label's score not among them";

    private static readonly char[] Digits = [.. "0123456789"];

    private Constant SmallestFinite => new(-largestFinite, "−MaxValue");

    private Expression Target => Define("target", new Score(Axes.Positives, IsSingle: true), "the label's score");

    /// <summary>Stands in for the label's score where it meets the elements'.</summary>
    private Expression FiniteTarget => Define("finiteTarget", Max(Target, SmallestFinite), "a label at −∞ must not meet a masked score in −∞ − (−∞)");

    private readonly Dictionary<TwoSidedLogSumExp, Parts> lowered = [];

    /// <summary>Gives a value a name; the same value keeps the name that it already has.</summary>
    public Expression Define(string name, Expression value, string remark)
    {
        if (value is Constant or Upstream or Reference)
        {
            return value;
        }

        Definition? known = definitions.Find(definition => definition.Value == value);
        if (known is null)
        {
            int namesakes = definitions.Count(definition => definition.Name.TrimEnd(Digits) == name);
            known = new Definition(namesakes == 0 ? name : $"{name}{namesakes + 1}", value, remark);
            definitions.Add(known);
        }

        return new Reference(known);
    }

    public Expression Rewrite(Expression expression) => expression switch
    {
        Unary { Operator: UnaryOperator.Softplus, Operand: TwoSidedLogSumExp logSumExp } => SoftplusOf(PartsOf(logSumExp)),
        Unary { Operator: UnaryOperator.Sigmoid, Operand: TwoSidedLogSumExp logSumExp } => SigmoidOf(PartsOf(logSumExp)),
        Score { IsSingle: true } => Target,
        TwoSidedLogSumExp logSumExp => LogSumExpOf(PartsOf(logSumExp)),
        SoftmaxWeight weight => WeightOf(PartsOf(weight.Of).Side(weight.Side)),
        Unary { Operator: UnaryOperator.Relu or UnaryOperator.Step } kink when kink.Axes != Axes.None =>
            kink with { Operand = Rewrite(kink.Operand).Replace(Target, FiniteTarget) },
        Unary unary => Simplification.Of(unary with { Operand = Rewrite(unary.Operand) }),
        Binary binary => Simplification.Of(binary with { Left = Rewrite(binary.Left), Right = Rewrite(binary.Right) }),
        Reduction { Reducer: Reducer.Sum, Body: Unary { Operator: UnaryOperator.Relu } } sum => SumOfPositiveParts(sum),
        Reduction reduction => Reduce(reduction.Reducer, reduction.Over, Rewrite(reduction.Body)),
        IsFirstMaximum { Maximum: var maximum } => new OnlyAt(
            Define("argmax", new FirstIndexOf(Rewrite(maximum)), "the first of the negatives that is the largest"),
            1),
        _ => expression,
    };

    /// <summary>One side of a log-sum-exp: its largest term, exp(γ (term − largest)) for each term, and their sum.</summary>
    private sealed record SideParts(Expression Largest, Expression Exponentials, Expression Sum);

    /// <summary>log Σ exp u = <paramref name="Violation"/> + log <paramref name="Sum"/>, where the violation is the largest u.</summary>
    private sealed record Parts(SideParts Negatives, SideParts Positives, Expression Violation, Expression Sum)
    {
        public SideParts Side(Axes side) => side == Axes.Negatives ? Negatives : Positives;
    }

    private Parts PartsOf(TwoSidedLogSumExp logSumExp)
    {
        if (!lowered.TryGetValue(logSumExp, out Parts? parts))
        {
            Violation u = logSumExp.Violation;
            SideParts positives = SideOf(u, Axes.Positives);
            SideParts negatives = SideOf(u, Axes.Negatives);
            Expression violation = LargestViolation(u, negatives.Largest + positives.Largest);
            parts = new Parts(negatives, positives, violation, negatives.Sum * positives.Sum);
            lowered.Add(logSumExp, parts);
        }

        return parts;
    }

    private SideParts SideOf(Violation u, Axes side)
    {
        Expression term = u.Term(side);
        if (term.Axes == Axes.None)
        {
            return new SideParts(Rewrite(term), 1, 1);
        }

        Expression largest = Define("max", LargestOf(term), LargestRemark);
        Expression reference = Define(
            "reference",
            Max(largest, SmallestFinite),
            "with every negative masked (−∞) the differences from the largest must still be −∞ and not NaN");
        Expression exponentials = Define("e", Exp(u.Gamma * (term - reference)), "one exp a score, of an argument that is never positive");
        return new SideParts(largest, exponentials, Define("sum", SumOf(exponentials), "their sum, at least 1"));
    }

    /// <summary>The largest u. The gap and the margin can cancel: what their sum rounds away is added back, as large γ would make it visible.</summary>
    private Expression LargestViolation(Violation u, Expression difference)
    {
        if (u.Margin.Value == 0)
        {
            return Define("violation", u.Gamma * difference, "the largest u: by how much the best of the others beats the label");
        }

        // TwoSum, D. E. Knuth, "The Art of Computer Programming", volume 2, section 4.2.2, theorem B.
        Expression gap = Define("difference", difference, "how far the best of the others is above the label");
        Expression sum = Define("gap", gap + u.Margin, "the same with the margin");
        Expression addend = Define("marginInGap", sum - gap, "what the gap took of the margin");
        Expression lost = Define("lost", (gap - (sum - addend)) + (u.Margin - addend), "what it rounded away: difference + margin = gap + lost, exactly (TwoSum)");
        return Define(
            "violation",
            (u.Gamma * sum) + (u.Gamma * FiniteOrZero(lost)),
            "the largest u: by how much the best of the others beats the label");
    }

    private Expression LogSumExpOf(Parts parts) => Define("logSumExp", parts.Violation + Log(parts.Sum), "log Σ exp(u)");

    private static Expression WeightOf(SideParts side) => side.Exponentials / side.Sum;

    /// <summary>
    /// log(1 + Σ exp u). The larger of 1 and the largest exp(u) is taken out; what is left is <c>unit + others</c>, one of which holds a 1, and the
    /// rounding of that sum is known exactly and given back to the logarithm: a loss of 1e-30 keeps all its digits.
    /// </summary>
    private Expression SoftplusOf(Parts parts)
    {
        (Expression others, Expression partition) = PartitionOf(parts);
        return Max(parts.Violation, 0) + Log(partition)
            + new WhenNotPositive(parts.Violation, (others - (partition - 1)) / partition, 0);
    }

    /// <summary>σ(LSE u) = 1 − exp(−loss), as the sum times what a unit of it weighs: never one minus something.</summary>
    private Expression SigmoidOf(Parts parts)
    {
        (_, Expression partition) = PartitionOf(parts);
        Expression half = HalfOf(parts);
        Expression slope = Define(
            "slope",
            new WhenNotPositive(parts.Violation, half / partition * half, 1 / partition),
            "the derivative of the loss by a unit of the sum");
        return parts.Negatives.Sum * parts.Positives.Sum * slope;
    }

    /// <summary>
    /// Σ relu(u). Where the label is at −∞ its finite stand-in is too close: what it is short of is added for each u that is positive.
    /// </summary>
    private Expression SumOfPositiveParts(Reduction sum)
    {
        Expression u = ((Unary)sum.Body).Operand;
        Expression missing = FiniteTarget - Target;
        return Reduce(Reducer.Sum, sum.Over, Rewrite(sum.Body))
            + new WhenNotPositive(missing, 0, missing * Reduce(Reducer.Sum, sum.Over, Rewrite(Step(u))));
    }

    private Expression Reduce(Reducer reducer, Axes over, Expression body) => body is Unary { Operator: UnaryOperator.Step }
        ? Define("active", new Reduction(reducer, over, Product.Combine(body)), "how many of the negatives have a positive u")
        : reducer == Reducer.Sum
            ? Define("sum", new Reduction(reducer, over, body), "the sum over the negatives")
            : Define("max", new Reduction(reducer, over, body), LargestRemark);

    private Expression HalfOf(Parts parts) => Define(
        "half",
        Exp(new Constant(-0.5, "−½") * Abs(parts.Violation)),
        "√exp(−|violation|): the root is still there when its square has underflowed");

    private (Expression Others, Expression Partition) PartitionOf(Parts parts)
    {
        Expression half = HalfOf(parts);
        Expression unit = Define(
            "unit",
            new WhenNotPositive(parts.Violation, 1, half * half),
            "the 1 of 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u)");
        Expression others = Define(
            "others",
            new WhenNotPositive(parts.Violation, half * parts.Sum * half, parts.Sum),
            "the Σ exp(u) of 1 + Σ exp(u), relative to the same");
        return (others, Define("partition", unit + others, "1 + Σ exp(u), relative to the same: at least 1"));
    }
}
