using System.Globalization;
using LossGen.Generator.Emission;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator;

/// <summary>The way through all stages: specification → formula → derivative → stable form → plan → text.</summary>
internal static class KernelWriter
{
    private static readonly int[] VectorBits = [512, 256, 128, 0];

    public static string Write(LossSpec spec, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Expression loss = LossOf(spec, ViolationOf(spec));
        StableForm stable = StableFormOf(spec);
        KernelPlan[] plans = [.. VectorBits.Select(bits => PlanOf(spec, stable, bits))];
        return GeneratedFile.Write(spec, new KernelDescription(spec.Method.Name, Describe(spec), ViolationOf(spec), loss, Derivative.Of(loss, upstream: 1)), plans);
    }

    public static Violation ViolationOf(LossSpec spec) => Violation.OfClassification(spec.Gamma, spec.Margin);

    public static Expression LossOf(LossSpec spec, Violation u) => Losses.Of(spec.Loss, spec.Over, u);

    public static StableForm StableFormOf(LossSpec spec)
    {
        Expression loss = LossOf(spec, ViolationOf(spec));
        Expression upstream = spec is { IsMean: true, IsSingleRow: false } ? new Upstream() : 1;
        return StableForm.Of(loss, Derivative.Of(loss, upstream), spec.Scalar.LargestFinite());
    }

    /// <param name="spec">What to compute.</param>
    /// <param name="stable">The formula to plan.</param>
    /// <param name="bits">The width of the vectors, 0 for none.</param>
    public static KernelPlan PlanOf(LossSpec spec, StableForm stable, int bits) => Planner.Plan(
        stable,
        spec.Parameter(Role.Gradient) is not null,
        spec.Scalar,
        ((Classification)spec.Scores).Classes,
        lanes: Math.Max(1, bits / (spec.Scalar == ScalarType.Single ? 32 : 64)));

    private static string Describe(LossSpec spec)
    {
        string classes = ((Classification)spec.Scores).Classes?.ToString(CultureInfo.InvariantCulture) ?? "from the lengths";
        string reduction = spec.IsSingleRow ? "one row" : spec.IsMean ? "mean of the batch" : "sum of the batch";
        string over = spec.Loss == LossKind.MulticlassHinge ? $" over {spec.Over}" : "";
        return $"{spec.Loss}{over}, C = {classes}, γ = {Number(spec.Gamma)}, m = {Number(spec.Margin)}, {reduction}, {spec.Scalar.Keyword()}";

        string Number(double value) => Literal.Of(value, spec.Scalar).TrimEnd('f', 'd');
    }
}
