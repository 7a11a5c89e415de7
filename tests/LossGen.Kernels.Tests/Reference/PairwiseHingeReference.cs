using System.Numerics;

namespace LossGen.Kernels.Tests.Reference;

/// <summary>The exact Σ [u]₊ or [max u]₊ of one row with K positives and L negatives, the derivative by every score, and the accuracy bound.</summary>
/// <remarks>
/// The derivative of [u]₊ is a step, and which side of it is right is decided by the sign of fl(fl(s_n - s_p) + m) in the type under test. So the
/// gradient is γ times a number of pairs, rounded once, and must be met exactly. The loss is that of the exact u, and may be off by
/// 4 ε (Σ γ (|s_n - s_p| + |m|) + L (1 + log₂ count)), where the sum is over the pairs with a positive u. (Those that rounding turns positive
/// are among them: a difference that is not above -m, a number of the type, is not rounded to one above it.)
/// A masked score (-∞ among the negatives, +∞ among the positives) is in no pair. The maximum is that of one pair: of several equal
/// scores the first.
/// </remarks>
/// <typeparam name="T">The type under test.</typeparam>
internal sealed class PairwiseHingeReference<T>
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Far more than the two roundings of a violation in double can amount to, relative to what it is made of.</summary>
    private const double DoubtfulPart = 1e-15;

    private PairwiseHingeReference(T[] negatives, T[] positives, T gamma, T margin, int[] ofNegatives, int[] ofPositives)
    {
        var activeNegatives = new int[negatives.Length];
        var activePositives = new int[positives.Length];
        foreach (var j in ofNegatives)
        {
            foreach (var i in ofPositives)
            {
                if ((negatives[j] - positives[i]) + margin > T.Zero)
                {
                    activeNegatives[j]++;
                    activePositives[i]++;
                }
            }
        }

        BigReal scale = double.CreateChecked(gamma);
        NegativeGradient = [.. activeNegatives.Select(GammaTimes)];
        PositiveGradient = [.. activePositives.Select(count => -GammaTimes(count))];
        if (ofNegatives.Length > 0 && ofPositives.Length > 0)
        {
            var (sum, magnitude) = Sums(Widen(negatives, ofNegatives), Widen(positives, ofPositives), double.CreateChecked(margin));
            Loss = scale * sum;
            LossBound = 4 * NumberFormat.Of<T>().Epsilon * ((scale * magnitude) + (Loss * (1 + Math.Log2((double)ofNegatives.Length * ofPositives.Length))));
        }

        // Rounded once: in float the product of γ and a count is exact in double.
        BigReal GammaTimes(int count) => double.CreateChecked(T.CreateChecked((double)(scale * count)));
    }

    public BigReal Loss { get; }

    public BigReal LossBound { get; }

    public BigReal[] NegativeGradient { get; }

    public BigReal[] PositiveGradient { get; }

    public static PairwiseHingeReference<T> OverSum(T[] negatives, T[] positives, T gamma, T margin) =>
        new(negatives, positives, gamma, margin, Unmasked(negatives, T.NegativeInfinity), Unmasked(positives, T.PositiveInfinity));

    public static PairwiseHingeReference<T> OverMax(T[] negatives, T[] positives, T gamma, T margin)
    {
        // MaxBy and MinBy keep the first of equals, and need something to choose from.
        var ofNegatives = Unmasked(negatives, T.NegativeInfinity);
        var ofPositives = Unmasked(positives, T.PositiveInfinity);
        return ofNegatives.Length == 0 || ofPositives.Length == 0
            ? new(negatives, positives, gamma, margin, [], [])
            : new(negatives, positives, gamma, margin, [ofNegatives.MaxBy(j => negatives[j])], [ofPositives.MinBy(i => positives[i])]);
    }

    /// <summary>Σ (s_n - s_p + m) and Σ (|s_n - s_p| + |m|) over the pairs where the first is positive, exactly.</summary>
    /// <remarks>
    /// In how many such pairs a score is decides what it adds to a sum, so that there is no exact addition a pair. Scores are taken from the lowest
    /// positive: then no term is larger than the sum, since each negative of a pair is in one with the lowest positive too.
    /// </remarks>
    private static (BigReal Violations, BigReal Magnitudes) Sums(double[] negatives, double[] positives, double margin)
    {
        BigReal lowest = positives.Min();
        var (pairs, violations, differences) = (0, BigReal.Zero, BigReal.Zero);
        var (pairsOfPositive, signsOfPositive) = (new int[positives.Length], new int[positives.Length]);
        foreach (var negative in negatives)
        {
            var (ownPairs, ownSigns) = (0, 0);
            for (var i = 0; i < positives.Length; i++)
            {
                if (IsPositive(negative, positives[i], margin))
                {
                    var sign = negative.CompareTo(positives[i]);
                    ownPairs++;
                    ownSigns += sign;
                    pairsOfPositive[i]++;
                    signsOfPositive[i] += sign;
                }
            }

            pairs += ownPairs;
            violations += ownPairs * (negative - lowest + margin);
            differences += ownSigns * (negative - lowest);
        }

        for (var i = 0; i < positives.Length; i++)
        {
            violations -= pairsOfPositive[i] * (positives[i] - lowest);
            differences -= signsOfPositive[i] * (positives[i] - lowest);
        }

        return (violations, differences + (pairs * (BigReal)Math.Abs(margin)));
    }

    /// <summary>The sign of the exact violation, which is that of the rounded one unless it is near 0.</summary>
    private static bool IsPositive(double negative, double positive, double margin)
    {
        var rounded = negative - positive + margin;
        var doubtful = DoubtfulPart * (Math.Abs(negative) + Math.Abs(positive) + Math.Abs(margin));
        return Math.Abs(rounded) > doubtful ? rounded > 0 : ((BigReal)negative - positive + margin).Sign > 0;
    }

    private static int[] Unmasked(T[] scores, T mask) => [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] != mask)];

    private static double[] Widen(T[] scores, int[] indices) => [.. indices.Select(i => double.CreateChecked(scores[i]))];
}
