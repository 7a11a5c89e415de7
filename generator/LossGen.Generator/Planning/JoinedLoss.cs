using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Σ log(1 + b) over some rows as the logarithm of a product. 1 + a times 1 + b is 1 + (a + b + a·b), and since all of it is positive a sum of tiny losses keeps its digits.
/// With <see cref="ExpReference.LabelUnlessFarBehind"/> no b is above 31 e¹⁶, and the product of <see cref="KernelPlan.VectorsUnderWay"/> floats stays within their range.
/// </summary>
/// <param name="Outside">What the loss of a row is beside the logarithm.</param>
/// <param name="BeyondOne">b.</param>
internal sealed record JoinedLoss(Expression Outside, Expression BeyondOne)
{
    /// <summary>The plan with one logarithm for some rows a lane, where it has a row in each lane, and losses of that form that nobody asks for one by one.</summary>
    public static KernelPlan Apply(KernelPlan plan, LossSpec spec)
    {
        if (!plan.IsLaneARow
            || spec.Has(Role.Losses)
            || ExponentRange.ReferenceOf(spec) != ExpReference.LabelUnlessFarBehind
            || plan.Loss is not Reference { Definition: var ofRow }
            || ofRow.Value is not Binary { Operator: BinaryOperator.Add, Left: var outside, Right: Unary { Operator: UnaryOperator.Log1p, Operand: var beyondOne } })
        {
            return plan;
        }

        Pass[] passes = [.. plan.Passes.Select(pass => pass with { Afterwards = pass.Afterwards.Where(definition => definition != ofRow).ToEquatableArray() })];
        return plan with { Passes = passes.ToEquatableArray(), Loss = null, JoinedLoss = new JoinedLoss(outside, beyondOne) };
    }

    public override string ToString() => $"Σ ({Outside}) over the rows, and log Π (1 + {BeyondOne}) over {KernelPlan.VectorsUnderWay} rows a lane";
}
