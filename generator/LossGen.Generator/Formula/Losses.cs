using LossGen.Generator.Specification;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>The losses, each as its equation over the violation u of a row.</summary>
internal static class Losses
{
    /// <summary>The loss of one row.</summary>
    public static Expression Of(LossKind loss, Over over, Violation u) => loss switch
    {
        LossKind.MulticlassHinge => Hinge(u, over),
        LossKind.SoftmaxCrossEntropy => SoftmaxCrossEntropy(u),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "no formula is known for this loss"),
    };

    /// <summary>
    /// Σ [u]₊ (J. Weston and C. Watkins, ESANN 1999), [max u]₊ (K. Crammer and Y. Singer, JMLR 2, 2001), or [LSE u]₊, the maximum smoothed.
    /// </summary>
    private static Expression Hinge(Violation u, Over over) => over switch
    {
        Over.Sum => SumOf(Relu(u.OfPair)),
        Over.Max => Relu(u.Max),
        _ => Relu(u.LogSumExp),
    };

    /// <summary>log(1 + Σ eᵘ) = softplus(LSE u): softmax cross entropy; with γ and m it is AM-softmax (arXiv 1801.05599) and CosFace (arXiv 1801.09414).</summary>
    private static Expression SoftmaxCrossEntropy(Violation u) => Softplus(u.LogSumExp);
}
