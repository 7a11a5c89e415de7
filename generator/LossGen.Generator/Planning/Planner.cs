using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Finds the passes: a reduction needs one more pass than what it reduces, and everything else is computed in the gap where it is first needed.
/// An element's value that two passes need is computed once and kept.
/// </summary>
internal sealed class Planner
{
    private readonly List<Definition> needed;
    private readonly Expression loss;
    private readonly Expression? gradient;
    private readonly Expression? labelGradient;
    private readonly Dictionary<Definition, int> gaps = [];
    private readonly Dictionary<Definition, int> passes = [];

    private Planner(StableForm form, bool writesGradient)
    {
        loss = form.Loss;
        (gradient, labelGradient) = writesGradient ? (form.Negatives, form.Positives) : (null, null);
        needed = Needed(form.Definitions, Outputs);
        AssignGaps();
    }

    private IEnumerable<Expression> Outputs => new[] { loss, gradient, labelGradient }.OfType<Expression>();

    /// <summary>How many passes reduce something.</summary>
    private int ReducingPasses => needed.Where(IsReduction).Max(PassOf);

    /// <summary>
    /// The pass that writes the gradient: as soon as it is known, but not before the last pass that reads scores, which may be in the same memory.
    /// </summary>
    private int GradientPass => gradient is null ? 0 : Math.Max(ReducingPasses, 1 + LastPassBefore(gradient));

    public static KernelPlan Plan(StableForm form, bool writesGradient, ScalarType scalar, int? classes, int lanes)
    {
        var planner = new Planner(form, writesGradient);
        return new KernelPlan(
            scalar,
            lanes,
            classes,
            LayoutPlanner.LayoutOf(classes, lanes),
            planner.needed.Where(definition => definition.Value.Rank == Rank.Batch).ToEquatableArray(),
            planner.InGap(0).ToEquatableArray(),
            planner.Passes().ToEquatableArray(),
            form.Loss,
            planner.labelGradient);
    }

    private static List<Definition> Needed(IEnumerable<Definition> definitions, IEnumerable<Expression> outputs)
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

    /// <summary>A row's values are computed as late as possible, so that they stand where they are used: gap n is the one after pass n.</summary>
    private void AssignGaps()
    {
        foreach (Definition definition in Enumerable.Reverse(needed).Where(IsOfRow))
        {
            IEnumerable<int> uses = needed.Where(user => user.Value.References().Contains(definition)).Select(GapBefore);
            if (gradient is not null && gradient.References().Contains(definition))
            {
                uses = uses.Append(GradientPass - 1);
            }

            // The gradient may be written over the scores: the label's must be read before that.
            gaps[definition] = definition.Value is Score ? 0 : uses.DefaultIfEmpty(ReducingPasses).Min();
        }

        int GapBefore(Definition user) => IsOfRow(user) ? gaps[user] : PassOf(user) - 1;
    }

    private IEnumerable<Definition> InGap(int gap) => needed.Where(definition => gaps.TryGetValue(definition, out int own) && own == gap);

    private IEnumerable<Pass> Passes()
    {
        for (int number = 1; number <= Math.Max(ReducingPasses, GradientPass); number++)
        {
            yield return PassAt(number);
        }
    }

    private Pass PassAt(int number)
    {
        Expression? written = number == GradientPass ? gradient : null;
        Definition[] reductions = [.. needed.Where(definition => IsReduction(definition) && PassOf(definition) == number)];
        Definition[] elements = [.. needed.Where(definition => IsElement(definition) && PassOf(definition) == number)];
        Expression[] computed = [.. elements.Concat(reductions).Select(definition => definition.Value).Append(written).OfType<Expression>()];

        return new Pass(
            computed.Any(value => value.Nodes().Any(node => node is Score { IsSingle: false })),
            Kept(number - 1).Where(kept => computed.Any(value => value.References().Contains(kept))).ToEquatableArray(),
            elements.ToEquatableArray(),
            Kept(number).Where(elements.Contains).ToEquatableArray(),
            reductions.ToEquatableArray(),
            written,
            InGap(number).ToEquatableArray());
    }

    /// <summary>The elements' values that were computed up to a pass and are needed after it.</summary>
    private IEnumerable<Definition> Kept(int pass) => needed.Where(definition =>
        IsElement(definition)
        && PassOf(definition) <= pass
        && (needed.Any(user => !IsOfRow(user) && PassOf(user) > pass && user.Value.References().Contains(definition))
            || (GradientPass > pass && gradient!.References().Contains(definition))));
}
