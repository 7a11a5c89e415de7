/// <summary>256 bits: straight line, 13 vectors a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, nuint rows)
{
    var total = new CompensatedSum();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 100);
        nint label = (nint)Unsafe.Add(ref labels, row);
        KernelArguments.RequireUnchanged(label, 100);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // A label at −∞ or NaN must not meet a masked score, as in −∞ − (−∞).
        float finiteTarget = float.MaxNumber(target, float.MinValue);

        // What the stand-in is short of: 0, or +∞.
        float missing = float.Min(finiteTarget, float.MaxValue) - target;

        // A label at −∞ is beaten by every score.
        float lift = missing <= 0f ? 0f : float.MaxValue;
        Vector256<float> labelLanes = Vector256.Create((float)label);

        // The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps.
        Vector256<float> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), labelLanes, 0f, float.NegativeInfinity);
        Vector256<float> z1 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 8), labelLanes, 8f, float.NegativeInfinity);
        Vector256<float> z2 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 16), labelLanes, 16f, float.NegativeInfinity);
        Vector256<float> z3 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 24), labelLanes, 24f, float.NegativeInfinity);
        Vector256<float> z4 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 32), labelLanes, 32f, float.NegativeInfinity);
        Vector256<float> z5 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 40), labelLanes, 40f, float.NegativeInfinity);
        Vector256<float> z6 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 48), labelLanes, 48f, float.NegativeInfinity);
        Vector256<float> z7 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 56), labelLanes, 56f, float.NegativeInfinity);
        Vector256<float> z8 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 64), labelLanes, 64f, float.NegativeInfinity);
        Vector256<float> z9 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 72), labelLanes, 72f, float.NegativeInfinity);
        Vector256<float> z10 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 80), labelLanes, 80f, float.NegativeInfinity);
        Vector256<float> z11 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 88), labelLanes, 88f, float.NegativeInfinity);
        Vector256<float> z12 = Lanes256.Without(Lanes256.LoadLast(ref scores, 92, 4, float.NegativeInfinity), labelLanes, 92f, float.NegativeInfinity);

        // Pass 1: by how much a negative, with the margin, beats the label; the sum of the positive u; how many u are positive.
        Vector256<float> finiteTargetLanes = Vector256.Create(finiteTarget);
        Vector256<float> liftLanes = Vector256.Create(lift);
        Vector256<float> excess0 = z0 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess1 = z1 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess2 = z2 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess3 = z3 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess4 = z4 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess5 = z5 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess6 = z6 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess7 = z7 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess8 = z8 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess9 = z9 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess10 = z10 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess11 = z11 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        Vector256<float> excess12 = z12 - finiteTargetLanes + Vector256.Create(1f) + liftLanes;
        float sum = Lanes256.Sum((((Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1)) + (Vector256.MaxNative(Vector256.Create(0f), excess2) + Vector256.MaxNative(Vector256.Create(0f), excess3))) + ((Vector256.MaxNative(Vector256.Create(0f), excess4) + Vector256.MaxNative(Vector256.Create(0f), excess5)) + (Vector256.MaxNative(Vector256.Create(0f), excess6) + Vector256.MaxNative(Vector256.Create(0f), excess7)))) + (((Vector256.MaxNative(Vector256.Create(0f), excess8) + Vector256.MaxNative(Vector256.Create(0f), excess9)) + (Vector256.MaxNative(Vector256.Create(0f), excess10) + Vector256.MaxNative(Vector256.Create(0f), excess11))) + Vector256.MaxNative(Vector256.Create(0f), excess12)));
        float active = Lanes256.Sum((((Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)))) + ((Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess4, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess5, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess6, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess7, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))))) + (((Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess8, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess9, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess10, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess11, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)))) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess12, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))));

        // The loss of the row.
        float loss = sum + (missing <= 0f ? 0f : missing * active);

        total.Add(loss);
    }

    return total.Total;
}
