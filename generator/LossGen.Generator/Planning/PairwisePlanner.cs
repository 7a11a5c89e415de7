using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Plans a sum over all pairs as it stands, at the cost of K × L. Sorting both sides and summing prefixes costs (K + L) log (K + L), but a vector takes 8 or
/// 16 pairs at a time: at 128 × 1024 the sorting alone takes five times as long as all the pairs, and at 1000 × 1000 the two are about even. A pair belongs
/// to the sum by the sign of (s_n − s_p) + m as it is rounded, besides, which no order of the scores alone tells.
/// </summary>
internal static class PairwisePlanner
{
    /// <summary>What earlier positives have counted for each negative.</summary>
    private static readonly Definition Counted = new("count", new Score(Axes.Negatives), "how many pairs there were before");

    public static bool IsPairwise(StableForm form) => form.Definitions.Any(definition => definition.Axes == Axes.Pairs);

    public static KernelPlan Plan(StableForm form, Outputs outputs, ScalarType scalar, IReadOnlyList<(Axes Axes, int? Length)> sides, int lanes)
    {
        Expression?[] wanted =
        [
            outputs.Loss ? form.Loss : null,
            outputs.Gradients.HasFlag(Axes.Negatives) ? form.Negatives : null,
            outputs.Gradients.HasFlag(Axes.Positives) ? form.Positives : null,
        ];
        Definition[] definitions = [.. OfOnePositive(Planner.Needed(form.Definitions, wanted.OfType<Expression>()))];
        Definition? activePositives = definitions.FirstOrDefault(definition => definition.Value is Reduction { Over: Axes.Positives, Body: WhenNotPositive });
        Definition? sum = definitions.FirstOrDefault(definition => definition != activePositives && definition.Value is Reduction { Over: Axes.Positives });
        Definition[] reductions = [.. definitions.Where(definition => definition.Value is Reduction { Over: Axes.Negatives })];

        EquatableArray<SideGradient> counting = activePositives is null
            ? default
            : new[] { new SideGradient(Axes.Negatives, new Reference(Counted) + ((Reduction)activePositives.Value).Body) }.ToEquatableArray();
        var pass = new Pass(
            Round: 1,
            sides[0].Axes,
            Reloaded: counting.Count == 0 ? default : new[] { Counted }.ToEquatableArray(),
            definitions.Where(definition => definition.Rank == Rank.Element && !reductions.Contains(definition) && definition != activePositives).ToEquatableArray(),
            Kept: default,
            reductions.ToEquatableArray(),
            counting,
            Afterwards: default);

        Definition[] ofRow = [.. definitions.Where(definition => definition.Rank == Rank.Row && definition.Value is not Reduction)];
        return new KernelPlan(
            scalar,
            lanes,
            sides.Select(side => new SidePlan(side.Axes, side.Length, lanes, LayoutPlanner.LoopOf(side.Length, lanes, side.Axes == Axes.Pairs))).ToEquatableArray(),
            definitions.Where(definition => definition.Rank == Rank.Batch).ToEquatableArray(),
            ofRow.Where(definition => !IsOfPositive(definition) && !NeedsSum(definition)).ToEquatableArray(),
            Passes: default,
            wanted[0],
            LabelGradient: null,
            Blocks: null,
            new PairwisePlan(
                ofRow.Where(IsOfPositive).ToEquatableArray(),
                pass,
                outputs.Gradients.HasFlag(Axes.Positives) ? reductions.Single(reduction => ((Reduction)reduction.Value).Body is WhenNotPositive) : null,
                sum,
                ofRow.Where(NeedsSum).ToEquatableArray(),
                (wanted[1] ?? wanted[2]) is { } gradient ? FactorOf(gradient) : null));

        bool IsOfPositive(Definition definition) => definition.Value.References().Any(used => used == PairwisePlan.Positive || IsOfPositive(used));

        bool NeedsSum(Definition definition) => definition.Value.References().Any(used => used == sum || NeedsSum(used));
    }

    /// <summary>The definitions as they are for one positive: its score is a number, and so is all that depends on no other.</summary>
    private static IEnumerable<Definition> OfOnePositive(IEnumerable<Definition> definitions)
    {
        var known = new Dictionary<Definition, Definition>();
        foreach (Definition definition in definitions)
        {
            var ofOne = new Definition(definition.Name, definition.Value.Map(Replacement), definition.Remark);
            known.Add(definition, ofOne);
            yield return ofOne;
        }

        Expression? Replacement(Expression node) => node switch
        {
            Score { Side: Axes.Positives } => new Reference(PairwisePlan.Positive),
            Reference { Definition: var definition } => new Reference(known[definition]),
            _ => null,
        };
    }

    /// <summary>What the number of a score's pairs is multiplied by, but for the sign.</summary>
    private static Expression FactorOf(Expression gradient)
    {
        Product product = Product.Of(gradient);
        return Product.Combine(product.Numerator.Where(factor => factor.Rank != Rank.Element), product.Denominator);
    }
}
