/// <summary>Checks the arguments before anything is written, then runs the kernel for this processor and so many rows.</summary>
public static float Run(ReadOnlySpan<float> similarities, ReadOnlySpan<int> labels, Span<float> gradient)
{
    int rows = labels.Length;
    int columns = labels.Length;
    KernelArguments.RequireMatrix(similarities.Length, rows, columns, "similarities");
    KernelArguments.RequireSameLength(gradient.Length, similarities.Length, "gradient", "similarities");
    KernelArguments.RequireSameOrApart<float>(gradient, similarities, "gradient", "similarities");
    KernelArguments.RequireApart<float, int>(gradient, labels, "gradient", "labels");

    if (rows == 0 || columns == 0)
    {
        gradient.Clear();
        return 0f;
    }

    double divisor = KernelRows.WithBothSides(labels, labels, isSquare: true);
    float upstream = divisor == 0d ? 0f : (float)(1f / divisor);
    var batch = new Batch
    {
        similarities = similarities,
        labels = labels,
        gradient = gradient,
        columns = columns,
        upstream = upstream,
    };
    double total = KernelBlocks.Run(ref batch, rows, columns);
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
    public ReadOnlySpan<float> similarities;
    public ReadOnlySpan<int> labels;
    public Span<float> gradient;
    public int columns;
    public float upstream;

    /// <inheritdoc/>
    public readonly double Compute(int first, int rows)
    {
        ref float similaritiesStart = ref MemoryMarshal.GetReference(similarities[(first * columns)..]);
        ref int labelsStart = ref MemoryMarshal.GetReference(labels[first..]);
        ref float gradientStart = ref MemoryMarshal.GetReference(gradient[(first * columns)..]);
        ref int columnLabelsStart = ref MemoryMarshal.GetReference(labels);

        return
            Vector256.IsHardwareAccelerated ? Rows256(ref similaritiesStart, ref labelsStart, ref gradientStart, ref columnLabelsStart, (nuint)rows, (nuint)first, (nuint)columns, upstream) :
            RowsScalar(ref similaritiesStart, ref labelsStart, ref gradientStart, ref columnLabelsStart, (nuint)rows, (nuint)first, (nuint)columns, upstream);
    }
}
