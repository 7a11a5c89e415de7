using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>What the entry method hands to a kernel: how the kernel declares it, and what the entry method gives for it.</summary>
internal sealed record KernelParameter(string Declaration, string Argument)
{
    public static IEnumerable<KernelParameter> Of(LossSpec spec, KernelPlan plan)
    {
        string scalar = spec.Scalar.Keyword();
        yield return new($"ref {scalar} logits", "ref firstLogit");
        yield return new($"ref {spec.LabelType} labels", "ref firstLabel");
        if (plan.WritesGradient)
        {
            yield return new($"ref {scalar} gradient", "ref firstDerivative");
        }

        yield return new("nuint rows", "(nuint)rows");
        if (plan.Classes is null)
        {
            yield return new("nuint classes", "(nuint)classes");
        }

        if (UsesUpstream(plan))
        {
            yield return new($"{scalar} upstream", "upstream");
        }
    }

    /// <summary>How many classes there are: the number, where the text can say it, or the parameter.</summary>
    public static string ClassesOf(KernelPlan plan) => plan.Classes is { } classes ? Literal.Of(classes) : "classes";

    /// <summary>Whether the rows' gradients carry a factor that only the batch tells.</summary>
    public static bool UsesUpstream(KernelPlan plan) => plan.Values.SelectMany(ExpressionTree.Nodes).Any(node => node is Upstream);
}
