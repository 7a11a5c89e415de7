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
        StableForm stable = StableFormOf(spec);
        return GeneratedFile.Write(spec, new KernelDescription(spec), PlansOf(spec, stable));
    }

    /// <summary>The plans of all widths, the widest first.</summary>
    public static KernelPlan[] PlansOf(LossSpec spec, StableForm stable) => [.. VectorBits
        .Select(bits => PlanOf(spec, stable, bits))
        .Select(plan => plan.IsLaneARow ? plan with { FewRows = PlanOfFewRows(spec, stable, plan) } : plan)];

    private static KernelPlan PlanOfFewRows(LossSpec spec, StableForm stable, KernelPlan plan)
    {
        int lanes = plan.Sides.Max(side => LayoutPlanner.LanesOf(side.Length, plan.Lanes, spec.Scalar));
        return PlanOf(spec, stable, lanes, isBatch: false) with { IsForFewRows = true };
    }

    public static StableForm StableFormOf(LossSpec spec)
    {
        Expression loss = Losses.Of(spec);
        return StableForm.Of(loss, Derivative.Of(loss, UpstreamOf(spec)), RowShape.ContextOf(spec));
    }

    /// <param name="spec">What to compute.</param>
    /// <param name="stable">The formula to plan.</param>
    /// <param name="bits">The width of the vectors, 0 for none.</param>
    public static KernelPlan PlanOf(LossSpec spec, StableForm stable, int bits) =>
        PlanOf(spec, stable, lanes: Math.Max(1, bits / (spec.Scalar == ScalarType.Single ? 32 : 64)), isBatch: !spec.IsSingleRow);

    private static KernelPlan PlanOf(LossSpec spec, StableForm stable, int lanes, bool isBatch) => Planner.Plan(
        stable,
        RowShape.OutputsOf(spec),
        spec.Scalar,
        RowShape.SidesOf(spec),
        lanes,
        isBatch,
        RowShape.AreRowsAlike(spec));

    private static Expression UpstreamOf(LossSpec spec) => spec switch
    {
        { HasUpstreamOfRows: true } => new Upstream(IsOfRow: true),
        _ when spec.HasDivisor || spec.Has(Role.Upstream) => new Upstream(),
        _ => 1,
    };
}
