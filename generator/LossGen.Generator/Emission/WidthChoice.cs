using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes the call of the kernel for the widest vectors that the processor has. The compiler at run time keeps one of the calls.</summary>
internal sealed class WidthChoice(SourceWriter writer, LossSpec spec, IReadOnlyList<KernelPlan> plans)
{
    /// <summary>The call of a kernel that returns the sum of the losses.</summary>
    /// <param name="target">What to do with the sum, such as <c>return</c>.</param>
    public void WriteSum(string target)
    {
        writer.Line(target);
        foreach (KernelPlan plan in plans)
        {
            writer.Line(plan.Bits == 0 ? $"    {CallOf(plan)};" : $"    Vector{Literal.Of(plan.Bits)}.IsHardwareAccelerated ? {CallOf(plan)} :");
        }
    }

    /// <summary>The call of a kernel that returns nothing.</summary>
    public void WriteCall()
    {
        foreach (KernelPlan plan in plans)
        {
            string condition = plan.Bits == 0 ? "" : $"if (Vector{Literal.Of(plan.Bits)}.IsHardwareAccelerated)";
            string head = plan == plans[0] ? condition : $"else {condition}".TrimEnd();
            writer.Block(head, () => writer.Line($"{CallOf(plan)};"));
        }
    }

    private string CallOf(KernelPlan plan) =>
        $"{KernelMethod.NameOf(plan)}({string.Join(", ", KernelParameter.Of(spec, plan, ShapeText.Of(spec)).Select(parameter => parameter.Argument))})";
}
