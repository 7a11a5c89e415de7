using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Σ log(1 + b) over some rows as the logarithm of a product. 1 + a times 1 + b is 1 + (a + b + a·b), and since all of it is positive a sum of tiny losses keeps its digits.
/// Measured from a label that is not far behind, or else from the best of the others, no b is above 31 e¹⁶, and the product of <see cref="KernelPlan.VectorsUnderWay"/> floats stays within their range.
/// </summary>
/// <param name="Outside">What the loss of a row is beside the logarithm.</param>
/// <param name="BeyondOne">b.</param>
internal sealed record JoinedLoss(Expression Outside, Expression BeyondOne)
{
    /// <summary>The plan with one logarithm for some rows a lane, where it computes losses a row a lane, and they have that form and nobody asks for one by itself.</summary>
    public static KernelPlan Apply(KernelPlan plan, LossSpec spec)
    {
        if ((plan.Sides[0].Layout is not VectorsOfRows && plan.Blocks?.Rows != plan.Lanes)
            || spec.Has(Role.Losses)
            || ExponentRange.ReferenceOf(spec) != ExpReference.LabelUnlessFarBehind
            || plan.Loss is not Reference { Definition: var ofRow }
            || TermsOf(ofRow.Value) is not (var outside, Unary { Operator: UnaryOperator.Log1p, Operand: var beyondOne }))
        {
            return plan;
        }

        Pass[] passes = [.. plan.Passes.Select(pass => pass with { Afterwards = pass.Afterwards.Where(definition => definition != ofRow).ToEquatableArray() })];
        return plan with { Passes = passes.ToEquatableArray(), Loss = null, JoinedLoss = new JoinedLoss(outside, beyondOne) };
    }

    public override string ToString() => $"{(Outside is Constant ? "" : $"Σ ({Outside}) over the rows, and ")}log Π (1 + {BeyondOne}) over {KernelPlan.VectorsUnderWay} rows a lane";

    private static (Expression Outside, Expression Logarithm) TermsOf(Expression loss) => loss is Binary { Operator: BinaryOperator.Add } sum ? (sum.Left, sum.Right) : (0, loss);
}
