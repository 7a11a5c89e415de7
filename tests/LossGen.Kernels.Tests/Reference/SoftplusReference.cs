namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The exact loss of one row with K positives and L negatives,
/// softplus(LSE_j γ (s_j + m) + LSE_i (-γ s_i)) = log(1 + Σ_ij e^(γ (s_j - s_i + m))), and its derivative by every score.
/// </summary>
/// <remarks>
/// Differences of scores are rounded to 200 bits, which is exact unless two numbers more than 147 powers of two apart meet. What is lost
/// then lies 2^-200 below the larger one, and could only show if the margin cancelled it almost completely.
/// </remarks>
internal sealed class SoftplusReference
{
    public SoftplusReference(ReadOnlySpan<double> negatives, ReadOnlySpan<double> positives, double gamma, double margin)
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
        var logSumExp = (gamma * (Gap + margin)) + Negatives.LogOfSum + Positives.LogOfSum;

        // log(1 + e^x) without overflow, and with all its digits where x is far below 0.
        var exponential = BigReal.Exp(-BigReal.Abs(logSumExp));
        Loss = BigReal.Max(logSumExp, BigReal.Zero) + BigReal.Log1p(exponential);

        var larger = BigReal.One / (BigReal.One + exponential);
        var smaller = exponential * larger;
        (Slope, OneMinusSlope) = logSumExp.Sign > 0 ? (larger, smaller) : (smaller, larger);

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

    public BigReal Loss { get; }

    /// <summary>The sigmoid of the log-sum-exp: the derivative of the softplus.</summary>
    public BigReal Slope { get; }

    /// <summary>Computed, not subtracted: exact where the slope is almost 1.</summary>
    public BigReal OneMinusSlope { get; }

    public BigReal[] NegativeGradient { get; }

    public BigReal[] PositiveGradient { get; }
}
