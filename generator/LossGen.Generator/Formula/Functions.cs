namespace LossGen.Generator.Formula;

/// <summary>The functions of the formula language under their usual names, so that equations look like equations.</summary>
internal static class Functions
{
    public static Expression Abs(Expression x) => new Unary(UnaryOperator.Absolute, x);

    public static Expression Exp(Expression x) => Simplification.Of(new Unary(UnaryOperator.Exp, x));

    public static Expression Log(Expression x) => Simplification.Of(new Unary(UnaryOperator.Log, x));

    /// <summary>log(1 + x).</summary>
    public static Expression Log1p(Expression x) => new Unary(UnaryOperator.Log1p, x);

    /// <summary>log(1 + x) for x from 0 to 1.</summary>
    public static Expression Log1pUpToOne(Expression x) => new Unary(UnaryOperator.Log1pUpToOne, x);

    /// <summary>log(x + y), and where it is at least 0 with the digits that log1p would keep.</summary>
    public static Expression LogOfSum(Expression x, Expression y) => new Binary(BinaryOperator.LogOfSum, x, y);

    public static Expression Relu(Expression x) => new Unary(UnaryOperator.Relu, x);

    /// <summary>0 for x ≤ 0, else 1. A positive factor of x has no say in it, and must not make it underflow.</summary>
    public static Expression Step(Expression x) => x is Binary { Operator: BinaryOperator.Multiply, Left: Constant { Value: > 0 }, Right: var rest }
        ? new Unary(UnaryOperator.Step, rest)
        : new Unary(UnaryOperator.Step, x);

    public static Expression Softplus(Expression x) => new Unary(UnaryOperator.Softplus, x);

    public static Expression Sigmoid(Expression x) => new Unary(UnaryOperator.Sigmoid, x);

    /// <summary>x, taken for a constant by the derivative.</summary>
    public static Expression Detach(Expression x) => new Unary(UnaryOperator.Detach, x);

    public static Expression Min(Expression x, Expression y) => new Binary(BinaryOperator.Min, x, y);

    public static Expression Max(Expression x, Expression y) => new Binary(BinaryOperator.Max, x, y);

    /// <summary>The larger; the other if one is NaN.</summary>
    public static Expression MaxNumber(Expression x, Expression y) => new Binary(BinaryOperator.MaxNumber, x, y);

    /// <summary>The maximum of <paramref name="x"/> over its axes; a value without an axis is its own maximum.</summary>
    public static Expression MaxOf(Expression x) => x switch
    {
        _ when x.Axes == Axes.None => x,
        Binary { Operator: BinaryOperator.Multiply, Left: Constant { Value: > 0 } scale, Right: var rest } => scale * MaxOf(rest),
        _ => new Reduction(Reducer.Max, x.Axes, x),
    };

    /// <summary>The sum of <paramref name="x"/> over its axes; a value without an axis is its own sum.</summary>
    public static Expression SumOf(Expression x) => SumOver(x.Axes, x);

    /// <summary>The sum over some axes; what does not vary along them is taken out of it.</summary>
    public static Expression SumOver(Axes axes, Expression x)
    {
        if (axes == Axes.None)
        {
            return x;
        }

        (Expression outside, Expression inside) = Product.Of(x).SplitAt(axes);
        return outside * (inside is Constant { Value: 1 } && axes != Axes.Pairs ? new Count(axes) : new Reduction(Reducer.Sum, axes, inside));
    }
}
