using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>
/// Lets a pass over the scores take the label's among them where it looks for their largest, and that is only asked for as the larger of it and the label's: nothing has to be masked
/// then, nor does a loop stop at the label (256 rows of 100 scores at 512 bits: -8 %, of 1,000: -5 %).
/// </summary>
internal static class LabelAmongScores
{
    public static IEnumerable<Pass> Apply(IEnumerable<Pass> passes, IReadOnlyList<SidePlan> sides, IReadOnlyList<Definition> definitions)
    {
        // Where a row stays in registers its scores are loaded once for all passes.
        bool areLoadedForEachPass = sides.Count == 1 && sides[0] is { Axes: Axes.Negatives, Layout: UnrolledPass or UnrolledLoop };
        return passes.Select(pass => areLoadedForEachPass && FindsLargest(pass) && pass.Reductions.All(IsJoinedWithTarget) ? pass with { IncludesLabel = true } : pass);

        bool IsJoinedWithTarget(Definition largest) => definitions.Where(user => user.Value.References().Contains(largest)).All(user =>
            user.Value is Binary { Operator: BinaryOperator.Max, Right: Reference { Definition.Value: Score { IsSingle: true } } });
    }

    private static bool FindsLargest(Pass pass) =>
        pass is { Elements.Count: 0, Reloaded.Count: 0, Gradients.Count: 0, Reductions.Count: > 0 }
        && pass.Reductions.All(definition => definition.Value is Reduction { Reducer: Reducer.Largest, Body: Score });
}
