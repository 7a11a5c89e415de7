using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the method that computes a batch of rows at one vector width. What a row needs between its passes is the same in every layout and stands
/// here; how a pass walks over the scores is the layout's.
/// </summary>
internal sealed class KernelMethod(SourceWriter writer, LossSpec spec, KernelPlan plan)
{
    private readonly Dialect dialect = new(plan.Scalar, plan.Lanes);

    /// <summary><c>Rows256</c>, or <c>RowsScalar</c>.</summary>
    public static string NameOf(KernelPlan plan) => plan.Bits == 0 ? "RowsScalar" : $"Rows{Literal.Of(plan.Bits)}";

    public void Write()
    {
        string scalar = spec.Scalar.Keyword();
        PassWriter passes = plan.Layout switch
        {
            StraightLine layout => new StraightLineWriter(writer, plan, dialect, layout),
            UnrolledLoop layout => new UnrolledLoopWriter(writer, plan, dialect, layout),
            _ => throw new InvalidOperationException($"no writer for the layout '{plan.Layout}'"),
        };

        string parameters = string.Join(", ", KernelParameter.Of(spec, plan).Select(parameter => parameter.Declaration));
        writer.Line($"/// <summary>{(plan.Bits == 0 ? "Without vectors" : $"{Literal.Of(plan.Bits)} bits")}: {plan.LayoutDescription}. Returns the sum of the rows' losses.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Block($"private static double {NameOf(plan)}({parameters})", () =>
        {
            writer.Line("var losses = new CompensatedSum();");
            Define(plan.OncePerBatch);
            writer.Line();
            writer.Block("for (nuint row = 0; row < rows; row++)", () => WriteRow(passes, scalar));
            writer.Line();
            writer.Line("return losses.Total;");
        });

        passes.WriteHelpers();
    }

    private void WriteRow(PassWriter passes, string scalar)
    {
        writer.Line($"ref {scalar} scores = ref Unsafe.Add(ref logits, row * {KernelParameter.ClassesOf(plan)});");
        if (plan.WritesGradient)
        {
            writer.Line($"ref {scalar} derivatives = ref Unsafe.Add(ref gradient, row * {KernelParameter.ClassesOf(plan)});");
        }

        writer.Line("nint label = (nint)Unsafe.Add(ref labels, row);");
        writer.Line($"KernelArguments.RequireUnchanged(label, {KernelParameter.ClassesOf(plan)});");
        Define(plan.OncePerRow);
        passes.BeginRow();
        for (int i = 0; i < plan.Passes.Count; i++)
        {
            passes.Write(plan.Passes[i], i + 1);
            Define(plan.Passes[i].Afterwards);
        }

        writer.Line();
        writer.Line($"losses.Add({ExpressionText.OfRow(plan.Loss, spec.Scalar)});");
        if (plan.LabelGradient is { } labelGradient)
        {
            writer.Step("the label's derivative, in place of what the passes left in its lane: minus the sum of the others'");
            writer.Line($"Unsafe.Add(ref derivatives, label) = {ExpressionText.OfRow(labelGradient, spec.Scalar)};");
        }
    }

    private void Define(IEnumerable<Definition> definitions)
    {
        foreach (Definition definition in definitions)
        {
            writer.Step(definition.Remark);
            writer.Line(definition.Value is FirstIndexOf { Value: var value }
                ? $"nint {definition.Name} = Search.FirstIndexOf(ref scores, {KernelParameter.ClassesOf(plan)}, label, {ExpressionText.OfRow(value, spec.Scalar)});"
                : $"{spec.Scalar.Keyword()} {definition.Name} = {ExpressionText.OfRow(definition.Value, spec.Scalar)};");
        }
    }
}
