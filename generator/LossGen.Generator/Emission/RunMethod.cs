using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes the method that checks the arguments, before anything is written, and picks the widest vectors that the processor has.</summary>
internal sealed class RunMethod(SourceWriter writer, LossSpec spec, IReadOnlyList<KernelPlan> plans)
{
    private readonly string scalar = spec.Scalar.Keyword();
    private readonly bool writesGradient = spec.Parameter(Role.Gradient) is not null;
    private readonly int? classes = ((Classification)spec.Scores).Classes;

    /// <summary>The arguments with which the user's method calls this one.</summary>
    public static IEnumerable<string> Arguments(LossSpec spec) =>
        new[] { Role.Logits, Role.Label, Role.Labels, Role.Gradient }.Select(spec.Parameter).OfType<ParameterSpec>().Select(parameter => parameter.Name);

    public void Write()
    {
        writer.Line("/// <summary>Checks the arguments before anything is written, then runs the kernel for the widest vectors of this processor.</summary>");
        writer.Block($"public static {scalar} Run({string.Join(", ", Parameters)})", () =>
        {
            writer.Line($"int rows = {(spec.IsSingleRow ? "1" : "labels.Length")};");
            WriteChecks();
            WriteEmptyCase();

            writer.Line();
            if (KernelParameter.UsesUpstream(plans[0]))
            {
                writer.Line($"{scalar} upstream = {Literal.Of(1, spec.Scalar)} / rows;");
            }

            writer.Line($"ref {scalar} firstLogit = ref MemoryMarshal.GetReference(logits);");
            writer.Line(spec.IsSingleRow
                ? $"ref {spec.LabelType} firstLabel = ref label;"
                : $"ref {spec.LabelType} firstLabel = ref MemoryMarshal.GetReference(labels);");
            if (writesGradient)
            {
                writer.Line($"ref {scalar} firstDerivative = ref MemoryMarshal.GetReference(gradient);");
            }

            WriteChoice();
        });
    }

    private IEnumerable<string> Parameters
    {
        get
        {
            yield return $"ReadOnlySpan<{scalar}> logits";
            yield return spec.IsSingleRow ? $"{spec.LabelType} label" : $"ReadOnlySpan<{spec.LabelType}> labels";
            if (writesGradient)
            {
                yield return $"Span<{scalar}> gradient";
            }
        }
    }

    /// <summary>Without rows, or with a single class, there is nothing to lose.</summary>
    private void WriteEmptyCase()
    {
        string[] conditions = [.. spec.IsSingleRow ? [] : (string[])["rows == 0"], .. classes is null ? (string[])["classes == 1"] : []];
        if (conditions.Length > 0)
        {
            writer.Line();
            writer.Block($"if ({string.Join(" || ", conditions)})", () =>
            {
                if (writesGradient && classes is null)
                {
                    writer.Line("gradient.Clear();");
                }

                writer.Line($"return {Literal.Of(0, spec.Scalar)};");
            });
        }
    }

    private void WriteChecks()
    {
        string logits = NameOf(Role.Logits);
        string labels = spec.IsSingleRow ? NameOf(Role.Label) : NameOf(Role.Labels);

        if (classes is { } count)
        {
            writer.Line($"KernelArguments.RequireScores(logits.Length, rows, {Literal.Of(count)}, {logits}, {labels});");
        }
        else
        {
            writer.Line($"int classes = KernelArguments.ClassesOf(logits.Length, rows, {logits}, {labels});");
        }

        writer.Line($"KernelArguments.RequireLabel{(spec.IsSingleRow ? "(label" : "s(labels")}, {(classes is null ? "classes" : Literal.Of(classes.Value))}, {labels});");
        if (writesGradient)
        {
            writer.Line($"KernelArguments.RequireSameLength(gradient.Length, logits.Length, {NameOf(Role.Gradient)}, {logits});");
            writer.Line($"KernelArguments.RequireSameOrApart<{scalar}>(gradient, logits, {NameOf(Role.Gradient)}, {logits});");
            if (!spec.IsSingleRow)
            {
                writer.Line($"KernelArguments.RequireApart<{scalar}, {spec.LabelType}>(gradient, labels, {NameOf(Role.Gradient)}, {labels});");
            }
        }
    }

    private void WriteChoice()
    {
        writer.Line();
        writer.Line("double total =");
        foreach (KernelPlan plan in plans)
        {
            string call = $"{KernelMethod.NameOf(plan)}({string.Join(", ", KernelParameter.Of(spec, plan).Select(parameter => parameter.Argument))})";
            writer.Line(plan.Bits == 0 ? $"    {call};" : $"    Vector{Literal.Of(plan.Bits)}.IsHardwareAccelerated ? {call} :");
        }

        string total = spec.IsMean && !spec.IsSingleRow ? "total / rows" : "total";
        writer.Line($"return {(spec.Scalar == ScalarType.Double ? total : total.Contains(' ') ? $"(float)({total})" : $"(float){total}")};");
    }

    /// <summary>The user's name of a parameter, as a string for exceptions.</summary>
    private string NameOf(Role role) => $"\"{spec.Parameter(role)!.Name}\"";
}
