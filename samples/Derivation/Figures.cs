using OxyPlot;

namespace Derivation;

/// <summary>The figures of the README, one a step.</summary>
static class Figures
{
    // Told apart by people who cannot tell red from green, too.
    static readonly OxyColor New = OxyColor.FromRgb(0xD5, 0x5E, 0x00);
    static readonly OxyColor Before = OxyColor.FromRgb(0x00, 0x72, 0xB2);
    static readonly OxyColor Third = OxyColor.FromRgb(0x00, 0x9E, 0x73);

    public static readonly Figure[] All =
    [
        OfClasses(
            "1-naive-hinge.svg",
            new Curve("naive hinge", Steps.NaiveHinge, Rows.Classes, New, LineStyle.Solid)),
        OfClasses(
            "2-weston-watkins.svg",
            new("Weston–Watkins, m = 1", Steps.WestonWatkins, Rows.Classes, New, LineStyle.Solid),
            new("naive hinge", Steps.NaiveHinge, Rows.Classes, Before, LineStyle.Dash)),
        OfClasses(
            "3-crammer-singer.svg",
            new("Crammer–Singer, m = 1", Steps.CrammerSinger, Rows.Classes, New, LineStyle.Solid),
            new("Weston–Watkins, m = 1", Steps.WestonWatkins, Rows.Classes, Before, LineStyle.Dash)),
        OfClasses(
            "4-log-sum-exp.svg",
            new("hinge of log Σ exp, m = 1", Steps.SmoothMaximum, Rows.Classes, New, LineStyle.Solid),
            new("Crammer–Singer, m = 1", Steps.CrammerSinger, Rows.Classes, Before, LineStyle.Dash),
            new("Crammer–Singer + ln 3", Steps.CrammerSinger, Rows.Classes, OxyColors.Gray, LineStyle.Dot, Math.Log(3))),
        OfClasses(
            "5-cross-entropy.svg",
            new("softmax cross entropy", Steps.CrossEntropy, Rows.Classes, New, LineStyle.Solid),
            new("hinge of log Σ exp, m = 0", Steps.SmoothMaximumWithoutMargin, Rows.Classes, Before, LineStyle.Dash),
            new("the hinge + ln 2", Steps.SmoothMaximumWithoutMargin, Rows.Classes, OxyColors.Gray, LineStyle.Dot, Math.Log(2))),
        new(
            "5-scale-and-margin.svg", "gap z_A − z_y", ("loss / γ", "∂loss/∂z_A / γ", "−∂loss/∂z_y / γ"),
            [
                new("γ = 10, m = 0.2", Steps.CosFace, Rows.Cosines, New, LineStyle.Solid),
                new("γ = 10, m = 0", Steps.NormFace, Rows.Cosines, Third, LineStyle.Solid),
                new("γ = 1, m = 0", Steps.CrossEntropy, Rows.Cosines, Before, LineStyle.Dash),
            ]),
        OfPairs(
            "6-pairs.svg",
            new("Over.Sum", Steps.AllPairs, Rows.Pairs, Third, LineStyle.Solid),
            new("Over.LogSumExp", Steps.SmoothPairs, Rows.Pairs, New, LineStyle.Solid),
            new("Over.Max", Steps.HardestPair, Rows.Pairs, Before, LineStyle.Dash)),
        OfPairs(
            "7-unified.svg",
            new("unified, γ = 10", Steps.Unified, Rows.Pairs, New, LineStyle.Solid),
            new("Over.LogSumExp, γ = 10", Steps.SmoothPairs, Rows.Pairs, Before, LineStyle.Dash),
            new("unified, γ = 80", Steps.SteepUnified, Rows.Pairs, Third, LineStyle.Solid),
            new("limit: Over.Max", Steps.HardestPair, Rows.Pairs, OxyColors.Black, LineStyle.Dot)),
        new(
            "8-circle.svg", "gap s_n − s_p", ("loss / γ", "∂loss/∂s_n / γ", "−∂loss/∂s_p / γ"),
            [
                new("circle, s_p = 0.9", Steps.Circle, Rows.HighPositive, New, LineStyle.Solid),
                new("circle, s_p = 0.4", Steps.Circle, Rows.LowPositive, Third, LineStyle.Solid),
                new("unified, any s_p", Steps.SteepUnified, Rows.HighPositive, Before, LineStyle.Dash),
            ]),
    ];

    static Figure OfClasses(string fileName, params Curve[] curves) =>
        new(fileName, "gap z_A − z_y", ("loss", "∂loss/∂z_A", "−∂loss/∂z_y"), curves);

    static Figure OfPairs(string fileName, params Curve[] curves) =>
        new(fileName, "gap s_n − min s_p", ("loss / γ", "∂loss/∂s_n / γ", "−∂loss/∂(min s_p) / γ"), curves);
}
