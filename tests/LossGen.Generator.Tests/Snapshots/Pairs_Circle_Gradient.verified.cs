/// <summary>256 bits: negatives: straight line, 2 vectors a row; positives: straight line, 1 vector a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedSum();

    // What every gradient of the batch is multiplied by.
    float scale = 80f * upstream;

    for (nuint row = 0; row < rows; row++)
    {
        ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
        ref float negativeScores = ref Unsafe.Add(ref negatives, row * 13);
        ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
        ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 13);

        // The negatives: beyond the row stands −∞, a masked score.
        Vector256<float> negative0 = Vector256.LoadUnsafe(ref negativeScores, 0);
        Vector256<float> negative1 = Lanes256.LoadFirst(ref negativeScores, 8, 5, float.NegativeInfinity);
        Vector256<float> isNegative0 = Lanes256.First<float>(13);
        Vector256<float> isNegative1 = Lanes256.First<float>(5);

        // The positives: beyond the row stands +∞, a masked score.
        Vector256<float> positive0 = Lanes256.LoadFirst(ref positiveScores, 0, 4, float.PositiveInfinity);
        Vector256<float> isPositive0 = Lanes256.First<float>(4);

        // Pass 1: α: how far each score is from its optimum; the term of each score, before γ; the largest term.
        Vector256<float> negativeAlpha0 = Vector256.MaxNative(Vector256.Create(0f), negative0 + Vector256.Create(0.25f));
        Vector256<float> negativeAlpha1 = Vector256.MaxNative(Vector256.Create(0f), negative1 + Vector256.Create(0.25f));
        Vector256<float> negativeTerm0 = negativeAlpha0 * (negative0 - Vector256.Create(0.25f));
        Vector256<float> negativeTerm1 = negativeAlpha1 * (negative1 - Vector256.Create(0.25f));
        float negativeMax = Lanes256.Largest(Vector256.MaxNative(Vector256.ConditionalSelect(isNegative0, negativeTerm0, Vector256.Create(float.NegativeInfinity)), Vector256.ConditionalSelect(isNegative1, negativeTerm1, Vector256.Create(float.NegativeInfinity))));

        // Pass 2: α: how far each score is from its optimum; the term of each score, before γ; the largest term.
        Vector256<float> positiveAlpha0 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive0 + Vector256.Create(0.25f));
        Vector256<float> positiveTerm0 = positiveAlpha0 * (Vector256.Create(1f) - positive0 - Vector256.Create(0.25f));
        float positiveMax = Lanes256.Largest(Vector256.ConditionalSelect(isPositive0, positiveTerm0, Vector256.Create(float.NegativeInfinity)));

        // With every positive masked, or one infinite, the differences from the largest must not be NaN.
        float positiveReference = float.Min(float.Max(positiveMax, float.MinValue), float.MaxValue);

        // With every negative masked, or one infinite, the differences from the largest must not be NaN.
        float negativeReference = float.Min(float.Max(negativeMax, float.MinValue), float.MaxValue);

        // Pass 3: one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: at least 1, unless all are masked.
        Vector256<float> negativeReferenceLanes = Vector256.Create(negativeReference);
        Vector256<float> negativeE0 = Vector256.ConditionalSelect(isNegative0, Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm0) - negativeReferenceLanes), Vector256.Create(float.NegativeInfinity));
        Vector256<float> negativeE1 = Vector256.ConditionalSelect(isNegative1, Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm1) - negativeReferenceLanes), Vector256.Create(float.NegativeInfinity));
        Exp(ref negativeE0, ref negativeE1);
        Vector256<float> negativeWeighted0 = negativeE0 * negativeAlpha0;
        Vector256<float> negativeWeighted1 = negativeE1 * negativeAlpha1;
        float negativeSum = Vector256.Sum(negativeE0 + negativeE1);

        // Pass 4: one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: at least 1, unless all are masked.
        Vector256<float> positiveReferenceLanes = Vector256.Create(positiveReference);
        Vector256<float> positiveE0 = Vector256.ConditionalSelect(isPositive0, Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm0) - positiveReferenceLanes), Vector256.Create(float.NegativeInfinity));
        Exp(ref positiveE0);
        Vector256<float> positiveWeighted0 = positiveE0 * positiveAlpha0;
        float positiveSum = Vector256.Sum(positiveE0);

        // The largest u: by how much the best of the others beats the worst positive.
        float violation = 80f * (negativeMax + positiveMax);

        // √exp(−|violation|), which is still there when its square has underflowed, and then times a large sum.
        float root = VectorMath.Exp(-0.5f * float.Abs(violation));

        // The 1 of 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
        float unit = violation <= 0f ? 1f : root * root;

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        float others = violation <= 0f ? root * (negativeSum * positiveSum) * root : negativeSum * positiveSum;

        // 1 + Σ exp(u), relative to the same: at least 1.
        float partition = unit + others;

        // The loss of the row.
        float loss = violation <= 0f ? VectorMath.Log1p(others) : violation + VectorMath.Log(partition);

        // The derivative of the loss by a unit of the sum.
        float slope = violation <= 0f ? (root / partition) * root : 1f / partition;

        // What both sides' gradients have in common.
        float factor = slope * scale;

        // What the gradient of every element is multiplied by.
        float negativeRowFactor = positiveSum * factor;

        // What the gradient of every element is multiplied by.
        float positiveRowFactor = negativeSum * factor;

        // Pass 5: the gradient, negativeWeighted·negativeRowFactor.
        Vector256<float> negativeRowFactorLanes = Vector256.Create(negativeRowFactor);
        (negativeWeighted0 * negativeRowFactorLanes).StoreUnsafe(ref negativeDerivatives, 0);
        Lanes256.StoreFirst(negativeWeighted1 * negativeRowFactorLanes, ref negativeDerivatives, 8, 5);

        // Pass 6: the gradient, −positiveWeighted·positiveRowFactor.
        Vector256<float> positiveRowFactorLanes = Vector256.Create(positiveRowFactor);
        Lanes256.StoreFirst(-(positiveWeighted0 * positiveRowFactorLanes), ref positiveDerivatives, 0, 4);

        total.Add(loss);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.89 ulp off; for x ≤ -88 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<float> x0, ref Vector256<float> x1)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-88f), x0);
    x1 = Vector256.MaxNative(Vector256.Create(-88f), x1);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.442695f), Vector256.Create(12583039f));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.Create(1.442695f), Vector256.Create(12583039f));
    Vector256<float> n0 = exponent0 - Vector256.Create(12583039f);
    Vector256<float> n1 = exponent1 - Vector256.Create(12583039f);

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-0.69314575f), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(n1, Vector256.Create(-0.69314575f), x1);
    r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-1.4286068E-06f), r0);
    r1 = Vector256.MultiplyAddEstimate(n1, Vector256.Create(-1.4286068E-06f), r1);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> p0 = Vector256.Create(0.0013820998f);
    Vector256<float> p1 = Vector256.Create(0.0013820998f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.008368673f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.008368673f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041668262f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.041668262f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666521f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.16666521f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.49999994f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.49999994f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1f));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
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
