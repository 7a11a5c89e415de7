using LossGen.Generator.Specification;
using static LossGen.Generator.Formula.Functions;

namespace LossGen.Generator.Formula;

/// <summary>The losses, each as its equation over the violation u of a row.</summary>
internal static class Losses
{
    /// <summary>By how much a negative beats a positive.</summary>
    public static Violation ViolationOf(LossSpec spec) => spec switch
    {
        { Loss: LossKind.CircleLoss } => Violation.OfCircle(spec.Gamma, spec.Margin, spec.DetachesWeights),
        { Scores: Classification } => Violation.OfClassification(spec.Gamma, spec.Margin),
        _ => Violation.OfPairs(spec.Gamma, spec.Margin),
    };

    /// <summary>The loss of one row.</summary>
    public static Expression Of(LossSpec spec)
    {
        Violation u = ViolationOf(spec);
        TwoSidedLogSumExp logSumExp = spec.IsBalanced ? u.LogMeanExp : u.LogSumExp;
        return spec.Loss switch
        {
            LossKind.MulticlassHinge => LabelWeight(spec) * Hinge(u, logSumExp, spec.Over),
            LossKind.PairHinge => Hinge(u, logSumExp, spec.Over),
            LossKind.SoftmaxCrossEntropy when spec.LabelSmoothing > 0 || spec.Has(Role.Targets) => MixedCrossEntropy(logSumExp, spec),
            LossKind.SoftmaxCrossEntropy => LabelWeight(spec) * SoftmaxCrossEntropy(logSumExp),
            LossKind.UnifiedLoss or LossKind.CircleLoss => Softplus(logSumExp),
            _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Loss, "no formula is known for this loss"),
        };
    }

    /// <summary>
    /// Σ [u]₊ (J. Weston and C. Watkins, ESANN 1999), [max u]₊ (K. Crammer and Y. Singer, JMLR 2, 2001), or [LSE u]₊, the maximum smoothed.
    /// </summary>
    private static Expression Hinge(Violation u, TwoSidedLogSumExp logSumExp, Over over) => over switch
    {
        Over.Sum => SumOf(Relu(u.OfPair)),
        Over.Max => Relu(u.Max),
        _ => Relu(logSumExp),
    };

    /// <summary>
    /// log(1 + Σ eᵘ) = softplus(LSE u): softmax cross entropy CE(y); with γ and m it is AM-softmax (arXiv 1801.05599) and CosFace (arXiv 1801.09414).
    /// </summary>
    private static Unary SoftmaxCrossEntropy(TwoSidedLogSumExp logSumExp) => new(UnaryOperator.Softplus, logSumExp);

    /// <summary>
    /// With probabilities t in place of a label Σ t_c CE(c); with smoothing (1 − ε) CE(y) + ε/C Σ CE(c), which is t = (1 − ε) [c = y] + ε/C
    /// (C. Szegedy et al., arXiv 1512.00567, section 7). Weights multiply each CE(c).
    /// </summary>
    private static CrossEntropyMixture MixedCrossEntropy(TwoSidedLogSumExp logSumExp, LossSpec spec)
    {
        double ε = spec.LabelSmoothing;
        Expression uniform = spec.Scores is Classification { Classes: { } classes } ? new Constant(ε / classes, "ε/C") : new Constant(ε, "ε") / (new Count(Axes.Negatives) + 1);
        Expression kept = new Constant(1 - ε, "(1 − ε)");

        if (spec.Has(Role.Targets))
        {
            Expression share = Smoothed(new OfClass(ClassInput.Probability)) * Weight(spec);
            Expression labelShare = Smoothed(new OfClass(ClassInput.Probability, IsSingle: true)) * LabelWeight(spec);
            return new CrossEntropyMixture(logSumExp, share, labelShare, labelShare + SumOver(Axes.Negatives, share));
        }

        Expression ofLabel = (kept + uniform) * LabelWeight(spec);
        Expression ofOther = uniform * Weight(spec);
        return new CrossEntropyMixture(logSumExp, ofOther, ofLabel, spec.Has(Role.ClassWeights) ? ofLabel + SumOver(Axes.Negatives, ofOther) : 1);

        Expression Smoothed(Expression probability) => ε == 0 ? probability : (kept * probability) + uniform;
    }

    private static Expression Weight(LossSpec spec) => spec.Has(Role.ClassWeights) ? new OfClass(ClassInput.Weight) : 1;

    private static Expression LabelWeight(LossSpec spec) => spec.Has(Role.ClassWeights) ? new OfClass(ClassInput.Weight, IsSingle: true) : 1;
}
