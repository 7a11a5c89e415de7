/// <summary>256 bits: each positive against a loop over blocks of 2 vectors. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float similarities, ref int labels, ref float gradient, nuint rows, nuint columns, float upstream)
{
    var total = new CompensatedLane<float>();

    // The derivative of a score is a number of pairs times a factor. They are counted here, since the gradient may be written over the scores.
    nuint counters = columns;
    counters += columns;
    float[]? rented = null;
    Span<float> counts = counters <= 2048 ? stackalloc float[(int)counters] : (rented = ArrayPool<float>.Shared.Rent(checked((int)counters)));
    counts = counts[..(int)counters];
    ref float negativeCounts = ref MemoryMarshal.GetReference(counts);
    ref float positiveCounts = ref Unsafe.Add(ref negativeCounts, columns);
    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref similarities, row * columns);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * columns);
        int label = Unsafe.Add(ref labels, row);
        ref int columnLabels = ref labels;
        nint self = (nint)row;

        // A row without a positive or without a negative adds nothing.
        KernelRows.CountSides(ref columnLabels, columns, label, isSquare: true, out int positives, out int negatives);
        if (positives <= 0 || negatives <= 0)
        {
            MemoryMarshal.CreateSpan(ref derivatives, (int)columns).Clear();
            continue;
        }

        counts.Clear();
        var sumOfPositives = new CompensatedSum();
        for (nuint j = 0; j < columns; j++)
        {
            if (Unsafe.Add(ref columnLabels, j) != label || (nint)j == self)
            {
                continue;
            }

            float positive = Unsafe.Add(ref scores, j);

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
            for (nuint start = 0; start < columns; start += 2048)
            {
                // A lane that adds up too many terms loses bits: every stretch has sums of its own.
                Vector256<float> excesses0 = Vector256.Create(0f);
                Vector256<float> active0 = Vector256.Create(0f);
                nuint end = nuint.Min(start + 2048, columns);
                for (nuint i = start; i < end; i += 16)
                {
                    Lanes256.TellApart(ref columnLabels, i, (nint)columns - (nint)i, label, self - (nint)i, out Vector256<float> isPositive0, out Vector256<float> isNegative0);
                    Lanes256.TellApart(ref columnLabels, i + 8, (nint)columns - (nint)i - 8, label, self - (nint)i - 8, out Vector256<float> isPositive1, out Vector256<float> isNegative1);
                    Vector256<float> score0 = Lanes256.LoadFirst(ref scores, i, (nint)columns - (nint)i, 0f);
                    Vector256<float> score1 = Lanes256.LoadFirst(ref scores, i + 8, (nint)columns - (nint)i - 8, 0f);
                    Vector256<float> negative0 = Vector256.ConditionalSelect(isNegative0, score0, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> negative1 = Vector256.ConditionalSelect(isNegative1, score1, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> positive0 = Vector256.ConditionalSelect(isPositive0, score0, Vector256.Create(float.PositiveInfinity));
                    Vector256<float> positive1 = Vector256.ConditionalSelect(isPositive1, score1, Vector256.Create(float.PositiveInfinity));
                    Load(ref negativeCounts, i, columns, out Vector256<float> kept0, out Vector256<float> kept1);
                    Vector256<float> count0 = Vector256.ConditionalSelect(isNegative0, kept0, Vector256.Create(0f));
                    Vector256<float> count1 = Vector256.ConditionalSelect(isNegative1, kept1, Vector256.Create(0f));
                    Vector256<float> excess0 = negative0 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                    Vector256<float> excess1 = negative1 - finitePositiveLanes + Vector256.Create(0.25f) + liftLanes;
                    excesses0 += Vector256.MaxNative(Vector256.Create(0f), excess0) + Vector256.MaxNative(Vector256.Create(0f), excess1);
                    active0 += Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)) + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f));
                    Vector256<float> g0 = Vector256.ConditionalSelect(isNegative0, count0 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess0, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)), Vector256.Create(0f));
                    Vector256<float> g1 = Vector256.ConditionalSelect(isNegative1, count1 + Vector256.ConditionalSelect(Vector256.LessThanOrEqual(excess1, Vector256.Create(0f)), Vector256.Create(0f), Vector256.Create(1f)), Vector256.Create(0f));
                    Store(ref negativeCounts, i, columns, g0, g1);
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
        for (nuint k = 0; k < columns; k++)
        {
            Unsafe.Add(ref derivatives, k) = (nint)k == self ? 0f : Unsafe.Add(ref columnLabels, k) == label ? Unsafe.Add(ref positiveCounts, k) * -upstream : Unsafe.Add(ref negativeCounts, k) * upstream;
        }

        total.Add(sum);
    }

    if (rented is not null)
    {
        ArrayPool<float>.Shared.Return(rented);
    }

    return total.Total;
}

/// <summary>Loads a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Load(ref float memory, nuint i, nuint columns, out Vector256<float> z0, out Vector256<float> z1)
{
    if (i + 16 > columns)
    {
        nint left = (nint)columns - (nint)i;
        z0 = Lanes256.LoadFirst(ref memory, i, left, 0f);
        z1 = Lanes256.LoadFirst(ref memory, i + 8, left - 8, 0f);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref memory, i);
        z1 = Vector256.LoadUnsafe(ref memory, i + 8);
    }
}

/// <summary>Stores a block, as far as the row goes.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Store(ref float memory, nuint i, nuint columns, Vector256<float> z0, Vector256<float> z1)
{
    if (i + 16 > columns)
    {
        nint left = (nint)columns - (nint)i;
        Lanes256.StoreFirst(z0, ref memory, i, left);
        Lanes256.StoreFirst(z1, ref memory, i + 8, left - 8);
    }
    else
    {
        z0.StoreUnsafe(ref memory, i);
        z1.StoreUnsafe(ref memory, i + 8);
    }
}
