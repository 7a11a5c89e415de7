/// <summary>256 bits: loop over blocks of 4 vectors, the last 4 scores behind it. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, nuint rows)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 100);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 100);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // A label at −∞ or NaN must not meet a masked score, as in −∞ − (−∞).
        float finiteTarget = float.MaxNumber(target, float.MinValue);

        // What the stand-in is short of: 0, or +∞.
        float missing = float.Min(finiteTarget, float.MaxValue) - target;

        // A label at −∞ is beaten by every score.
        float lift = missing <= 0f ? 0f : float.MaxValue;

        // Pass 1: by how much a negative, with the margin, beats the label; the sum of the positive u; how many u are positive.
        Vector256<float> finiteTargetLanes = Vector256.Create(finiteTarget);
        Vector256<float> liftLanes = Vector256.Create(lift);
        Vector256<float> sum0 = Vector256.Create(0f);
        Vector256<float> active0 = Vector256.Create(0f);
        for (nuint i = 0; i < 96; i += 32)
        {
            LoadNegatives(ref scores, i, label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
            Vector256<float> excess0 = z0 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
            Vector256<float> excess1 = z1 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
            Vector256<float> excess2 = z2 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
            Vector256<float> excess3 = z3 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
            sum0 += (Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1)) + (Vector256.MaxNative(Vector256.Create(0f), excess2) + Vector256.MaxNative(Vector256.Create(0f), excess3));
            active0 += (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)));
        }

        // What is left.
        {
            nuint i = 96;
            LoadLastNegatives(ref scores, i, label, out Vector256<float> z0);
            Vector256<float> excess0 = z0 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
            sum0 += Vector256.MaxNative(Vector256.Create(0f), excess0);
            active0 += Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
        }

        float sum = Lanes256.Sum(sum0);
        float active = Lanes256.Sum(active0);

        // The loss of the row.
        float loss = sum + (missing <= 0f ? 0f : missing * active);

        total.Add(loss);
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
