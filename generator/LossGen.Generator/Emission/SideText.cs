using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>What a kernel's text calls the memory of one side of a row.</summary>
/// <param name="Plan">The side.</param>
/// <param name="Scores">The first score of the row.</param>
/// <param name="Derivatives">Where the first derivative of the row goes.</param>
/// <param name="Length">How many scores the row has: the number, where the text can say it, or a parameter.</param>
/// <param name="Suffix">What is put behind the names of methods that walk over the side.</param>
/// <param name="Row">What the values of the row are called.</param>
internal sealed record SideText(SidePlan Plan, string Scores, string Derivatives, string Length, string Suffix, RowNames Row)
{
    /// <summary>The row's label.</summary>
    public string Label => Row.Of("label");

    public bool IsShared => Plan.Axes == Axes.Pairs;

    /// <summary>What the lanes beyond the row are loaded as: a masked score.</summary>
    public double Padding => Plan.Axes == Axes.Positives ? double.PositiveInfinity : double.NegativeInfinity;

    public static IEnumerable<SideText> Of(KernelPlan plan) => plan.Sides.Select(side => side.Axes switch
    {
        Axes.Pairs => new SideText(side, "scores", "derivatives", "columns", Suffix: "", RowNames.Own),
        _ when plan.Sides.Count == 1 => new SideText(side, "scores", "derivatives", LengthOf(side, "classes"), Suffix: "", RowNames.Own),
        Axes.Negatives => new SideText(side, "negativeScores", "negativeDerivatives", LengthOf(side, "negativeLength"), "OfNegatives", RowNames.Own),
        _ => new SideText(side, "positiveScores", "positiveDerivatives", LengthOf(side, "positiveLength"), "OfPositives", RowNames.Own),
    });

    /// <summary>The same side of another row.</summary>
    public SideText Of(RowNames row) => this with { Scores = row.Of(Scores), Derivatives = row.Of(Derivatives), Row = row };

    private static string LengthOf(SidePlan side, string parameter) => side.Length is { } length ? Literal.Of(length) : parameter;
}
