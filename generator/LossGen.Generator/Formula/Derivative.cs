using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>What a loss changes by when a score does: one expression a side, 0 where the side has no say.</summary>
internal sealed record Gradient(Expression Negatives, Expression Positives);

/// <summary>
/// Reverse mode on the expression tree: every node passes its adjoint on to its operands, multiplied by the local derivative, and the scores collect
/// what reaches them. See A. Griewank and A. Walther, "Evaluating Derivatives", 2nd edition, section 3.2.
/// </summary>
internal sealed class Derivative
{
    private Expression negatives = 0;
    private Expression positives = 0;

    /// <summary>The gradient of <paramref name="upstream"/> × <paramref name="loss"/> by the scores of both sides.</summary>
    public static Gradient Of(Expression loss, Expression upstream)
    {
        var derivative = new Derivative();
        derivative.Propagate(loss, upstream, Axes.None);
        return new Gradient(derivative.negatives, derivative.positives);
    }

    /// <param name="node">What the adjoint is passed to.</param>
    /// <param name="adjoint">The derivative of the loss by the node, for each element of <paramref name="axes"/>.</param>
    /// <param name="axes">The axes of the node's user; the adjoint may be the same for all their elements.</param>
    private void Propagate(Expression node, Expression adjoint, Axes axes)
    {
        // A value that was broadcast over an axis hears from every element of it.
        adjoint = SumOver(axes & ~node.Axes, adjoint);

        switch (node)
        {
            case Constant or Upstream or Count or OfClass or Unary { Operator: UnaryOperator.Detach }:
                break;
            case Score { Side: Axes.Negatives }:
                negatives += adjoint;
                break;
            case Score:
                positives += adjoint;
                break;
            case Unary unary:
                Propagate(unary.Operand, adjoint * LocalDerivative(unary.Operator, unary.Operand, unary), unary.Axes);
                break;
            case Binary { Operator: BinaryOperator.Add } sum:
                Propagate(sum.Left, adjoint, sum.Axes);
                Propagate(sum.Right, adjoint, sum.Axes);
                break;
            case Binary { Operator: BinaryOperator.Subtract } difference:
                Propagate(difference.Left, adjoint, difference.Axes);
                Propagate(difference.Right, -adjoint, difference.Axes);
                break;
            case Binary { Operator: BinaryOperator.Multiply } product:
                Propagate(product.Left, adjoint * product.Right, product.Axes);
                Propagate(product.Right, adjoint * product.Left, product.Axes);
                break;
            case Binary { Operator: BinaryOperator.Divide } quotient:
                Propagate(quotient.Left, adjoint / quotient.Right, quotient.Axes);
                Propagate(quotient.Right, -(adjoint * (quotient / quotient.Right)), quotient.Axes);
                break;
            case Reduction { Reducer: Reducer.Sum } sum:
                Propagate(sum.Body, adjoint, sum.Axes | sum.Over);
                break;
            case Reduction { Reducer: Reducer.Max } max:
                Propagate(max.Body, adjoint * new IsFirstMaximum(max), max.Axes | max.Over);
                break;
            case CrossEntropyMixture mixture:
                Propagate(mixture.InTermsOfLabel, adjoint, Axes.None);
                break;
            case TwoSidedLogSumExp logSumExp:
                PropagateToSide(logSumExp, Axes.Negatives, adjoint);
                PropagateToSide(logSumExp, Axes.Positives, adjoint);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node.GetType().Name, "no derivative is known for this node");
        }
    }

    private void PropagateToSide(TwoSidedLogSumExp logSumExp, Axes side, Expression adjoint)
    {
        Expression term = logSumExp.Violation.Term(side);

        // The softmax of a single element is 1.
        Expression weight = term.Axes == Axes.None ? 1 : new SoftmaxWeight(logSumExp, side);
        Propagate(term, adjoint * logSumExp.Violation.Gamma * weight, term.Axes);
    }

    private static Expression LocalDerivative(UnaryOperator unaryOperator, Expression x, Expression value) => unaryOperator switch
    {
        UnaryOperator.Negate => -1,
        UnaryOperator.Exp => value,
        UnaryOperator.Log => 1 / x,
        UnaryOperator.Log1p => 1 / (1 + x),
        UnaryOperator.Relu => Step(x),
        UnaryOperator.Softplus => Sigmoid(x),
        UnaryOperator.Sigmoid => value * (1 - value),
        UnaryOperator.Step => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(unaryOperator), unaryOperator, "no derivative is known for this operator"),
    };
}
