/// <summary>256 bits: each positive against a loop over blocks of 4 vectors. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, nuint positiveLength, nuint negativeLength)
{
    var total = new CompensatedLane<float>();

    // The derivative of a score is a number of pairs times a factor. They are counted here, since the gradient may be written over the scores.
    nuint counters = negativeLength;
    counters += positiveLength;
    float[]? rented = null;
    Span<float> counts = counters <= 2048 ? stackalloc float[(int)counters] : (rented = ArrayPool<float>.Shared.Rent(checked((int)counters)));
    counts = counts[..(int)counters];
    ref float negativeCounts = ref MemoryMarshal.GetReference(counts);
    ref float positiveCounts = ref Unsafe.Add(ref negativeCounts, negativeLength);
    for (nuint row = 0; row < rows; row++)
    {
        ref float positiveScores = ref Unsafe.Add(ref positives, row * positiveLength);
        ref float negativeScores = ref Unsafe.Add(ref negatives, row * negativeLength);
        ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * positiveLength);
        ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * negativeLength);

        counts.Clear();
        var sumOfPositives = new CompensatedSum();
        for (nuint j = 0; j < positiveLength; j++)
        {
            float positive = Unsafe.Add(ref positiveScores, j);

            // A positive at −∞ or NaN must not meet a masked score, as in −∞ − (−∞).
            float finitePositive = float.MaxNumber(positive, float.MinValue);

            // What the stand-in is short of: 0, or +∞.
            float missing = float.Min(finitePositive, float.MaxValue) - positive;

            // A positive at −∞ is beaten by every score.
            float lift = missing <= 0f ? 0f : float.MaxValue;

            // Pass 1: by how much a negative, with the margin, beats the positive; the sum of one positive's u that are above 0; how many u are positive; the gradient, count + (excess ≤ 0 ? 0 : 1).
            Vector256<float> finitePositiveLanes = Vector256.Create(finitePositive);
            Vector256<float> liftLanes = Vector256.Create(lift);
            var excessesOfStretches = new CompensatedSum();
            var activeOfStretches = new CompensatedSum();
            for (nuint start = 0; start < negativeLength; start += 4096)
            {
                // A lane that adds up too many terms loses bits: every stretch has sums of its own.
                Vector256<float> excesses0 = Vector256.Create(0f);
                Vector256<float> active0 = Vector256.Create(0f);
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
                        Vector256<float> count0 = Vector256.LoadUnsafe(ref negativeCounts, i);
                        Vector256<float> count1 = Vector256.LoadUnsafe(ref negativeCounts, i + 8);
                        Vector256<float> count2 = Vector256.LoadUnsafe(ref negativeCounts, i + 16);
                        Vector256<float> count3 = Vector256.LoadUnsafe(ref negativeCounts, i + 24);
                        Vector256<float> excess0 = negative0 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        Vector256<float> excess1 = negative1 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        Vector256<float> excess2 = negative2 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        Vector256<float> excess3 = negative3 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        excesses0 += (Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1)) + (Vector256.MaxNative(Vector256.Create(0f), excess2) + Vector256.MaxNative(Vector256.Create(0f), excess3));
                        active0 += (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)));
                        Vector256<float> g0 = count0 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        Vector256<float> g1 = count1 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        Vector256<float> g2 = count2 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        Vector256<float> g3 = count3 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        g0.StoreUnsafe(ref negativeCounts, i);
                        g1.StoreUnsafe(ref negativeCounts, i + 8);
                        g2.StoreUnsafe(ref negativeCounts, i + 16);
                        g3.StoreUnsafe(ref negativeCounts, i + 24);
                    }

                    // The block behind them needs a mask.
                    nuint masked = nuint.Min(i + 32, end);
                    for (; i < masked; i += 32)
                    {
                        LoadScoresOfNegatives(ref negativeScores, i, negativeLength, out Vector256<float> negative0, out Vector256<float> negative1, out Vector256<float> negative2, out Vector256<float> negative3);
                        LoadOfNegatives(ref negativeCounts, i, negativeLength, out Vector256<float> count0, out Vector256<float> count1, out Vector256<float> count2, out Vector256<float> count3);
                        Vector256<float> excess0 = negative0 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        Vector256<float> excess1 = negative1 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        Vector256<float> excess2 = negative2 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        Vector256<float> excess3 = negative3 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                        excesses0 += (Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1)) + (Vector256.MaxNative(Vector256.Create(0f), excess2) + Vector256.MaxNative(Vector256.Create(0f), excess3));
                        active0 += (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f))) + (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)));
                        Vector256<float> g0 = count0 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        Vector256<float> g1 = count1 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        Vector256<float> g2 = count2 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess2, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        Vector256<float> g3 = count3 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess3, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                        StoreOfNegatives(ref negativeCounts, i, negativeLength, g0, g1, g2, g3);
                    }
                }

                excessesOfStretches.Add(Lanes256.Sum(excesses0));
                activeOfStretches.Add(Lanes256.Sum(active0));
            }

            float excesses = (float)excessesOfStretches.Total;
            float active = (float)activeOfStretches.Total;
            sumOfPositives.Add(excesses + (missing <= 0f ? 0f : missing * active));
            Unsafe.Add(ref positiveCounts, j) = active;
        }

        float sum = (float)sumOfPositives.Total;

        // The gradient: the factor times how many pairs of a score are above 0, with the sign of its side.
        for (nuint k = 0; k < negativeLength; k++)
        {
            Unsafe.Add(ref negativeDerivatives, k) = Unsafe.Add(ref negativeCounts, k);
        }

        for (nuint k = 0; k < positiveLength; k++)
        {
            Unsafe.Add(ref positiveDerivatives, k) = -Unsafe.Add(ref positiveCounts, k);
        }

        total.Add(sum);
    }

    if (rented is not null)
    {
        ArrayPool<float>.Shared.Return(rented);
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
