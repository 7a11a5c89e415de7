using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes the method that checks the arguments, before anything is written, and picks the widest vectors that the processor has.</summary>
internal sealed class RunMethod(SourceWriter writer, LossSpec spec, IReadOnlyList<KernelPlan> plans)
{
    private readonly string scalar = spec.Scalar.Keyword();
    private readonly ShapeText shape = ShapeText.Of(spec);
    private readonly IReadOnlyList<RoleText> roles = RoleText.All(spec);

    private IEnumerable<RoleText> Outputs => roles.Where(role => role.IsOutput);

    /// <summary>
    /// Whether what a mean is divided by is turned into a factor: it is known early, and nothing waits for a division at the end. It rounds once more, as a double, which a float
    /// does not show; a double would.
    /// </summary>
    private bool HasShareOfRow => spec is { HasDivisor: true, Scalar: ScalarType.Single } && shape.Divisor is null;

    private string Zero => Literal.Of(0, spec.Scalar);

    private string One => Literal.Of(1, spec.Scalar);

    /// <summary>The arguments with which the user's method calls this one.</summary>
    public static IEnumerable<string> Arguments(LossSpec spec) => RoleText.All(spec).Select(role => role.UserName);

    public void Write()
    {
        writer.Line("/// <summary>Checks the arguments before anything is written, then runs the kernel for this processor and so many rows.</summary>");
        writer.Block($"public static {(spec.ReturnsLoss ? scalar : "void")} Run({string.Join(", ", roles.Select(role => role.Declaration))})", () =>
        {
            if (spec.Has(Role.Label))
            {
                writer.Line($"ReadOnlySpan<{spec.LabelType}> labels = new(in label);");
            }

            shape.WriteChecks(writer);
            WriteChecksOfRows();
            WriteChecksOfOverlap();
            WriteEmptyCase();

            writer.Line();
            WriteDivisor();
            if (spec.IsParallel)
            {
                new BatchStruct(writer, spec, plans).WriteCall();
            }
            else
            {
                foreach (KernelMemory memory in KernelParameter.MemoryOf(spec))
                {
                    writer.Line($"ref {memory.Type} {memory.StartName} = ref MemoryMarshal.GetReference({memory.SpanName});");
                }

                writer.Line();
                WriteChoice(new WidthChoice(writer, spec, plans));
            }

            if (spec.ReturnsLoss)
            {
                WriteResult();
            }
        });
    }

    private void WriteChoice(WidthChoice choice)
    {
        if (spec.ReturnsLoss)
        {
            choice.WriteSum("double total =");
        }
        else
        {
            choice.WriteCall();
        }
    }

    private void WriteChecksOfRows()
    {
        foreach (RoleText role in roles)
        {
            string? check = role.Role switch
            {
                Role.Gradient => SameLength(role, spec.Has(Role.Similarities) ? Role.Similarities : Role.Logits),
                Role.PositiveGradient => SameLength(role, Role.Positives),
                Role.NegativeGradient => SameLength(role, Role.Negatives),
                Role.Losses => OneARow(role),
                Role.Upstream when role.IsSpan => OneARow(role),
                _ => null,
            };
            if (check is not null)
            {
                writer.Line(check);
            }
        }

        string SameLength(RoleText output, Role input) =>
            $"KernelArguments.RequireSameLength({output.Name}.Length, {Of(input).Name}.Length, \"{output.UserName}\", \"{Of(input).UserName}\");";

        string OneARow(RoleText role) => $"KernelArguments.RequireOneARow({role.Name}.Length, rows, \"{role.UserName}\");";
    }

    /// <summary>An output may be the very memory of the input that it differentiates, and overlaps nothing else.</summary>
    private void WriteChecksOfOverlap()
    {
        var checkedOutputs = new List<RoleText>();
        foreach (RoleText output in Outputs)
        {
            foreach (RoleText other in roles.Where(other => other.IsSpan && other.Role != Role.Label && (!other.IsOutput || checkedOutputs.Contains(other))))
            {
                writer.Line(IsInputOf(output.Role, other.Role)
                    ? $"KernelArguments.RequireSameOrApart<{scalar}>({output.Name}, {other.Name}, \"{output.UserName}\", \"{other.UserName}\");"
                    : $"KernelArguments.RequireApart<{scalar}, {other.ElementType}>({output.Name}, {other.Name}, \"{output.UserName}\", \"{other.UserName}\");");
            }

            checkedOutputs.Add(output);
        }

        static bool IsInputOf(Role output, Role input) => (output, input) is
            (Role.Gradient, Role.Logits or Role.Similarities) or (Role.PositiveGradient, Role.Positives) or (Role.NegativeGradient, Role.Negatives);
    }

    /// <summary>Without rows, or with nothing to set against each other in a row, there is nothing to lose.</summary>
    private void WriteEmptyCase()
    {
        writer.Line();
        writer.Block($"if ({shape.EmptyCondition})", () =>
        {
            if (shape.EmptyCondition != "rows == 0")
            {
                Clear(Outputs);
            }

            writer.Line(spec.ReturnsLoss ? $"return {Zero};" : "return;");
        });
    }

    /// <summary>Writes what the mean is divided by and, where there is a gradient, the factor that it gives to each row's.</summary>
    private void WriteDivisor()
    {
        if (spec.HasDivisor && shape.Divisor is { } divisor)
        {
            writer.Line($"double divisor = {divisor};");
        }

        if (HasShareOfRow)
        {
            writer.Line("double shareOfRow = 1d / rows;");
        }

        if (!spec.HasDivisor || !spec.WritesGradient)
        {
            return;
        }

        writer.Line(spec switch
        {
            { HasUpstreamOfRows: true } => $"{scalar} upstreamScale = {Factor(null)};",
            _ when spec.Has(Role.Upstream) => $"upstream = {Factor("upstream")};",
            _ => $"{scalar} upstream = {Factor(null)};",
        });

        string Factor(string? upstream) => (HasShareOfRow, shape.Divisor) switch
        {
            (true, _) => upstream is null ? "(float)shareOfRow" : $"(float)({upstream} * shareOfRow)",
            (_, null) => $"{upstream ?? One} / rows",
            _ => $"divisor == 0d ? {Zero} : {(spec.Scalar == ScalarType.Double ? $"{upstream ?? One} / divisor" : $"(float)({upstream ?? One} / divisor)")}",
        };
    }

    private void WriteResult()
    {
        string total = !spec.HasDivisor ? "total" : HasShareOfRow ? "total * shareOfRow" : shape.Divisor is null ? "total / rows" : "total / divisor";
        if (spec.HasDivisor && shape.Divisor is not null)
        {
            writer.Block("if (divisor == 0d)", () =>
            {
                Clear(Outputs.Where(output => output.Role != Role.Losses));
                writer.Line($"return {Zero};");
            });
            writer.Line();
        }

        writer.Line($"return {(spec.Scalar == ScalarType.Double ? total : total.Contains(' ') ? $"(float)({total})" : $"(float){total}")};");
    }

    private void Clear(IEnumerable<RoleText> outputs) => writer.Lines(outputs.Select(output => $"{output.Name}.Clear();"));

    private RoleText Of(Role role) => roles.First(text => text.Role == role);
}
