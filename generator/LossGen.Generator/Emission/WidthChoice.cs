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
            string condition = ConditionOf(plan);
            if (plan.WholeBlocks is { } blocks)
            {
                writer.Line($"    {IsAccelerated(plan)} && rows >= {Literal.Of(WholeBlocks.LeastRows)} ? {CallOf(blocks)} :");
            }

            if (plan.FewRows is { } fewRows)
            {
                writer.Line($"    {condition} && {AreFew(plan)} ? {CallOf(fewRows)} :");
            }

            writer.Line(plan.Bits == 0 ? $"    {CallOf(plan)};" : $"    {condition} ? {CallOf(plan)} :");
        }
    }

    /// <summary>The call of a kernel that returns nothing.</summary>
    public void WriteCall()
    {
        string otherwise = "";
        foreach (KernelPlan plan in plans)
        {
            string condition = ConditionOf(plan);
            if (plan.FewRows is { } fewRows)
            {
                Call($"if ({condition} && {AreFew(plan)})", fewRows);
            }

            Call(plan.Bits == 0 ? "" : $"if ({condition})", plan);
        }

        void Call(string condition, KernelPlan plan)
        {
            writer.Block($"{otherwise}{condition}".TrimEnd(), () => writer.Line($"{CallOf(plan)};"));
            otherwise = "else ";
        }
    }

    private static string IsAccelerated(KernelPlan plan) => $"Vector{Literal.Of(plan.Bits)}.IsHardwareAccelerated";

    private static string ConditionOf(KernelPlan plan) =>
        $"{IsAccelerated(plan)}{(plan.RowsForNarrower == 0 ? "" : $" && rows > {Literal.Of(plan.RowsForNarrower)}")}";

    private static string AreFew(KernelPlan plan) => $"rows <= {Literal.Of(plan.MostFewRows)}";

    private string CallOf(KernelPlan plan) =>
        $"{KernelMethod.NameOf(plan)}({string.Join(", ", KernelParameter.Of(spec, plan, ShapeText.Of(spec)).Select(parameter => parameter.Argument))})";
}
