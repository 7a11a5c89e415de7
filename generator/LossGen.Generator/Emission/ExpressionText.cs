using LossGen.Generator.Formula;

namespace LossGen.Generator.Emission;

/// <summary>Writes expressions as C#.</summary>
internal static class ExpressionText
{
    /// <summary>The factor on all gradients, of the batch or of the row.</summary>
    public const string UpstreamName = "upstream";

    private const int Choice = 0;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Primary = 3;

    public static string Of(Expression expression, Scope scope) => Of(expression, scope, Choice);

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

    /// <summary>The names of the values that an expression takes from a whole row, or from the whole batch.</summary>
    public static IEnumerable<string> NamesOf(Rank rank, Expression expression) => expression.Nodes()
        .Where(node => node.Rank == rank)
        .Select(node => node switch
        {
            Reference { Definition: { Value: not FirstIndexOf, Name: var name } } => name,
            Upstream => UpstreamName,
            Count count => NameOf(count),
            _ => null,
        })
        .OfType<string>();

    private static string Of(Expression expression, Scope scope, int outer)
    {
        Dialect dialect = scope.Dialect;
        return expression switch
        {
            Constant constant => dialect.Constant(constant.Value),
            Reference { Definition: { Rank: Rank.Element, Name: var name } } => scope.NameOfElement(name),
            Reference { Definition: { Rank: var rank, Name: var name } } => scope.NameOf(name, rank),
            Upstream upstream => scope.NameOf(UpstreamName, upstream.Rank),
            Count count => scope.NameOf(NameOf(count), count.Rank),
            Score { IsSingle: true } => $"Unsafe.Add(ref {scope.Row.Of("scores")}, {scope.Row.Of("label")})",
            Score { Side: var side } => scope.NameOfElement(NameOfScores(side, scope.HasPairs)),
            OfClass { IsSingle: true, Input: var input } => $"Unsafe.Add(ref {(input == ClassInput.Weight ? "classWeights" : "probabilities")}, {scope.Row.Of("label")})",
            OfClass { Input: var input } => scope.NameOfElement(NameOf(input)),
            WithinSide within when !scope.HasMasks => Of(within.Value, scope, outer),
            WithinSide within => dialect.Select(scope.NameOfElement(NameOfMask(within.Side)), Operand(within.Value), dialect.Constant(within.Otherwise.Value)),
            Unary { Operator: UnaryOperator.Negate, Operand: var x } => "-" + Of(x, scope, Primary),
            Unary { Operator: UnaryOperator.Absolute, Operand: var x } => $"{dialect.Operations}.Abs({Operand(x)})",
            Unary { Operator: UnaryOperator.Exp, Operand: var x } => dialect.Call("Exp", Operand(x)),
            Unary { Operator: UnaryOperator.ScaledExp, Operand: var x } => Of(1 / LogSumExpSides.UnitOfScaledExp.Value * Functions.Exp(x), scope, outer),
            Unary { Operator: UnaryOperator.Log, Operand: var x } => dialect.Call("Log", Operand(x)),
            Unary { Operator: UnaryOperator.Log1p, Operand: var x } => dialect.Call("Log1p", Operand(x)),
            Unary { Operator: UnaryOperator.Log1pUpToOne, Operand: var x } => $"{dialect.Helpers}.Log1pUpToOne({Operand(x)})",
            Unary { Operator: UnaryOperator.Relu, Operand: var x } => dialect.Larger(dialect.Constant(0), Operand(x)),
            Binary { Operator: BinaryOperator.LogOfSum } log => $"{dialect.Helpers}.LogOfSum({Operand(log.Left)}, {Operand(log.Right)})",
            Binary { Operator: BinaryOperator.Weigh } product => dialect.Weigh(Of(product.Left, scope, Product), Of(product.Right, scope, Primary)),
            Binary { Operator: BinaryOperator.Min, Right: Constant, Rank: Rank.Element } min => dialect.Smaller(Operand(min.Right), Operand(min.Left)),
            Binary { Operator: BinaryOperator.Min or BinaryOperator.Max or BinaryOperator.MaxNumber } extremum =>
                $"{dialect.Operations}.{extremum.Operator}({Operand(extremum.Left)}, {Operand(extremum.Right)})",
            Binary binary => InfixOf(binary, outer, (operand, binding) => Of(operand, scope, binding)),
            WhenNotPositive choice => dialect.WhenNotPositive(
                Of(choice.Value, scope, Sum),
                Of(choice.Then, scope, Sum),
                Of(choice.Otherwise, scope, Sum),
                isOperand: outer > Choice || scope.Element is not null),
            WhenAbove choice => dialect.WhenAbove(
                Of(choice.Value, scope, Sum),
                choice.Limit.Value,
                Of(choice.Then, scope, Sum),
                Of(choice.Otherwise, scope, Sum),
                isOperand: outer > Choice || scope.Element is not null),
            OnlyAt only => dialect.Select(dialect.Equal(scope.NameOf(NameOfIndex(only), Rank.Row), dialect.Constant(scope.Element!.Value)), Operand(only.Value), dialect.Constant(0)),
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.ToString(), "no C# is known for it"),
        };

        string Operand(Expression operand) => Of(operand, scope, Choice);
    }

    private static string NameOfIndex(OnlyAt only) => ((Reference)only.Index).Definition.Name;

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
        string text = $"{write(binary.Left, bindingOnLeft)} {symbol} {write(binary.Right, bindingOnRight)}";
        return outer > own ? $"({text})" : text;
    }
}
