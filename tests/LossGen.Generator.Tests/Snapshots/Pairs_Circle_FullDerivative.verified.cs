/// <summary>256 bits: negatives: unrolled passes, 2 vectors a row; positives: unrolled passes, 1 vector of 128 bits a row; 8 rows a block, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();

    // What every gradient of the batch is multiplied by.
    float scale = 80f * upstream;
    Vector256<float> scaleLanes = Vector256.Create(scale);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector256<float> negativeFurthestOfNextRows = Vector256<float>.Zero;
    Vector256<float> positiveFurthestOfNextRows = Vector256<float>.Zero;
    Vector256<float> negativeRowFactorOfPreviousRows = Vector256<float>.Zero;
    Vector256<float> positiveRowFactorOfPreviousRows = Vector256<float>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(8, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfNext + rowsOfPrevious + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector256<float> negativeFurthestOfRows = negativeFurthestOfNextRows;
        Vector256<float> positiveFurthestOfRows = positiveFurthestOfNextRows;

        // What no term exceeds: the largest of them, or 0 if all are below.
        Vector256<float> positiveBoundOfRows = Vector256.MaxNative(Vector256.Create(0f), positiveFurthestOfRows + Vector256.Create(0.25f)) * Vector256.MaxNative(Vector256.Create(0f), positiveFurthestOfRows - Vector256.Create(0.25f));

        // With every positive masked, or one infinite, the differences from it must not be NaN.
        Vector256<float> positiveReferenceOfRows = Vector256.Min(Vector256.Max(positiveBoundOfRows, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        // What no term exceeds: the largest of them, or 0 if all are below.
        Vector256<float> negativeBoundOfRows = Vector256.MaxNative(Vector256.Create(0f), negativeFurthestOfRows + Vector256.Create(0.25f)) * Vector256.MaxNative(Vector256.Create(0f), negativeFurthestOfRows - Vector256.Create(0.25f));

        // With every negative masked, or one infinite, the differences from it must not be NaN.
        Vector256<float> negativeReferenceOfRows = Vector256.Min(Vector256.Max(negativeBoundOfRows, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        Vector256<float> negativeSumOfRows = Vector256<float>.Zero;
        Vector256<float> positiveSumOfRows = Vector256<float>.Zero;
        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfNext, rowsOfPrevious), rowsOfBlock); lane++)
        {
            if (lane < rowsOfNext)
            {
                nuint nextRow = firstOfNext + lane;
                ref float nextPositiveScores = ref Unsafe.Add(ref positives, nextRow * 4);
                ref float nextNegativeScores = ref Unsafe.Add(ref negatives, nextRow * 13);

                // Pass 1: the largest of the negatives.
                Vector256<float> negative0 = Vector256.LoadUnsafe(ref nextNegativeScores, 0);
                Vector256<float> negative1 = Lanes256.LoadLast(ref nextNegativeScores, 5, 5, float.NegativeInfinity);
                Vector256<float> negativeFurthest0 = Vector256.MaxNative(negative0, negative1);
                float nextNegativeFurthest = Lanes256.Largest(negativeFurthest0);

                // Pass 2: 1 minus the smallest of the positives.
                Vector128<float> positive0 = Vector128.LoadUnsafe(ref nextPositiveScores, 0);
                Vector128<float> positiveFurthest0 = Vector128.Create(1f) - positive0;
                float nextPositiveFurthest = Lanes128.Largest(positiveFurthest0);
                Lanes256.At(ref negativeFurthestOfNextRows, lane) = nextNegativeFurthest;
                Lanes256.At(ref positiveFurthestOfNextRows, lane) = nextPositiveFurthest;
            }

            if (lane < rowsOfPrevious)
            {
                nuint previousRow = firstOfPrevious + lane;
                ref float previousPositiveDerivatives = ref Unsafe.Add(ref positiveGradient, previousRow * 4);
                ref float previousNegativeDerivatives = ref Unsafe.Add(ref negativeGradient, previousRow * 13);
                float previousNegativeRowFactor = Lanes256.At(ref negativeRowFactorOfPreviousRows, lane);
                float previousPositiveRowFactor = Lanes256.At(ref positiveRowFactorOfPreviousRows, lane);

                // Pass 5: the gradient, negativeWeighted·negativeRowFactor.
                Vector256<float> previousNegativeRowFactorLanes = Vector256.Create(previousNegativeRowFactor);
                Vector256<float> negativeWeighted0 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 0);
                Vector256<float> negativeWeighted1 = Lanes256.LoadLast(ref previousNegativeDerivatives, 5, 5, 0f);
                (negativeWeighted1 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 5);
                (negativeWeighted0 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 0);

                // Pass 6: the gradient, positiveWeighted·positiveRowFactor.
                Vector256<float> previousPositiveRowFactorLanes = Vector256.Create(previousPositiveRowFactor);
                Vector128<float> positiveWeighted0 = Vector128.LoadUnsafe(ref previousPositiveDerivatives, 0);
                (positiveWeighted0 * previousPositiveRowFactorLanes.GetLower()).StoreUnsafe(ref previousPositiveDerivatives, 0);
            }

            if (lane < rowsOfBlock)
            {
                nuint row = firstOfBlock + lane;
                ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
                ref float negativeScores = ref Unsafe.Add(ref negatives, row * 13);
                ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
                ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 13);
                float negativeReference = Lanes256.At(ref negativeReferenceOfRows, lane);
                float positiveReference = Lanes256.At(ref positiveReferenceOfRows, lane);

                // Pass 3: α: how far each score is from its optimum; the term of each score, before γ; one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: less than 1 where all terms are below the bound.
                Vector256<float> negativeReferenceLanes = Vector256.Create(negativeReference);
                Vector256<float> negative0 = Vector256.LoadUnsafe(ref negativeScores, 0);
                Vector256<float> negative1 = Lanes256.LoadLast(ref negativeScores, 5, 5, float.NegativeInfinity);
                Vector256<float> isNegative1 = Lanes256.Last<float>(5);
                Vector256<float> negativeAlpha0 = Vector256.MaxNative(Vector256.Create(0f), negative0 + Vector256.Create(0.25f));
                Vector256<float> negativeAlpha1 = Vector256.MaxNative(Vector256.Create(0f), negative1 + Vector256.Create(0.25f));
                Vector256<float> negativeTerm0 = negativeAlpha0 * (negative0 - Vector256.Create(0.25f));
                Vector256<float> negativeTerm1 = negativeAlpha1 * (negative1 - Vector256.Create(0.25f));
                Vector256<float> negativeE0 = Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm0) - negativeReferenceLanes;
                Vector256<float> negativeE1 = Vector256.ConditionalSelect(isNegative1, Vector256.MinNative(Vector256.Create(float.MaxValue), negativeTerm1) - negativeReferenceLanes, Vector256.Create(float.NegativeInfinity));

                // Pass 4: α: how far each score is from its optimum; the term of each score, before γ; one exp a score, of an argument that is never positive; each exp times the derivative of its term; their sum: less than 1 where all terms are below the bound.
                Vector256<float> positiveReferenceLanes = Vector256.Create(positiveReference);
                Vector128<float> positive0 = Vector128.LoadUnsafe(ref positiveScores, 0);
                Vector128<float> positiveAlpha0 = Vector128.MaxNative(Vector128.Create(0f), Vector128.Create(1f) - positive0 + Vector128.Create(0.25f));
                Vector128<float> positiveTerm0 = positiveAlpha0 * (Vector128.Create(1f) - positive0 - Vector128.Create(0.25f));
                Vector128<float> positiveE0 = Vector128.MinNative(Vector128.Create(float.MaxValue), positiveTerm0) - positiveReferenceLanes.GetLower();

                // The exps of both passes, and what they are for.
                ExpGammaOfDifference(ref negativeE0, ref negativeE1, ref positiveE0);
                Vector256<float> negativeWeighted0 = negativeE0 * (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(negative0 + Vector256.Create(0.25f), Vector256.Create(0f)), Vector256.Create(0f), negative0 - Vector256.Create(0.25f)) + negativeAlpha0);
                Vector256<float> negativeWeighted1 = negativeE1 * (Vector256.ConditionalSelect(Vector256.LessThanOrEqual(negative1 + Vector256.Create(0.25f), Vector256.Create(0f)), Vector256.Create(0f), negative1 - Vector256.Create(0.25f)) + negativeAlpha1);
                Vector256<float> negativeSum0 = negativeE0 + negativeE1;
                negativeWeighted1.StoreUnsafe(ref negativeDerivatives, 5);
                negativeWeighted0.StoreUnsafe(ref negativeDerivatives, 0);
                float negativeSum = Lanes256.Sum(negativeSum0);

                Vector128<float> positiveWeighted0 = positiveE0 * (-Vector128.ConditionalSelect(Vector128.LessThanOrEqual(Vector128.Create(1f) - positive0 + Vector128.Create(0.25f), Vector128.Create(0f)), Vector128.Create(0f), Vector128.Create(1f) - positive0 - Vector128.Create(0.25f)) - positiveAlpha0);
                Vector128<float> positiveSum0 = positiveE0;
                positiveWeighted0.StoreUnsafe(ref positiveDerivatives, 0);
                float positiveSum = Lanes128.Sum(positiveSum0);
                Lanes256.At(ref negativeSumOfRows, lane) = negativeSum;
                Lanes256.At(ref positiveSumOfRows, lane) = positiveSum;
            }
        }

        if (rowsOfBlock > 0)
        {
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

            Vector256<float> counted = lossOfRows & Lanes256.First<float>((nint)(endOfBlock - firstOfBlock));
            total.Add(counted);

            negativeRowFactorOfPreviousRows = negativeRowFactorOfRows;
            positiveRowFactorOfPreviousRows = positiveRowFactorOfRows;
        }

        firstOfNext += rowsOfNext;
        rowsOfPrevious = rowsOfBlock;
        rowsOfBlock = rowsOfNext;
        rowsOfNext = nuint.Min(8, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(80·x), at most 0.85 + 0.05·80·|x| ulp off; below 80·x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpGammaOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector128<float> x2)
{
    // The clamp is the first operand, so that a NaN in x survives.
    Vector256<float> lowest = Vector256.Create(-1.1f);
    x0 = Vector256.MaxNative(lowest, x0);
    x1 = Vector256.MaxNative(lowest, x1);
    x2 = Vector128.MaxNative(lowest.GetLower(), x2);

    // Range reduction: n = round(80·x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> inverseOfLn2 = Vector256.Create(115.4156f);
    Vector256<float> shift = Vector256.Create(12583039f);
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector128<float> exponent2 = Vector128.MultiplyAddEstimate(x2, inverseOfLn2.GetLower(), shift.GetLower());

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector256<float> minusLn2 = Vector256.Create(-0.00866434f);
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - shift, minusLn2, x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - shift, minusLn2, x1);
    Vector128<float> r2 = Vector128.MultiplyAddEstimate(exponent2 - shift.GetLower(), minusLn2.GetLower(), x2);

    // The polynomial for exp(80·r), of degree 6.
    Vector256<float> c6 = Vector256.Create(3.623092E+08f);
    Vector256<float> p0 = c6;
    Vector256<float> p1 = c6;
    Vector128<float> p2 = c6.GetLower();
    Vector256<float> c5 = Vector256.Create(27422467f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c5.GetLower());
    Vector256<float> c4 = Vector256.Create(1706732f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c4.GetLower());
    Vector256<float> c3 = Vector256.Create(85332.588f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c3.GetLower());
    Vector256<float> c2 = Vector256.Create(3199.9996f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c2.GetLower());
    Vector256<float> one = Vector256.Create(1f);
    Vector256<float> c1 = Vector256.Create(80f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c1);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c1);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c1.GetLower());
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, one.GetLower());

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector128.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
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
