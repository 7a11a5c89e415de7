using LossGen.Generator.Specification;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>The losses, each as its equation over the violation u of a row.</summary>
internal static class Losses
{
    /// <summary>The loss of one row.</summary>
    public static Expression Of(LossKind loss, Violation u) => loss switch
    {
        LossKind.SoftmaxCrossEntropy => SoftmaxCrossEntropy(u),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "no formula is known for this loss"),
    };

    /// <summary>log(1 + Σ eᵘ) = softplus(LSE u): softmax cross entropy; with γ and m it is AM-softmax (arXiv 1801.05599) and CosFace (arXiv 1801.09414).</summary>
    private static Expression SoftmaxCrossEntropy(Violation u) => Softplus(u.LogSumExp);
}
