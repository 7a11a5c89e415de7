namespace LossGen.Kernels.Tests.Reference;

/// <summary>The accuracy bound of circle loss: <see cref="AccuracyBound"/> with the roundings of exponents in place of the scores' distances.</summary>
/// <remarks>
/// With Δ = W_negatives + W_positives + |largest exponents| + ln K + ln L if they are taken off + n + 2, where W is the mean rounding of a side's
/// exponents:
/// <list type="bullet">
/// <item>loss: 4 ε (|L| + σ Δ) + (count + 1) · tiny</item>
/// <item>a gradient g: 4 ε |g| (rounding + W of its side + κ Δ + n + 4) + 4 ε σ w γ E, with the last term twice where the weights are differentiated
/// too, + 2 γ · tiny, which a slope above 1 multiplies as it multiplies the exp that was flushed.</item>
/// </list>
/// </remarks>
internal sealed class CircleLossBound
{
    public CircleLossBound(CircleLossReference reference, NumberFormat format)
    {
        var (negatives, positives) = (reference.Negatives, reference.Positives);
        BigReal fourEpsilon = 4 * format.Epsilon;
        BigReal tiny = format.SmallestNormal;
        BigReal logCounts = Math.Log2(negatives.Count) + Math.Log2(positives.Count);
        var scale = negatives.MeanRounding + positives.MeanRounding
            + BigReal.Abs(negatives.Largest) + BigReal.Abs(positives.Largest) + reference.Balance + logCounts + 2.0;
        Loss = (fourEpsilon * (reference.Loss + (reference.Slope * scale))) + ((negatives.Count + positives.Count + 1.0) * tiny);

        var common = (reference.RelativeSlopeChange * scale) + logCounts + 4.0;
        var ofWeight = fourEpsilon * reference.Slope * reference.Gamma * (reference.DetachesWeights ? 1.0 : 2.0);
        OfNegatives = OfSide(negatives, reference.NegativeGradient);
        OfPositives = OfSide(positives, reference.PositiveGradient);

        BigReal[] OfSide(CircleSide side, BigReal[] gradient)
        {
            var bounds = new BigReal[gradient.Length];
            for (var i = 0; i < bounds.Length; i++)
            {
                bounds[i] = (fourEpsilon * BigReal.Abs(gradient[i]) * (side.Roundings[i] + side.MeanRounding + common))
                    + (ofWeight * side.SoftmaxWeights[i] * side.Sizes[i])
                    + (2 * reference.Gamma * tiny * BigReal.Max(BigReal.One, BigReal.Abs(side.Slopes[i])));
            }

            return bounds;
        }
    }

    public BigReal Loss { get; }

    public BigReal[] OfNegatives { get; }

    public BigReal[] OfPositives { get; }
}
