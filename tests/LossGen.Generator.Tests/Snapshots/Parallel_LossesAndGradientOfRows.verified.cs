/// <summary>Checks the arguments before anything is written, then runs the kernel for this processor and so many rows.</summary>
public static void Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> upstream, Span<float> losses, Span<float> gradient)
{
    int rows = labels.Length;
    int classes = KernelArguments.ClassesOf(logits.Length, rows, "logits", "labels");
    KernelArguments.RequireLabels(labels, classes, "labels");
    KernelArguments.RequireOneARow(upstream.Length, rows, "upstream");
    KernelArguments.RequireOneARow(losses.Length, rows, "losses");
    KernelArguments.RequireSameLength(gradient.Length, logits.Length, "gradient", "logits");
    KernelArguments.RequireApart<float, float>(losses, logits, "losses", "logits");
    KernelArguments.RequireApart<float, int>(losses, labels, "losses", "labels");
    KernelArguments.RequireApart<float, float>(losses, upstream, "losses", "upstream");
    KernelArguments.RequireSameOrApart<float>(gradient, logits, "gradient", "logits");
    KernelArguments.RequireApart<float, int>(gradient, labels, "gradient", "labels");
    KernelArguments.RequireApart<float, float>(gradient, upstream, "gradient", "upstream");
    KernelArguments.RequireApart<float, float>(gradient, losses, "gradient", "losses");

    if (rows == 0 || classes == 1)
    {
        losses.Clear();
        gradient.Clear();
        return;
    }

    var batch = new Batch
    {
        logits = logits,
        labels = labels,
        upstream = upstream,
        losses = losses,
        gradient = gradient,
        classes = classes,
    };
    KernelBlocks.Run(ref batch, rows, classes);
}

/// <summary>The batch, computed in blocks of rows: all on the caller's thread if they are few, or on several threads.</summary>
private ref struct Batch : IKernelBatch
{
    public ReadOnlySpan<float> logits;
    public ReadOnlySpan<int> labels;
    public ReadOnlySpan<float> upstream;
    public Span<float> losses;
    public Span<float> gradient;
    public int classes;

    /// <inheritdoc/>
    public readonly double Compute(int first, int rows)
    {
        ref float logitsStart = ref MemoryMarshal.GetReference(logits[(first * classes)..]);
        ref int labelsStart = ref MemoryMarshal.GetReference(labels[first..]);
        ref float upstreamStart = ref MemoryMarshal.GetReference(upstream[first..]);
        ref float lossesStart = ref MemoryMarshal.GetReference(losses[first..]);
        ref float gradientStart = ref MemoryMarshal.GetReference(gradient[(first * classes)..]);

        if (Vector256.IsHardwareAccelerated)
        {
            Rows256(ref logitsStart, ref labelsStart, ref upstreamStart, ref lossesStart, ref gradientStart, (nuint)rows, (nuint)classes);
        }
        else
        {
            RowsScalar(ref logitsStart, ref labelsStart, ref upstreamStart, ref lossesStart, ref gradientStart, (nuint)rows, (nuint)classes);
        }

        return 0d;
    }
}
