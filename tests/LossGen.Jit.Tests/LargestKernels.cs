namespace LossGen.Jit.Tests;

/// <summary>
/// The shapes with the longest text: the largest of each layout, with everything that a method can ask for. How long a row may be without a loop is what
/// LayoutPlanner and TextSize say, at 512 bits if not at 256; that these rows are just as long is tested where the generator is, in LargestKernelsTests. Two more have the exps
/// of most vectors, and of vectors of different widths, in one method.
/// </summary>
internal static partial class LargestKernels
{
    [SoftmaxCrossEntropy(Classes = 24)]
    public static partial float LanesOverRows(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 32)]
    public static partial float RowsEndToEnd(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, Span<float> gradient);

    /// <summary>At 256 bits rows that end within a vector, and have a value more than their label's score, have more text than longer ones.</summary>
    [SoftmaxCrossEntropy(Classes = 31, Gamma = 0.25)]
    public static partial float RowsEndToEndWithinVectors(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 16, LabelSmoothing = 0.1, IgnoreLabel = -100)]
    public static partial float LanesOverRowsOfEverything(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<float> classWeights,
        ReadOnlySpan<float> upstream,
        Span<float> losses,
        Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1)]
    public static partial double LanesOverRowsOfTargets(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, ReadOnlySpan<double> classWeights, Span<double> losses, Span<double> gradient);

    [MulticlassHinge(Classes = 32, Over = Over.Max)]
    public static partial float LanesOverRowsOfHinge(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, Span<float> gradient);

    [CircleLoss(Positives = 3, Negatives = 4, DetachWeights = false)]
    public static partial float LanesOverRowsOfPairs(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    [MulticlassHinge(Classes = 128)]
    public static partial float StraightLine(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<float> classWeights,
        ReadOnlySpan<float> upstream,
        Span<float> losses,
        Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 256, LabelSmoothing = 0.1, IgnoreLabel = -100)]
    public static partial float UnrolledPass(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<float> classWeights,
        ReadOnlySpan<float> upstream,
        Span<float> losses,
        Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 192)]
    public static partial float UnrolledPassOf256Bits(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [SoftmaxCrossEntropy(Classes = 128)]
    public static partial double UnrolledPassOfDoubles(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [CircleLoss(Positives = 112, Negatives = 112, DetachWeights = false)]
    public static partial float UnrolledPassOfPairs(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    [CircleLoss(Positives = 32, Negatives = 64)]
    public static partial float ExpsOfSixVectors(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    [CircleLoss(Positives = 4, Negatives = 72)]
    public static partial float ExpsOfThreeWidths(
        ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

    [SoftmaxCrossEntropy(Classes = 100_000, LabelSmoothing = 0.1, IgnoreLabel = -100)]
    public static partial double UnrolledLoop(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<double> classWeights,
        ReadOnlySpan<double> upstream,
        Span<double> losses,
        Span<double> gradient);

    [CircleLoss(DetachWeights = false, Balanced = true)]
    public static partial double Similarities(
        ReadOnlySpan<double> similarities, ReadOnlySpan<int> labels, ReadOnlySpan<double> upstream, Span<double> losses, Span<double> gradient);

    [PairHinge(Positives = 100, Negatives = 1000)]
    public static partial float AllPairs(ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);
}
