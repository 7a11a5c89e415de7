namespace LossGen.Generator.Formula;

/// <summary>
/// The lanes of a vector that hold no element of a side, the label's and those beyond the row, are loaded as a masked score: −∞ for a negative, +∞ for
/// a positive; weights and probabilities as 0. Most values come out as the neutral element of their reduction then, at no cost. Those that do not are
/// replaced by it.
/// </summary>
internal static class Padding
{
    private enum Value
    {
        Zero,
        Finite,
        MinusInfinity,
        PlusInfinity,
        Unknown,
    }

    /// <summary>The sum over the elements of a side.</summary>
    public static Expression SumOver(Axes side, Expression body) => Functions.SumOver(side, Within(side, body, 0));

    /// <summary>The largest over the elements of a side that is not NaN.</summary>
    public static Expression LargestOver(Axes side, Expression body) => new Reduction(Reducer.Largest, side, Within(side, body, double.NegativeInfinity));

    /// <summary>The maximum over the elements of a side; NaN if there is one.</summary>
    public static Expression MaxOver(Axes side, Expression body) => new Reduction(Reducer.Max, side, Within(side, body, double.NegativeInfinity));

    /// <summary>A value that is <paramref name="neutral"/> in the lanes without an element.</summary>
    public static Expression Within(Axes side, Expression body, double neutral)
    {
        Value wanted = neutral == 0 ? Value.Zero : Value.MinusInfinity;
        return Of(body) == wanted ? body : new WithinSide(side, body, new Constant(neutral));
    }

    private static Value Of(Expression expression) => expression switch
    {
        Constant { Value: 0 } => Value.Zero,
        Score { IsSingle: false, Side: var side } => side == Axes.Negatives ? Value.MinusInfinity : Value.PlusInfinity,
        OfClass { IsSingle: false } => Value.Zero,
        Reference { Definition: { Rank: Rank.Element, Value: var value } } => Of(value),
        WithinSide { Otherwise.Value: var otherwise } => otherwise == 0 ? Value.Zero : Value.MinusInfinity,
        Unary { Operator: UnaryOperator.Negate, Operand: var x } => Minus(Of(x)),
        Unary { Operator: UnaryOperator.Relu, Operand: var x } => OfRelu(Of(x)),
        Unary { IsExp: true, Operand: var x } => Of(x) == Value.MinusInfinity ? Value.Zero : Value.Unknown,
        Binary { Operator: BinaryOperator.Add } sum => Plus(Of(sum.Left), Of(sum.Right)),
        Binary { Operator: BinaryOperator.Subtract } difference => Plus(Of(difference.Left), Minus(Of(difference.Right))),
        Binary { Operator: BinaryOperator.Multiply } product => Times(product.Left, product.Right),
        Binary { Operator: BinaryOperator.Min, Right: Constant } smaller when Of(smaller.Left) == Value.MinusInfinity => Value.MinusInfinity,
        Binary { Operator: BinaryOperator.Weigh, Left: var weight } => Of(weight) == Value.Zero ? Value.Zero : Value.Unknown,
        WhenNotPositive choice when Of(choice.Value) is Value.MinusInfinity or Value.Zero => Of(choice.Then),
        _ when expression.Rank == Rank.Element => Value.Unknown,
        _ => Value.Finite,
    };

    private static Value OfRelu(Value x) => x switch
    {
        Value.MinusInfinity or Value.Zero => Value.Zero,
        Value.PlusInfinity => Value.PlusInfinity,
        _ => Value.Unknown,
    };

    private static Value Minus(Value x) => x switch
    {
        Value.MinusInfinity => Value.PlusInfinity,
        Value.PlusInfinity => Value.MinusInfinity,
        _ => x,
    };

    private static Value Plus(Value x, Value y) => (x, y) switch
    {
        (Value.Unknown, _) or (_, Value.Unknown) => Value.Unknown,
        (var same, var other) when same == other => same,
        (Value.Zero, _) => y,
        (_, Value.Zero) => x,
        (Value.Finite, _) => y,
        (_, Value.Finite) => x,
        _ => Value.Unknown,
    };

    private static Value Times(Expression left, Expression right) => (Of(left), Of(right)) switch
    {
        (Value.Zero, Value.Zero or Value.Finite) or (Value.Finite, Value.Zero) => Value.Zero,
        (Value.Finite, Value.Finite) => Value.Finite,
        (_, var value) when left is Constant { Value: > 0 } => value,
        (_, var value) when left is Constant { Value: < 0 } => Minus(value),
        _ => Value.Unknown,
    };
}
