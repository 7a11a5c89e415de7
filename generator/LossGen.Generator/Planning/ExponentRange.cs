using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Planning;

/// <summary>
/// Whether exps can be taken of u itself. With scores in [−1, 1] a violation is at most γ (2 + m); where Σ exp u stays within the range of the type
/// even for scores up to 1.01, the largest of the others need not be known first, and a pass is saved. The label's score has to be what they are measured
/// from: measured from a constant, a score near 1 would lose γ·ε.
/// </summary>
internal static class ExponentRange
{
    private const double LargestCosine = 1.01;

    public static ExpReference ReferenceOf(LossSpec spec) => spec switch
    {
        _ when spec.Has(Role.Targets) => ExpReference.LargestLabel,
        { AreCosines: true, Loss: LossKind.SoftmaxCrossEntropy, LabelSmoothing: 0 } or { AreCosines: true, Loss: LossKind.MulticlassHinge, Over: Over.LogSumExp }
            when BoundOf(spec) <= LimitOf(spec.Scalar) => ExpReference.Label,
        _ => ExpReference.Largest,
    };

    /// <summary>The largest that log Σ exp u can become: γ (2.02 + m) + ln (C − 1). A number of classes that is known at run time only may be any int.</summary>
    public static double BoundOf(LossSpec spec) =>
        (spec.Gamma * ((2 * LargestCosine) + spec.Margin)) + Math.Log((((Classification)spec.Scores).Classes ?? int.MaxValue) - 1);

    /// <summary>Where a kernel's exp is still finite: the exponent of 2 is rounded to nearest, and must not become that of +∞.</summary>
    public static double LimitOf(ScalarType scalar) => scalar == ScalarType.Single ? 88 : 709;
}
