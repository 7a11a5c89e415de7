namespace LossGen.Benchmarks.Shapes;

/// <summary>Rows of cosines: of pairs that belong together, and of pairs that do not.</summary>
internal sealed class PairBatch
{
    public PairBatch(int rows, int positives, int negatives)
    {
        Rows = rows;
        PositivesPerRow = positives;
        NegativesPerRow = negatives;
        Positives = new AlignedFloats(rows * positives);
        Negatives = new AlignedFloats(rows * negatives, quarter: 2);

        // Half trained: the positives lie around 0.6, the negatives around 0.1.
        var random = new Random(1);
        Fill(Positives.Span, random, 0.6f);
        Fill(Negatives.Span, random, 0.1f);
    }

    public int Rows { get; }

    public int PositivesPerRow { get; }

    public int NegativesPerRow { get; }

    public AlignedFloats Positives { get; }

    public AlignedFloats Negatives { get; }

    private static void Fill(Span<float> cosines, Random random, float mean)
    {
        foreach (ref float cosine in cosines)
        {
            cosine = float.Clamp(mean + random.NextNormal(deviation: 0.15), -1, 1);
        }
    }
}
