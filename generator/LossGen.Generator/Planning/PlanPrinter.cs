using System.Text;
using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>Prints a plan as the list of steps that it is.</summary>
internal static class PlanPrinter
{
    public static string Print(KernelPlan plan)
    {
        var text = new StringBuilder();
        AppendAll("once a batch", plan.OncePerBatch);
        AppendAll("once a row", plan.OncePerRow);
        for (int i = 0; i < plan.Passes.Count; i++)
        {
            Pass pass = plan.Passes[i];
            string title = $"pass {i + 1}";
            AppendAll(title, pass.Elements, definition => pass.Kept.Contains(definition) ? ", kept" : "");
            AppendAll(title, pass.Reductions);
            foreach (SideGradient gradient in pass.Gradients)
            {
                Append(title, $"∂/∂{(gradient.Side == Axes.Negatives ? "zᵢ" : "zⱼ")} = {gradient.Value}");
            }

            AppendAll("then", pass.Afterwards);
        }

        if (plan.Pairwise is { } pairwise)
        {
            const string Title = "each positive";
            AppendAll(Title, pairwise.OfPositive);
            AppendAll(Title, pairwise.Pass.Elements);
            AppendAll(Title, pairwise.Pass.Reductions);
            AppendAll("all positives", new[] { pairwise.Sum }.OfType<Definition>().ToEquatableArray());
            AppendAll("then", pairwise.Afterwards);
            if (pairwise.Factor is { } factor)
            {
                Append("gradient", $"{factor} × how many pairs of a score are above 0, negative for a positive");
            }
        }

        if (plan.JoinedLoss is { } joined)
        {
            Append("loss", joined.ToString());
        }

        if (plan.LabelGradient is { } labelGradient)
        {
            Append("at the label", $"∂/∂z_y = {labelGradient}");
        }

        return text.ToString();

        void AppendAll(string title, EquatableArray<Definition> definitions, Func<Definition, string>? remark = null)
        {
            foreach (Definition definition in definitions)
            {
                Append(title, definition + remark?.Invoke(definition));
            }
        }

        void Append(string title, string step) => text.Append($"{title + ":",-14}{step}\n");
    }
}
