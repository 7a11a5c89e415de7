using System.Collections.Immutable;

namespace LossGen.Generator.Formula;

/// <summary>
/// Puts the factors of both sides' gradients together so that each is computed as seldom as possible: a batch's part once a batch, a row's once a row,
/// what both sides have in common once for both, and what is left for every element in one product.
/// </summary>
internal sealed class GradientAssembly(DefinitionList definitions, StabilityContext context)
{
    public (Expression Negatives, Expression Positives) Of(Expression negatives, Expression positives)
    {
        Product ofNegatives = AsProduct(negatives, Axes.Negatives);
        Product ofPositives = AsProduct(positives, Axes.Positives);
        ImmutableArray<Expression> shared =
            [.. CommonFactors(ofNegatives).Where(CommonFactors(ofPositives).Contains).Distinct().OrderBy(common => common.Rank)];

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

        return (Assemble(ofNegatives.Without(shared), factor, Axes.Negatives), Assemble(ofPositives.Without(shared), factor, Axes.Positives));
    }

    /// <summary>
    /// The factors that both sides may share. One that is 0 or 1 is not shared: it has to choose between 0 and all the rest.
    /// </summary>
    private static IEnumerable<Expression> CommonFactors(Product product) =>
        product.Numerator.Where(factor => factor.Rank != Rank.Element && factor is not Unary { Operator: UnaryOperator.Step });

    /// <summary>A sum becomes the product of what all its terms have in common and the sum of what is left of each.</summary>
    private Product AsProduct(Expression expression, Axes side)
    {
        ImmutableArray<Product> terms = [.. TermsOf(expression).Select(Product.Of)];
        if (terms.Length == 1)
        {
            return terms[0];
        }

        ImmutableArray<Expression> common = [.. terms[0].Numerator.Distinct().Where(factor => terms.All(term => term.Numerator.Contains(factor)))];
        Expression rest = terms.Select(term => Assemble(term.Without(common), 1, side, isPart: true)).Aggregate((sum, term) => sum + term);
        return new Product(false, common.Add(rest), []);
    }

    private static IEnumerable<Expression> TermsOf(Expression expression) => expression switch
    {
        Binary { Operator: BinaryOperator.Add } sum => TermsOf(sum.Left).Concat(TermsOf(sum.Right)),
        Binary { Operator: BinaryOperator.Subtract } difference => TermsOf(difference.Left).Concat(TermsOf(difference.Right).Select(term => -term)),
        _ => [expression],
    };

    /// <param name="own">The factors of one side's gradient.</param>
    /// <param name="factor">What both sides share.</param>
    /// <param name="side">The side.</param>
    /// <param name="isPart">Whether it is only a term of a sum, which is multiplied on.</param>
    private Expression Assemble(Product own, Expression factor, Axes side, bool isPart = false)
    {
        Expression value = definitions.Named(Product.Combine([.. own.Numerator.Where(factor => factor.Rank != Rank.Element), factor], own.Denominator));
        if (own.Numerator.Where(factor => factor.Rank == Rank.Element).ToImmutableArray() is { Length: > 0 } ofElements)
        {
            Expression rowFactor = definitions.Define(context.NameOf(side, "rowFactor"), value, "what the gradient of every element is multiplied by");
            value = Product.Combine([isPart ? Product.Combine(ofElements, []) : OfElement(ofElements, side), rowFactor], []);
        }

        return (own.IsNegative, value) switch
        {
            (false, _) => value,
            (_, OnlyAt only) => only with { Value = -only.Value },
            _ => -value,
        };
    }

    /// <summary>What an element's gradient is made of beside the row's factors; a product is kept by name, since the scores may be overwritten before it is used.</summary>
    private Expression OfElement(ImmutableArray<Expression> factors, Axes side) => factors.Length == 1
        ? factors[0]
        : definitions.Define(context.NameOf(side, "weighted"), Product.Combine(factors, []), "each exp times the derivative of its term");
}
