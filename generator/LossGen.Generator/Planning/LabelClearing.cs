using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>
/// Leaves the label out of a sum of exps where a row is a few vectors: to mask it would take two operations for each of them. Instead its exp is computed with the
/// others, 0 is put in its place where they are kept, and a pass of its own adds them up. For 100 classes at 512 bits that saves an eighth of the time.
/// </summary>
internal static class LabelClearing
{
    /// <summary>The passes with each that sums up what it keeps as two: by then other rows of the block lie between the 0 and the vector that reads it.</summary>
    public static IEnumerable<Pass> Apply(IEnumerable<Pass> passes, IReadOnlyList<SidePlan> sides)
    {
        bool isUnrolled = sides.Count == 1 && sides[0] is { Axes: Axes.Negatives, Layout: UnrolledPass };
        int added = 0;
        foreach (Pass pass in passes)
        {
            Pass moved = pass with { Round = pass.Round + added };
            if (isUnrolled && SumsWhatItKeeps(pass))
            {
                yield return moved with { Reductions = default, Afterwards = default, ClearsLabel = true };
                yield return moved.ThenSumming(pass.Reductions) with { Afterwards = pass.Afterwards };
                added++;
            }
            else
            {
                yield return moved;
            }
        }
    }

    private static bool SumsWhatItKeeps(Pass pass) =>
        pass is { Reloaded.Count: 0, Kept.Count: 1, Reductions.Count: > 0 }
        && pass.Elements.Equals(pass.Kept)
        && !pass.ClassInputs.Any()
        && pass.Reductions.All(definition => definition.Value is Reduction { Reducer: Reducer.Sum, Body: Reference });
}
