/// <summary>256 bits: loop over blocks of 2 vectors; up to 8 rows a block. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float similarities, ref int labels, ref float gradient, nuint rows, nuint columns, float upstream)
{
    var total = new CompensatedLanes256<float>();

    // What every gradient of the batch is multiplied by.
    float scale = 80f * upstream;
    Vector256<float> scaleLanes = Vector256.Create(scale);

    nuint block = nuint.Clamp(4096 / columns, 1, 8);

    for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += block)
    {
        nuint endOfBlock = nuint.Min(firstOfBlock + block, rows);

        Vector256<float> positiveFurthestOfRows = Vector256<float>.Zero;
        Vector256<float> negativeFurthestOfRows = Vector256<float>.Zero;
        Vector256<float> isKeptOfRows = Vector256<float>.Zero;
        for (nuint row = firstOfBlock; row < endOfBlock; row++)
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

            // Pass 1: 1 minus the smallest of the positives; the largest of the negatives.
            Vector256<float> positiveFurthest0 = Vector256.Create(float.NegativeInfinity);
            Vector256<float> negativeFurthest0 = Vector256.Create(float.NegativeInfinity);
            for (nuint i = 0; i < columns; i += 16)
            {
                Lanes256.TellApart(ref columnLabels, i, (nint)columns - (nint)i, label, self - (nint)i, out Vector256<float> isPositive0, out Vector256<float> isNegative0);
                Lanes256.TellApart(ref columnLabels, i + 8, (nint)columns - (nint)i - 8, label, self - (nint)i - 8, out Vector256<float> isPositive1, out Vector256<float> isNegative1);
                Vector256<float> score0 = Lanes256.LoadFirst(ref scores, i, (nint)columns - (nint)i, 0f);
                Vector256<float> score1 = Lanes256.LoadFirst(ref scores, i + 8, (nint)columns - (nint)i - 8, 0f);
                Vector256<float> negative0 = Vector256.ConditionalSelect(isNegative0, score0, Vector256.Create(float.NegativeInfinity));
                Vector256<float> negative1 = Vector256.ConditionalSelect(isNegative1, score1, Vector256.Create(float.NegativeInfinity));
                Vector256<float> positive0 = Vector256.ConditionalSelect(isPositive0, score0, Vector256.Create(float.PositiveInfinity));
                Vector256<float> positive1 = Vector256.ConditionalSelect(isPositive1, score1, Vector256.Create(float.PositiveInfinity));
                positiveFurthest0 = Vector256.MaxNative(positiveFurthest0, Vector256.MaxNative(Vector256.Create(1f) - positive0, Vector256.Create(1f) - positive1));
                negativeFurthest0 = Vector256.MaxNative(negativeFurthest0, Vector256.MaxNative(negative0, negative1));
            }

            float positiveFurthest = Lanes256.Largest(positiveFurthest0);
            float negativeFurthest = Lanes256.Largest(negativeFurthest0);

            Lanes256.At(ref positiveFurthestOfRows, row - firstOfBlock) = positiveFurthest;
            Lanes256.At(ref negativeFurthestOfRows, row - firstOfBlock) = negativeFurthest;
            Lanes256.At(ref isKeptOfRows, row - firstOfBlock) = 1f;
        }

        // What no term exceeds: the largest of them, or 0 if all are below.
        Vector256<float> positiveBoundOfRows = Vector256.MaxNative(Vector256.Create(0f), positiveFurthestOfRows + Vector256.Create(0.25f)) * Vector256.MaxNative(Vector256.Create(0f), positiveFurthestOfRows - Vector256.Create(0.25f));

        // With every positive masked, or one infinite, the differences from it must not be NaN.
        Vector256<float> positiveReferenceOfRows = Vector256.Min(Vector256.Max(positiveBoundOfRows, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        // What no term exceeds: the largest of them, or 0 if all are below.
        Vector256<float> negativeBoundOfRows = Vector256.MaxNative(Vector256.Create(0f), negativeFurthestOfRows + Vector256.Create(0.25f)) * Vector256.MaxNative(Vector256.Create(0f), negativeFurthestOfRows - Vector256.Create(0.25f));

        // With every negative masked, or one infinite, the differences from it must not be NaN.
        Vector256<float> negativeReferenceOfRows = Vector256.Min(Vector256.Max(negativeBoundOfRows, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        Vector256<float> positiveSumOfRows = Vector256<float>.Zero;
        Vector256<float> negativeSumOfRows = Vector256<float>.Zero;
        for (nuint row = firstOfBlock; row < endOfBlock; row++)
        {
            if (Lanes256.At(ref isKeptOfRows, row - firstOfBlock) == 0f)
            {
                continue;
            }

            ref float scores = ref Unsafe.Add(ref similarities, row * columns);
            ref float derivatives = ref Unsafe.Add(ref gradient, row * columns);
            int label = Unsafe.Add(ref labels, row);
            ref int columnLabels = ref labels;
            nint self = (nint)row;
            float positiveReference = Lanes256.At(ref positiveReferenceOfRows, row - firstOfBlock);
            float negativeReference = Lanes256.At(ref negativeReferenceOfRows, row - firstOfBlock);

            // Pass 2: α: how far each score is from its optimum; the term of each score, before γ; one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: less than 1 where all terms are below the bound.
            Vector256<float> positiveReferenceLanes = Vector256.Create(positiveReference);
            Vector256<float> negativeReferenceLanes = Vector256.Create(negativeReference);
            var positiveSumOfStretches = new CompensatedSum();
            var negativeSumOfStretches = new CompensatedSum();
            for (nuint start = 0; start < columns; start += 2048)
            {
                // A lane that adds up too many terms loses bits: every stretch has sums of its own.
                Vector256<float> positiveSum0 = Vector256.Create(0f);
                Vector256<float> negativeSum0 = Vector256.Create(0f);
                nuint end = nuint.Min(start + 2048, columns);
                for (nuint i = start; i < end; i += 16)
                {
                    // Scores that are read with the next rows are on their way from memory meanwhile.
                    Lanes256.FetchAhead(ref scores, i + block * columns);
                    Lanes256.TellApart(ref columnLabels, i, (nint)columns - (nint)i, label, self - (nint)i, out Vector256<float> isPositive0, out Vector256<float> isNegative0);
                    Lanes256.TellApart(ref columnLabels, i + 8, (nint)columns - (nint)i - 8, label, self - (nint)i - 8, out Vector256<float> isPositive1, out Vector256<float> isNegative1);
                    Vector256<float> score0 = Lanes256.LoadFirst(ref scores, i, (nint)columns - (nint)i, 0f);
                    Vector256<float> score1 = Lanes256.LoadFirst(ref scores, i + 8, (nint)columns - (nint)i - 8, 0f);
                    Vector256<float> negative0 = Vector256.ConditionalSelect(isNegative0, score0, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> negative1 = Vector256.ConditionalSelect(isNegative1, score1, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> positive0 = Vector256.ConditionalSelect(isPositive0, score0, Vector256.Create(float.PositiveInfinity));
                    Vector256<float> positive1 = Vector256.ConditionalSelect(isPositive1, score1, Vector256.Create(float.PositiveInfinity));
                    Vector256<float> positiveAlpha0 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive0 + Vector256.Create(0.25f));
                    Vector256<float> positiveAlpha1 = Vector256.MaxNative(Vector256.Create(0f), Vector256.Create(1f) - positive1 + Vector256.Create(0.25f));
                    Vector256<float> positiveTerm0 = positiveAlpha0 * (Vector256.Create(1f) - positive0 - Vector256.Create(0.25f));
                    Vector256<float> positiveTerm1 = positiveAlpha1 * (Vector256.Create(1f) - positive1 - Vector256.Create(0.25f));
                    Vector256<float> positiveE0 = Vector256.ConditionalSelect(isPositive0, Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm0) - positiveReferenceLanes, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> positiveE1 = Vector256.ConditionalSelect(isPositive1, Vector256.MinNative(Vector256.Create(float.MaxValue), positiveTerm1) - positiveReferenceLanes, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> negativeAlpha0 = Vector256.MaxNative(Vector256.Create(0f), negative0 + Vector256.Create(0.25f));
                    Vector256<float> negativeAlpha1 = Vector256.MaxNative(Vector256.Create(0f), negative1 + Vector256.Create(0.25f));
                    Vector256<float> negativeTerm0 = negativeAlpha0 * (negative0 - Vector256.Create(0.25f));
                    Vector256<float> negativeTerm1 = negativeAlpha1 * (negative1 - Vector256.Create(0.25f));
                    Vector256<float> negativeE0 = Vector256.ConditionalSelect(isNegative0, Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm0) - negativeReferenceLanes, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> negativeE1 = Vector256.ConditionalSelect(isNegative1, Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm1) - negativeReferenceLanes, Vector256.Create(float.NegativeInfinity));
                    Vector256<float> e0 = Vector256.ConditionalSelect(isPositive0, positiveE0, negativeE0);
                    Vector256<float> e1 = Vector256.ConditionalSelect(isPositive1, positiveE1, negativeE1);
                    ExpGammaOfDifference(ref e0, ref e1);
                    positiveE0 = Vector256.ConditionalSelect(isPositive0, e0, Vector256.Create(0f));
                    positiveE1 = Vector256.ConditionalSelect(isPositive1, e1, Vector256.Create(0f));
                    negativeE0 = Vector256.ConditionalSelect(isNegative0, e0, Vector256.Create(0f));
                    negativeE1 = Vector256.ConditionalSelect(isNegative1, e1, Vector256.Create(0f));
                    Vector256<float> negativeWeighted0 = negativeE0 * negativeAlpha0;
                    Vector256<float> negativeWeighted1 = negativeE1 * negativeAlpha1;
                    Vector256<float> positiveWeighted0 = positiveE0 * positiveAlpha0;
                    Vector256<float> positiveWeighted1 = positiveE1 * positiveAlpha1;
                    positiveSum0 += positiveE0 + positiveE1;
                    negativeSum0 += negativeE0 + negativeE1;
                    Vector256<float> kept0 = Vector256.ConditionalSelect(isNegative0, negativeWeighted0, positiveWeighted0);
                    Vector256<float> kept1 = Vector256.ConditionalSelect(isNegative1, negativeWeighted1, positiveWeighted1);
                    Store(ref derivatives, i, columns, kept0, kept1);
                }

                positiveSumOfStretches.Add(Lanes256.Sum(positiveSum0));
                negativeSumOfStretches.Add(Lanes256.Sum(negativeSum0));
            }

            float positiveSum = (float)positiveSumOfStretches.Total;
            float negativeSum = (float)negativeSumOfStretches.Total;

            Lanes256.At(ref positiveSumOfRows, row - firstOfBlock) = positiveSum;
            Lanes256.At(ref negativeSumOfRows, row - firstOfBlock) = negativeSum;
        }

        // A bound on u: by how much the best of the others beats the worst positive, or more than that.
        Vector256<float> violationOfRows = Vector256.Create(80f) * (negativeBoundOfRows + positiveBoundOfRows);

        // The 1 of 1 + Σ exp(u), relative to the exp of the bound.
        Vector256<float> unitOfRows = -(negativeBoundOfRows + positiveBoundOfRows);
        ExpGammaOfDifference(ref unitOfRows);

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        Vector256<float> othersOfRows = negativeSumOfRows * positiveSumOfRows;

        // Above 0 where Σ exp(u) is more than 1.
        Vector256<float> beyondUnitOfRows = othersOfRows - unitOfRows;

        // The loss of the row.
        Vector256<float> lossOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(beyondUnitOfRows, Vector256.Create(0f)), Vector256.Create(0f), violationOfRows) + Lanes256.LogOfSum(Vector256.ConditionalSelect(Vector256.LessThanOrEqual(beyondUnitOfRows, Vector256.Create(0f)), Vector256.Create(1f), unitOfRows), Vector256.ConditionalSelect(Vector256.LessThanOrEqual(beyondUnitOfRows, Vector256.Create(0f)), othersOfRows / unitOfRows, othersOfRows));

        // 1 + Σ exp(u), relative to the same.
        Vector256<float> partitionOfRows = unitOfRows + othersOfRows;

        // The derivative of the loss by a unit of the sum.
        Vector256<float> slopeOfRows = Vector256.Create(1f) / partitionOfRows;

        // What both sides' gradients have in common.
        Vector256<float> factorOfRows = slopeOfRows * scaleLanes;

        // What the gradient of every element is multiplied by.
        Vector256<float> negativeRowFactorOfRows = positiveSumOfRows * factorOfRows;

        // What the gradient of every element is multiplied by.
        Vector256<float> positiveRowFactorOfRows = negativeSumOfRows * factorOfRows;

        Vector256<float> counted = lossOfRows & Vector256.GreaterThan(isKeptOfRows, Vector256.Create(0f));
        total.Add(counted);

        for (nuint row = firstOfBlock; row < endOfBlock; row++)
        {
            if (Lanes256.At(ref isKeptOfRows, row - firstOfBlock) == 0f)
            {
                continue;
            }

            ref float derivatives = ref Unsafe.Add(ref gradient, row * columns);
            int label = Unsafe.Add(ref labels, row);
            ref int columnLabels = ref labels;
            nint self = (nint)row;
            float negativeRowFactor = Lanes256.At(ref negativeRowFactorOfRows, row - firstOfBlock);
            float positiveRowFactor = Lanes256.At(ref positiveRowFactorOfRows, row - firstOfBlock);

            // Pass 3: the gradient, negativeWeighted·negativeRowFactor; the gradient, −positiveWeighted·positiveRowFactor.
            Vector256<float> negativeRowFactorLanes = Vector256.Create(negativeRowFactor);
            Vector256<float> positiveRowFactorLanes = Vector256.Create(positiveRowFactor);
            for (nuint i = 0; i < columns; i += 16)
            {
                Lanes256.TellApart(ref columnLabels, i, (nint)columns - (nint)i, label, self - (nint)i, out Vector256<float> isPositive0, out Vector256<float> isNegative0);
                Lanes256.TellApart(ref columnLabels, i + 8, (nint)columns - (nint)i - 8, label, self - (nint)i - 8, out Vector256<float> isPositive1, out Vector256<float> isNegative1);
                Load(ref derivatives, i, columns, out Vector256<float> kept0, out Vector256<float> kept1);
                Vector256<float> negativeWeighted0 = Vector256.ConditionalSelect(isNegative0, kept0, Vector256.Create(0f));
                Vector256<float> negativeWeighted1 = Vector256.ConditionalSelect(isNegative1, kept1, Vector256.Create(0f));
                Vector256<float> positiveWeighted0 = Vector256.ConditionalSelect(isPositive0, kept0, Vector256.Create(0f));
                Vector256<float> positiveWeighted1 = Vector256.ConditionalSelect(isPositive1, kept1, Vector256.Create(0f));
                Vector256<float> g0 = Vector256.ConditionalSelect(isPositive0, -(positiveWeighted0 * positiveRowFactorLanes), Vector256.ConditionalSelect(isNegative0, negativeWeighted0 * negativeRowFactorLanes, Vector256.Create(0f)));
                Vector256<float> g1 = Vector256.ConditionalSelect(isPositive1, -(positiveWeighted1 * positiveRowFactorLanes), Vector256.ConditionalSelect(isNegative1, negativeWeighted1 * negativeRowFactorLanes, Vector256.Create(0f)));
                Store(ref derivatives, i, columns, g0, g1);
            }
        }
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

/// <summary>Replaces each x ≤ 0 by exp(80·x), at most 0.85 + 0.05·80·|x| ulp off; below 80·x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpGammaOfDifference(ref Vector256<float> x0, ref Vector256<float> x1)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-1.1f), x0);
    x1 = Vector256.MaxNative(Vector256.Create(-1.1f), x1);

    // Range reduction: n = round(80·x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(115.4156f), Vector256.Create(12583039f));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.Create(115.4156f), Vector256.Create(12583039f));

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.Create(12583039f), Vector256.Create(-0.00866434f), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.Create(12583039f), Vector256.Create(-0.00866434f), x1);

    // The polynomial for exp(80·r), of degree 6.
    Vector256<float> p0 = Vector256.Create(3.623092E+08f);
    Vector256<float> p1 = Vector256.Create(3.623092E+08f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(27422467f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(27422467f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1706732f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1706732f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(85332.588f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(85332.588f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(3199.9996f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(3199.9996f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(80f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(80f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1f));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
}

/// <summary>Replaces each x ≤ 0 by exp(80·x), at most 0.85 + 0.05·80·|x| ulp off; below 80·x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpGammaOfDifference(ref Vector256<float> x0)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-1.1f), x0);

    // Range reduction: n = round(80·x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(115.4156f), Vector256.Create(12583039f));

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.Create(12583039f), Vector256.Create(-0.00866434f), x0);

    // The polynomial for exp(80·r), of degree 6.
    Vector256<float> p0 = Vector256.Create(3.623092E+08f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(27422467f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1706732f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(85332.588f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(3199.9996f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(80f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
}
