using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// What exps are measured from. They can be taken of u itself, so that the largest of the others need not be known first and a pass is saved, with scores in [−1, 1]: even
/// up to 1.01, u is at most γ (2.02 + m). Two things have to hold: Σ exp u stays within the range of the type, and the rounding of u, which counts in
/// units of the last place of u and not of its distance from the largest, stays within the accuracy bound.
/// </summary>
internal static class ExponentRange
{
    private const double LargestCosine = 1.01;

    /// <summary>In longer rows what a row needs once weighs nothing beside its scores.</summary>
    private const int MostClassesOfShortRow = 32;

    /// <summary>
    /// In longer rows a single lane adds up too many: where all others are alike, each exp is 1 if measured from the largest of them, and no sum is rounded, but not if measured
    /// from the label (192 classes without vectors, with a lead of 20: 4 units of rounding). A sum of 2⁸ exps that is a normal number has terms within the range of exps times 2⁸.
    /// </summary>
    private const int MostClassesFromLargestOfAll = 128;

    public static ExpReference ReferenceOf(LossSpec spec) => spec switch
    {
        _ when spec.Has(Role.Targets) => ExpReference.LargestLabel,
        _ when IsCandidate(spec) && BoundOf(spec) <= LimitOf(spec.Scalar) && RoundingOf(spec) <= AllowedRoundingOf(spec) => ExpReference.Label,
        _ when MayBeMeasuredFromLabel(spec) => ExpReference.LabelUnlessFarBehind,
        _ when MayBeMeasuredFromLargestOfAll(spec) => ExpReference.LargestOfAll,
        _ => ExpReference.Largest,
    };

    /// <summary>
    /// Whether the exps of rows whose label is not far behind are measured from the label's score, which saves a short row the one exp of its own: without a margin, which would
    /// have to be added to every score, and with a γ whose product is exact, so that nothing but the difference of two scores is rounded. In double 1 is
    /// something beside e¹⁶, and one u alone has no sum.
    /// </summary>
    private static bool MayBeMeasuredFromLabel(LossSpec spec) =>
        spec is { Loss: LossKind.SoftmaxCrossEntropy, Scalar: ScalarType.Single, LabelSmoothing: 0, Margin: 0 } && IsPowerOfTwo(spec.Gamma) && ClassesOf(spec) is > 2 and <= MostClassesOfShortRow;

    /// <summary>
    /// Whether exps are measured from the largest of all scores, so that the label need not be told from the others to find it: without a margin, which makes the label's another
    /// term, and without a γ, which exps times 2⁸ do not take into their constants. In double it was not measured.
    /// </summary>
    private static bool MayBeMeasuredFromLargestOfAll(LossSpec spec) =>
        spec is { Loss: LossKind.SoftmaxCrossEntropy, Scalar: ScalarType.Single, LabelSmoothing: 0, Margin: 0, Gamma: 1 } && ClassesOf(spec) is > MostClassesOfShortRow and <= MostClassesFromLargestOfAll;

    /// <summary>Whether a loss has a single log-sum-exp against the label: smoothing measures from the largest.</summary>
    public static bool IsCandidate(LossSpec spec) =>
        spec is { AreCosines: true, Loss: LossKind.SoftmaxCrossEntropy, LabelSmoothing: 0 } or { AreCosines: true, Loss: LossKind.MulticlassHinge, Over: Over.LogSumExp };

    /// <summary>The largest that log Σ exp u can become: γ (2.02 + m) + ln (C − 1). A number of classes that is known at run time only may be any int.</summary>
    public static double BoundOf(LossSpec spec) =>
        (spec.Gamma * ((2 * LargestCosine) + spec.Margin)) + Math.Log((ClassesOf(spec) ?? int.MaxValue) - 1);

    /// <summary>Where a kernel's exp is still finite: the exponent of 2 is rounded to nearest, and must not become that of +∞.</summary>
    public static double LimitOf(ScalarType scalar) => scalar == ScalarType.Single ? 88 : 709;

    /// <summary>
    /// How far an exponent may be off, in units of rounding, each of the size of what is rounded: the difference of two scores, the margin added to it, and
    /// the product with γ, unless that is a power of two.
    /// </summary>
    public static double RoundingOf(LossSpec spec)
    {
        double difference = 2 * LargestCosine;
        double sum = difference + Math.Abs(spec.Margin);
        double rounded = difference + (spec.Margin == 0 ? 0 : sum) + (IsPowerOfTwo(spec.Gamma) ? 0 : sum);
        return spec.Gamma * rounded;
    }

    /// <summary>
    /// What the bound of a derivative leaves where the label is far behind, 4 (log₂ (C − 1) + 4), less what exp, the sum and the factors take.
    /// A number of classes that is known at run time only may be 2.
    /// </summary>
    public static double AllowedRoundingOf(LossSpec spec) => (4 * (Math.Log((ClassesOf(spec) ?? 2) - 1, 2) + 4)) - 8;

    /// <summary>Whether nothing stands behind the leading bit: of a normal number, as γ always is.</summary>
    private static bool IsPowerOfTwo(double value) => (BitConverter.DoubleToInt64Bits(value) & ((1L << 52) - 1)) == 0;

    private static int? ClassesOf(LossSpec spec) => ((Classification)spec.Scores).Classes;
}
