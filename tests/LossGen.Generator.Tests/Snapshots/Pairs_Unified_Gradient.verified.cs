/// <summary>256 bits: negatives: unrolled passes, 8 vectors a row; positives: unrolled passes, 1 vector of 128 bits a row; 8 rows a block, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();

    // What every gradient of the batch is multiplied by.
    float scale = 80f * upstream;
    Vector256<float> scaleLanes = Vector256.Create(scale);

    ref float constants = ref Workspace.Aligned(stackalloc float[Workspace.LengthOf(88)]);

    // The constants of exps: in registers, they would leave room for too few exps at a time to hide their latency.
    Vector256.Create(-1.1f).StoreUnsafe(ref constants, 0);
    Vector256.Create(115.4156f).StoreUnsafe(ref constants, 8);
    Vector256.Create(12583039f).StoreUnsafe(ref constants, 16);
    Vector256.Create(-0.00866434f).StoreUnsafe(ref constants, 24);
    Vector256.Create(3.623092E+08f).StoreUnsafe(ref constants, 32);
    Vector256.Create(27422467f).StoreUnsafe(ref constants, 40);
    Vector256.Create(1706732f).StoreUnsafe(ref constants, 48);
    Vector256.Create(85332.588f).StoreUnsafe(ref constants, 56);
    Vector256.Create(3199.9996f).StoreUnsafe(ref constants, 64);
    Vector256.Create(80f).StoreUnsafe(ref constants, 72);
    Vector256.Create(1f).StoreUnsafe(ref constants, 80);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector256<float> negativeMaxOfNextRows = Vector256<float>.Zero;
    Vector256<float> positiveMaxOfNextRows = Vector256<float>.Zero;
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
        Vector256<float> negativeMaxOfRows = negativeMaxOfNextRows;
        Vector256<float> positiveMaxOfRows = positiveMaxOfNextRows;

        // With every positive masked, or one infinite, the differences from it must not be NaN.
        Vector256<float> positiveReferenceOfRows = Vector256.Min(Vector256.Max(positiveMaxOfRows, Vector256.Create(float.MinValue)), Vector256.Create(float.MaxValue));

        // With every negative masked the differences from it must not be NaN.
        Vector256<float> negativeReferenceOfRows = Vector256.Max(negativeMaxOfRows, Vector256.Create(float.MinValue));

        Vector256<float> negativeSumOfRows = Vector256<float>.Zero;
        Vector256<float> positiveSumOfRows = Vector256<float>.Zero;
        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfNext, rowsOfPrevious), rowsOfBlock); lane++)
        {
            if (lane < rowsOfNext)
            {
                nuint nextRow = firstOfNext + lane;
                ref float nextPositiveScores = ref Unsafe.Add(ref positives, nextRow * 4);
                ref float nextNegativeScores = ref Unsafe.Add(ref negatives, nextRow * 64);

                // Pass 1: the largest of the negatives.
                Vector256<float> negative0 = Vector256.LoadUnsafe(ref nextNegativeScores, 0);
                Vector256<float> negative1 = Vector256.LoadUnsafe(ref nextNegativeScores, 8);
                Vector256<float> negative2 = Vector256.LoadUnsafe(ref nextNegativeScores, 16);
                Vector256<float> negative3 = Vector256.LoadUnsafe(ref nextNegativeScores, 24);
                Vector256<float> negativeMax0 = Vector256.MaxNative(Vector256.MaxNative(negative0, negative1), Vector256.MaxNative(negative2, negative3));

                Vector256<float> negative4 = Vector256.LoadUnsafe(ref nextNegativeScores, 32);
                Vector256<float> negative5 = Vector256.LoadUnsafe(ref nextNegativeScores, 40);
                Vector256<float> negative6 = Vector256.LoadUnsafe(ref nextNegativeScores, 48);
                Vector256<float> negative7 = Vector256.LoadUnsafe(ref nextNegativeScores, 56);
                Vector256<float> negativeMax1 = Vector256.MaxNative(Vector256.MaxNative(negative4, negative5), Vector256.MaxNative(negative6, negative7));

                float nextNegativeMax = Lanes256.Largest(Vector256.MaxNative(negativeMax0, negativeMax1));

                // Pass 2: minus the smallest of the positives.
                Vector128<float> positive0 = Vector128.LoadUnsafe(ref nextPositiveScores, 0);
                Vector128<float> positiveMax0 = -positive0;
                float nextPositiveMax = Lanes128.Largest(positiveMax0);
                Lanes256.At(ref negativeMaxOfNextRows, lane) = nextNegativeMax;
                Lanes256.At(ref positiveMaxOfNextRows, lane) = nextPositiveMax;
            }

            if (lane < rowsOfPrevious)
            {
                nuint previousRow = firstOfPrevious + lane;
                ref float previousPositiveDerivatives = ref Unsafe.Add(ref positiveGradient, previousRow * 4);
                ref float previousNegativeDerivatives = ref Unsafe.Add(ref negativeGradient, previousRow * 64);
                float previousNegativeRowFactor = Lanes256.At(ref negativeRowFactorOfPreviousRows, lane);
                float previousPositiveRowFactor = Lanes256.At(ref positiveRowFactorOfPreviousRows, lane);

                // Pass 5: the gradient, negativeE·negativeRowFactor.
                Vector256<float> previousNegativeRowFactorLanes = Vector256.Create(previousNegativeRowFactor);
                Vector256<float> negativeE0 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 0);
                Vector256<float> negativeE1 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 8);
                Vector256<float> negativeE2 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 16);
                Vector256<float> negativeE3 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 24);
                (negativeE3 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 24);
                (negativeE2 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 16);
                (negativeE1 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 8);
                (negativeE0 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 0);

                Vector256<float> negativeE4 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 32);
                Vector256<float> negativeE5 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 40);
                Vector256<float> negativeE6 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 48);
                Vector256<float> negativeE7 = Vector256.LoadUnsafe(ref previousNegativeDerivatives, 56);
                (negativeE7 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 56);
                (negativeE6 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 48);
                (negativeE5 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 40);
                (negativeE4 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 32);

                // Pass 6: the gradient, −positiveE·positiveRowFactor.
                Vector256<float> previousPositiveRowFactorLanes = Vector256.Create(previousPositiveRowFactor);
                Vector128<float> positiveE0 = Vector128.LoadUnsafe(ref previousPositiveDerivatives, 0);
                (-(positiveE0 * previousPositiveRowFactorLanes.GetLower())).StoreUnsafe(ref previousPositiveDerivatives, 0);
            }

            if (lane < rowsOfBlock)
            {
                nuint row = firstOfBlock + lane;
                ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
                ref float negativeScores = ref Unsafe.Add(ref negatives, row * 64);
                ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
                ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 64);
                float negativeReference = Lanes256.At(ref negativeReferenceOfRows, lane);
                float positiveReference = Lanes256.At(ref positiveReferenceOfRows, lane);

                // Pass 3: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                Vector256<float> negativeReferenceLanes = Vector256.Create(negativeReference);
                Vector256<float> negative0 = Vector256.LoadUnsafe(ref negativeScores, 0);
                Vector256<float> negative1 = Vector256.LoadUnsafe(ref negativeScores, 8);
                Vector256<float> negative2 = Vector256.LoadUnsafe(ref negativeScores, 16);
                Vector256<float> negative3 = Vector256.LoadUnsafe(ref negativeScores, 24);
                Vector256<float> negativeE0 = negative0 - negativeReferenceLanes;
                Vector256<float> negativeE1 = negative1 - negativeReferenceLanes;
                Vector256<float> negativeE2 = negative2 - negativeReferenceLanes;
                Vector256<float> negativeE3 = negative3 - negativeReferenceLanes;
                ExpGammaOfDifference(ref negativeE0, ref negativeE1, ref negativeE2, ref negativeE3, ref constants);
                Vector256<float> negativeSum0 = (negativeE0 + negativeE1) + (negativeE2 + negativeE3);
                negativeE3.StoreUnsafe(ref negativeDerivatives, 24);
                negativeE2.StoreUnsafe(ref negativeDerivatives, 16);
                negativeE1.StoreUnsafe(ref negativeDerivatives, 8);
                negativeE0.StoreUnsafe(ref negativeDerivatives, 0);

                Vector256<float> negative4 = Vector256.LoadUnsafe(ref negativeScores, 32);
                Vector256<float> negative5 = Vector256.LoadUnsafe(ref negativeScores, 40);
                Vector256<float> negative6 = Vector256.LoadUnsafe(ref negativeScores, 48);
                Vector256<float> negative7 = Vector256.LoadUnsafe(ref negativeScores, 56);
                Vector256<float> negativeE4 = negative4 - negativeReferenceLanes;
                Vector256<float> negativeE5 = negative5 - negativeReferenceLanes;
                Vector256<float> negativeE6 = negative6 - negativeReferenceLanes;
                Vector256<float> negativeE7 = negative7 - negativeReferenceLanes;

                // Pass 4: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                Vector256<float> positiveReferenceLanes = Vector256.Create(positiveReference);
                Vector128<float> positive0 = Vector128.LoadUnsafe(ref positiveScores, 0);
                Vector128<float> positiveE0 = Vector128.MinNative(Vector128.Create(float.MaxValue), -positive0) - positiveReferenceLanes.GetLower();

                // The exps of both passes, and what they are for.
                ExpGammaOfDifference(ref negativeE4, ref negativeE5, ref negativeE6, ref negativeE7, ref positiveE0, ref constants);
                Vector256<float> negativeSum1 = (negativeE4 + negativeE5) + (negativeE6 + negativeE7);
                negativeE7.StoreUnsafe(ref negativeDerivatives, 56);
                negativeE6.StoreUnsafe(ref negativeDerivatives, 48);
                negativeE5.StoreUnsafe(ref negativeDerivatives, 40);
                negativeE4.StoreUnsafe(ref negativeDerivatives, 32);

                float negativeSum = Lanes256.Sum(negativeSum0 + negativeSum1);

                Vector128<float> positiveSum0 = positiveE0;
                positiveE0.StoreUnsafe(ref positiveDerivatives, 0);
                float positiveSum = Lanes128.Sum(positiveSum0);
                Lanes256.At(ref negativeSumOfRows, lane) = negativeSum;
                Lanes256.At(ref positiveSumOfRows, lane) = positiveSum;
            }
        }

        if (rowsOfBlock > 0)
        {
            // The largest u: by how much the best of the others beats the worst positive.
            Vector256<float> violationOfRows = Vector256.Create(80f) * (negativeMaxOfRows + positiveMaxOfRows + Vector256.Create(0.25f));

            // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
            Vector256<float> rootOfRows = Vector256.Create(-0.5f) * Vector256.Abs(negativeMaxOfRows + positiveMaxOfRows + Vector256.Create(0.25f));
            ExpGammaOfDifference(ref rootOfRows);

            // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
            Vector256<float> sumRootOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violationOfRows, Vector256.Create(0f)), rootOfRows, Vector256.Create(1f));

            // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
            Vector256<float> othersOfRows = sumRootOfRows * (negativeSumOfRows * positiveSumOfRows) * sumRootOfRows;

            // The 1 of 1 + Σ exp(u), relative to the same.
            Vector256<float> unitOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violationOfRows, Vector256.Create(0f)), Vector256.Create(1f), rootOfRows * rootOfRows);

            // The loss of the row.
            Vector256<float> lossOfRows = Vector256.MaxNative(Vector256.Create(0f), violationOfRows) + Lanes256.LogOfSum(unitOfRows, othersOfRows);

            // 1 + Σ exp(u), relative to the same: at least 1.
            Vector256<float> partitionOfRows = unitOfRows + othersOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector256<float> slopeOfRows = (sumRootOfRows / partitionOfRows) * sumRootOfRows;

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
private static void ExpGammaOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3, ref float constants)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x0);
    x1 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x1);
    x2 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x2);
    x3 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x3);

    // Range reduction: n = round(80·x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(exponent2 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(exponent3 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x3);

    // The polynomial for exp(80·r), of degree 6.
    Vector256<float> p0 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p1 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p2 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p3 = Vector256.LoadUnsafe(ref constants, 32);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 40));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 40));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 40));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 40));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 48));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 48));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 48));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 48));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 56));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 56));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 56));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 56));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 64));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 64));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 64));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 64));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 72));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 72));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 72));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 72));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 80));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 80));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 80));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 80));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
}

