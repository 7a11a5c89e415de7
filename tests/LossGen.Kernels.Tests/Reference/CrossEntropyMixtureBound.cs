namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The accuracy bound of a mixture of cross entropies. Its terms do not shrink with the loss, so neither does the bound: it is 4 ε times the
/// magnitudes of the terms.
/// </summary>
/// <remarks>
/// With the softmax p, the distances X_c = γ (max z - z_c), the shares a_c and their sum A (1 for a smoothed label, for which
/// Σ a_c X_c = (1 - ε) X_y + (ε / C) Σ X_c):
/// <list type="bullet">
/// <item>loss: 4 ε (L + A Σ p_c X_c + Σ a_c X_c + A (log₂ C + 2)) + (C + 1) A · tiny</item>
/// <item>every component of the gradient: 4 ε γ A (max p_c (X_c + Σ p X + log₂ C + 4) + 2) + 2 γ A · tiny</item>
/// </list>
/// The gradient of a masked class has only the term of its share, and is exactly 0 without one.
/// </remarks>
internal sealed class CrossEntropyMixtureBound
{
    public CrossEntropyMixtureBound(CrossEntropyMixtureReference reference, NumberFormat format)
    {
        var classes = reference.Gradient.Length;
        var total = reference.TotalShare;
        BigReal fourEpsilon = 4 * format.Epsilon;
        BigReal logClasses = Math.Log2(classes);
        var meanDistance = BigReal.Zero;
        var distanceOfShares = BigReal.Zero;
        for (var c = 0; c < classes; c++)
        {
            meanDistance += reference.Probabilities[c] * reference.Distances[c];
            distanceOfShares += reference.Shares[c] * reference.Distances[c];
        }

        var terms = reference.Loss + (total * meanDistance) + distanceOfShares + (total * (logClasses + 2.0));
        Loss = (fourEpsilon * terms) + ((classes + 1.0) * total * format.SmallestNormal);

        var largestTerm = BigReal.Zero;
        for (var c = 0; c < classes; c++)
        {
            var term = reference.Probabilities[c] * (reference.Distances[c] + meanDistance + logClasses + 4.0);
            largestTerm = BigReal.Max(largestTerm, term);
        }

        var floor = 2 * reference.Gamma * total * format.SmallestNormal;
        var common = (fourEpsilon * reference.Gamma * total * (largestTerm + 2.0)) + floor;
        OfGradient = [.. Enumerable.Range(0, classes).Select(BoundOf)];

        BigReal BoundOf(int c) => !reference.IsMasked(c) ? common : fourEpsilon * BigReal.Abs(reference.Gradient[c]);
    }

    public BigReal Loss { get; }

    public BigReal[] OfGradient { get; }
}
