namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The exact loss of one row with K positives and L negatives that is a function of
/// LSE_j γ (s_j + m) + LSE_i (-γ s_i) = log Σ_ij e^(γ (s_j - s_i + m)), and its derivative by every score. In the balanced form log-mean-exps take
/// the place of the log-sum-exps: ln K + ln L are taken off.
/// </summary>
/// <remarks>
/// Differences of scores are rounded to 200 bits, which is exact unless two numbers more than 147 powers of two apart meet. What is lost
/// then lies 2^-200 below the larger one, and could only show if the margin cancelled it almost completely.
/// </remarks>
internal abstract class LogSumExpReference
{
    /// <param name="negatives">The negatives' scores; -∞ is masked.</param>
    /// <param name="positives">The positives' scores; +∞ is masked.</param>
    /// <param name="gamma">The scale, already rounded to the type under test.</param>
    /// <param name="margin">The margin, already rounded to the type under test.</param>
    /// <param name="isBalanced">Whether means take the place of the sums.</param>
    /// <param name="outer">The loss as a function of the log-sum-exp.</param>
    protected LogSumExpReference(
        ReadOnlySpan<double> negatives, ReadOnlySpan<double> positives, double gamma, double margin, bool isBalanced, Func<BigReal, OuterValue> outer)
    {
        if (gamma <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "The scale is positive.");
        }

        (Gamma, Margin) = (gamma, margin);
        Negatives = ScoreSide.Negatives(negatives, gamma);
        Positives = ScoreSide.Positives(positives, gamma);
        NegativeGradient = new BigReal[negatives.Length];
        PositiveGradient = new BigReal[positives.Length];
        if (IsEmpty)
        {
            return;
        }

        Gap = (BigReal)Negatives.Strongest - Positives.Strongest;
        Balance = isBalanced ? BigReal.Log(negatives.Length) + BigReal.Log(positives.Length) : BigReal.Zero;
        LogSumExp = (gamma * (Gap + margin)) + Negatives.LogOfSum + Positives.LogOfSum - Balance;
        (Loss, Slope, RelativeSlopeChange) = outer(LogSumExp);

        for (var j = 0; j < negatives.Length; j++)
        {
            NegativeGradient[j] = gamma * Slope * Negatives.Weights[j];
        }

        for (var i = 0; i < positives.Length; i++)
        {
            PositiveGradient[i] = -(gamma * Slope * Positives.Weights[i]);
        }
    }

    public double Gamma { get; }

    public double Margin { get; }

    public ScoreSide Negatives { get; }

    public ScoreSide Positives { get; }

    /// <summary>Whether no violation exists, because one side has no scores or only masked ones: loss and gradient are exactly 0.</summary>
    public bool IsEmpty => Negatives.Count == 0 || Positives.Count == 0;

    /// <summary>The highest negative minus the lowest positive.</summary>
    public BigReal Gap { get; }

    /// <summary>ln K + ln L in the balanced form, otherwise 0. K and L are the lengths: a masked score is no term, but counts.</summary>
    public BigReal Balance { get; }

    /// <summary>Without meaning when <see cref="IsEmpty"/>.</summary>
    public BigReal LogSumExp { get; }

    public BigReal Loss { get; }

    /// <summary>σ, the derivative of the loss by the log-sum-exp.</summary>
    public BigReal Slope { get; }

    /// <summary>κ, by what part of itself the slope changes when the log-sum-exp does.</summary>
    public BigReal RelativeSlopeChange { get; }

    public BigReal[] NegativeGradient { get; }

    public BigReal[] PositiveGradient { get; }
}

/// <summary>The function that makes the loss of the log-sum-exp, at one place.</summary>
internal readonly record struct OuterValue(BigReal Loss, BigReal Slope, BigReal RelativeSlopeChange);
