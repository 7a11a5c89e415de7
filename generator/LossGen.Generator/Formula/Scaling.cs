namespace LossGen.Generator.Formula;

/// <summary>
/// γ × a difference. A small γ can bring a difference that overflows back into range: γ (a − b) is taken as 2γ (½a − ½b), whose terms cannot overflow.
/// Halving is exact but for subnormal numbers, whose last bit may go: enough for a magnitude, not for a sign.
/// </summary>
internal sealed class Scaling(DefinitionList definitions)
{
    public Expression Scale(Constant gamma, Expression difference) => gamma.Value >= 1
        ? gamma * difference
        : new Constant(2 * gamma.Value, $"2{gamma.Symbol}") * Halve(difference, difference.Rank == Rank.Element);

    private Expression Halve(Expression x, bool isOfElement) => x switch
    {
        Constant constant => new Constant(0.5 * constant.Value, $"½{constant.Symbol}"),
        Unary { Operator: UnaryOperator.Negate, Operand: var operand } => -Halve(operand, isOfElement),
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } sum =>
            Simplification.Of(sum with { Left = Halve(sum.Left, isOfElement), Right = Halve(sum.Right, isOfElement) }),
        Reference { Rank: Rank.Row, Definition: var ofRow } when isOfElement =>
            definitions.Define($"{ofRow.Name}Half", 0.5 * x, "half of it: γ is small, and the difference itself could overflow"),
        _ => 0.5 * x,
    };
}
