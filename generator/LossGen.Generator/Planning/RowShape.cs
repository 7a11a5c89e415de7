using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>What a specification says about the rows: their sides, the numbers of their elements, and what is asked for.</summary>
internal static class RowShape
{
    /// <summary>The memory that a row's scores are in.</summary>
    public static IReadOnlyList<(Axes Axes, int? Length)> SidesOf(LossSpec spec) => spec.Scores switch
    {
        Classification shape => [(Axes.Negatives, shape.Classes)],
        Pairs shape => [(Axes.Negatives, shape.Negatives), (Axes.Positives, shape.Positives)],
        _ => [(Axes.Pairs, null)],
    };

    public static Outputs OutputsOf(LossSpec spec) => new(
        spec.ReturnsLoss || spec.Has(Role.Losses),
        (spec.Has(Role.Gradient) ? Axes.Pairs : Axes.None)
        | (spec.Has(Role.NegativeGradient) ? Axes.Negatives : Axes.None)
        | (spec.Has(Role.PositiveGradient) ? Axes.Positives : Axes.None));

    /// <summary>Whether every row counts, and is known before it is read: no label is ignored, none is searched for, and no column decides on a side.</summary>
    public static bool AreRowsAlike(LossSpec spec) => spec is { IgnoreLabel: null, Scores: not SimilarityMatrix } && !spec.Has(Role.Targets);

    public static StabilityContext ContextOf(LossSpec spec) => new(
        spec.Scalar.LargestFinite(),
        CountsOf(spec),
        HasPairs: spec.Scores is not Classification,
        ExponentRange.ReferenceOf(spec));

    private static ElementCounts CountsOf(LossSpec spec) => spec.Scores switch
    {
        Classification shape => new(Known(shape.Classes - 1, Axes.Negatives), 1),
        Pairs shape => new(Known(shape.Negatives, Axes.Negatives), Known(shape.Positives, Axes.Positives)),
        _ => new(new Count(Axes.Negatives, IsOfRow: true), new Count(Axes.Positives, IsOfRow: true)),
    };

    private static Expression Known(int? count, Axes side) => count is { } known ? new Constant(known, side == Axes.Negatives ? "L" : "K") : new Count(side);
}
