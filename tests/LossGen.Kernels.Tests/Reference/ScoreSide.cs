namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// One of the two sides of a log-sum-exp loss: the negatives with Σ e^(γ s_j), or the positives with Σ e^(-γ s_i). The strongest score,
/// the highest negative or the lowest positive, is taken out of every exponent: e^(γ (s_j - strongest)) is at most 1.
/// </summary>
/// <remarks>A masked score (-∞ among the negatives, +∞ among the positives) is no term of the sum: its weight is exactly 0.</remarks>
internal sealed class ScoreSide
{
    /// <summary>
    /// From γ (strongest - s) = 2000 on a weight counts as 0. It is less than 2^-2885: as a part of the sum (which is at least 1) it is
    /// below the precision of <see cref="BigReal"/> for any number of terms, and as a gradient, compared with the 2 γ · 2^-1022 that the
    /// accuracy bound always leaves a double, it is below that precision as well.
    /// </summary>
    private static readonly BigReal NegligibleDistance = 2000.0;

    private readonly bool[] _masked;

    private ScoreSide(ReadOnlySpan<double> scores, double mask, double gamma)
    {
        Weights = new BigReal[scores.Length];
        Distances = new BigReal[scores.Length];
        _masked = new bool[scores.Length];

        for (var i = 0; i < scores.Length; i++)
        {
            _masked[i] = scores[i] == mask;
            if (_masked[i])
            {
                continue;
            }

            if (!double.IsFinite(scores[i]))
            {
                throw new ArgumentOutOfRangeException(nameof(scores), scores[i], "The reference knows finite and masked scores only.");
            }

            Count++;
            if (Count == 1 || (mask < 0 ? scores[i] > Strongest : scores[i] < Strongest))
            {
                Strongest = scores[i];
            }
        }

        if (Count > 0)
        {
            ComputeWeights(scores, gamma);
        }
    }

    /// <summary>How many scores are not masked.</summary>
    public int Count { get; }

    /// <summary>The highest negative N, or the lowest positive P; without meaning when <see cref="Count"/> is 0.</summary>
    public double Strongest { get; }

    /// <summary>γ (N - s_j), or γ (s_i - P): never negative; 0 for masked scores.</summary>
    public BigReal[] Distances { get; }

    /// <summary>The softmax weights within the side; they sum to 1.</summary>
    public BigReal[] Weights { get; }

    /// <summary>log Σ e^(-distance): 0 for a lone score, and at most log of the count.</summary>
    public BigReal LogOfSum { get; private set; }

    /// <summary>Σ weight · distance.</summary>
    public BigReal MeanDistance { get; private set; }

    public static ScoreSide Negatives(ReadOnlySpan<double> scores, double gamma) => new(scores, double.NegativeInfinity, gamma);

    public static ScoreSide Positives(ReadOnlySpan<double> scores, double gamma) => new(scores, double.PositiveInfinity, gamma);

    public bool IsMasked(int index) => _masked[index];

    private void ComputeWeights(ReadOnlySpan<double> scores, double gamma)
    {
        var sum = BigReal.Zero;
        var exponentials = new Dictionary<double, BigReal>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (_masked[i])
            {
                continue;
            }

            Distances[i] = gamma * BigReal.Abs((BigReal)Strongest - scores[i]);
            if (!exponentials.TryGetValue(scores[i], out var exponential))
            {
                exponential = Distances[i] < NegligibleDistance ? BigReal.Exp(-Distances[i]) : BigReal.Zero;
                exponentials.Add(scores[i], exponential);
            }

            Weights[i] = exponential;
            sum += exponential;
        }

        LogOfSum = BigReal.Log(sum);
        var inverse = BigReal.One / sum;
        for (var i = 0; i < scores.Length; i++)
        {
            Weights[i] *= inverse;
            MeanDistance += Weights[i] * Distances[i];
        }
    }
}
