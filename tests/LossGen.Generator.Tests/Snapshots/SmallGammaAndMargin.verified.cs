/// <summary>256 bits: lanes over rows, 32 rows under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();

    // What every gradient of the batch is multiplied by.
    float scale = 0.25f * upstream;
    Vector256<float> scaleLanes = Vector256.Create(scale);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastScores = rows % 8 == 0 ? default : stackalloc float[8 * 10];

    // Some rows are under way at a time, so that none waits for its sum. Their elements' values wait in the memory of their gradient, their other values here.
    ref float labelOfRows = ref MemoryMarshal.GetReference(stackalloc float[32]);
    ref float violationOfRows = ref MemoryMarshal.GetReference(stackalloc float[32]);
    ref float rootOfRows = ref MemoryMarshal.GetReference(stackalloc float[32]);

    for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += 32)
    {
        nuint endOfBlock = nuint.Min(firstOfBlock + 32, rows);
        for (nuint row = firstOfBlock; row < endOfBlock; row += 8)
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
            Vector256<float> max = Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)), Vector256.MaxNative(Vector256.MaxNative(z4, z5), Vector256.MaxNative(z6, z7))), Vector256.MaxNative(z8, z9));

            // With every negative masked the differences from it must not be NaN.
            Vector256<float> reference = Vector256.Max(max, Vector256.Create(float.MinValue));

            // Half of it: γ is small, and the difference itself could overflow.
            Vector256<float> referenceHalf = Vector256.Create(0.5f) * reference;

            // The largest u: by how much the best of the others beats the label.
            Vector256<float> violation = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * max - (Vector256.Create(0.5f) * target) + Vector256.Create(0.175f));

            // The argument of root: √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
            Vector256<float> root = Vector256.Create(-0.5f) * Vector256.Abs(violation);

            // Pass 2: the argument of e: one exp a score, of an argument that is never positive.
            Vector256<float> e0 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z0 - referenceHalf);
            Vector256<float> e1 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z1 - referenceHalf);
            Vector256<float> e2 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z2 - referenceHalf);
            Vector256<float> e3 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z3 - referenceHalf);
            Vector256<float> e4 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z4 - referenceHalf);
            Vector256<float> e5 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z5 - referenceHalf);
            Vector256<float> e6 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z6 - referenceHalf);
            Vector256<float> e7 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z7 - referenceHalf);
            Vector256<float> e8 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z8 - referenceHalf);
            Vector256<float> e9 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z9 - referenceHalf);

            label.StoreUnsafe(ref labelOfRows, row - firstOfBlock);
            violation.StoreUnsafe(ref violationOfRows, row - firstOfBlock);
            root.StoreUnsafe(ref rootOfRows, row - firstOfBlock);
            e0.StoreUnsafe(ref derivatives, 0);
            e1.StoreUnsafe(ref derivatives, 8);
            e2.StoreUnsafe(ref derivatives, 16);
            e3.StoreUnsafe(ref derivatives, 24);
            e4.StoreUnsafe(ref derivatives, 32);
            e5.StoreUnsafe(ref derivatives, 40);
            e6.StoreUnsafe(ref derivatives, 48);
            e7.StoreUnsafe(ref derivatives, 56);
            e8.StoreUnsafe(ref derivatives, 64);
            e9.StoreUnsafe(ref derivatives, 72);
        }

        for (nuint row = firstOfBlock; row < endOfBlock; row += 8)
        {
            nint left = (nint)rows - (nint)row;
            scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
            if (left < 8)
            {
                derivatives = ref MemoryMarshal.GetReference(lastScores);
            }

            // The exps, and nothing else: they need all registers and keep the multipliers busy.
            Vector256<float> root = Vector256.LoadUnsafe(ref rootOfRows, row - firstOfBlock);
            Vector256<float> e0 = Vector256.LoadUnsafe(ref derivatives, 0);
            Vector256<float> e1 = Vector256.LoadUnsafe(ref derivatives, 8);
            Vector256<float> e2 = Vector256.LoadUnsafe(ref derivatives, 16);
            Exp(ref root, ref e0, ref e1, ref e2);
            root.StoreUnsafe(ref rootOfRows, row - firstOfBlock);
            e0.StoreUnsafe(ref derivatives, 0);
            e1.StoreUnsafe(ref derivatives, 8);
            e2.StoreUnsafe(ref derivatives, 16);

            Vector256<float> e3 = Vector256.LoadUnsafe(ref derivatives, 24);
            Vector256<float> e4 = Vector256.LoadUnsafe(ref derivatives, 32);
            Vector256<float> e5 = Vector256.LoadUnsafe(ref derivatives, 40);
            Vector256<float> e6 = Vector256.LoadUnsafe(ref derivatives, 48);
            Exp(ref e3, ref e4, ref e5, ref e6);
            e3.StoreUnsafe(ref derivatives, 24);
            e4.StoreUnsafe(ref derivatives, 32);
            e5.StoreUnsafe(ref derivatives, 40);
            e6.StoreUnsafe(ref derivatives, 48);

            Vector256<float> e7 = Vector256.LoadUnsafe(ref derivatives, 56);
            Vector256<float> e8 = Vector256.LoadUnsafe(ref derivatives, 64);
            Vector256<float> e9 = Vector256.LoadUnsafe(ref derivatives, 72);
            Exp(ref e7, ref e8, ref e9);
            e7.StoreUnsafe(ref derivatives, 56);
            e8.StoreUnsafe(ref derivatives, 64);
            e9.StoreUnsafe(ref derivatives, 72);
        }

        for (nuint row = firstOfBlock; row < endOfBlock; row += 8)
        {
            nint left = (nint)rows - (nint)row;
            scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
            if (left < 8)
            {
                derivatives = ref MemoryMarshal.GetReference(lastScores);
            }

            Vector256<float> label = Vector256.LoadUnsafe(ref labelOfRows, row - firstOfBlock);
            Vector256<float> violation = Vector256.LoadUnsafe(ref violationOfRows, row - firstOfBlock);
            Vector256<float> root = Vector256.LoadUnsafe(ref rootOfRows, row - firstOfBlock);
            Vector256<float> e0 = Vector256.LoadUnsafe(ref derivatives, 0);
            Vector256<float> e1 = Vector256.LoadUnsafe(ref derivatives, 8);
            Vector256<float> e2 = Vector256.LoadUnsafe(ref derivatives, 16);
            Vector256<float> e3 = Vector256.LoadUnsafe(ref derivatives, 24);
            Vector256<float> e4 = Vector256.LoadUnsafe(ref derivatives, 32);
            Vector256<float> e5 = Vector256.LoadUnsafe(ref derivatives, 40);
            Vector256<float> e6 = Vector256.LoadUnsafe(ref derivatives, 48);
            Vector256<float> e7 = Vector256.LoadUnsafe(ref derivatives, 56);
            Vector256<float> e8 = Vector256.LoadUnsafe(ref derivatives, 64);
            Vector256<float> e9 = Vector256.LoadUnsafe(ref derivatives, 72);

            // Pass 3: their sum: at least 1, unless all are masked.
            Vector256<float> sum = ((e0 + e4) + (e1 + e5)) + ((e2 + (e6 + e8)) + (e3 + (e7 + e9)));

            // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
            Vector256<float> sumRoot = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), root, Vector256.Create(1f));

            // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
            Vector256<float> others = sumRoot * sum * sumRoot;

            // The 1 of 1 + Σ exp(u), relative to the same.
            Vector256<float> unit = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), Vector256.Create(1f), root * root);

            // 1 + Σ exp(u), relative to the same: at least 1.
            Vector256<float> partition = unit + others;

            // The derivative of the loss by a unit of the sum.
            Vector256<float> slope = (sumRoot / partition) * sumRoot;

            // What both sides' gradients have in common.
            Vector256<float> factor = slope * scaleLanes;

            // The label's derivative: minus the sum of the others'.
            Vector256<float> labelDerivative = -(sum * factor);

            // Pass 4: the gradient, e·factor.
            Vector256<float> g0 = Lanes256.UnlessLabel(e0 * factor, label, 0f, labelDerivative);
            Vector256<float> g1 = Lanes256.UnlessLabel(e1 * factor, label, 1f, labelDerivative);
            Vector256<float> g2 = Lanes256.UnlessLabel(e2 * factor, label, 2f, labelDerivative);
            Vector256<float> g3 = Lanes256.UnlessLabel(e3 * factor, label, 3f, labelDerivative);
            Vector256<float> g4 = Lanes256.UnlessLabel(e4 * factor, label, 4f, labelDerivative);
            Vector256<float> g5 = Lanes256.UnlessLabel(e5 * factor, label, 5f, labelDerivative);
            Vector256<float> g6 = Lanes256.UnlessLabel(e6 * factor, label, 6f, labelDerivative);
            Vector256<float> g7 = Lanes256.UnlessLabel(e7 * factor, label, 7f, labelDerivative);
            Vector256<float> g8 = Lanes256.UnlessLabel(e8 * factor, label, 8f, labelDerivative);
            Vector256<float> g9 = Lanes256.UnlessLabel(e9 * factor, label, 9f, labelDerivative);

            // The loss of the row.
            Vector256<float> loss = Vector256.MaxNative(Vector256.Create(0f), violation) + Lanes256.LogOfSum(unit, others);

            Vector256<float> counted = loss;
            if (left < 8)
            {
                counted &= Lanes256.First<float>(left);
            }

            total.Add(counted);

            Lanes256.StoreRows(ref derivatives, g0, g1, g2, g3, g4, g5, g6, g7, g8, g9);
            if (left < 8)
            {
                lastScores[..((int)left * 10)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, row * 10), (int)left * 10));
            }
        }
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.89 ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3)
{
    // The clamp is the first operand, so that a NaN in x survives.
    Vector256<float> lowest = Vector256.Create(-88f);
    x0 = Vector256.MaxNative(lowest, x0);
    x1 = Vector256.MaxNative(lowest, x1);
    x2 = Vector256.MaxNative(lowest, x2);
    x3 = Vector256.MaxNative(lowest, x3);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> inverseOfLn2 = Vector256.Create(1.442695f);
    Vector256<float> shift = Vector256.Create(12583039f);
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, inverseOfLn2, shift);
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, inverseOfLn2, shift);
    Vector256<float> n0 = exponent0 - shift;
    Vector256<float> n1 = exponent1 - shift;
    Vector256<float> n2 = exponent2 - shift;
    Vector256<float> n3 = exponent3 - shift;

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<float> minusHigh = Vector256.Create(-0.69314575f);
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(n0, minusHigh, x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(n1, minusHigh, x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(n2, minusHigh, x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(n3, minusHigh, x3);
    Vector256<float> minusLow = Vector256.Create(-1.4286068E-06f);
    r0 = Vector256.MultiplyAddEstimate(n0, minusLow, r0);
    r1 = Vector256.MultiplyAddEstimate(n1, minusLow, r1);
    r2 = Vector256.MultiplyAddEstimate(n2, minusLow, r2);
    r3 = Vector256.MultiplyAddEstimate(n3, minusLow, r3);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> c6 = Vector256.Create(0.0013820998f);
    Vector256<float> p0 = c6;
    Vector256<float> p1 = c6;
    Vector256<float> p2 = c6;
    Vector256<float> p3 = c6;
    Vector256<float> c5 = Vector256.Create(0.008368673f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c5);
    p3 = Vector256.MultiplyAddEstimate(p3, r3, c5);
    Vector256<float> c4 = Vector256.Create(0.041668262f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c4);
    p3 = Vector256.MultiplyAddEstimate(p3, r3, c4);
    Vector256<float> c3 = Vector256.Create(0.16666521f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c3);
    p3 = Vector256.MultiplyAddEstimate(p3, r3, c3);
    Vector256<float> c2 = Vector256.Create(0.49999994f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c2);
    p3 = Vector256.MultiplyAddEstimate(p3, r3, c2);
    Vector256<float> one = Vector256.Create(1f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, one);
    p3 = Vector256.MultiplyAddEstimate(p3, r3, one);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, one);
    p3 = Vector256.MultiplyAddEstimate(p3, r3, one);

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.89 ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2)
{
    // The clamp is the first operand, so that a NaN in x survives.
    Vector256<float> lowest = Vector256.Create(-88f);
    x0 = Vector256.MaxNative(lowest, x0);
    x1 = Vector256.MaxNative(lowest, x1);
    x2 = Vector256.MaxNative(lowest, x2);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> inverseOfLn2 = Vector256.Create(1.442695f);
    Vector256<float> shift = Vector256.Create(12583039f);
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, inverseOfLn2, shift);
    Vector256<float> n0 = exponent0 - shift;
    Vector256<float> n1 = exponent1 - shift;
    Vector256<float> n2 = exponent2 - shift;

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<float> minusHigh = Vector256.Create(-0.69314575f);
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(n0, minusHigh, x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(n1, minusHigh, x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(n2, minusHigh, x2);
    Vector256<float> minusLow = Vector256.Create(-1.4286068E-06f);
    r0 = Vector256.MultiplyAddEstimate(n0, minusLow, r0);
    r1 = Vector256.MultiplyAddEstimate(n1, minusLow, r1);
    r2 = Vector256.MultiplyAddEstimate(n2, minusLow, r2);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> c6 = Vector256.Create(0.0013820998f);
    Vector256<float> p0 = c6;
    Vector256<float> p1 = c6;
    Vector256<float> p2 = c6;
    Vector256<float> c5 = Vector256.Create(0.008368673f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c5);
    Vector256<float> c4 = Vector256.Create(0.041668262f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c4);
    Vector256<float> c3 = Vector256.Create(0.16666521f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c3);
    Vector256<float> c2 = Vector256.Create(0.49999994f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c2);
    Vector256<float> one = Vector256.Create(1f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, one);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, one);

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
}
