/// <summary>256 bits: loop over blocks of 4 vectors. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, nuint positiveLength, nuint negativeLength)
{
    var total = new CompensatedLane<float>();
    float negativeCount = negativeLength;
    float positiveCount = positiveLength;

    // Ln L + ln K.
    float logCounts = SingleLane.Log(negativeCount) + SingleLane.Log(positiveCount);

    for (nuint row = 0; row < rows; row++)
    {
        ref float positiveScores = ref Unsafe.Add(ref positives, row * positiveLength);
        ref float negativeScores = ref Unsafe.Add(ref negatives, row * negativeLength);
        ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * positiveLength);
        ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * negativeLength);

        // Pass 1: the largest of the negatives.
        Vector256<float> negativeMax0 = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < negativeLength;)
        {
            // Whole blocks need no mask.
            nuint unmasked = BlocksOfRow.EndOfWhole(i, negativeLength, 32);
            for (; i < unmasked; i += 32)
            {
                Vector256<float> negative0 = Vector256.LoadUnsafe(ref negativeScores, i);
                Vector256<float> negative1 = Vector256.LoadUnsafe(ref negativeScores, i + 8);
                Vector256<float> negative2 = Vector256.LoadUnsafe(ref negativeScores, i + 16);
                Vector256<float> negative3 = Vector256.LoadUnsafe(ref negativeScores, i + 24);
                negativeMax0 = Vector256.MaxNative(negativeMax0, Vector256.MaxNative(Vector256.MaxNative(negative0, negative1), Vector256.MaxNative(negative2, negative3)));
            }

            // The block behind them needs a mask.
            nuint masked = nuint.Min(i + 32, negativeLength);
            for (; i < masked; i += 32)
            {
                LoadScoresOfNegatives(ref negativeScores, i, negativeLength, out Vector256<float> negative0, out Vector256<float> negative1, out Vector256<float> negative2, out Vector256<float> negative3);
                negativeMax0 = Vector256.MaxNative(negativeMax0, Vector256.MaxNative(Vector256.MaxNative(negative0, negative1), Vector256.MaxNative(negative2, negative3)));
            }
        }

        float negativeMax = Lanes256.Largest(negativeMax0);

        // Pass 2: minus the smallest of the positives.
        Vector256<float> positiveMax0 = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < positiveLength;)
        {
            // Whole blocks need no mask.
            nuint unmasked = BlocksOfRow.EndOfWhole(i, positiveLength, 32);
            for (; i < unmasked; i += 32)
            {
                Vector256<float> positive0 = Vector256.LoadUnsafe(ref positiveScores, i);
                Vector256<float> positive1 = Vector256.LoadUnsafe(ref positiveScores, i + 8);
                Vector256<float> positive2 = Vector256.LoadUnsafe(ref positiveScores, i + 16);
                Vector256<float> positive3 = Vector256.LoadUnsafe(ref positiveScores, i + 24);
                positiveMax0 = Vector256.MaxNative(positiveMax0, Vector256.MaxNative(Vector256.MaxNative(-positive0, -positive1), Vector256.MaxNative(-positive2, -positive3)));
            }

            // The block behind them needs a mask.
            nuint masked = nuint.Min(i + 32, positiveLength);
            for (; i < masked; i += 32)
            {
                LoadScoresOfPositives(ref positiveScores, i, positiveLength, out Vector256<float> positive0, out Vector256<float> positive1, out Vector256<float> positive2, out Vector256<float> positive3);
                positiveMax0 = Vector256.MaxNative(positiveMax0, Vector256.MaxNative(Vector256.MaxNative(-positive0, -positive1), Vector256.MaxNative(-positive2, -positive3)));
            }
        }

        float positiveMax = Lanes256.Largest(positiveMax0);

        // With every positive masked, or one infinite, the differences from it must not be NaN.
        float positiveReference = float.Min(float.Max(positiveMax, float.MinValue), float.MaxValue);

        // With every negative masked the differences from it must not be NaN.
        float negativeReference = float.Max(negativeMax, float.MinValue);

        // The largest u less the logarithm of their number: by how much the best of the others beats the worst positive.
        float violation = 80f * (negativeMax + positiveMax + 0.25f) - logCounts;

        // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
        float root = SingleLane.Exp(-0.5f * float.Abs(violation));

        // Pass 3: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
        Vector256<float> negativeReferenceLanes = Vector256.Create(negativeReference);
        var negativeSumOfStretches = new CompensatedSum();
        for (nuint start = 0; start < negativeLength; start += 4096)
        {
            // A lane that adds up too many terms loses bits: every stretch has sums of its own.
            Vector256<float> negativeSum0 = Vector256.Create(0f);
            nuint end = nuint.Min(start + 4096, negativeLength);
            for (nuint i = start; i < end;)
            {
                // Whole blocks need no mask.
                nuint unmasked = BlocksOfRow.EndOfWhole(i, end, 32);
                for (; i < unmasked; i += 32)
                {
                    Vector256<float> negative0 = Vector256.LoadUnsafe(ref negativeScores, i);
                    Vector256<float> negative1 = Vector256.LoadUnsafe(ref negativeScores, i + 8);
                    Vector256<float> negative2 = Vector256.LoadUnsafe(ref negativeScores, i + 16);
                    Vector256<float> negative3 = Vector256.LoadUnsafe(ref negativeScores, i + 24);
                    Vector256<float> negativeE0 = Vector256.Create(80f) * (negative0 - negativeReferenceLanes);
                    Vector256<float> negativeE1 = Vector256.Create(80f) * (negative1 - negativeReferenceLanes);
                    Vector256<float> negativeE2 = Vector256.Create(80f) * (negative2 - negativeReferenceLanes);
                    Vector256<float> negativeE3 = Vector256.Create(80f) * (negative3 - negativeReferenceLanes);
                    ExpOfDifference(ref negativeE0, ref negativeE1, ref negativeE2, ref negativeE3);
                    negativeSum0 += (negativeE0 + negativeE1) + (negativeE2 + negativeE3);
                    negativeE0.StoreUnsafe(ref negativeDerivatives, i);
                    negativeE1.StoreUnsafe(ref negativeDerivatives, i + 8);
                    negativeE2.StoreUnsafe(ref negativeDerivatives, i + 16);
                    negativeE3.StoreUnsafe(ref negativeDerivatives, i + 24);
                }

                // The block behind them needs a mask.
                nuint masked = nuint.Min(i + 32, end);
                for (; i < masked; i += 32)
                {
                    LoadScoresOfNegatives(ref negativeScores, i, negativeLength, out Vector256<float> negative0, out Vector256<float> negative1, out Vector256<float> negative2, out Vector256<float> negative3);
                    Vector256<float> negativeE0 = Vector256.Create(80f) * (negative0 - negativeReferenceLanes);
                    Vector256<float> negativeE1 = Vector256.Create(80f) * (negative1 - negativeReferenceLanes);
                    Vector256<float> negativeE2 = Vector256.Create(80f) * (negative2 - negativeReferenceLanes);
                    Vector256<float> negativeE3 = Vector256.Create(80f) * (negative3 - negativeReferenceLanes);
                    ExpOfDifference(ref negativeE0, ref negativeE1, ref negativeE2, ref negativeE3);
                    negativeSum0 += (negativeE0 + negativeE1) + (negativeE2 + negativeE3);
                    StoreOfNegatives(ref negativeDerivatives, i, negativeLength, negativeE0, negativeE1, negativeE2, negativeE3);
                }
            }

            negativeSumOfStretches.Add(Lanes256.Sum(negativeSum0));
        }

        float negativeSum = (float)negativeSumOfStretches.Total;

        // Pass 4: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
        Vector256<float> positiveReferenceLanes = Vector256.Create(positiveReference);
        var positiveSumOfStretches = new CompensatedSum();
        for (nuint start = 0; start < positiveLength; start += 4096)
        {
            // A lane that adds up too many terms loses bits: every stretch has sums of its own.
            Vector256<float> positiveSum0 = Vector256.Create(0f);
            nuint end = nuint.Min(start + 4096, positiveLength);
            for (nuint i = start; i < end;)
            {
                // Whole blocks need no mask.
                nuint unmasked = BlocksOfRow.EndOfWhole(i, end, 32);
                for (; i < unmasked; i += 32)
                {
                    Vector256<float> positive0 = Vector256.LoadUnsafe(ref positiveScores, i);
                    Vector256<float> positive1 = Vector256.LoadUnsafe(ref positiveScores, i + 8);
                    Vector256<float> positive2 = Vector256.LoadUnsafe(ref positiveScores, i + 16);
                    Vector256<float> positive3 = Vector256.LoadUnsafe(ref positiveScores, i + 24);
                    Vector256<float> positiveE0 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive0) - positiveReferenceLanes);
                    Vector256<float> positiveE1 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive1) - positiveReferenceLanes);
                    Vector256<float> positiveE2 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive2) - positiveReferenceLanes);
                    Vector256<float> positiveE3 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive3) - positiveReferenceLanes);
                    ExpOfDifference(ref positiveE0, ref positiveE1, ref positiveE2, ref positiveE3);
                    positiveSum0 += (positiveE0 + positiveE1) + (positiveE2 + positiveE3);
                    positiveE0.StoreUnsafe(ref positiveDerivatives, i);
                    positiveE1.StoreUnsafe(ref positiveDerivatives, i + 8);
                    positiveE2.StoreUnsafe(ref positiveDerivatives, i + 16);
                    positiveE3.StoreUnsafe(ref positiveDerivatives, i + 24);
                }

                // The block behind them needs a mask.
                nuint masked = nuint.Min(i + 32, end);
                for (; i < masked; i += 32)
                {
                    LoadScoresOfPositives(ref positiveScores, i, positiveLength, out Vector256<float> positive0, out Vector256<float> positive1, out Vector256<float> positive2, out Vector256<float> positive3);
                    Vector256<float> positiveE0 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive0) - positiveReferenceLanes);
                    Vector256<float> positiveE1 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive1) - positiveReferenceLanes);
                    Vector256<float> positiveE2 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive2) - positiveReferenceLanes);
                    Vector256<float> positiveE3 = Vector256.Create(80f) * (Vector256.MinNative(Vector256.Create(float.MaxValue), -positive3) - positiveReferenceLanes);
                    ExpOfDifference(ref positiveE0, ref positiveE1, ref positiveE2, ref positiveE3);
                    positiveSum0 += (positiveE0 + positiveE1) + (positiveE2 + positiveE3);
                    StoreOfPositives(ref positiveDerivatives, i, positiveLength, positiveE0, positiveE1, positiveE2, positiveE3);
                }
            }

            positiveSumOfStretches.Add(Lanes256.Sum(positiveSum0));
        }

        float positiveSum = (float)positiveSumOfStretches.Total;

        // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
        float sumRoot = violation <= 0f ? root : 1f;

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        float others = sumRoot * (negativeSum * positiveSum) * sumRoot;

        // The 1 of 1 + Σ exp(u), relative to the same.
        float unit = violation <= 0f ? 1f : root * root;

        // 1 + Σ exp(u), relative to the same: at least 1.
        float partition = unit + others;

        // The derivative of the loss by a unit of the sum.
        float slope = (sumRoot / partition) * sumRoot;

        // What both sides' gradients have in common.
        float factor = slope * 80f;

        // What the gradient of every element is multiplied by.
        float negativeRowFactor = positiveSum * factor;

        // What the gradient of every element is multiplied by.
        float positiveRowFactor = negativeSum * factor;

        // Pass 5: the gradient, negativeE·negativeRowFactor.
        Vector256<float> negativeRowFactorLanes = Vector256.Create(negativeRowFactor);
        for (nuint i = 0; i < negativeLength;)
        {
            // Whole blocks need no mask.
            nuint unmasked = BlocksOfRow.EndOfWhole(i, negativeLength, 32);
            for (; i < unmasked; i += 32)
            {
                Vector256<float> negativeE0 = Vector256.LoadUnsafe(ref negativeDerivatives, i);
                Vector256<float> negativeE1 = Vector256.LoadUnsafe(ref negativeDerivatives, i + 8);
                Vector256<float> negativeE2 = Vector256.LoadUnsafe(ref negativeDerivatives, i + 16);
                Vector256<float> negativeE3 = Vector256.LoadUnsafe(ref negativeDerivatives, i + 24);
                Vector256<float> g0 = negativeE0 * negativeRowFactorLanes;
                Vector256<float> g1 = negativeE1 * negativeRowFactorLanes;
                Vector256<float> g2 = negativeE2 * negativeRowFactorLanes;
                Vector256<float> g3 = negativeE3 * negativeRowFactorLanes;
                g0.StoreUnsafe(ref negativeDerivatives, i);
                g1.StoreUnsafe(ref negativeDerivatives, i + 8);
                g2.StoreUnsafe(ref negativeDerivatives, i + 16);
                g3.StoreUnsafe(ref negativeDerivatives, i + 24);
            }

            // The block behind them needs a mask.
            nuint masked = nuint.Min(i + 32, negativeLength);
            for (; i < masked; i += 32)
            {
                LoadOfNegatives(ref negativeDerivatives, i, negativeLength, out Vector256<float> negativeE0, out Vector256<float> negativeE1, out Vector256<float> negativeE2, out Vector256<float> negativeE3);
                Vector256<float> g0 = negativeE0 * negativeRowFactorLanes;
                Vector256<float> g1 = negativeE1 * negativeRowFactorLanes;
                Vector256<float> g2 = negativeE2 * negativeRowFactorLanes;
                Vector256<float> g3 = negativeE3 * negativeRowFactorLanes;
                StoreOfNegatives(ref negativeDerivatives, i, negativeLength, g0, g1, g2, g3);
            }
        }

        // Pass 6: the gradient, −positiveE·positiveRowFactor.
        Vector256<float> positiveRowFactorLanes = Vector256.Create(positiveRowFactor);
        for (nuint i = 0; i < positiveLength;)
        {
            // Whole blocks need no mask.
            nuint unmasked = BlocksOfRow.EndOfWhole(i, positiveLength, 32);
            for (; i < unmasked; i += 32)
            {
                Vector256<float> positiveE0 = Vector256.LoadUnsafe(ref positiveDerivatives, i);
                Vector256<float> positiveE1 = Vector256.LoadUnsafe(ref positiveDerivatives, i + 8);
                Vector256<float> positiveE2 = Vector256.LoadUnsafe(ref positiveDerivatives, i + 16);
                Vector256<float> positiveE3 = Vector256.LoadUnsafe(ref positiveDerivatives, i + 24);
                Vector256<float> g0 = -(positiveE0 * positiveRowFactorLanes);
                Vector256<float> g1 = -(positiveE1 * positiveRowFactorLanes);
                Vector256<float> g2 = -(positiveE2 * positiveRowFactorLanes);
                Vector256<float> g3 = -(positiveE3 * positiveRowFactorLanes);
                g0.StoreUnsafe(ref positiveDerivatives, i);
                g1.StoreUnsafe(ref positiveDerivatives, i + 8);
                g2.StoreUnsafe(ref positiveDerivatives, i + 16);
                g3.StoreUnsafe(ref positiveDerivatives, i + 24);
            }

            // The block behind them needs a mask.
            nuint masked = nuint.Min(i + 32, positiveLength);
            for (; i < masked; i += 32)
            {
                LoadOfPositives(ref positiveDerivatives, i, positiveLength, out Vector256<float> positiveE0, out Vector256<float> positiveE1, out Vector256<float> positiveE2, out Vector256<float> positiveE3);
                Vector256<float> g0 = -(positiveE0 * positiveRowFactorLanes);
                Vector256<float> g1 = -(positiveE1 * positiveRowFactorLanes);
                Vector256<float> g2 = -(positiveE2 * positiveRowFactorLanes);
                Vector256<float> g3 = -(positiveE3 * positiveRowFactorLanes);
                StoreOfPositives(ref positiveDerivatives, i, positiveLength, g0, g1, g2, g3);
            }
        }

        // The loss of the row.
        float loss = float.MaxNative(0f, violation) + SingleLane.LogOfSum(unit, others);

        total.Add(loss);
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ beyond the row, as if masked.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadScoresOfNegatives(ref float memory, nuint i, nuint negativeLength, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    if (i + 32 > negativeLength)
    {
        nint left = (nint)negativeLength - (nint)i;
        z0 = Lanes256.LoadFirst(ref memory, i, left, float.NegativeInfinity);
        z1 = Lanes256.LoadFirst(ref memory, i + 8, left - 8, float.NegativeInfinity);
        z2 = Lanes256.LoadFirst(ref memory, i + 16, left - 16, float.NegativeInfinity);
        z3 = Lanes256.LoadFirst(ref memory, i + 24, left - 24, float.NegativeInfinity);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref memory, i);
        z1 = Vector256.LoadUnsafe(ref memory, i + 8);
        z2 = Vector256.LoadUnsafe(ref memory, i + 16);
        z3 = Vector256.LoadUnsafe(ref memory, i + 24);
    }
}

