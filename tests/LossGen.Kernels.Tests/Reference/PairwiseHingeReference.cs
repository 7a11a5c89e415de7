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
    private readonly BigReal _gamma;
    private readonly T _margin;
    private BigReal _magnitude;

    private PairwiseHingeReference(T[] negatives, T[] positives, T gamma, T margin, IReadOnlyCollection<Pair> pairs)
    {
        _gamma = double.CreateChecked(gamma);
        _margin = margin;
        var activeNegatives = new int[negatives.Length];
        var activePositives = new int[positives.Length];
        foreach (var (j, i) in pairs)
        {
            if (Add(negatives[j], positives[i]))
            {
                activeNegatives[j]++;
                activePositives[i]++;
            }
        }

        NegativeGradient = [.. activeNegatives.Select(GammaTimes)];
        PositiveGradient = [.. activePositives.Select(count => -GammaTimes(count))];
        if (pairs.Count > 0)
        {
            LossBound = 4 * NumberFormat.Of<T>().Epsilon * (_magnitude + (Loss * (1 + Math.Log2(pairs.Count))));
        }
    }

    public BigReal Loss { get; private set; }

    public BigReal LossBound { get; }

    public BigReal[] NegativeGradient { get; }

    public BigReal[] PositiveGradient { get; }

    public static PairwiseHingeReference<T> OverSum(T[] negatives, T[] positives, T gamma, T margin)
    {
        var pairs =
            from j in Unmasked(negatives, T.NegativeInfinity)
            from i in Unmasked(positives, T.PositiveInfinity)
            select new Pair(j, i);
        return new(negatives, positives, gamma, margin, [.. pairs]);
    }

    public static PairwiseHingeReference<T> OverMax(T[] negatives, T[] positives, T gamma, T margin)
    {
        // MaxBy and MinBy keep the first of equals, and need something to choose from.
        int[] ofNegatives = [.. Unmasked(negatives, T.NegativeInfinity)];
        int[] ofPositives = [.. Unmasked(positives, T.PositiveInfinity)];
        Pair[] strongest = ofNegatives.Length == 0 || ofPositives.Length == 0
            ? []
            : [new(ofNegatives.MaxBy(j => negatives[j]), ofPositives.MinBy(i => positives[i]))];
        return new(negatives, positives, gamma, margin, strongest);
    }

    private static IEnumerable<int> Unmasked(T[] scores, T mask) => Enumerable.Range(0, scores.Length).Where(i => scores[i] != mask);

    /// <returns>Whether the pair is active.</returns>
    private bool Add(T negative, T positive)
    {
        BigReal margin = double.CreateChecked(_margin);
        var difference = (BigReal)double.CreateChecked(negative) - double.CreateChecked(positive);
        var violation = _gamma * (difference + margin);
        if (violation.Sign > 0)
        {
            Loss += violation;
            _magnitude += _gamma * (BigReal.Abs(difference) + BigReal.Abs(margin));
        }

        return (negative - positive) + _margin > T.Zero;
    }

    /// <summary>Rounded once: in float the product of γ and a count is exact in double.</summary>
    private BigReal GammaTimes(int count) => double.CreateChecked(T.CreateChecked((double)(_gamma * count)));

    private readonly record struct Pair(int Negative, int Positive);
}
