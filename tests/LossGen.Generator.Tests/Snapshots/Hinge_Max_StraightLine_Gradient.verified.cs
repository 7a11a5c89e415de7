/// <summary>256 bits: straight line, 2 vectors a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedSum();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 10);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
        nint label = (nint)Unsafe.Add(ref labels, row);
        KernelArguments.RequireUnchanged(label, 10);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps.
        Vector256<float> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), label, float.NegativeInfinity);
        Vector256<float> z1 = Lanes256.Without(Lanes256.LoadFirst(ref scores, 8, 2, float.NegativeInfinity), label - 8, float.NegativeInfinity);

        // Pass 1: the largest of the negatives, the label's score not among them.
        float max = Lanes256.Max(Vector256.Max(z0, z1));

        // The loss of the row.
        float loss = float.Max(max - target + 1f, 0f);

        // The first of the negatives that is the largest.
        nint argmax = Search.FirstIndexOf(ref scores, 10, label, max);

        // What the gradient of every element is multiplied by.
        float rowFactor = max - target + 1f <= 0f ? 0f : upstream;

        // Pass 2: the gradient, [i = argmax]·rowFactor.
        MemoryMarshal.CreateSpan(ref derivatives, 10).Clear();
        if (argmax >= 0)
        {
            Unsafe.Add(ref derivatives, argmax) = rowFactor;
        }

        total.Add(loss);

        // The label's derivative, in place of what the passes left in its lane: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -rowFactor;
    }

    return total.Total;
}
