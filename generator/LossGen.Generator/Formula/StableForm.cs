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

        Expression scale = Product.Combine(FactorsKnownBeforeTheRow(negatives), []);
        if (scale.Rank == Rank.Batch)
        {
            scale = definitions.Define("scale", scale, "what every gradient of the batch is multiplied by");
        }

        // What both sides' gradients are multiplied by is computed once.
        ImmutableArray<Expression> shared = [.. FactorsOfRow(negatives).Where(FactorsOfRow(positives).Contains).Distinct()];
        Expression factor = Product.Combine([.. shared, scale], []);
        if (shared.Length > 0)
        {
            factor = definitions.Define("factor", factor, "what both sides' gradients have in common");
        }

        Expression stableNegatives = Assemble(negatives);
        Expression stablePositives = Assemble(positives);
        return new StableForm(definitions.ToImmutableArray(), stableLoss, stableNegatives, stablePositives);

        Expression Assemble(Product product)
        {
            IEnumerable<Expression> ofRow = product.NumeratorAt(Rank.Row).Where(rowFactor => !shared.Contains(rowFactor));
            Expression value = Product.Combine([.. ofRow, factor], product.Denominator);
            if (product.NumeratorAt(Rank.Element) is { Length: > 0 } ofElements)
            {
                Expression rowFactor = definitions.Define("rowFactor", value, "what the gradient of every element is multiplied by");
                value = Product.Combine([.. ofElements, rowFactor], []);
            }

            return product.IsNegative ? -value : value;
        }
    }

    private static IEnumerable<Expression> FactorsKnownBeforeTheRow(Product product) =>
        product.NumeratorAt(Rank.Constant).Concat(product.NumeratorAt(Rank.Batch));

    /// <summary>The factors that the row has. One that is 0 or 1 is not shared: it has to choose between 0 and all the rest.</summary>
    private static ImmutableArray<Expression> FactorsOfRow(Product product) =>
        [.. product.NumeratorAt(Rank.Row).Where(factor => factor is not Unary { Operator: UnaryOperator.Step })];
}
