using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes expressions as C#: values of a row with the scalar's own operators, values of elements in the lanes of a vector.</summary>
internal static class ExpressionText
{
    /// <summary>The batch's factor on all gradients.</summary>
    public const string UpstreamName = "upstream";

    private const int Choice = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Primary = 3;

    /// <summary>The value of a row, or of a batch.</summary>
    public static string OfRow(Expression expression, ScalarType scalar) => OfRow(expression, scalar, Choice);

    /// <summary>The value of the elements in the vector that <paramref name="index"/> numbers.</summary>
    /// <param name="expression">The value.</param>
    /// <param name="dialect">The operations of the vector.</param>
    /// <param name="index">The vector's number, which stands behind its names.</param>
    /// <param name="hasPairs">Whether both sides have many elements.</param>
    public static string OfElements(Expression expression, Dialect dialect, int index, bool hasPairs) =>
        OfElements(expression, new Elements(dialect, index, hasPairs), Choice);

    /// <summary>What a vector of a side's scores is called, before its number.</summary>
    public static string NameOfScores(Axes side, bool hasPairs) => (side, hasPairs) switch
    {
        (_, false) => "z",
        (Axes.Negatives, _) => "negative",
        _ => "positive",
    };

    /// <summary>What the mask of a side's elements is called, before its number.</summary>
    public static string NameOfMask(Axes side) => side == Axes.Negatives ? "isNegative" : "isPositive";

    /// <summary>What a vector of the classes' weights or probabilities is called, before its number.</summary>
    public static string NameOf(ClassInput input) => input == ClassInput.Weight ? "weight" : "probability";

    /// <summary>What the number of a side's elements is called.</summary>
    public static string NameOf(Count count) => count.Side == Axes.Negatives ? "negativeCount" : "positiveCount";

    /// <summary>The names of the row's and the batch's values that an element's value needs in all lanes.</summary>
    public static IEnumerable<string> BroadcastNames(Expression expression) => expression.Nodes()
        .Where(node => node.Rank is Rank.Row or Rank.Batch)
        .Select(node => node switch
        {
            Reference { Definition: { Value: not FirstIndexOf, Name: var name } } => name,
            Upstream => UpstreamName,
            Count count => NameOf(count),
            _ => null,
        })
        .OfType<string>();

    /// <summary>Where an element's value is computed: the operations, the vector's number and whether scores are named after their side.</summary>
    private sealed record Elements(Dialect Dialect, int Index, bool HasPairs);

    private static string OfRow(Expression expression, ScalarType scalar, int outer)
    {
        string type = scalar.Keyword();
        return expression switch
        {
            Constant constant => Literal.Of(constant.Value, scalar),
            Reference reference => reference.Definition.Name,
            Upstream => UpstreamName,
            Score { IsSingle: true } => "Unsafe.Add(ref scores, label)",
            OfClass ofClass => $"Unsafe.Add(ref {(ofClass.Input == ClassInput.Weight ? "classWeights" : "probabilities")}, label)",
            Count count => NameOf(count),
            Unary { Operator: UnaryOperator.Negate, Operand: var x } => "-" + OfRow(x, scalar, Primary),
            Unary { Operator: UnaryOperator.Absolute, Operand: var x } => $"{type}.Abs({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.Exp, Operand: var x } => $"VectorMath.Exp({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.Log, Operand: var x } => $"VectorMath.Log({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.Log1p, Operand: var x } => $"VectorMath.Log1p({OfRow(x, scalar)})",
            Unary { Operator: UnaryOperator.Relu, Operand: var x } => $"{type}.Max({OfRow(x, scalar)}, {Literal.Of(0, scalar)})",
            Binary { Operator: BinaryOperator.MaxNumber } max => $"{type}.MaxNumber({OfRow(max.Left, scalar)}, {OfRow(max.Right, scalar)})",
            Binary { Operator: BinaryOperator.Min } min => $"{type}.Min({OfRow(min.Left, scalar)}, {OfRow(min.Right, scalar)})",
            Binary { Operator: BinaryOperator.Max } max => $"{type}.Max({OfRow(max.Left, scalar)}, {OfRow(max.Right, scalar)})",
            Binary binary => InfixOf(binary, outer, (operand, binding) => OfRow(operand, scalar, binding)),
            WhenNotPositive choice => InParentheses(
                $"{OfRow(choice.Value, scalar, Sum)} <= {Literal.Of(0, scalar)} ? {OfRow(choice.Then, scalar, Sum)} : {OfRow(choice.Otherwise, scalar, Sum)}",
                outer > Choice),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ToString(), "not a value of a row"),
        };
    }

    private static string OfElements(Expression expression, Elements elements, int outer) => expression switch
    {
        Constant constant => elements.Dialect.Constant(constant.Value),
        Upstream => UpstreamName + elements.Dialect.BroadcastSuffix,
        Reference { Definition: var definition } when definition.Value.Rank == Rank.Element => definition.Name + Literal.Of(elements.Index),
        Reference { Definition: var definition } => definition.Name + elements.Dialect.BroadcastSuffix,
        Count count => NameOf(count) + elements.Dialect.BroadcastSuffix,
        Score { Side: var side } => NameOfScores(side, elements.HasPairs) + Literal.Of(elements.Index),
        OfClass ofClass => NameOf(ofClass.Input) + Literal.Of(elements.Index),
        WithinSide within => elements.Dialect.Select(
            NameOfMask(within.Side) + Literal.Of(elements.Index),
            OfElements(within.Value, elements, Choice),
            elements.Dialect.Constant(within.Otherwise.Value)),
        Unary { Operator: UnaryOperator.Negate, Operand: var x } => "-" + OfElements(x, elements, Primary),
        Unary { Operator: UnaryOperator.Relu, Operand: var x } => elements.Dialect.Larger(elements.Dialect.Constant(0), OfElements(x, elements, Choice)),
        Binary { Operator: BinaryOperator.Weigh } product => elements.Dialect.Weigh(OfElements(product.Left, elements, Product), OfElements(product.Right, elements, Primary)),
        Binary { Operator: BinaryOperator.Min, Right: Constant } min => elements.Dialect.Smaller(OfElements(min.Right, elements, Choice), OfElements(min.Left, elements, Choice)),
        Binary binary => InfixOf(binary, outer, (operand, binding) => OfElements(operand, elements, binding)),
        WhenNotPositive choice => elements.Dialect.WhenNotPositive(
            OfElements(choice.Value, elements, Choice),
            OfElements(choice.Then, elements, Choice),
            OfElements(choice.Otherwise, elements, Choice)),
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
