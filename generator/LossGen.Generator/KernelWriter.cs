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
    public static KernelPlan[] PlansOf(LossSpec spec, StableForm stable)
    {
        KernelPlan[] plans = [.. VectorBits.Select(bits => PlanOf(spec, stable, bits)).GroupBy(plan => plan.Lanes).Select(same => same.First())];
        var ofNearLabels = new Lazy<StableForm>(() => StableFormOf(spec, RowShape.ContextOf(spec) with { Reference = ExpReference.NearLabel }));
        plans = [.. plans.Select(plan => plan with { WholeBlocks = WholeBlocksOf(spec, plan, ofNearLabels) })];
        for (int i = 0; i < plans.Length; i++)
        {
            KernelPlan plan = plans[i];
            if (plan.IsLaneARow && plans[i + 1].IsLaneARow)
            {
                // There is a next one: without vectors no row has a lane. It adds rows up in the same order.
                plans[i] = plan with { RowsForNarrower = plans[i + 1].Lanes };
            }
            else if (plan.IsLaneARow || plan.AddsRowsUpAtOnce)
            {
                // In blocks an exp may have other bits: where it takes γ, or where a row has one of its own.
                KernelPlan few = PlanOf(spec, stable, plan.LanesOfFewRows, isBatch: false) with { IsForFewRows = true };
                plans[i] = plan.IsLaneARow || few.ExpKind == plan.ExpKind ? plan with { FewRows = few } : plan;
            }
        }

        return plans;
    }

    public static StableForm StableFormOf(LossSpec spec) => StableFormOf(spec, RowShape.ContextOf(spec));

    private static StableForm StableFormOf(LossSpec spec, StabilityContext context)
    {
        Expression loss = Losses.Of(spec);
        return StableForm.Of(loss, Derivative.Of(loss, UpstreamOf(spec)), context);
    }

    /// <param name="spec">What to compute.</param>
    /// <param name="stable">The formula to plan.</param>
    /// <param name="bits">The width of the vectors, 0 for none.</param>
    public static KernelPlan PlanOf(LossSpec spec, StableForm stable, int bits) =>
        PlanOf(spec, stable, lanes: Math.Max(1, bits / (spec.Scalar == ScalarType.Single ? 32 : 64)), isBatch: !spec.IsSingleRow);

    private static KernelPlan? WholeBlocksOf(LossSpec spec, KernelPlan ofRows, Lazy<StableForm> ofNearLabels) =>
        WholeBlocks.LayoutOf(spec, ofRows) is { } layout ? PlanOf(spec, ofNearLabels.Value, ofRows.Lanes, isBatch: true, layout) : null;

    private static KernelPlan PlanOf(LossSpec spec, StableForm stable, int lanes, bool isBatch)
    {
        KernelPlan plan = PlanOf(spec, stable, lanes, isBatch, layout: null);
        int widest = plan.Sides.Max(side => side.Lanes);

        // Vectors that no side fills are for nothing but the values of several rows.
        return widest < lanes && plan.Blocks is null ? PlanOf(spec, stable, widest, isBatch) : plan;
    }

    private static KernelPlan PlanOf(LossSpec spec, StableForm stable, int lanes, bool isBatch, Layout? layout) => JoinedLoss.Apply(
        Planner.Plan(stable, RowShape.OutputsOf(spec), spec.Scalar, RowShape.SidesOf(spec), lanes, isBatch, RowShape.AreRowsAlike(spec), layout),
        spec);

    private static Expression UpstreamOf(LossSpec spec) => spec switch
    {
        { HasUpstreamOfRows: true } => new Upstream(IsOfRow: true),
        _ when spec.HasDivisor || spec.Has(Role.Upstream) => new Upstream(),
        _ => 1,
    };
}
