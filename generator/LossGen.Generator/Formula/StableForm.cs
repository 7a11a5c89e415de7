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
        var definitions = new List<Definition>();
        var rewriting = new StabilityRewriting(definitions, largestFinite);

        Expression stableLoss = rewriting.Define("loss", rewriting.Rewrite(loss), "the loss of the row");
        Product negatives = Product.Of(rewriting.Rewrite(gradient.Negatives));
        Product positives = Product.Of(rewriting.Rewrite(gradient.Positives));

        Expression scale = Product.Combine(KnownBeforeTheRow(negatives), []);
        if (scale.Rank == Rank.Batch)
        {
            scale = rewriting.Define("scale", scale, "what every gradient of the batch is multiplied by");
        }

        // What both sides' gradients are multiplied by is computed once.
        ImmutableArray<Expression> shared = [.. negatives.NumeratorAt(Rank.Row).Where(positives.Numerator.Contains).Distinct()];
        Expression factor = Product.Combine([.. shared, scale], []);
        if (shared.Length > 0)
        {
            factor = rewriting.Define("factor", factor, "what both sides' gradients have in common");
        }

        return new StableForm([.. definitions], stableLoss, Assemble(negatives, factor, shared), Assemble(positives, factor, shared));
    }

    private static IEnumerable<Expression> KnownBeforeTheRow(Product product) =>
        product.NumeratorAt(Rank.Constant).Concat(product.NumeratorAt(Rank.Batch));

    private static Expression Assemble(Product product, Expression factor, ImmutableArray<Expression> shared)
    {
        IEnumerable<Expression> ofRow = product.NumeratorAt(Rank.Row).Where(rowFactor => !shared.Contains(rowFactor));
        Expression rowFactor = Product.Combine([factor, .. ofRow], product.Denominator);
        Expression value = Product.Combine([.. product.NumeratorAt(Rank.Element), rowFactor], []);
        return product.IsNegative ? -value : value;
    }
}
