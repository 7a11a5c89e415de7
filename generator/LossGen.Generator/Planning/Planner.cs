using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Finds the passes: a reduction needs one more pass than what it reduces, and a row's other values are computed in the gaps between the passes.
/// An exp of an element that two passes need is computed once and kept; what costs less is computed again, from the scores.
/// </summary>
internal sealed class Planner
{
    private readonly List<Definition> needed;
    private readonly SidePlan[] sides;
    private readonly IReadOnlyList<SideGradient> gradients;
    private readonly Expression? loss;
    private readonly Expression? labelGradient;
    private readonly RowBlocks? blocks;
    private readonly Dictionary<Definition, int> gaps = [];
    private readonly Dictionary<Definition, int> passes = [];

    private Planner(StableForm form, Outputs outputs, IReadOnlyList<(Axes Axes, int? Length)> lengths, int lanes, ScalarType scalar, bool isBatch, bool areAlike, Layout? layout)
    {
        Axes withMemory = lengths.Aggregate(Axes.None, (all, side) => all | side.Axes);
        SideGradient[] ofSides =
        [
            .. new SideGradient[] { new(Axes.Negatives, form.Negatives), new(Axes.Positives, form.Positives) }
                .Where(gradient => (gradient.Side & withMemory) != Axes.None),
        ];
        gradients = [.. ofSides.Where(gradient => (gradient.Side & outputs.Gradients) != Axes.None)];
        labelGradient = (Axes.Positives & outputs.Gradients & ~withMemory) != Axes.None ? form.Positives : null;
        loss = outputs.Loss ? form.Loss : null;
        needed = Needed(form.Definitions, Outputs);

        // From here on all of the form counts, asked for or not: with the layout the order of additions would change, and with it the bits of the loss.
        (sides, blocks) = layout is not null
            ? ([.. lengths.Select(side => new SidePlan(side.Axes, side.Length, lanes, layout))], null)
            : LayoutPlanner.LayoutOf(
                lengths,
                lanes,
                scalar,
                isBatch,
                areAlike,
                hasCostlyRows: HasCostlyRows(form.Definitions, ofSides),
                sumsTerms: form.Definitions.Any(IsSumOfTerms),
                TextSize.OfElement(form, scalar));
        AssignGaps();
    }

    /// <summary>What is asked for.</summary>
    private Expression[] Outputs => [.. gradients.Select(gradient => gradient.Value), .. new[] { loss, labelGradient }.OfType<Expression>()];

    /// <summary>How many passes reduce something.</summary>
    private int ReducingPasses => ReducingPassesOf(needed);

    /// <summary>
    /// The pass that writes the gradient: as soon as it is known, but not before the last pass that reads scores, which may be in the same memory.
    /// </summary>
    private int GradientPass => gradients.Count == 0 ? 0 : Math.Max(ReducingPasses, 1 + gradients.Max(gradient => LastPassBefore(gradient.Value)));

    /// <param name="form">What to compute.</param>
    /// <param name="outputs">What is asked for.</param>
    /// <param name="scalar">The type to compute in.</param>
    /// <param name="sides">The memory that a row's scores are in: whose they are, and how many, if that is known.</param>
    /// <param name="lanes">How many scores a vector holds.</param>
    /// <param name="isBatch">Whether there are many rows.</param>
    /// <param name="areAlike">Whether every row counts, and is known from the start.</param>
    /// <param name="layout">The layout of the passes, if it is decided on.</param>
    public static KernelPlan Plan(
        StableForm form,
        Outputs outputs,
        ScalarType scalar,
        IReadOnlyList<(Axes Axes, int? Length)> sides,
        int lanes,
        bool isBatch,
        bool areAlike,
        Layout? layout = null)
    {
        if (PairwisePlanner.IsPairwise(form))
        {
            return PairwisePlanner.Plan(form, outputs, scalar, sides, lanes);
        }

        var planner = new Planner(form, outputs, sides, lanes, scalar, isBatch, areAlike, layout);
        return new KernelPlan(
            scalar,
            lanes,
            planner.sides.ToEquatableArray(),
            planner.needed.Where(definition => definition.Value.Rank == Rank.Batch).ToEquatableArray(),
            planner.InGap(0).ToEquatableArray(),
            planner.SplitPasses().ToEquatableArray(),
            planner.loss,
            planner.labelGradient,
            planner.blocks);
    }

