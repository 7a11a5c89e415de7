namespace LossGen.Benchmarks.Shapes;

/// <summary>Rows of scores, one a class, and the label of each row.</summary>
internal sealed class ClassificationBatch
{
    public ClassificationBatch(int rows, int classes)
    {
        Rows = rows;
        Classes = classes;
        Logits = new AlignedFloats(rows * classes);
        Labels = new int[rows];

        var random = new Random(1);
        foreach (ref float logit in Logits.Span)
        {
            logit = random.NextNormal(deviation: 2);
        }

        foreach (ref int label in Labels.AsSpan())
        {
            label = random.Next(classes);
        }
    }

    public int Rows { get; }

    public int Classes { get; }

    public AlignedFloats Logits { get; }

    public int[] Labels { get; }

    /// <summary>Memory for the gradient of one contestant.</summary>
    public AlignedFloats NewGradient() => new(Rows * Classes, quarter: 1);
}
