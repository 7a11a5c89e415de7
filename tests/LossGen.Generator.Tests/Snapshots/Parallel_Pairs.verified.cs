/// <summary>Checks the arguments before anything is written, then runs the kernel for this processor and so many rows.</summary>
public static float Run(ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient)
{
    int rows = KernelArguments.RowsOf(positives.Length, 4, "positives");
    KernelArguments.RequireRows(negatives.Length, 13, rows, positives.Length, "negatives", "positives");
    KernelArguments.RequireSameLength(positiveGradient.Length, positives.Length, "positiveGradient", "positives");
    KernelArguments.RequireSameLength(negativeGradient.Length, negatives.Length, "negativeGradient", "negatives");
    KernelArguments.RequireSameOrApart<float>(positiveGradient, positives, "positiveGradient", "positives");
    KernelArguments.RequireApart<float, float>(positiveGradient, negatives, "positiveGradient", "negatives");
    KernelArguments.RequireApart<float, float>(negativeGradient, positives, "negativeGradient", "positives");
    KernelArguments.RequireSameOrApart<float>(negativeGradient, negatives, "negativeGradient", "negatives");
    KernelArguments.RequireApart<float, float>(negativeGradient, positiveGradient, "negativeGradient", "positiveGradient");

    if (rows == 0)
    {
        return 0f;
    }

    double shareOfRow = 1d / rows;
    float upstream = (float)shareOfRow;
    var batch = new Batch
    {
        positives = positives,
        negatives = negatives,
        positiveGradient = positiveGradient,
        negativeGradient = negativeGradient,
        upstream = upstream,
    };
    double total = KernelBlocks.Run(ref batch, rows, 52);
    return (float)(total * shareOfRow);
}

/// <summary>The batch, computed in blocks of rows: all on the caller's thread if they are few, or on several threads.</summary>
private ref struct Batch : IKernelBatch
{
    public ReadOnlySpan<float> positives;
    public ReadOnlySpan<float> negatives;
    public Span<float> positiveGradient;
    public Span<float> negativeGradient;
    public float upstream;

    /// <inheritdoc/>
    public readonly double Compute(int first, int rows)
    {
        ref float positivesStart = ref MemoryMarshal.GetReference(positives[(first * 4)..]);
        ref float negativesStart = ref MemoryMarshal.GetReference(negatives[(first * 13)..]);
        ref float positiveGradientStart = ref MemoryMarshal.GetReference(positiveGradient[(first * 4)..]);
        ref float negativeGradientStart = ref MemoryMarshal.GetReference(negativeGradient[(first * 13)..]);

        return
            Vector256.IsHardwareAccelerated ? Rows256(ref positivesStart, ref negativesStart, ref positiveGradientStart, ref negativeGradientStart, (nuint)rows, upstream) :
            RowsScalar(ref positivesStart, ref negativesStart, ref positiveGradientStart, ref negativeGradientStart, (nuint)rows, upstream);
    }
}
