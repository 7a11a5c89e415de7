using System.Numerics;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Pairs;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>What a kernel has to return for one row with K positives and L negatives, and how far it may be from that.</summary>
internal sealed record ExpectedLoss(BigReal Loss, BigReal LossBound, ExpectedSide Negatives, ExpectedSide Positives)
{
    /// <summary>Whether the argument of a hinge is so near 0 that rounding may take it to either side.</summary>
    private bool IsAtKink { get; init; }

    public static ExpectedLoss Of<T>(Formula<T> formula, T[] negatives, T[] positives)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var loss = formula.Hinge switch
        {
            null => PairLoss.Unified,
            Over.LogSumExp => PairLoss.HingeOverLogSumExp,
            Over.Max => PairLoss.HingeOverMax,
            _ => PairLoss.HingeOverSum,
        };
        return Of(new PairFormula<T>(loss, formula.Gamma, formula.Margin), negatives, positives);
    }

    public static ExpectedLoss Of<T>(PairFormula<T> formula, T[] negatives, T[] positives)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var (wideNegatives, widePositives) = (Accuracy.Widen<T>(negatives), Accuracy.Widen<T>(positives));
        var (gamma, margin) = (double.CreateChecked(formula.Gamma), double.CreateChecked(formula.Margin));
        return formula.Loss switch
        {
            PairLoss.HingeOverSum => Of(PairwiseHingeReference<T>.OverSum(negatives, positives, formula.Gamma, formula.Margin)),
            PairLoss.HingeOverMax => Of(PairwiseHingeReference<T>.OverMax(negatives, positives, formula.Gamma, formula.Margin)),
            PairLoss.HingeOverLogSumExp => OfHinge<T>(new LogSumExpHingeReference(wideNegatives, widePositives, gamma, margin, formula.IsBalanced)),
            PairLoss.Unified => OfSmooth<T>(new SoftplusReference(wideNegatives, widePositives, gamma, margin, formula.IsBalanced)),
            _ => OfCircle<T>(new CircleLossReference(wideNegatives, widePositives, gamma, margin, formula.DetachesWeights, formula.IsBalanced)),
        };
    }

    /// <summary>
    /// What a kernel that returned this loss has to say of the gradient. At the kink of a hinge either side is right: a positive loss goes
    /// with the gradient of the active side, and a loss of 0 with a gradient of exactly 0.
    /// </summary>
    public ExpectedLoss OnTheSideOf<T>(T loss)
        where T : INumberBase<T> =>
        IsAtKink && T.IsZero(loss) ? this with { Negatives = Negatives.Inactive, Positives = Positives.Inactive } : this;

    private static ExpectedLoss OfSmooth<T>(LogSumExpReference reference)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var bound = new AccuracyBound(reference, NumberFormat.Of<T>());
        return new(reference.Loss, bound.Loss, new(reference.NegativeGradient, bound.OfNegatives), new(reference.PositiveGradient, bound.OfPositives));
    }

    private static ExpectedLoss OfCircle<T>(CircleLossReference reference)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var bound = new CircleLossBound(reference, NumberFormat.Of<T>());
        return new(reference.Loss, bound.Loss, new(reference.NegativeGradient, bound.OfNegatives), new(reference.PositiveGradient, bound.OfPositives));
    }

    private static ExpectedLoss OfHinge<T>(LogSumExpHingeReference reference)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var active = OfSmooth<T>(reference);
        if (BigReal.Abs(reference.LogSumExp) <= active.LossBound)
        {
            return active with { IsAtKink = true };
        }

        return reference.LogSumExp.Sign > 0
            ? active
            : new(BigReal.Zero, BigReal.Zero, active.Negatives.Inactive, active.Positives.Inactive);
    }

    private static ExpectedLoss Of<T>(PairwiseHingeReference<T> reference)
        where T : IBinaryFloatingPointIeee754<T> =>
        new(reference.Loss, reference.LossBound, ExpectedSide.Exactly(reference.NegativeGradient), ExpectedSide.Exactly(reference.PositiveGradient));
}

/// <summary>The gradient by the scores of one side, with the bound of each component.</summary>
internal sealed record ExpectedSide(BigReal[] Gradient, BigReal[] Bounds)
{
    /// <summary>No component, and no room for one.</summary>
    public ExpectedSide Inactive => Exactly(new BigReal[Gradient.Length]);

    public static ExpectedSide Exactly(BigReal[] gradient) => new(gradient, new BigReal[gradient.Length]);
}
