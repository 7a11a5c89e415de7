namespace Derivation;

/// <summary>Each kernel of <see cref="Losses"/> with its formula. A γ or an m that is not its attribute's fails the check.</summary>
static class Steps
{
    public static readonly Loss NaiveHinge = Loss.OfClasses(Losses.NaiveHinge, gamma: 1, margin: 0, Aggregates.SumOfHinges);

    public static readonly Loss WestonWatkins = Loss.OfClasses(Losses.WestonWatkins, gamma: 1, margin: 1, Aggregates.SumOfHinges);

    public static readonly Loss CrammerSinger = Loss.OfClasses(Losses.CrammerSinger, gamma: 1, margin: 1, Aggregates.HingeOfMaximum);

    public static readonly Loss SmoothMaximum = Loss.OfClasses(Losses.SmoothMaximum, gamma: 1, margin: 1, Aggregates.HingeOfLogSumExp);

    public static readonly Loss SmoothMaximumWithoutMargin =
        Loss.OfClasses(Losses.SmoothMaximumWithoutMargin, gamma: 1, margin: 0, Aggregates.HingeOfLogSumExp);

    public static readonly Loss CrossEntropy = Loss.OfClasses(Losses.CrossEntropy, gamma: 1, margin: 0, Aggregates.LogOnePlusSum);

    public static readonly Loss NormFace = Loss.OfClasses(Losses.NormFace, gamma: 10, margin: 0, Aggregates.LogOnePlusSum);

    public static readonly Loss CosFace = Loss.OfClasses(Losses.CosFace, gamma: 10, margin: 0.2, Aggregates.LogOnePlusSum);

    public static readonly Loss AllPairs = Loss.OfPairs(Losses.AllPairs, gamma: 10, margin: 0.2, Aggregates.SumOfHinges);

    public static readonly Loss HardestPair = Loss.OfPairs(Losses.HardestPair, gamma: 10, margin: 0.2, Aggregates.HingeOfMaximum);

    public static readonly Loss SmoothPairs = Loss.OfPairs(Losses.SmoothPairs, gamma: 10, margin: 0.2, Aggregates.HingeOfLogSumExp);

    public static readonly Loss Unified = Loss.OfPairs(Losses.Unified, gamma: 10, margin: 0.2, Aggregates.LogOnePlusSum);

    public static readonly Loss SteepUnified = Loss.OfPairs(Losses.SteepUnified, gamma: 80, margin: 0.2, Aggregates.LogOnePlusSum);

    public static readonly Loss Circle = Loss.Circle(Losses.Circle, gamma: 80, margin: 0.4, detachWeights: true);

    public static readonly Loss CircleThroughWeights = Loss.Circle(Losses.CircleThroughWeights, gamma: 80, margin: 0.4, detachWeights: false);
}
