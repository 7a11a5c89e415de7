/// <summary>256 bits: lanes over rows. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256();

    // What every gradient of the batch is multiplied by.
    float scale = 80f * upstream;
    Vector256<float> upstreamLanes = Vector256.Create(upstream);
    Vector256<float> scaleLanes = Vector256.Create(scale);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastPositiveScores = rows % 8 == 0 ? default : stackalloc float[8 * 4];
    Span<float> lastNegativeScores = rows % 8 == 0 ? default : stackalloc float[8 * 13];

    for (nuint row = 0; row < rows; row += 8)
    {
        nint left = (nint)rows - (nint)row;
        scoped ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
        scoped ref float negativeScores = ref Unsafe.Add(ref negatives, row * 13);
        scoped ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
        scoped ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 13);
        if (left < 8)
        {
            MemoryMarshal.CreateSpan(ref positiveScores, (int)left * 4).CopyTo(lastPositiveScores);
            positiveScores = ref MemoryMarshal.GetReference(lastPositiveScores);
            MemoryMarshal.CreateSpan(ref negativeScores, (int)left * 13).CopyTo(lastNegativeScores);
            negativeScores = ref MemoryMarshal.GetReference(lastNegativeScores);
            positiveDerivatives = ref positiveScores;
            negativeDerivatives = ref negativeScores;
        }

        // The negatives, a row a lane.
        Lanes256.LoadColumns(ref negativeScores, 13, 0, out Vector256<float> negative0, out Vector256<float> negative1, out Vector256<float> negative2, out Vector256<float> negative3);
        Lanes256.LoadColumns(ref negativeScores, 13, 4, out Vector256<float> negative4, out Vector256<float> negative5, out Vector256<float> negative6, out Vector256<float> negative7);
        Lanes256.LoadColumns(ref negativeScores, 13, 8, out Vector256<float> negative8, out Vector256<float> negative9, out Vector256<float> negative10, out Vector256<float> negative11);
        Lanes256.LoadColumns(ref negativeScores, 13, 9, out _, out _, out _, out Vector256<float> negative12);

        // The positives, a row a lane.
        Lanes256.LoadColumns(ref positiveScores, 4, 0, out Vector256<float> positive0, out Vector256<float> positive1, out Vector256<float> positive2, out Vector256<float> positive3);

        // Pass 1: α: how far each score is from its optimum; the term of each score, before γ; the largest term.
        Vector256<float> negativeAlpha0 = Vector256.MaxNative(Vector256.Create(0f), negative0 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha1 = Vector256.MaxNative(Vector256.Create(0f), negative1 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha2 = Vector256.MaxNative(Vector256.Create(0f), negative2 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha3 = Vector256.MaxNative(Vector256.Create(0f), negative3 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha4 = Vector256.MaxNative(Vector256.Create(0f), negative4 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha5 = Vector256.MaxNative(Vector256.Create(0f), negative5 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha6 = Vector256.MaxNative(Vector256.Create(0f), negative6 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha7 = Vector256.MaxNative(Vector256.Create(0f), negative7 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha8 = Vector256.MaxNative(Vector256.Create(0f), negative8 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha9 = Vector256.MaxNative(Vector256.Create(0f), negative9 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha10 = Vector256.MaxNative(Vector256.Create(0f), negative10 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha11 = Vector256.MaxNative(Vector256.Create(0f), negative11 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha12 = Vector256.MaxNative(Vector256.Create(0f), negative12 + Vector256.Create(0.25f));
        Vector256<float> negativeTerm0 = negativeAlpha0 * (negative0 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm1 = negativeAlpha1 * (negative1 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm2 = negativeAlpha2 * (negative2 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm3 = negativeAlpha3 * (negative3 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm4 = negativeAlpha4 * (negative4 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm5 = negativeAlpha5 * (negative5 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm6 = negativeAlpha6 * (negative6 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm7 = negativeAlpha7 * (negative7 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm8 = negativeAlpha8 * (negative8 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm9 = negativeAlpha9 * (negative9 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm10 = negativeAlpha10 * (negative10 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm11 = negativeAlpha11 * (negative11 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm12 = negativeAlpha12 * (negative12 - Vector256.Create(0.25f));
        Vector256<float> negativeMax = Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(negativeTerm0, negativeTerm1), Vector256.MaxNative(negativeTerm2, negativeTerm3)), Vector256.MaxNative(Vector256.MaxNative(negativeTerm4, negativeTerm5), Vector256.MaxNative(negativeTerm6, negativeTerm7))), Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(negativeTerm8, negativeTerm9), Vector256.MaxNative(negativeTerm10, negativeTerm11)), negativeTerm12));

        // Pass 2: α: how far each score is from its optimum; the term of each score, before γ; the largest term.
        Vector256<float> positiveAlpha0 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive0 + Vector256.Create(0.25f));
        Vector256<float> positiveAlpha1 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive1 + Vector256.Create(0.25f));
        Vector256<float> positiveAlpha2 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive2 + Vector256.Create(0.25f));
        Vector256<float> positiveAlpha3 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive3 + Vector256.Create(0.25f));
        Vector256<float> positiveTerm0 = positiveAlpha0 * (Vector256.Create(1f) - positive0 - Vector256.Create(0.25f));
        Vector256<float> positiveTerm1 = positiveAlpha1 * (Vector256.Create(1f) - positive1 - Vector256.Create(0.25f));
        Vector256<float> positiveTerm2 = positiveAlpha2 * (Vector256.Create(1f) - positive2 - Vector256.Create(0.25f));
        Vector256<float> positiveTerm3 = positiveAlpha3 * (Vector256.Create(1f) - positive3 - Vector256.Create(0.25f));
        Vector256<float> positiveMax = Vector256.MaxNative(Vector256.MaxNative(positiveTerm0, positiveTerm1), Vector256.MaxNative(positiveTerm2, positiveTerm3));

        // With every positive masked, or one infinite, the differences from the largest must not be NaN.
        Vector256<float> positiveReference = Vector256.Min(Vector256.Max(positiveMax, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        // With every negative masked, or one infinite, the differences from the largest must not be NaN.
        Vector256<float> negativeReference = Vector256.Min(Vector256.Max(negativeMax, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        // The largest u: by how much the best of the others beats the worst positive.
        Vector256<float> violation = Vector256.Create(80f) * (negativeMax + positiveMax);

        // √exp(−|violation|), which is still there when its square has underflowed, and then times a large sum.
        Vector256<float> root = Vector256.Create(-0.5f) * Vector256.Abs(violation);
        Exp(ref root);

        // Pass 3: one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: at least 1, unless all are masked.
        Vector256<float> negativeE0 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm0) - negativeReference);
        Vector256<float> negativeE1 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm1) - negativeReference);
        Vector256<float> negativeE2 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm2) - negativeReference);
        Vector256<float> negativeE3 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm3) - negativeReference);
        Vector256<float> negativeE4 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm4) - negativeReference);
        Vector256<float> negativeE5 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm5) - negativeReference);
        Vector256<float> negativeE6 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm6) - negativeReference);
        Vector256<float> negativeE7 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm7) - negativeReference);
        Vector256<float> negativeE8 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm8) - negativeReference);
        Vector256<float> negativeE9 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm9) - negativeReference);
        Vector256<float> negativeE10 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm10) - negativeReference);
        Vector256<float> negativeE11 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm11) - negativeReference);
        Vector256<float> negativeE12 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm12) - negativeReference);
        Exp(ref negativeE0);
        Exp(ref negativeE1);
        Exp(ref negativeE2);
        Exp(ref negativeE3);
        Exp(ref negativeE4);
        Exp(ref negativeE5);
        Exp(ref negativeE6);
        Exp(ref negativeE7);
        Exp(ref negativeE8);
        Exp(ref negativeE9);
        Exp(ref negativeE10);
        Exp(ref negativeE11);
        Exp(ref negativeE12);
        Vector256<float> negativeWeighted0 = negativeE0 * negativeAlpha0;
        Vector256<float> negativeWeighted1 = negativeE1 * negativeAlpha1;
        Vector256<float> negativeWeighted2 = negativeE2 * negativeAlpha2;
        Vector256<float> negativeWeighted3 = negativeE3 * negativeAlpha3;
        Vector256<float> negativeWeighted4 = negativeE4 * negativeAlpha4;
        Vector256<float> negativeWeighted5 = negativeE5 * negativeAlpha5;
        Vector256<float> negativeWeighted6 = negativeE6 * negativeAlpha6;
        Vector256<float> negativeWeighted7 = negativeE7 * negativeAlpha7;
        Vector256<float> negativeWeighted8 = negativeE8 * negativeAlpha8;
        Vector256<float> negativeWeighted9 = negativeE9 * negativeAlpha9;
        Vector256<float> negativeWeighted10 = negativeE10 * negativeAlpha10;
        Vector256<float> negativeWeighted11 = negativeE11 * negativeAlpha11;
        Vector256<float> negativeWeighted12 = negativeE12 * negativeAlpha12;
        Vector256<float> negativeSum = (((negativeE0 + negativeE1) + (negativeE2 + negativeE3)) + ((negativeE4 + negativeE5) + (negativeE6 + negativeE7))) + (((negativeE8 + negativeE9) + (negativeE10 + negativeE11)) + negativeE12);

        // Pass 4: one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: at least 1, unless all are masked.
        Vector256<float> positiveE0 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm0) - positiveReference);
        Vector256<float> positiveE1 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm1) - positiveReference);
        Vector256<float> positiveE2 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm2) - positiveReference);
        Vector256<float> positiveE3 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm3) - positiveReference);
        Exp(ref positiveE0);
        Exp(ref positiveE1);
        Exp(ref positiveE2);
        Exp(ref positiveE3);
        Vector256<float> positiveWeighted0 = positiveE0 * positiveAlpha0;
        Vector256<float> positiveWeighted1 = positiveE1 * positiveAlpha1;
        Vector256<float> positiveWeighted2 = positiveE2 * positiveAlpha2;
        Vector256<float> positiveWeighted3 = positiveE3 * positiveAlpha3;
        Vector256<float> positiveSum = (positiveE0 + positiveE1) + (positiveE2 + positiveE3);

        // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
        Vector256<float> sumRoot = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), root, Vector256.Create(1f));

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        Vector256<float> others = sumRoot * (negativeSum * positiveSum) * sumRoot;

        // The 1 of 1 + Σ exp(u), relative to the same.
        Vector256<float> unit = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), Vector256.Create(1f), root * root);

        // 1 + Σ exp(u), relative to the same: at least 1.
        Vector256<float> partition = unit + others;

        // The derivative of the loss by a unit of the sum.
        Vector256<float> slope = (sumRoot / partition) * sumRoot;

        // What both sides' gradients have in common.
        Vector256<float> factor = slope * scaleLanes;

        // What the gradient of every element is multiplied by.
        Vector256<float> negativeRowFactor = positiveSum * factor;

        // What the gradient of every element is multiplied by.
        Vector256<float> positiveRowFactor = negativeSum * factor;

        // Pass 5: the gradient, negativeWeighted·negativeRowFactor.
        Vector256<float> negativeG0 = negativeWeighted0 * negativeRowFactor;
        Vector256<float> negativeG1 = negativeWeighted1 * negativeRowFactor;
        Vector256<float> negativeG2 = negativeWeighted2 * negativeRowFactor;
        Vector256<float> negativeG3 = negativeWeighted3 * negativeRowFactor;
        Vector256<float> negativeG4 = negativeWeighted4 * negativeRowFactor;
        Vector256<float> negativeG5 = negativeWeighted5 * negativeRowFactor;
        Vector256<float> negativeG6 = negativeWeighted6 * negativeRowFactor;
        Vector256<float> negativeG7 = negativeWeighted7 * negativeRowFactor;
        Vector256<float> negativeG8 = negativeWeighted8 * negativeRowFactor;
        Vector256<float> negativeG9 = negativeWeighted9 * negativeRowFactor;
        Vector256<float> negativeG10 = negativeWeighted10 * negativeRowFactor;
        Vector256<float> negativeG11 = negativeWeighted11 * negativeRowFactor;
        Vector256<float> negativeG12 = negativeWeighted12 * negativeRowFactor;

        // Pass 6: the gradient, −positiveWeighted·positiveRowFactor.
        Vector256<float> positiveG0 = -(positiveWeighted0 * positiveRowFactor);
        Vector256<float> positiveG1 = -(positiveWeighted1 * positiveRowFactor);
        Vector256<float> positiveG2 = -(positiveWeighted2 * positiveRowFactor);
        Vector256<float> positiveG3 = -(positiveWeighted3 * positiveRowFactor);

        // The same without 1, as log1p wants it.
        Vector256<float> beyondOne = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0f)), others, partition - Vector256.Create(1f));

        // The loss of the row.
        Vector256<float> loss = Vector256.MaxNative(Vector256.Create(0f), violation) + VectorMath.Log1p(beyondOne);

        Vector256<float> counted = loss & Lanes256.First<float>(left);
        total.Add(counted);

        Lanes256.StoreColumns(ref negativeDerivatives, 13, 0, negativeG0, negativeG1, negativeG2, negativeG3);
        Lanes256.StoreColumns(ref negativeDerivatives, 13, 4, negativeG4, negativeG5, negativeG6, negativeG7);
        Lanes256.StoreColumns(ref negativeDerivatives, 13, 8, negativeG8, negativeG9, negativeG10, negativeG11);
        Lanes256.StoreColumns(ref negativeDerivatives, 13, 9, negativeG9, negativeG10, negativeG11, negativeG12);
        Lanes256.StoreColumns(ref positiveDerivatives, 4, 0, positiveG0, positiveG1, positiveG2, positiveG3);
        if (left < 8)
        {
            lastPositiveScores[..((int)left * 4)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref positiveGradient, row * 4), (int)left * 4));
            lastNegativeScores[..((int)left * 13)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref negativeGradient, row * 13), (int)left * 13));
        }
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.89 ulp off; for x ≤ -88 that is 0.</summary>
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
