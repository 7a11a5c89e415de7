namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// What share a_c of a row's loss Σ_c a_c CE(c) each class has. Smoothing spreads the part ε of the label's or the targets' share over all
/// classes; a class weight multiplies the share of its class, after the smoothing.
/// </summary>
internal static class ClassShares
{
    /// <summary>(1 - ε) w_y at the label and (ε / C) w_c at every class.</summary>
    public static BigReal[] OfLabel(int classes, int label, double smoothing, ReadOnlySpan<double> weights)
    {
        var targets = new double[classes];
        targets[label] = 1;
        return OfTargets(targets, smoothing, weights);
    }

    /// <summary>w_c ((1 - ε) t_c + ε / C) at every class; the targets need not sum to 1.</summary>
    /// <param name="targets">t, as long as there are classes.</param>
    /// <param name="smoothing">ε, already rounded to the type under test.</param>
    /// <param name="weights">w, or empty where every weight is 1.</param>
    public static BigReal[] OfTargets(ReadOnlySpan<double> targets, double smoothing, ReadOnlySpan<double> weights)
    {
        var shares = new BigReal[targets.Length];
        var spread = (BigReal)smoothing / targets.Length;
        for (var c = 0; c < shares.Length; c++)
        {
            BigReal weight = weights.IsEmpty ? 1 : weights[c];
            shares[c] = weight * (((BigReal.One - smoothing) * targets[c]) + spread);
        }

        return shares;
    }
}
