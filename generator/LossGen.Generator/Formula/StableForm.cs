using System.Collections.Immutable;

namespace LossGen.Generator.Formula;

/// <summary>
/// A loss and its gradient as a computer should evaluate them: a list of named values, each written over the ones before it, without cancellation,
/// without overflow and with one exp a score.
/// </summary>
/// <param name="Definitions">The named values, in an order in which they can be computed.</param>
/// <param name="Loss">The loss of the row.</param>
/// <param name="Negatives">The gradient by the negatives' scores.</param>
/// <param name="Positives">The gradient by the positives' scores.</param>
internal sealed record StableForm(ImmutableArray<Definition> Definitions, Expression Loss, Expression Negatives, Expression Positives)
{
    public static StableForm Of(Expression loss, Gradient gradient, double largestFinite)
    {
        var definitions = new DefinitionList();
        var rewriting = new StabilityRewriting(definitions, largestFinite);

        Expression stableLoss = definitions.Define("loss", rewriting.Rewrite(loss), "the loss of the row");
        Product negatives = Product.Of(rewriting.Rewrite(gradient.Negatives));
        Product positives = Product.Of(rewriting.Rewrite(gradient.Positives));

        // What both sides' gradients are multiplied by is computed once: a batch's part once a batch, a row's once a row.
        ImmutableArray<Expression> shared = [.. CommonFactors(negatives).Where(CommonFactors(positives).Contains).Distinct().OrderBy(common => common.Rank)];
        Expression factor = Product.Combine(shared.Where(common => common.Rank != Rank.Row), []);
        if (factor.Rank == Rank.Batch)
        {
            factor = definitions.Define("scale", factor, "what every gradient of the batch is multiplied by");
        }

        if (shared.Any(common => common.Rank == Rank.Row))
        {
            factor = Product.Combine([.. shared.Where(common => common.Rank == Rank.Row), factor], []);
            factor = definitions.Define("factor", factor, "what both sides' gradients have in common");
        }

        Expression stableNegatives = Assemble(negatives);
        Expression stablePositives = Assemble(positives);
        return new StableForm(definitions.ToImmutableArray(), stableLoss, stableNegatives, stablePositives);

        Expression Assemble(Product product)
        {
            ImmutableArray<Expression> own = shared.Aggregate(product.Numerator, (factors, common) => factors.Remove(common));
            Expression value = Product.Combine([.. own.Where(factor => factor.Rank != Rank.Element), factor], product.Denominator);
            if (own.Where(factor => factor.Rank == Rank.Element).ToImmutableArray() is { Length: > 0 } ofElements)
            {
                Expression rowFactor = definitions.Define("rowFactor", value, "what the gradient of every element is multiplied by");
                value = Product.Combine([.. ofElements, rowFactor], []);
            }

            return product.IsNegative ? -value : value;
        }
    }

    /// <summary>
    /// The factors that both sides may share. One that is 0 or 1 is not shared: it has to choose between 0 and all the rest.
    /// </summary>
    private static IEnumerable<Expression> CommonFactors(Product product) =>
        product.Numerator.Where(factor => factor.Rank != Rank.Element && factor is not Unary { Operator: UnaryOperator.Step });
}
