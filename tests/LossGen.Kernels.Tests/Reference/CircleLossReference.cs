namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The exact circle loss of one row, softplus(LSE_j γ α_n (s_n - m) + LSE_i (-γ α_p (s_p - (1 - m)))), and its derivative by every score: with α as
/// constants, or through them.
/// </summary>
/// <remarks>
/// In the balanced form ln K + ln L are taken off. All scores are finite: an infinite one is not masked here, its weight is infinite or 0 times an infinity.
/// </remarks>
internal sealed class CircleLossReference
{
    public CircleLossReference(
        ReadOnlySpan<double> negatives, ReadOnlySpan<double> positives, double gamma, double margin, bool detachesWeights, bool isBalanced = false)
    {
        (Gamma, DetachesWeights) = (gamma, detachesWeights);
        Negatives = CircleSide.Negatives(negatives, gamma, margin, detachesWeights);
        Positives = CircleSide.Positives(positives, gamma, margin, detachesWeights);
        Balance = isBalanced ? BigReal.Log(negatives.Length) + BigReal.Log(positives.Length) : BigReal.Zero;
        var logSumExp = Negatives.Largest + Positives.Largest + Negatives.LogOfSum + Positives.LogOfSum - Balance;
        (Loss, Slope, RelativeSlopeChange) = SoftplusReference.Softplus(logSumExp);
        NegativeGradient = [.. ByArguments(Negatives)];
        PositiveGradient = [.. ByArguments(Positives).Select(component => -component)];
    }

    public double Gamma { get; }

    public bool DetachesWeights { get; }

    public CircleSide Negatives { get; }

    public CircleSide Positives { get; }

    /// <summary>ln K + ln L in the balanced form, otherwise 0.</summary>
    public BigReal Balance { get; }

    public BigReal Loss { get; }

    /// <summary>σ, the derivative of the loss by the log-sum-exp.</summary>
    public BigReal Slope { get; }

    /// <summary>κ, by what part of itself the slope changes when the log-sum-exp does.</summary>
    public BigReal RelativeSlopeChange { get; }

    public BigReal[] NegativeGradient { get; }

    public BigReal[] PositiveGradient { get; }

    private IEnumerable<BigReal> ByArguments(CircleSide side) =>
        side.SoftmaxWeights.Zip(side.Slopes, (weight, slope) => Gamma * Slope * weight * slope);
}
