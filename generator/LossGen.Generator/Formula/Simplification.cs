namespace LossGen.Generator.Formula;

/// <summary>
/// The identities that hold in floating point too, infinities and NaN aside: a neutral element, a zero, a double sign.
/// Operands are simplified already, since expressions are built from the leaves up.
/// </summary>
internal static class Simplification
{
    public static Expression Of(Expression expression) => expression switch
    {
        Unary { Operator: UnaryOperator.Negate, Operand: Constant { Value: var value, Symbol: null } } => -value,
        Unary { Operator: UnaryOperator.Negate, Operand: Unary { Operator: UnaryOperator.Negate, Operand: var inner } } => inner,
        Unary { Operator: UnaryOperator.Exp, Operand: Constant { Value: 0 } } => 1,
        Unary { Operator: UnaryOperator.Log, Operand: Constant { Value: 1 } } => 0,

        Binary { Operator: BinaryOperator.Weigh, Left: Constant { Value: 1 }, Right: var right } => right,
        Binary { Operator: BinaryOperator.Add } sum => OfSum(sum),
        Binary { Operator: BinaryOperator.Subtract } difference => OfDifference(difference),
        Binary { Operator: BinaryOperator.Multiply } product => OfProduct(product),
        Binary { Operator: BinaryOperator.Divide, Left: var left, Right: Constant { Value: 1 } } => left,
        Binary { Operator: BinaryOperator.Divide, Left: Constant { Value: 0 } } => 0,

        _ => expression,
    };

    private static Expression OfSum(Binary sum) => (sum.Left, sum.Right) switch
    {
        (var left, Constant { Value: 0 }) => left,
        (Constant { Value: 0 }, var right) => right,
        (var left, Unary { Operator: UnaryOperator.Negate, Operand: var right }) => left - right,
        (Unary { Operator: UnaryOperator.Negate, Operand: var left }, var right) => right - left,
        _ => sum,
    };

    private static Expression OfDifference(Binary difference) => (difference.Left, difference.Right) switch
    {
        (var left, Constant { Value: 0 }) => left,
        (Constant { Value: 0 }, var right) => -right,
        (var left, Unary { Operator: UnaryOperator.Negate, Operand: var right }) => left + right,
        _ => difference,
    };

    private static Expression OfProduct(Binary product) => (product.Left, product.Right) switch
    {
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => 0,
        (Constant { Value: 1 }, var right) => right,
        (var left, Constant { Value: 1 }) => left,
        (Constant { Value: -1 }, var right) => -right,
        (var left, Constant { Value: -1 }) => -left,
        (Unary { Operator: UnaryOperator.Negate, Operand: var left }, var right) => -(left * right),
        (var left, Unary { Operator: UnaryOperator.Negate, Operand: var right }) => -(left * right),
        _ => product,
    };
}
