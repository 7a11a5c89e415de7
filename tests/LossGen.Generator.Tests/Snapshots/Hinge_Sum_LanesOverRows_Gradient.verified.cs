/// <summary>256 bits: lanes over rows. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastScores = rows % 8 == 0 ? default : stackalloc float[8 * 10];

    for (nuint row = 0; row < rows; row += 8)
    {
        nint left = (nint)rows - (nint)row;
        scoped ref float scores = ref Unsafe.Add(ref logits, row * 10);
        scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
        if (left < 8)
        {
            Lanes256.CopyToWhole(ref scores, ref MemoryMarshal.GetReference(lastScores), left * 10);
            scores = ref MemoryMarshal.GetReference(lastScores);
            derivatives = ref MemoryMarshal.GetReference(lastScores);
        }

        // The labels, a row a lane: NaN where no row is left.
        Vector256<float> label = Lanes256.LoadLabels<float, int>(ref labels, row, left);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        Lanes256.RequireUnchanged(label, 10f);

        // The scores, a row a lane.
        Lanes256.LoadRows(ref scores, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3, out Vector256<float> z4, out Vector256<float> z5, out Vector256<float> z6, out Vector256<float> z7, out Vector256<float> z8, out Vector256<float> z9);

        // The label's score is taken out; −∞ in its place adds nothing to a maximum or to a sum of exps.
        Vector256<float> target = Vector256.Create(0f);
        Lanes256.TakeOut(ref z0, ref target, label, 0f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z1, ref target, label, 1f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z2, ref target, label, 2f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z3, ref target, label, 3f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z4, ref target, label, 4f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z5, ref target, label, 5f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z6, ref target, label, 6f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z7, ref target, label, 7f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z8, ref target, label, 8f, float.NegativeInfinity);
        Lanes256.TakeOut(ref z9, ref target, label, 9f, float.NegativeInfinity);

        // A label at −∞ or NaN must not meet a masked score, as in −∞ − (−∞).
        Vector256<float> finiteTarget = Vector256.MaxNumber(target, Vector256.Create(float.MinValue));

        // What the stand-in is short of: 0, or +∞.
        Vector256<float> missing = Vector256.Min(finiteTarget, Vector256.Create(float.MaxValue)) - target;

        // A label at −∞ is beaten by every score.
        Vector256<float> lift = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(missing, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(float.MaxValue));

        // Pass 1: by how much a negative, with the margin, beats the label; the sum of the positive u; how many u are positive; the gradient, excess ≤ 0 ? 0 : upstream.
        Vector256<float> excess0 = z0 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess1 = z1 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess2 = z2 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess3 = z3 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess4 = z4 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess5 = z5 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess6 = z6 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess7 = z7 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess8 = z8 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> excess9 = z9 - finiteTarget + Vector256.Create(1f) + lift;
        Vector256<float> sum = ((Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess4)) + (Vector256.MaxNative(Vector256.Create(0f), excess1) + Vector256.MaxNative(Vector256.Create(0f), excess5))) + ((Vector256.MaxNative(Vector256.Create(0f), excess2) + (Vector256.MaxNative(Vector256.Create(0f), excess6) + Vector256.MaxNative(Vector256.Create(0f), excess8))) + (Vector256.MaxNative(Vector256.Create(0f), excess3) + (Vector256.MaxNative(Vector256.Create(0f), excess7) + Vector256.MaxNative(Vector256.Create(0f), excess9))));
        Vector256<float> active = ((Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess4, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess5, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)))) + ((Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess6, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess8, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess7, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess9, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)))));
        Vector256<float> g0 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g1 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g2 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g3 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g4 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess4, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g5 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess5, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g6 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess6, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g7 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess7, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g8 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess8, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);
        Vector256<float> g9 = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess9, Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);

        // The loss of the row.
        Vector256<float> loss = sum + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(missing, Vector256.Create(0f)), Vector256.Create(0f), missing * active);

        Vector256<float> counted = loss;
        if (left < 8)
        {
            counted &= Lanes256.First<float>(left);
        }

        total.Add(counted);

        // The label's derivative: minus the sum of the others'.
        Vector256<float> labelDerivative = -(active * upstreamLanes);
        g0 = Lanes256.UnlessLabel(g0, label, 0f, labelDerivative);
        g1 = Lanes256.UnlessLabel(g1, label, 1f, labelDerivative);
        g2 = Lanes256.UnlessLabel(g2, label, 2f, labelDerivative);
        g3 = Lanes256.UnlessLabel(g3, label, 3f, labelDerivative);
        g4 = Lanes256.UnlessLabel(g4, label, 4f, labelDerivative);
        g5 = Lanes256.UnlessLabel(g5, label, 5f, labelDerivative);
        g6 = Lanes256.UnlessLabel(g6, label, 6f, labelDerivative);
        g7 = Lanes256.UnlessLabel(g7, label, 7f, labelDerivative);
        g8 = Lanes256.UnlessLabel(g8, label, 8f, labelDerivative);
        g9 = Lanes256.UnlessLabel(g9, label, 9f, labelDerivative);

        Lanes256.StoreRows(ref derivatives, g0, g1, g2, g3, g4, g5, g6, g7, g8, g9);
        if (left < 8)
        {
            lastScores[..((int)left * 10)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, row * 10), (int)left * 10));
        }
    }

    return total.Total;
}
