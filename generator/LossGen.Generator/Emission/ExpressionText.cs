using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes expressions as C#: values of a row with the scalar's own operators, values of elements in the lanes of a vector.</summary>
internal static class ExpressionText
{
    private const int Choice = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Primary = 3;

    /// <summary>The value of a row, or of a batch.</summary>
    public static string OfRow(Expression expression, ScalarType scalar) => OfRow(expression, scalar, Choice);

    /// <summary>The value of the elements in the vector that <paramref name="index"/> numbers.</summary>
    public static string OfElements(Expression expression, Dialect dialect, int index) => OfElements(expression, dialect, index, Choice);

    /// <summary>The values of the row that an element's value needs in all lanes.</summary>
    public static IEnumerable<Definition> BroadcastValues(Expression expression) =>
        expression.References().Where(definition => definition.Value.Rank is Rank.Row or Rank.Batch);

    private static string OfRow(Expression expression, ScalarType scalar, int outer)
    {
        string type = scalar.Keyword();
        return expression switch
        {
            Constant constant => Literal.Of(constant.Value, scalar),
            Reference reference => reference.Definition.Name,
            Upstream => "upstream",
            Score => "Unsafe.Add(ref scores, label)",
            Unary { Operator: UnaryOperator.Negate, Operand: var x } => "-" + OfRow(x, scalar, Primary),
            Unary { Operator: UnaryOperator.Absolute, Operand: var x } => $"{type}.Abs({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.Exp, Operand: var x } => $"VectorMath.Exp({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.Log, Operand: var x } => $"VectorMath.Log({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.FiniteOrZero, Operand: var x } =>
                InParentheses($"{type}.IsFinite({OfRow(x, scalar)}) ? {OfRow(x, scalar, Sum)} : {Literal.Of(0, scalar)}", outer > Choice),
            Binary { Operator: BinaryOperator.Max } max => $"{type}.Max({OfRow(max.Left, scalar)}, {OfRow(max.Right, scalar)})",
            Binary binary => InfixOf(binary, outer, (operand, binding) => OfRow(operand, scalar, binding)),
            WhenNotPositive choice => InParentheses(
                $"{OfRow(choice.Value, scalar, Sum)} <= {Literal.Of(0, scalar)} ? {OfRow(choice.Then, scalar, Sum)} : {OfRow(choice.Otherwise, scalar, Sum)}",
                outer > Choice),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ToString(), "not a value of a row"),
        };
    }

    private static string OfElements(Expression expression, Dialect dialect, int index, int outer) => expression switch
    {
        Constant constant => dialect.Constant(constant.Value),
        Reference { Definition: var definition } when definition.Value.Rank == Rank.Element => definition.Name + Literal.Of(index),
        Reference { Definition: var definition } => definition.Name + dialect.BroadcastSuffix,
        Score => "z" + Literal.Of(index),
        Unary { Operator: UnaryOperator.Negate, Operand: var x } => "-" + OfElements(x, dialect, index, Primary),
        Binary binary => InfixOf(binary, outer, (operand, binding) => OfElements(operand, dialect, index, binding)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ToString(), "not a value of an element"),
    };

    private static string InfixOf(Binary binary, int outer, Func<Expression, int, string> write)
    {
        (string symbol, int own, int right) = binary.Operator switch
        {
            BinaryOperator.Add => ("+", Sum, Sum),
            BinaryOperator.Subtract => ("-", Sum, Product),
            BinaryOperator.Multiply => ("*", Product, Product),
            BinaryOperator.Divide => ("/", Product, Primary),
            _ => throw new ArgumentOutOfRangeException(nameof(binary), binary.Operator, "not an infix operator"),
        };

        // Sums and products are evaluated from the left; one on the right keeps its parentheses, since rounding depends on the order,
        // and so does a quotient on the left, for the reader.
        int bindingOnRight = binary.Right is Binary ? Primary : right;
        int bindingOnLeft = binary is { Operator: BinaryOperator.Multiply, Left: Binary { Operator: BinaryOperator.Divide } } ? Primary : own;
        return InParentheses($"{write(binary.Left, bindingOnLeft)} {symbol} {write(binary.Right, bindingOnRight)}", outer > own);
    }

    private static string InParentheses(string text, bool needed) => needed ? $"({text})" : text;
}
