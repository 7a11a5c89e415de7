using LossGen.Generator.Formula;
using static System.Math;
using Kind = LossGen.Generator.Formula.UnaryOperator;

namespace LossGen.Generator.Tests.Formula;

/// <summary>Computes expressions of one row in double, each node by its definition, and watches how far from trouble that stays.</summary>
/// <param name="negatives">The scores of the negatives.</param>
/// <param name="positives">The scores of the positives; the first is the label's.</param>
/// <param name="upstream">The factor that derivatives start with.</param>
/// <param name="ofClasses">The weight and the probability of each negative's class, and last of the label's; all 1 if null.</param>
internal sealed class Evaluator(double[] negatives, double[] positives, double upstream = 1, (double Weight, double Probability)[]? ofClasses = null)
{
    private readonly Dictionary<Definition, double[,]> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>How close a relu's operand came to 0, or a maximum to being attained twice: there they have no derivative.</summary>
    public double ClosestKink { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest magnitude of any value.</summary>
    public double Largest { get; private set; }

    /// <summary>Computes named values, each of which may name the ones before it.</summary>
    public void Define(IEnumerable<Definition> definitions)
    {
        foreach (Definition definition in definitions)
        {
            double[,] values = new double[negatives.Length, positives.Length];
            foreach ((int negative, int positive) in Elements(Axes.Pairs, 0, 0))
            {
                values[negative, positive] = Of(definition.Value, negative, positive);
            }

            known.Add(definition, values);
        }
    }

    /// <summary>The value of an expression for one element of each axis; an axis that the expression does not have plays no part.</summary>
    public double Of(Expression expression, int negative = 0, int positive = 0)
    {
        double value = expression switch
        {
            Constant constant => constant.Value,
            Upstream => upstream,
            Count count => count.Side == Axes.Negatives ? negatives.Length : positives.Length,
            OfClass ofClass => OfClasses(ofClass, ofClass.IsSingle ? negatives.Length : negative),
            Score { IsSingle: true } => positives[0],
            Score { Side: Axes.Negatives } => negatives[negative],
            Score => positives[positive],
            Reference reference => known[reference.Definition][negative, positive],
            Unary unary => OfUnary(unary.Operator, Of(unary.Operand, negative, positive)),
            Binary binary => OfBinary(binary.Operator, Of(binary.Left, negative, positive), Of(binary.Right, negative, positive)),
            WhenNotPositive choice => Of(Of(choice.Value, negative, positive) <= 0 ? choice.Then : choice.Otherwise, negative, positive),
            WhenAbove choice => Of(Of(choice.Value, negative, positive) > choice.Limit.Value ? choice.Then : choice.Otherwise, negative, positive),
            Generator.Formula.Reduction { Reducer: Reducer.Sum } sum => SumOver(sum.Over, sum.Body, negative, positive),
            Generator.Formula.Reduction max => MaxOver(max, negative, positive),
            IsFirstMaximum { Maximum: var max } => FirstMaximum(max, negative, positive) == (negative, positive) ? 1 : 0,
            FirstIndexOf search => Array.IndexOf(search.Side == Axes.Negatives ? negatives : positives, Of(search.Value, negative, positive)),
            OnlyAt only => (only.Side == Axes.Negatives ? negative : positive) == Of(only.Index, negative, positive) ? Of(only.Value, negative, positive) : 0,
            WithinSide within => Of(within.Value, negative, positive),
            TwoSidedLogSumExp logSumExp => OfLogSumExp(logSumExp, negative, positive),
            CrossEntropyMixture mixture => Of(mixture.InTermsOfLabel, negative, positive),
            SoftmaxWeight weight => OfWeight(weight, negative, positive),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "no value is known for this node"),
        };
        Largest = Max(Largest, Abs(value));
        return value;
    }

    private double OfClasses(OfClass ofClass, int index) => ofClasses is null
        ? 1
        : ofClass.Input == ClassInput.Weight ? ofClasses[index].Weight : ofClasses[index].Probability;

    private double OfLogSumExp(TwoSidedLogSumExp logSumExp, int negative, int positive)
    {
        Violation u = logSumExp.Violation;
        double logSum = Log(SumOver(u.Negative.Axes | u.Positive.Axes, Functions.Exp(u.OfPair), negative, positive));
        return logSumExp.IsMean ? logSum - Log(u.HasPairs ? negatives.Length * positives.Length : negatives.Length) : logSum;
    }

    private double OfWeight(SoftmaxWeight weight, int negative, int positive)
    {
        Expression term = Functions.Exp(weight.Of.Violation.Gamma * weight.Of.Violation.Term(weight.Side));
        return Of(term, negative, positive) / SumOver(term.Axes, term, negative, positive);
    }

    private double MaxOver(Generator.Formula.Reduction max, int negative, int positive)
    {
        double[] values = [.. Elements(max.Over, negative, positive).Select(element => Of(max.Body, element.Negative, element.Positive)).OrderDescending()];
        if (values.Length > 1)
        {
            ClosestKink = Min(ClosestKink, values[0] - values[1]);
        }

        return values[0];
    }

    private (int Negative, int Positive) FirstMaximum(Generator.Formula.Reduction max, int negative, int positive) =>
        Elements(max.Over, negative, positive).MaxBy(element => Of(max.Body, element.Negative, element.Positive));

    private double OfUnary(Kind kind, double x)
    {
        if (kind == Kind.Relu)
        {
            ClosestKink = Min(ClosestKink, Abs(x));
        }

        return kind switch
        {
            Kind.Negate => -x,
            Kind.Absolute => Abs(x),
            Kind.Exp or Kind.ExpOfAnySign => Exp(x),
            Kind.ScaledExp => (1 << 8) * Exp(x),
            Kind.Detach => x,
            Kind.Log => Log(x),
            Kind.Log1p or Kind.Log1pUpToOne => double.LogP1(x),
            Kind.Relu => Max(x, 0),
            Kind.Softplus => Max(x, 0) + double.LogP1(Exp(-Abs(x))),
            Kind.Sigmoid => 1 / (1 + Exp(-x)),
            Kind.Step => x > 0 ? 1 : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no value is known for this operator"),
        };
    }

    private static double OfBinary(BinaryOperator kind, double left, double right) => kind switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.Max => Max(left, right),
        BinaryOperator.Min => Min(left, right),
        BinaryOperator.LogOfSum => double.LogP1((Max(left, right) - 1) + Min(left, right)),
        BinaryOperator.Weigh => left == 0 ? 0 : left * right,
        BinaryOperator.MaxNumber => double.MaxNumber(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no value is known for this operator"),
    };

    private double SumOver(Axes axes, Expression body, int negative, int positive) =>
        Elements(axes, negative, positive).Sum(element => Of(body, element.Negative, element.Positive));

    /// <summary>All elements of some axes; on the others the element stays what it is.</summary>
    private IEnumerable<(int Negative, int Positive)> Elements(Axes axes, int negative, int positive) =>
        from n in axes.HasFlag(Axes.Negatives) ? Enumerable.Range(0, negatives.Length) : [negative]
        from p in axes.HasFlag(Axes.Positives) ? Enumerable.Range(0, positives.Length) : [positive]
        select (n, p);
}
