/// <summary>256 bits: loop over blocks of 4 vectors. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLane<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 5000);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 5000);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 5000);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // A label at −∞ or NaN must not meet a masked score, as in −∞ − (−∞).
        float finiteTarget = float.MaxNumber(target, float.MinValue);

        // What the stand-in is short of: 0, or +∞.
        float missing = float.Min(finiteTarget, float.MaxValue) - target;

        // A label at −∞ is beaten by every score.
        float lift = missing <= 0f ? 0f : float.MaxValue;

        // Pass 1: by how much a negative, with the margin, beats the label; the sum of the positive u; how many u are positive; the gradient, excess ≤ 0 ? 0 : upstream.
        Vector256<float> finiteTargetLanes = Vector256.Create(finiteTarget);
        Vector256<float> liftLanes = Vector256.Create(lift);
        var sumOfStretches = new CompensatedSum();
        var activeOfStretches = new CompensatedSum();
        for (nuint start = 0; start < 5000; start += 4096)
        {
            // A lane that adds up too many terms loses bits: every stretch has sums of its own.
            Vector256<float> sum0 = Vector256.Create(0f);
            Vector256<float> active0 = Vector256.Create(0f);
            nuint end = nuint.Min(start + 4096, 5000);
            for (nuint i = start; i < end;)
            {
                // Whole blocks without a label need no mask.
                nuint unmasked = BlocksOfRow.EndWithout(label, i, end, 32);
                for (; i < unmasked; i += 32)
                {
                    Vector256<float> z0 = Vector256.LoadUnsafe(ref scores, i);
                    Vector256<float> z1 = Vector256.LoadUnsafe(ref scores, i + 8);
                    Vector256<float> z2 = Vector256.LoadUnsafe(ref scores, i + 16);
                    Vector256<float> z3 = Vector256.LoadUnsafe(ref scores, i + 24);
                    Vector256<float> excess0 = z0 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    Vector256<float> excess1 = z1 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    Vector256<float> excess2 = z2 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    Vector256<float> excess3 = z3 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    sum0 += (Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1)) + (Vector256.MaxNative(Vector256.Create(0f), excess2) + Vector256.MaxNative(Vector256.Create(0f), excess3));
                    active0 += (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)));
                    Vector256<float> g0 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Vector256<float> g1 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Vector256<float> g2 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Vector256<float> g3 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    g0.StoreUnsafe(ref derivatives, i);
                    g1.StoreUnsafe(ref derivatives, i + 8);
                    g2.StoreUnsafe(ref derivatives, i + 16);
                    g3.StoreUnsafe(ref derivatives, i + 24);
                }

                // The block behind them needs a mask.
                nuint masked = nuint.Min(i + 32, end);
                for (; i < masked; i += 32)
                {
                    LoadNegatives(ref scores, i, label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
                    Vector256<float> excess0 = z0 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    Vector256<float> excess1 = z1 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    Vector256<float> excess2 = z2 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    Vector256<float> excess3 = z3 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
                    sum0 += (Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1)) + (Vector256.MaxNative(Vector256.Create(0f), excess2) + Vector256.MaxNative(Vector256.Create(0f), excess3));
                    active0 += (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)));
                    Vector256<float> g0 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Vector256<float> g1 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Vector256<float> g2 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Vector256<float> g3 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
                    Store(ref derivatives, i, g0, g1, g2, g3);
                }
            }

            sumOfStretches.Add(Lanes256.Sum(sum0));
            activeOfStretches.Add(Lanes256.Sum(active0));
        }

        float sum = (float)sumOfStretches.Total;
        float active = (float)activeOfStretches.Total;

        // The loss of the row.
        float loss = sum + (missing <= 0f ? 0f : missing * active);

        total.Add(loss);

        // The label's derivative, in place of what the passes left there: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -(active * upstream);
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    nint lane = label - (nint)i;
    nint left = (nint)5000 - (nint)i;
    z0 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i, left, float.NegativeInfinity), lane, float.NegativeInfinity);
    z1 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 8, left - 8, float.NegativeInfinity), lane - 8, float.NegativeInfinity);
    z2 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 16, left - 16, float.NegativeInfinity), lane - 16, float.NegativeInfinity);
    z3 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 24, left - 24, float.NegativeInfinity), lane - 24, float.NegativeInfinity);
}

/// <summary>Stores a block, as far as the row goes.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Store(ref float memory, nuint i, Vector256<float> z0, Vector256<float> z1, Vector256<float> z2, Vector256<float> z3)
{
    if (i + 32 > 5000)
    {
        nint left = (nint)5000 - (nint)i;
        Lanes256.StoreFirst(z0, ref memory, i, left);
        Lanes256.StoreFirst(z1, ref memory, i + 8, left - 8);
        Lanes256.StoreFirst(z2, ref memory, i + 16, left - 16);
        Lanes256.StoreFirst(z3, ref memory, i + 24, left - 24);
    }
    else
    {
        z0.StoreUnsafe(ref memory, i);
        z1.StoreUnsafe(ref memory, i + 8);
        z2.StoreUnsafe(ref memory, i + 16);
        z3.StoreUnsafe(ref memory, i + 24);
    }
}
