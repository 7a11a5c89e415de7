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

        // A label at −∞ or NaN must not meet a masked score, as in −∞ − (−∞).
        float finiteTarget = float.MaxNumber(target, float.MinValue);

        // What the stand-in is short of: 0, or +∞.
        float missing = float.Min(finiteTarget, float.MaxValue) - target;

        // A label at −∞ is beaten by every score.
        float lift = missing <= 0f ? 0f : float.MaxValue;

        // The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps.
        Vector256<float> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), label, float.NegativeInfinity);
        Vector256<float> z1 = Lanes256.Without(Lanes256.LoadFirst(ref scores, 8, 2, float.NegativeInfinity), label - 8, float.NegativeInfinity);

        // Pass 1: by how much a negative, with the margin, beats the label; the sum of the positive u; how many u are positive; the gradient, excess ≤ 0 ? 0 : upstream.
        Vector256<float> finiteTargetLanes = Vector256.Create(finiteTarget);
        Vector256<float> liftLanes = Vector256.Create(lift);
        Vector256<float> upstreamLanes = Vector256.Create(upstream);
        Vector256<float> excess0 = z0 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess1 = z1 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        float sum = Vector256.Sum(Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1));
        float active = Vector256.Sum(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)));
        (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes)).StoreUnsafe(ref derivatives, 0);
        Lanes256.StoreFirst(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes), ref derivatives, 8, 2);

        // The loss of the row.
        float loss = sum + (missing <= 0f ? 0f : missing * active);

        total.Add(loss);

        // The label's derivative, in place of what the passes left in its lane: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -(active * upstream);
    }

    return total.Total;
}
