/// <summary>Checks the arguments before anything is written, then runs the kernel for this processor and so many rows.</summary>
public static float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> classWeights, Span<float> gradient)
{
    int rows = labels.Length;
    KernelArguments.RequireScores(logits.Length, rows, 10, "logits", "labels");
    KernelArguments.RequireOneAClass(classWeights.Length, 10, "classWeights");
    KernelArguments.RequireLabels(labels, 10, "labels");
    KernelArguments.RequireSameLength(gradient.Length, logits.Length, "gradient", "logits");
    KernelArguments.RequireSameOrApart<float>(gradient, logits, "gradient", "logits");
    KernelArguments.RequireApart<float, int>(gradient, labels, "gradient", "labels");
    KernelArguments.RequireApart<float, float>(gradient, classWeights, "gradient", "classWeights");

    if (rows == 0)
    {
        return 0f;
    }

    double divisor = KernelRows.WeightOf<float, int>(labels, classWeights, null);
    float upstream = divisor == 0d ? 0f : (float)(1f / divisor);
    var batch = new Batch
    {
        logits = logits,
        labels = labels,
        classWeights = classWeights,
        gradient = gradient,
        upstream = upstream,
    };
    double total = KernelBlocks.Run(ref batch, rows, 10);
    if (divisor == 0d)
    {
        gradient.Clear();
        return 0f;
    }

    return (float)(total / divisor);
}

/// <summary>The batch, computed in blocks of rows: all on the caller's thread if they are few, or on several threads.</summary>
private ref struct Batch : IKernelBatch
{
    public ReadOnlySpan<float> logits;
    public ReadOnlySpan<int> labels;
    public ReadOnlySpan<float> classWeights;
    public Span<float> gradient;
    public float upstream;

    /// <inheritdoc/>
    public readonly double Compute(int first, int rows)
    {
        ref float logitsStart = ref MemoryMarshal.GetReference(logits[(first * 10)..]);
        ref int labelsStart = ref MemoryMarshal.GetReference(labels[first..]);
        ref float classWeightsStart = ref MemoryMarshal.GetReference(classWeights);
        ref float gradientStart = ref MemoryMarshal.GetReference(gradient[(first * 10)..]);

        return
            Vector256.IsHardwareAccelerated ? Rows256(ref logitsStart, ref labelsStart, ref classWeightsStart, ref gradientStart, (nuint)rows, upstream) :
            RowsScalar(ref logitsStart, ref labelsStart, ref classWeightsStart, ref gradientStart, (nuint)rows, upstream);
    }
}
