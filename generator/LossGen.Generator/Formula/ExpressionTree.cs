namespace LossGen.Generator.Formula;

internal static class ExpressionTree
{
    /// <summary>The expressions that an expression is directly made of. A reference is a leaf: its definition was made elsewhere.</summary>
    public static IEnumerable<Expression> Operands(this Expression expression) => expression switch
    {
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        WhenNotPositive choice => [choice.Value, choice.Then, choice.Otherwise],
        Reduction reduction => [reduction.Body],
        _ => [],
    };

    /// <summary>The expression and all that it is made of.</summary>
    public static IEnumerable<Expression> Nodes(this Expression expression) =>
        expression.Operands().SelectMany(Nodes).Prepend(expression);

    /// <summary>The definitions that an expression names.</summary>
    public static IEnumerable<Definition> References(this Expression expression) =>
        expression.Nodes().OfType<Reference>().Select(reference => reference.Definition);
}
