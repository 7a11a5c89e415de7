namespace LossGen.Kernels.Tests.Reference;

/// <summary>
/// The exact softmax cross entropy of one row, softplus(LSE over i ≠ y of γ (z_i - z_y + m)), and its derivative by every score.
/// The label's score is the only positive and all the others are the negatives.
/// </summary>
internal sealed class SoftmaxCrossEntropyReference
{
    /// <param name="row">The scores, widened from the type under test.</param>
    /// <param name="label">The index of the label's score.</param>
    /// <param name="gamma">The scale, already rounded to the type under test.</param>
    /// <param name="margin">The margin, already rounded to the type under test.</param>
    public SoftmaxCrossEntropyReference(ReadOnlySpan<double> row, int label, double gamma, double margin)
    {
        TwoSided = new SoftplusReference(Classification.Negatives(row, label), [row[label]], gamma, margin);
        Gradient = Classification.ByClass(TwoSided.NegativeGradient, TwoSided.PositiveGradient[0], label);
    }

    /// <summary>The same row seen as one positive and C - 1 negatives.</summary>
    public SoftplusReference TwoSided { get; }

    public BigReal Loss => TwoSided.Loss;

    public BigReal[] Gradient { get; }
}
