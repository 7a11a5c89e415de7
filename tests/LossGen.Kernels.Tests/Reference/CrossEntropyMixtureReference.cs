namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The exact Σ_c a_c CE(c) of one row with CE(c) = log Σ_i e^(γ (z_i - z_c)), and its derivative by every score: softmax cross entropy with
/// smoothed labels, with probabilities as targets, with weights of the classes. The margin is taken off the label's score before.
/// </summary>
/// <remarks>
/// A masked class (-∞) is in no sum. Where its share is not 0, its own cross entropy, and with it the loss, is infinite; the derivative stays
/// that of the formula.
/// </remarks>
internal sealed class CrossEntropyMixtureReference
{
    /// <summary>From this distance on an exponential is less than 2^-2885, and adds nothing beside the largest one, which is 1.</summary>
    private static readonly BigReal NegligibleDistance = 2000.0;

    private readonly bool[] _masked;

    /// <param name="row">The scores, widened from the type under test; -∞ is masked.</param>
    /// <param name="shares">The shares a_c.</param>
    /// <param name="gamma">The scale, already rounded to the type under test.</param>
    /// <param name="label">The class whose score the margin is taken off.</param>
    /// <param name="margin">The margin, already rounded to the type under test.</param>
    public CrossEntropyMixtureReference(ReadOnlySpan<double> row, BigReal[] shares, double gamma, int label = 0, double margin = 0)
    {
        (Gamma, Shares) = (gamma, shares);
        _masked = new bool[row.Length];
        Distances = new BigReal[row.Length];
        Probabilities = new BigReal[row.Length];
        Gradient = new BigReal[row.Length];

        for (var c = 0; c < row.Length; c++)
        {
            TotalShare += shares[c];
            _masked[c] = double.IsNegativeInfinity(row[c]);
            IsLossInfinite |= _masked[c] && !shares[c].IsZero;
        }

        ComputeDistances(row, label, margin);
        ComputeProbabilities(row, label);
        for (var c = 0; c < row.Length; c++)
        {
            Loss += shares[c] * (Distances[c] + LogOfSum);
            Gradient[c] = gamma * ((TotalShare * Probabilities[c]) - shares[c]);
            SumOfTerms += shares[c].IsZero ? BigReal.Zero : (Distances[c] / Math.Min(gamma, 1)) + LogOfSum;
        }
    }

    public double Gamma { get; }

    public BigReal[] Shares { get; }

    /// <summary>Σ a_c: 1 for labels without weights, however smoothed.</summary>
    public BigReal TotalShare { get; }

    /// <summary>The softmax of the scaled scores.</summary>
    public BigReal[] Probabilities { get; }

    /// <summary>X_c = γ (max z - z_c); 0 for masked classes.</summary>
    public BigReal[] Distances { get; }

    /// <summary>log Σ e^(-X_c): at most log C.</summary>
    public BigReal LogOfSum { get; private set; }

    /// <summary>Without meaning when <see cref="IsLossInfinite"/>.</summary>
    public BigReal Loss { get; }

    public bool IsLossInfinite { get; }

    /// <summary>Σ CE(c) over the classes with a share, before their shares and, where it is small, before the scale.</summary>
    public BigReal SumOfTerms { get; }

    public BigReal[] Gradient { get; }

    public bool IsMasked(int index) => _masked[index];

    /// <summary>Differences of scores come first: a margin taken off a huge score would be lost.</summary>
    private void ComputeDistances(ReadOnlySpan<double> row, int label, double margin)
    {
        var strongest = label;
        for (var c = 0; c < row.Length; c++)
        {
            if (!_masked[c] && (_masked[strongest] || Lead(row, c, strongest).Sign > 0))
            {
                strongest = c;
            }
        }

        if (_masked[strongest])
        {
            throw new ArgumentException("A row with every class masked has no loss.", nameof(row));
        }

        for (var c = 0; c < row.Length; c++)
        {
            Distances[c] = _masked[c] ? BigReal.Zero : Gamma * Lead(row, strongest, c);
        }

        BigReal Lead(ReadOnlySpan<double> row, int one, int other) =>
            ((BigReal)row[one] - row[other]) + (other == label ? margin : 0) - (one == label ? margin : 0);
    }

    private void ComputeProbabilities(ReadOnlySpan<double> row, int label)
    {
        // Equal scores have equal exponentials, but for the label's, which has the margin taken off.
        var sum = BigReal.Zero;
        var exponentials = new Dictionary<double, BigReal>();
        for (var c = 0; c < row.Length; c++)
        {
            if (_masked[c])
            {
                continue;
            }

            if (c == label || !exponentials.TryGetValue(row[c], out var exponential))
            {
                exponential = Distances[c] < NegligibleDistance ? BigReal.Exp(-Distances[c]) : BigReal.Zero;
                if (c != label)
                {
                    exponentials.Add(row[c], exponential);
                }
            }

            Probabilities[c] = exponential;
            sum += exponential;
        }

        LogOfSum = BigReal.Log(sum);
        var inverse = BigReal.One / sum;
        for (var c = 0; c < row.Length; c++)
        {
            Probabilities[c] *= inverse;
        }
    }
}
