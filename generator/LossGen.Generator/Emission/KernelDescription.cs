using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>What stands at the top of a generated file: the loss, its derivative and the plan, each as it prints itself.</summary>
internal sealed record KernelDescription(string MethodName, string SpecificationText, Violation Violation, Expression Loss, Gradient Gradient)
{
    public IEnumerable<string> Lines(IReadOnlyList<KernelPlan> plans)
    {
        yield return $"{MethodName}: {SpecificationText}";
        yield return "";
        yield return $"  violation        u = {Violation.OfPair}  for every class i ≠ y";
        yield return $"  loss of a row    {Loss}";
        yield return $"  derivative       ∂/∂zᵢ  = {Gradient.Negatives}";
        yield return $"                   ∂/∂z_y = {Gradient.Positives}";
        if (KernelParameter.UsesUpstream(plans[0]))
        {
            yield return "  upstream         1 / N, since the loss is the mean of N rows";
        }

        yield return "";
        foreach (string step in plans[0].ToString().TrimEnd('\n').Split('\n'))
        {
            yield return $"  {step}";
        }

        yield return "";
        foreach (KernelPlan plan in plans)
        {
            yield return $"  {(plan.Bits == 0 ? "without vectors" : $"{Literal.Of(plan.Bits)} bits") + ":",-17}{plan.LayoutDescription}";
        }
    }
}