    /// <summary>The definitions that some outputs are made of.</summary>
    public static List<Definition> Needed(IEnumerable<Definition> definitions, IEnumerable<Expression> outputs)
    {
        var needed = new HashSet<Definition>(outputs.SelectMany(ExpressionTree.References));
        foreach (Definition definition in definitions.Reverse().Where(needed.Contains))
        {
            needed.UnionWith(definition.Value.References());
        }

        return [.. definitions.Where(needed.Contains)];
    }

    private static bool IsReduction(Definition definition) => definition.Value is Reduction;

    private static bool IsElement(Definition definition) => definition.Value.Rank == Rank.Element;

    private static bool IsOfRow(Definition definition) => definition.Value.Rank == Rank.Row && !IsReduction(definition);

    /// <summary>Whether it sums up what the loss is made of, such as distances: neither exps, nor hinges, whose bound grows with their number.</summary>
    private static bool IsSumOfTerms(Definition definition) =>
        definition.Value is Reduction { Reducer: Reducer.Sum, Body: Binary { Operator: BinaryOperator.Weigh } or WithinSide { Value: not Unary { Operator: UnaryOperator.Exp } } };

    /// <summary>Whether an exp is in it, so that it is worth keeping.</summary>
    private static bool IsExpensive(Definition definition) => IsElement(definition) && definition.Value.Nodes().Any(node => node switch
    {
        Unary { IsExp: true } => true,
        Reference reference => IsExpensive(reference.Definition),
        _ => false,
    });

    /// <summary>Whether it takes as long as dozens of additions, unless it is done for many rows at a time.</summary>
    private static bool IsCostly(Expression ofRow) => ofRow.Nodes().Any(node =>
        node is Unary { IsExp: true } or Unary { Operator: UnaryOperator.Log or UnaryOperator.Log1p or UnaryOperator.Log1pUpToOne } or Binary { Operator: BinaryOperator.Divide or BinaryOperator.LogOfSum });

    private int ReducingPassesOf(IEnumerable<Definition> definitions) => definitions.Where(IsReduction).Select(PassOf).DefaultIfEmpty(0).Max();

    /// <summary>
    /// Whether a row has costly values of its own after all its sums and before its gradient: those can be computed for many rows at a time. Where a side's
    /// gradient needs none of the last sums it is written by the pass that finds them, and nothing comes in between.
    /// </summary>
    private bool HasCostlyRows(IEnumerable<Definition> definitions, IEnumerable<SideGradient> ofSides)
    {
        int last = ReducingPassesOf(definitions);
        return ofSides.All(gradient => LastPassBefore(gradient.Value) == last)
            && definitions.Any(definition => IsOfRow(definition) && LastPassBefore(definition.Value) == last && IsCostly(definition.Value));
    }

    /// <summary>The pass that computes a reduction or an element's value: the one after all that it reads is known.</summary>
    private int PassOf(Definition definition)
    {
        if (!passes.TryGetValue(definition, out int pass))
        {
            pass = 1 + LastPassBefore(definition.Value is Reduction reduction ? reduction.Body : definition.Value);
            passes.Add(definition, pass);
        }

        return pass;
    }

    /// <summary>The last pass that must be over before an expression can be computed: a reduction's own, or the one before an element's or a row's value.</summary>
    private int LastPassBefore(Expression expression) => expression.References()
        .Select(definition => IsReduction(definition) ? PassOf(definition) : PassOf(definition) - 1)
        .DefaultIfEmpty(0)
        .Max();