/// <summary>Replaces each x ≤ 0 by exp(80·x), at most 0.85 + 0.05·80·|x| ulp off; below 80·x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpGammaOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3, ref Vector128<float> x4, ref float constants)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x0);
    x1 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x1);
    x2 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x2);
    x3 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x3);
    x4 = Vector128.MaxNative(Vector128.LoadUnsafe(ref constants, 0), x4);

    // Range reduction: n = round(80·x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector128<float> exponent4 = Vector128.MultiplyAddEstimate(x4, Vector128.LoadUnsafe(ref constants, 8), Vector128.LoadUnsafe(ref constants, 16));

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(exponent2 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(exponent3 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x3);
    Vector128<float> r4 = Vector128.MultiplyAddEstimate(exponent4 - Vector128.LoadUnsafe(ref constants, 16), Vector128.LoadUnsafe(ref constants, 24), x4);

    // The polynomial for exp(80·r), of degree 6.
    Vector256<float> p0 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p1 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p2 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p3 = Vector256.LoadUnsafe(ref constants, 32);
    Vector128<float> p4 = Vector128.LoadUnsafe(ref constants, 32);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 40));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 40));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 40));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 40));
    p4 = Vector128.MultiplyAddEstimate(p4, r4, Vector128.LoadUnsafe(ref constants, 40));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 48));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 48));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 48));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 48));
    p4 = Vector128.MultiplyAddEstimate(p4, r4, Vector128.LoadUnsafe(ref constants, 48));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 56));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 56));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 56));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 56));
    p4 = Vector128.MultiplyAddEstimate(p4, r4, Vector128.LoadUnsafe(ref constants, 56));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 64));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 64));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 64));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 64));
    p4 = Vector128.MultiplyAddEstimate(p4, r4, Vector128.LoadUnsafe(ref constants, 64));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 72));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 72));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 72));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 72));
    p4 = Vector128.MultiplyAddEstimate(p4, r4, Vector128.LoadUnsafe(ref constants, 72));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 80));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 80));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 80));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 80));
    p4 = Vector128.MultiplyAddEstimate(p4, r4, Vector128.LoadUnsafe(ref constants, 80));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
    x4 = p4 * Vector128.ShiftLeft(exponent4.AsInt32(), 23).AsSingle();
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
