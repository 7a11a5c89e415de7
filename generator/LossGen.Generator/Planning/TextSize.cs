using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// How much text the elements of a row come to where no loop repeats it. The JIT stops inlining in a method that has grown too far, which costs more than a
/// loop does; long before that a loop is the better text to read. All that a loss and its gradient are made of counts, asked for or not: the layout, and
/// with it the order of additions, must be the same for both.
/// </summary>
internal static class TextSize
{
    /// <summary>How many operations a kernel may be without a loop: in softmax that is 24 vectors of floats, of which all is still inlined.</summary>
    public const int Largest = 624;

    /// <summary>A vector is loaded and stored, and its label taken out and put in.</summary>
    private const int AroundElement = 6;

    /// <summary>Of vectors of 256 bits: wider ones have one operation less, narrower ones may have more.</summary>
    private const int AroundPolynomial = 7;

    /// <summary>How many operations an exp is, with ln 2 in two parts: those of the polynomial, and the clamp, the reduction of the range and the product with 2ⁿ.</summary>
    public static int OfExp(ScalarType scalar) => ExpPolynomial.DegreeOf(scalar) + 1 + AroundPolynomial;

    /// <summary>How many operations an element's values are.</summary>
    public static int OfElement(StableForm form, ScalarType scalar)
    {
        IEnumerable<Expression> values = form.Definitions
            .Select(definition => definition.Value is Reduction reduction ? reduction.Body : definition.Value)
            .Concat([form.Negatives, form.Positives])
            .Where(value => value.Rank == Rank.Element);
        return AroundElement + values.SelectMany(ExpressionTree.Nodes).Sum(node => node switch
        {
            Unary { IsExp: true } => OfExp(scalar),
            Unary or Binary or WhenNotPositive or WhenAbove or WithinSide or Reference => 1,
            OfClass => 2,
            _ => 0,
        });
    }
}
