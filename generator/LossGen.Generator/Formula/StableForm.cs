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
    public static StableForm Of(Expression loss, Gradient gradient, StabilityContext context)
    {
        var definitions = new DefinitionList();
        var rewriting = new StabilityRewriting(definitions, context);
        var assembly = new GradientAssembly(definitions, context);

        Expression stableLoss = definitions.Define("loss", rewriting.Rewrite(loss), "the loss of the row");
        (Expression negatives, Expression positives) = assembly.Of(rewriting.Rewrite(gradient.Negatives), rewriting.Rewrite(gradient.Positives));
        return new StableForm(definitions.ToImmutableArray(), stableLoss, negatives, positives);
    }
}
