/// <summary>256 bits: straight line, 2 vectors a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, nuint rows)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 10);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 10);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps.
        Vector256<float> labelLanes = Vector256.Create((float)label);
        Vector256<float> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), labelLanes, 0f, float.NegativeInfinity);
        Vector256<float> z1 = Lanes256.Without(Lanes256.LoadLast(ref scores, 2, 2, float.NegativeInfinity), labelLanes, 2f, float.NegativeInfinity);

        // Pass 1: the largest of the negatives, the label's score not among them.
        float max = Lanes256.Largest(Vector256.MaxNative(z0, z1));

        // The largest u: by how much the best of the others beats the label.
        float violation = max - target;

        // What exps are measured from: the label's score, or that of the best of the others where the label is far behind.
        float reference = violation > 16f ? max : target;

        // Pass 2: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type; their sum.
        Vector256<float> referenceLanes = Vector256.Create(reference);
        Vector256<float> e0 = z0 - referenceLanes;
        Vector256<float> e1 = z1 - referenceLanes;
        ExpOfDifference(ref e0, ref e1);
        float sum = Lanes256.Sum(e0 + e1);

        // The Σ exp(u) of 1 + Σ exp(u); where the label is far behind, relative to the largest exp(u), beside which the 1 is nothing.
        float others = 0.00390625f * sum;

        // By how much 1 + Σ exp(u), relative to the same, is more than 1.
        float beyondOne = violation > 16f ? others - 1f : others;

        // The loss of the row.
        float loss = (violation > 16f ? violation : 0f) + SingleLane.Log1p(beyondOne);

        total.Add(loss);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1)
{
    // The clamp is the first operand, so that a NaN in x survives.
    Vector256<float> lowest = Vector256.Create(-93.6f);
    x0 = Vector256.MaxNative(lowest, x0);
    x1 = Vector256.MaxNative(lowest, x1);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 135.
    Vector256<float> inverseOfLn2 = Vector256.Create(1.442695f);
    Vector256<float> shift = Vector256.Create(12583047f);
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, inverseOfLn2, shift);

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> minusLn2 = Vector256.Create(-0.6931472f);
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - shift, minusLn2, x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - shift, minusLn2, x1);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> c6 = Vector256.Create(0.0013820998f);
    Vector256<float> p0 = c6;
    Vector256<float> p1 = c6;
    Vector256<float> c5 = Vector256.Create(0.008368673f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c5);
    Vector256<float> c4 = Vector256.Create(0.041668262f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c4);
    Vector256<float> c3 = Vector256.Create(0.16666521f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c3);
    Vector256<float> c2 = Vector256.Create(0.49999994f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c2);
    Vector256<float> one = Vector256.Create(1f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);

    // Times 2ⁿ⁺⁸: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
}
