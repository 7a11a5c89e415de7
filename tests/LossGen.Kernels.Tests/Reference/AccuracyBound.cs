namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The accuracy bound of the losses with a log-sum-exp: how far a kernel's loss and each component of its gradient may be from the exact value.
/// It is 4 ε times a scale that shrinks with the loss, so that small losses and gradients must keep their leading digits too.
/// </summary>
/// <remarks>
/// With σ = dL/ds, κ = 1 - σ for the softplus losses and 0 for the active side of a hinge, δ the highest negative minus the lowest
/// positive, W the mean distance of a side's scores from its strongest,
/// n = log₂ negatives + log₂ positives, μ = |m| (in the balanced form + (ln K + ln L) / γ) and
/// Δ = W_negatives + W_positives + γ (|δ| + μ) + n + 2:
/// <list type="bullet">
/// <item>loss: 4 ε (|L| + σ Δ) + (count + 1) · tiny</item>
/// <item>a gradient g: 4 ε |g| (distance + W of its side + κ Δ + n + 4) + 2 γ · tiny</item>
/// </list>
/// Masked scores are no terms of the sums and count nowhere; their gradient, and everything when one side is empty, is exactly 0.
/// The bound is evaluated in <see cref="BigReal"/> because the distances of huge scores overflow a double, and ∞ would allow anything.
/// </remarks>
internal sealed class AccuracyBound
{
    public AccuracyBound(LogSumExpReference reference, NumberFormat format)
    {
        OfNegatives = new BigReal[reference.NegativeGradient.Length];
        OfPositives = new BigReal[reference.PositiveGradient.Length];
        if (reference.IsEmpty)
        {
            return;
        }

        var (negatives, positives) = (reference.Negatives, reference.Positives);
        BigReal fourEpsilon = 4 * format.Epsilon;
        BigReal tiny = format.SmallestNormal;
        BigReal logCounts = Math.Log2(negatives.Count) + Math.Log2(positives.Count);
        var scale = negatives.MeanDistance + positives.MeanDistance
            + (reference.Gamma * (BigReal.Abs(reference.Gap) + Math.Abs(reference.Margin))) + reference.Balance + logCounts + 2.0;
        Loss = (fourEpsilon * (reference.Loss + (reference.Slope * scale))) + ((negatives.Count + positives.Count + 1.0) * tiny);

        var common = (reference.RelativeSlopeChange * scale) + logCounts + 4.0;
        var floor = 2 * reference.Gamma * tiny;
        FillSide(OfNegatives, negatives, reference.NegativeGradient);
        FillSide(OfPositives, positives, reference.PositiveGradient);

        void FillSide(BigReal[] bounds, ScoreSide side, BigReal[] gradient)
        {
            for (var i = 0; i < bounds.Length; i++)
            {
                bounds[i] = side.IsMasked(i)
                    ? BigReal.Zero
                    : (fourEpsilon * BigReal.Abs(gradient[i]) * (side.Distances[i] + side.MeanDistance + common)) + floor;
            }
        }
    }

    public BigReal Loss { get; }

    public BigReal[] OfNegatives { get; }

    public BigReal[] OfPositives { get; }
}