/// <summary>Loads a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadOfNegatives(ref float memory, nuint i, nuint negativeLength, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    if (i + 32 > negativeLength)
    {
        nint left = (nint)negativeLength - (nint)i;
        z0 = Lanes256.LoadFirst(ref memory, i, left, 0f);
        z1 = Lanes256.LoadFirst(ref memory, i + 8, left - 8, 0f);
        z2 = Lanes256.LoadFirst(ref memory, i + 16, left - 16, 0f);
        z3 = Lanes256.LoadFirst(ref memory, i + 24, left - 24, 0f);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref memory, i);
        z1 = Vector256.LoadUnsafe(ref memory, i + 8);
        z2 = Vector256.LoadUnsafe(ref memory, i + 16);
        z3 = Vector256.LoadUnsafe(ref memory, i + 24);
    }
}

/// <summary>Stores a block, as far as the row goes.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void StoreOfNegatives(ref float memory, nuint i, nuint negativeLength, Vector256<float> z0, Vector256<float> z1, Vector256<float> z2, Vector256<float> z3)
{
    if (i + 32 > negativeLength)
    {
        nint left = (nint)negativeLength - (nint)i;
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

/// <summary>Loads a block of scores, with +∞ beyond the row, as if masked.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadScoresOfPositives(ref float memory, nuint i, nuint positiveLength, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    if (i + 32 > positiveLength)
    {
        nint left = (nint)positiveLength - (nint)i;
        z0 = Lanes256.LoadFirst(ref memory, i, left, float.PositiveInfinity);
        z1 = Lanes256.LoadFirst(ref memory, i + 8, left - 8, float.PositiveInfinity);
        z2 = Lanes256.LoadFirst(ref memory, i + 16, left - 16, float.PositiveInfinity);
        z3 = Lanes256.LoadFirst(ref memory, i + 24, left - 24, float.PositiveInfinity);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref memory, i);
        z1 = Vector256.LoadUnsafe(ref memory, i + 8);
        z2 = Vector256.LoadUnsafe(ref memory, i + 16);
        z3 = Vector256.LoadUnsafe(ref memory, i + 24);
    }
}

