/// <summary>256 bits: loop over blocks of 4 vectors, the last 4 scores behind it. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 100);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 100);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // Pass 1: the largest of the negatives, the label's score not among them.
        Vector256<float> max0 = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < 96; i += 32)
        {
            LoadNegatives(ref scores, i, label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
            max0 = Vector256.Max(max0, Vector256.Max(Vector256.Max(z0, z1), Vector256.Max(z2, z3)));
        }

        // What is left.
        {
            nuint i = 96;
            LoadLastNegatives(ref scores, i, label, out Vector256<float> z0);
            max0 = Vector256.Max(max0, z0);
        }

        float max = Lanes256.Max(max0);

        // The first of the negatives that is the largest.
        nint argmax = Search.FirstIndexOf(ref scores, 100, label, max);

        // What the gradient of every element is multiplied by.
        float rowFactor = max - target + 1f <= 0f ? 0f : upstream;

        // Pass 2: the gradient, [i = argmax]·rowFactor.
        MemoryMarshal.CreateSpan(ref derivatives, 100).Clear();
        if (argmax >= 0)
        {
            Unsafe.Add(ref derivatives, argmax) = rowFactor;
        }

        // The loss of the row.
        float loss = float.MaxNative(0f, max - target + 1f);

        total.Add(loss);

        // The label's derivative, in place of what the passes left there: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -rowFactor;
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ in place of the label's: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    nint lane = label - (nint)i;
    if (lane is >= 0 and < 32)
    {
        z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i), lane, float.NegativeInfinity);
        z1 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i + 8), lane - 8, float.NegativeInfinity);
        z2 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i + 16), lane - 16, float.NegativeInfinity);
        z3 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i + 24), lane - 24, float.NegativeInfinity);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref scores, i);
        z1 = Vector256.LoadUnsafe(ref scores, i + 8);
        z2 = Vector256.LoadUnsafe(ref scores, i + 16);
        z3 = Vector256.LoadUnsafe(ref scores, i + 24);
    }
}

/// <summary>Loads the last block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadLastNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0)
{
    nint lane = label - (nint)i;
    z0 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i, 4, float.NegativeInfinity), lane, float.NegativeInfinity);
}
