namespace LossGen.Generator.Formula;

internal static class ExpressionTree
{
    /// <summary>The expressions that an expression is directly made of. A reference is a leaf: its definition was made elsewhere.</summary>
    public static IEnumerable<Expression> Operands(this Expression expression) => expression switch
    {
        Unary unary => [unary.Operand],
        Binary binary => [binary.Left, binary.Right],
        WhenNotPositive choice => [choice.Value, choice.Then, choice.Otherwise],
        WhenAbove choice => [choice.Value, choice.Then, choice.Otherwise],
        Reduction reduction => [reduction.Body],
        IsFirstMaximum isMaximum => [isMaximum.Maximum],
        FirstIndexOf search => [search.Value],
        OnlyAt only => [only.Index, only.Value],
        WithinSide within => [within.Value],
        _ => [],
    };

    /// <summary>The expression and all that it is made of.</summary>
    public static IEnumerable<Expression> Nodes(this Expression expression) =>
        expression.Operands().SelectMany(Nodes).Prepend(expression);

    /// <summary>The expression with one part of it replaced wherever it stands.</summary>
    public static Expression Replace(this Expression expression, Expression part, Expression replacement) =>
        expression.Map(node => node == part ? replacement : null);

    /// <summary>The expression with parts of it replaced: those for which there is a replacement.</summary>
    public static Expression Map(this Expression expression, Func<Expression, Expression?> replacement) => replacement(expression) ?? expression switch
    {
        Unary unary => unary with { Operand = unary.Operand.Map(replacement) },
        Binary binary => binary with { Left = binary.Left.Map(replacement), Right = binary.Right.Map(replacement) },
        WhenNotPositive choice => new WhenNotPositive(choice.Value.Map(replacement), choice.Then.Map(replacement), choice.Otherwise.Map(replacement)),
        WhenAbove choice => new WhenAbove(choice.Value.Map(replacement), choice.Limit, choice.Then.Map(replacement), choice.Otherwise.Map(replacement)),
        Reduction reduction => reduction with { Body = reduction.Body.Map(replacement) },
        _ when !expression.Operands().Any() => expression,
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "nothing is replaced in this node"),
    };

    /// <summary>The definitions that an expression names.</summary>
    public static IEnumerable<Definition> References(this Expression expression) =>
        expression.Nodes().OfType<Reference>().Select(reference => reference.Definition);
}
