using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>
/// The plan for a sum of hinges over all pairs, which does not come apart into a part for each side: each positive in turn is set against all negatives.
/// Every score's derivative is a number of pairs times one factor; the numbers are counted in memory of the kernel's own, since the gradient may be
/// written over scores that are still needed.
/// </summary>
/// <param name="OfPositive">Values of one positive.</param>
/// <param name="Pass">The walk over the negatives: its reductions are of one positive, and its gradient counts the pairs of each negative.</param>
/// <param name="Active">With how many negatives the positive's u is positive; null if no gradient of the positives is asked for.</param>
/// <param name="Sum">The sum over the positives, whose body is what one positive adds to it; null if nobody asks for the loss.</param>
/// <param name="Afterwards">Values of the row that need the sum.</param>
/// <param name="Factor">What the number of pairs is multiplied by; null if no gradient is asked for.</param>
internal sealed record PairwisePlan(
    EquatableArray<Definition> OfPositive,
    Pass Pass,
    Definition? Active,
    Definition? Sum,
    EquatableArray<Definition> Afterwards,
    Expression? Factor)
{
    /// <summary>The score of the positive whose turn it is.</summary>
    public static Definition Positive { get; } = new("positive", new Score(Axes.Positives, IsSingle: true), "the score of the positive");

    public IEnumerable<Expression> Values => OfPositive.Concat(Afterwards).Concat(new[] { Sum }.OfType<Definition>())
        .Select(definition => definition.Value)
        .Concat(Pass.Values)
        .Concat(new[] { Factor }.OfType<Expression>());
}
