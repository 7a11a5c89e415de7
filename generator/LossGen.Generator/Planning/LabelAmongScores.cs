using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>
/// Lets a pass over the scores take the label's among them where it looks for their largest, and all that is asked for is the larger of that and the label's: nothing has to be
/// masked then (256 rows of 100 scores: -5 to -11 %).
/// </summary>
internal static class LabelAmongScores
{
    /// <param name="passes">The passes.</param>
    /// <param name="sides">The memory they walk over.</param>
    /// <param name="values">All values of the plan: those of its definitions, and what is asked for.</param>
    public static IEnumerable<Pass> Apply(IEnumerable<Pass> passes, IReadOnlyList<SidePlan> sides, IReadOnlyList<Expression> values)
    {
        // Where a row stays in registers its scores are loaded once for all passes.
        bool areLoadedForEachPass = sides.Count == 1 && sides[0] is { Axes: Axes.Negatives, Layout: UnrolledPass or UnrolledLoop };
        return passes.Select(pass => areLoadedForEachPass && FindsLargest(pass) && pass.Reductions.All(IsJoinedWithTarget) ? pass with { IncludesLabel = true } : pass);

        bool IsJoinedWithTarget(Definition largest) => values.Where(value => value.References().Contains(largest)).All(value =>
            value is Binary { Operator: BinaryOperator.Max, Right: Reference { Definition.Value: Score { IsSingle: true } } });
    }

    private static bool FindsLargest(Pass pass) =>
        pass is { Elements.Count: 0, Gradients.Count: 0, Reductions.Count: > 0 }
        && pass.Reductions.All(definition => definition.Value is Reduction { Reducer: Reducer.Largest, Body: Score });
}
