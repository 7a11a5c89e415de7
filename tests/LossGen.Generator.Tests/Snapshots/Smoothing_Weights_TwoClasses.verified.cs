/// <summary>256 bits: lanes over rows. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float classWeights, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastScores = rows % 8 == 0 ? default : stackalloc float[8 * 2];

    for (nuint row = 0; row < rows; row += 8)
    {
        nint left = (nint)rows - (nint)row;
        scoped ref float scores = ref Unsafe.Add(ref logits, row * 2);
        scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 2);
        if (left < 8)
        {
            Lanes256.CopyToWhole(ref scores, ref MemoryMarshal.GetReference(lastScores), left * 2);
            scores = ref MemoryMarshal.GetReference(lastScores);
            derivatives = ref MemoryMarshal.GetReference(lastScores);
        }

        // The labels, a row a lane: NaN where no row is left.
        Vector256<float> label = Lanes256.LoadLabels<float, int>(ref labels, row, left);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        Lanes256.RequireUnchanged(label, 2f);

        // The scores, a row a lane.
        Lanes256.LoadRows(ref scores, out Vector256<float> z0, out Vector256<float> z1);
        Vector256<float> weight0 = Vector256.Create(Unsafe.Add(ref classWeights, 0));
        Vector256<float> weight1 = Vector256.Create(Unsafe.Add(ref classWeights, 1));

        // The label's score.
        Vector256<float> target = Vector256.ConditionalSelect(Vector256.Equals(label, Vector256.Create(0f)), z0, z1);

        // The weight of the label's class, with 0 in its place.
        Vector256<float> labelWeight = Vector256.Create(0f);
        Lanes256.TakeOut(ref weight0, ref labelWeight, label, 0f, 0f);
        Lanes256.TakeOut(ref weight1, ref labelWeight, label, 1f, 0f);

        // Pass 1: the one term there is, which is its own log-sum-exp; a NaN stays one; the sum over all classes other than the label.
        Vector256<float> max = Vector256.ConditionalSelect(Vector256.Equals(label, Vector256.Create(0f)), z1, z0);
        Vector256<float> shareSum = weight0 + weight1;

        // The largest u: by how much the best of the others beats the label.
        Vector256<float> violation = max - target;

        // The share of all classes other than the label.
        Vector256<float> othersShare = Vector256.Create(0.05f) * shareSum;

        // The sum of all shares.
        Vector256<float> mass = (Vector256.Create(0.9f) + Vector256.Create(0.05f)) * labelWeight + othersShare;

        // √exp(−|violation|), which is still a normal number when its square has lost digits.
        Vector256<float> root = Vector256.Create(-0.5f) * Vector256.Abs(violation);
        Exp(ref root);

        // The smaller of 1 and exp(u), relative to the larger: exp(−|violation|).
        Vector256<float> decay = root * root;

        // The derivative of the loss by a unit of the sum.
        Vector256<float> slope = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), decay, Vector256.Create(1f)) / (Vector256.Create(1f) + decay);

        // Pass 2: the gradient, (mass·slope − wᵢ·ε/C)·upstream.
        Vector256<float> g0 = (mass * slope - (weight0 * Vector256.Create(0.05f))) * upstreamLanes;
        Vector256<float> g1 = (mass * slope - (weight1 * Vector256.Create(0.05f))) * upstreamLanes;

        // The loss of the row.
        Vector256<float> loss = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), -othersShare, (Vector256.Create(0.9f) + Vector256.Create(0.05f)) * labelWeight) * violation + (mass * Lanes256.Log1pUpToOne(decay));

        Vector256<float> counted = loss;
        if (left < 8)
        {
            counted &= Lanes256.First<float>(left);
        }

        total.Add(counted);

        // The label's derivative: minus the sum of the others'.
        Vector256<float> labelDerivative = (othersShare - (mass * slope)) * upstreamLanes;
        g0 = Lanes256.UnlessLabel(g0, label, 0f, labelDerivative);
        g1 = Lanes256.UnlessLabel(g1, label, 1f, labelDerivative);

        Lanes256.StoreRows(ref derivatives, g0, g1);
        if (left < 8)
        {
            lastScores[..((int)left * 2)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, row * 2), (int)left * 2));
        }
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.89 ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<float> x0)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-88f), x0);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.442695f), Vector256.Create(12583039f));
    Vector256<float> n0 = exponent0 - Vector256.Create(12583039f);

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-0.69314575f), x0);
    r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-1.4286068E-06f), r0);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> p0 = Vector256.Create(0.0013820998f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.008368673f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041668262f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666521f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.49999994f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
}
