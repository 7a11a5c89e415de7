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

        // Pass 1: the largest of the negatives, the label's score not among them.
        Vector256<float> max = Vector256.Max(Vector256.Max(Vector256.Max(Vector256.Max(z0, z1), Vector256.Max(z2, z3)), Vector256.Max(Vector256.Max(z4, z5), Vector256.Max(z6, z7))), Vector256.Max(z8, z9));

        // The first of the negatives that is the largest.
        Vector256<float> argmax = Vector256.Create(-1f);
        Lanes256.FindFirst(ref argmax, z9, max, 9f, label);
        Lanes256.FindFirst(ref argmax, z8, max, 8f, label);
        Lanes256.FindFirst(ref argmax, z7, max, 7f, label);
        Lanes256.FindFirst(ref argmax, z6, max, 6f, label);
        Lanes256.FindFirst(ref argmax, z5, max, 5f, label);
        Lanes256.FindFirst(ref argmax, z4, max, 4f, label);
        Lanes256.FindFirst(ref argmax, z3, max, 3f, label);
        Lanes256.FindFirst(ref argmax, z2, max, 2f, label);
        Lanes256.FindFirst(ref argmax, z1, max, 1f, label);
        Lanes256.FindFirst(ref argmax, z0, max, 0f, label);

        // What the gradient of every element is multiplied by.
        Vector256<float> rowFactor = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(max - target + Vector256.Create(1f), Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);

        // Pass 2: the gradient, [i = argmax]·rowFactor.
        Vector256<float> g0 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(0f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g1 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(1f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g2 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(2f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g3 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(3f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g4 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(4f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g5 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(5f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g6 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(6f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g7 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(7f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g8 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(8f)), rowFactor, Vector256.Create(0f));
        Vector256<float> g9 = Vector256.ConditionalSelect(Vector256.Equals(argmax, Vector256.Create(9f)), rowFactor, Vector256.Create(0f));

        // The loss of the row.
        Vector256<float> loss = Vector256.MaxNative(Vector256.Create(0f), max - target + Vector256.Create(1f));

        Vector256<float> counted = loss;
        if (left < 8)
        {
            counted &= Lanes256.First<float>(left);
        }

        total.Add(counted);

        // The label's derivative: minus the sum of the others'.
        Vector256<float> labelDerivative = -rowFactor;
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