    /// <summary>
    /// A row's values are computed as late as possible, so that they stand where they are used: gap n is the one after pass n. Where the same rows go through
    /// all passes before others come, be it one row or as many as a vector has lanes, a row's exp is computed as soon as it can be, since nothing waits for it
    /// during the next pass, and its loss comes last. In a block of rows an exp before the loop would keep its constants in registers that the loop needs: at
    /// 256 bits that costs a third.
    /// </summary>
    private void AssignGaps()
    {
        int last = blocks is null ? Math.Max(ReducingPasses, GradientPass) : ReducingPasses;
        foreach (Definition definition in Enumerable.Reverse(needed).Where(IsOfRow))
        {
            IEnumerable<int> uses = needed.Where(user => user.Value.References().Contains(definition)).Select(GapBefore);
            if (gradients.Any(gradient => gradient.Value.References().Contains(definition)))
            {
                uses = uses.Append(GradientPass - 1);
            }

            if (labelGradient is not null && labelGradient.References().Contains(definition))
            {
                uses = uses.Append(Math.Max(GradientPass - 1, LastPassBefore(definition.Value)));
            }

            // What is read by the label is read first: the gradient may be written over the scores, and afterwards other rows may come in between.
            gaps[definition] = definition.Value switch
            {
                Score or OfClass => 0,
                Unary { IsExp: true } exp when blocks is null => LastPassBefore(exp),
                _ => uses.DefaultIfEmpty(last).Min(),
            };
        }

        int GapBefore(Definition user) => IsOfRow(user) ? gaps[user] : PassOf(user) - 1;
    }

    private IEnumerable<Definition> InGap(int gap) => needed.Where(definition => gaps.TryGetValue(definition, out int own) && own == gap);

    /// <summary>The passes as they are written: some are two where other rows lie between an exp and its sum, and some read the label's score with the others.</summary>
    private IEnumerable<Pass> SplitPasses()
    {
        Pass[] whole = [.. Passes()];
        return sides[0].Layout is VectorsOfRows && KernelPlan.HaveRowsUnderWay(whole)
            ? SumsApart.Apply(whole)
            : LabelAmongScores.Apply(LabelClearing.Apply(whole, sides), sides, [.. needed.Select(definition => definition.Value), .. Outputs]);
    }

    private IEnumerable<Pass> Passes()
    {
        for (int number = 1; number <= Math.Max(ReducingPasses, GradientPass); number++)
        {
            Pass[] ofSides = [.. sides.Select(side => PassAt(number, side)).Where(pass => pass.Values.Any())];
            for (int i = 0; i < ofSides.Length; i++)
            {
                bool isLast = i == ofSides.Length - 1;
                yield return isLast ? ofSides[i] with { Afterwards = InGap(number).ToEquatableArray() } : ofSides[i];
            }
        }
    }

    private Pass PassAt(int number, SidePlan side)
    {
        Definition[] reductions = [.. needed.Where(definition => definition.Value is Reduction reduction && Concerns(reduction.Over) && PassOf(definition) == number)];
        SideGradient[] written = [.. gradients.Where(gradient => number == GradientPass && Concerns(gradient.Side))];
        Definition[] kept = [.. KeptBy(number).Where(definition => Concerns(definition.Axes))];
        var computed = new HashSet<Definition>(kept);
        var reloaded = new HashSet<Definition>();
        if (side.Layout.KeepsElements)
        {
            // What stays in registers is computed where it first can be.
            computed.UnionWith(needed.Where(definition => IsElement(definition) && Concerns(definition.Axes) && PassOf(definition) == number));
        }

        foreach (Expression value in reductions.Concat(kept).Select(definition => definition.Value).Concat(written.Select(gradient => gradient.Value)))
        {
            Collect(value);
        }

        return new Pass(
            number,
            side.Axes,
            needed.Where(reloaded.Contains).ToEquatableArray(),
            needed.Where(computed.Contains).ToEquatableArray(),
            kept.ToEquatableArray(),
            reductions.ToEquatableArray(),
            written.ToEquatableArray(),
            Afterwards: default);

        bool Concerns(Axes axes) => (axes & side.Axes) != Axes.None;

        void Collect(Expression value)
        {
            foreach (Definition definition in value.References().Where(IsElement))
            {
                bool isKnown = PassOf(definition) < number && (IsExpensive(definition) || side.Layout.KeepsElements);
                if (isKnown)
                {
                    reloaded.Add(definition);
                }
                else if (computed.Add(definition))
                {
                    Collect(definition.Value);
                }
            }
        }
    }

    /// <summary>The exps of a pass that a later one needs: those that what is not kept itself is made of.</summary>
    private IEnumerable<Definition> KeptBy(int pass) => needed.Where(definition =>
        IsExpensive(definition)
        && PassOf(definition) == pass
        && (needed.Any(user => !IsOfRow(user) && PassOf(user) > pass && user.Value.References().Contains(definition))
            || (GradientPass > pass && gradients.Any(gradient => gradient.Value.References().Contains(definition)))));
}
