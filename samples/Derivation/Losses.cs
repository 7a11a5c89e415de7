using LossGen;

namespace Derivation;

/// <summary>
/// The losses from the naive hinge to circle loss, in the order of the README. Their bodies are written by LossGen while the project compiles.
/// No length of a row is fixed: a call takes one row, of any length.
/// </summary>
static partial class Losses
{
    /// <summary>Step 1: Σ max(zᵢ − z_y, 0).</summary>
    [MulticlassHinge(Over = Over.Sum, Margin = 0)]
    public static partial float NaiveHinge(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 2: Σ max(zᵢ − z_y + 1, 0).</summary>
    [MulticlassHinge(Over = Over.Sum, Margin = 1)]
    public static partial float WestonWatkins(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 3: max(max zᵢ − z_y + 1, 0).</summary>
    [MulticlassHinge(Over = Over.Max, Margin = 1)]
    public static partial float CrammerSinger(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 4: max(log Σ exp(zᵢ − z_y + 1), 0).</summary>
    [MulticlassHinge(Over = Over.LogSumExp, Margin = 1)]
    public static partial float SmoothMaximum(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 5, for comparison: what cross entropy smooths, max(log Σ exp(zᵢ − z_y), 0).</summary>
    [MulticlassHinge(Over = Over.LogSumExp, Margin = 0)]
    public static partial float SmoothMaximumWithoutMargin(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 5: log(1 + Σ exp(zᵢ − z_y)).</summary>
    [SoftmaxCrossEntropy]
    public static partial float CrossEntropy(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 5 on cosines: log(1 + Σ exp 10 (zᵢ − z_y)).</summary>
    [SoftmaxCrossEntropy(Gamma = 10)]
    public static partial float NormFace(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 5 on cosines: log(1 + Σ exp 10 (zᵢ − z_y + 0.2)).</summary>
    [SoftmaxCrossEntropy(Gamma = 10, Margin = 0.2)]
    public static partial float CosFace(ReadOnlySpan<float> scores, int label, Span<float> gradient);

    /// <summary>Step 6: ΣΣ max(u, 0), with u = 10 (s_n − s_p + 0.2) for every pair.</summary>
    [PairHinge(Over = Over.Sum, Gamma = 10, Margin = 0.2)]
    public static partial float AllPairs(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    /// <summary>Step 6: max(max u, 0).</summary>
    [PairHinge(Over = Over.Max, Gamma = 10, Margin = 0.2)]
    public static partial float HardestPair(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    /// <summary>Step 6: max(log ΣΣ exp u, 0).</summary>
    [PairHinge(Over = Over.LogSumExp, Gamma = 10, Margin = 0.2)]
    public static partial float SmoothPairs(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    /// <summary>Step 7: log(1 + ΣΣ exp u).</summary>
    [UnifiedLoss(Gamma = 10, Margin = 0.2)]
    public static partial float Unified(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    /// <summary>Steps 7 and 8: the same with u = 80 (s_n − s_p + 0.2).</summary>
    [UnifiedLoss(Gamma = 80, Margin = 0.2)]
    public static partial float SteepUnified(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    /// <summary>Step 8: the same with u = 80 (αₙ (s_n − 0.4) − αₚ (s_p − 0.6)), αₙ = max(s_n + 0.4, 0), αₚ = max(1.4 − s_p, 0).</summary>
    [CircleLoss(Gamma = 80, Margin = 0.4)]
    public static partial float Circle(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    /// <summary>Step 8, for comparison: the same loss, and its derivative through the weights as well.</summary>
    [CircleLoss(Gamma = 80, Margin = 0.4, DetachWeights = false)]
    public static partial float CircleThroughWeights(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);
}