/// <summary>Loads a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadOfPositives(ref float memory, nuint i, nuint positiveLength, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    if (i + 32 > positiveLength)
    {
        nint left = (nint)positiveLength - (nint)i;
        z0 = Lanes256.LoadFirst(ref memory, i, left, 0f);
        z1 = Lanes256.LoadFirst(ref memory, i + 8, left - 8, 0f);
        z2 = Lanes256.LoadFirst(ref memory, i + 16, left - 16, 0f);
        z3 = Lanes256.LoadFirst(ref memory, i + 24, left - 24, 0f);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref memory, i);
        z1 = Vector256.LoadUnsafe(ref memory, i + 8);
        z2 = Vector256.LoadUnsafe(ref memory, i + 16);
        z3 = Vector256.LoadUnsafe(ref memory, i + 24);
    }
}

/// <summary>Stores a block, as far as the row goes.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void StoreOfPositives(ref float memory, nuint i, nuint positiveLength, Vector256<float> z0, Vector256<float> z1, Vector256<float> z2, Vector256<float> z3)
{
    if (i + 32 > positiveLength)
    {
        nint left = (nint)positiveLength - (nint)i;
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

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-88f), x0);
    x1 = Vector256.MaxNative(Vector256.Create(-88f), x1);
    x2 = Vector256.MaxNative(Vector256.Create(-88f), x2);
    x3 = Vector256.MaxNative(Vector256.Create(-88f), x3);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.442695f), Vector256.Create(12583039f));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.Create(1.442695f), Vector256.Create(12583039f));
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.Create(1.442695f), Vector256.Create(12583039f));
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.Create(1.442695f), Vector256.Create(12583039f));

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.Create(12583039f), Vector256.Create(-0.6931472f), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.Create(12583039f), Vector256.Create(-0.6931472f), x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(exponent2 - Vector256.Create(12583039f), Vector256.Create(-0.6931472f), x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(exponent3 - Vector256.Create(12583039f), Vector256.Create(-0.6931472f), x3);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> p0 = Vector256.Create(0.0013820998f);
    Vector256<float> p1 = Vector256.Create(0.0013820998f);
    Vector256<float> p2 = Vector256.Create(0.0013820998f);
    Vector256<float> p3 = Vector256.Create(0.0013820998f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.008368673f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.008368673f));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.008368673f));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.008368673f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041668262f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.041668262f));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.041668262f));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.041668262f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666521f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.16666521f));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.16666521f));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.16666521f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.49999994f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.49999994f));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.49999994f));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.49999994f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1f));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(1f));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(1f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1f));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(1f));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(1f));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
}
