namespace LossGen.Generator.Formula;

/// <summary>The functions of the formula language under their usual names, so that equations look like equations.</summary>
internal static class Functions
{
    public static Expression Abs(Expression x) => new Unary(UnaryOperator.Absolute, x);

    public static Expression Exp(Expression x) => Simplification.Of(new Unary(UnaryOperator.Exp, x));

    public static Expression Log(Expression x) => Simplification.Of(new Unary(UnaryOperator.Log, x));

    public static Expression Relu(Expression x) => new Unary(UnaryOperator.Relu, x);

    public static Expression Step(Expression x) => new Unary(UnaryOperator.Step, x);

    public static Expression Softplus(Expression x) => new Unary(UnaryOperator.Softplus, x);

    public static Expression Sigmoid(Expression x) => new Unary(UnaryOperator.Sigmoid, x);

    public static Expression FiniteOrZero(Expression x) => new Unary(UnaryOperator.FiniteOrZero, x);

    public static Expression Max(Expression x, Expression y) => new Binary(BinaryOperator.Max, x, y);

    /// <summary>The maximum of <paramref name="x"/> over its axes; a value without an axis is its own maximum.</summary>
    public static Expression MaxOf(Expression x) => x.Axes == Axes.None ? x : new Reduction(Reducer.Max, x.Axes, x);

    /// <summary>The sum of <paramref name="x"/> over its axes; a value without an axis is its own sum.</summary>
    public static Expression SumOf(Expression x) => SumOver(x.Axes, x);

    public static Expression SumOver(Axes axes, Expression x) => axes == Axes.None ? x : new Reduction(Reducer.Sum, axes, x);
}
