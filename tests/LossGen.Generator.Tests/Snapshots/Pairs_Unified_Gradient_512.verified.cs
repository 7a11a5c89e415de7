/// <summary>512 bits: negatives: unrolled passes, 4 vectors a row; positives: unrolled passes, 1 vector of 128 bits a row; 16 rows a block, reduced together, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows512(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes512<float>();

    // What every gradient of the batch is multiplied by.
    float scale = 80f * upstream;
    Vector512<float> scaleLanes = Vector512.Create(scale);

    // What each row of a block is reduced to, a vector of 128 bits, waits here until all of them are reduced together.
    ref float negativeMaxPieces = ref MemoryMarshal.GetReference(stackalloc float[64]);
    ref float positiveMaxPieces = ref MemoryMarshal.GetReference(stackalloc float[64]);
    ref float negativeSumPieces = ref MemoryMarshal.GetReference(stackalloc float[64]);
    ref float positiveSumPieces = ref MemoryMarshal.GetReference(stackalloc float[64]);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector512<float> negativeRowFactorOfPreviousRows = Vector512<float>.Zero;
    Vector512<float> positiveRowFactorOfPreviousRows = Vector512<float>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(16, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfNext + rowsOfPrevious + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;

        // The 128 bits that each row has come to are transposed, a row a lane, and joined; in lanes without a row stands what nobody uses.
        Lanes512.LoadPiecesOfRows(ref negativeMaxPieces, out Vector512<float> negativeMaxPiece0OfRows, out Vector512<float> negativeMaxPiece1OfRows, out Vector512<float> negativeMaxPiece2OfRows, out Vector512<float> negativeMaxPiece3OfRows);
        Vector512<float> negativeMaxOfRows = Vector512.MaxNative(Vector512.MaxNative(negativeMaxPiece0OfRows, negativeMaxPiece1OfRows), Vector512.MaxNative(negativeMaxPiece2OfRows, negativeMaxPiece3OfRows));
        Lanes512.LoadPiecesOfRows(ref positiveMaxPieces, out Vector512<float> positiveMaxPiece0OfRows, out Vector512<float> positiveMaxPiece1OfRows, out Vector512<float> positiveMaxPiece2OfRows, out Vector512<float> positiveMaxPiece3OfRows);
        Vector512<float> positiveMaxOfRows = Vector512.MaxNative(Vector512.MaxNative(positiveMaxPiece0OfRows, positiveMaxPiece1OfRows), Vector512.MaxNative(positiveMaxPiece2OfRows, positiveMaxPiece3OfRows));

        // With every positive masked, or one infinite, the differences from it must not be NaN.
        Vector512<float> positiveReferenceOfRows = Vector512.Min(Vector512.Max(positiveMaxOfRows, Vector512.Create(float.MinValue)), Vector512.Create(float.MaxValue));

        // With every negative masked the differences from it must not be NaN.
        Vector512<float> negativeReferenceOfRows = Vector512.Max(negativeMaxOfRows, Vector512.Create(float.MinValue));

        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfNext, rowsOfPrevious), rowsOfBlock); lane++)
        {
            if (lane < rowsOfNext)
            {
                nuint nextRow = firstOfNext + lane;
                ref float nextPositiveScores = ref Unsafe.Add(ref positives, nextRow * 4);
                ref float nextNegativeScores = ref Unsafe.Add(ref negatives, nextRow * 64);

                // Pass 1: the largest of the negatives.
                Vector512<float> negative0 = Vector512.LoadUnsafe(ref nextNegativeScores, 0);
                Vector512<float> negative1 = Vector512.LoadUnsafe(ref nextNegativeScores, 16);
                Vector512<float> negative2 = Vector512.LoadUnsafe(ref nextNegativeScores, 32);
                Vector512<float> negative3 = Vector512.LoadUnsafe(ref nextNegativeScores, 48);
                Vector512<float> negativeMax0 = Vector512.MaxNative(Vector512.MaxNative(negative0, negative1), Vector512.MaxNative(negative2, negative3));
                Vector128<float> nextNegativeMax = Lanes512.LargestPiece(negativeMax0);

                // Pass 2: minus the smallest of the positives.
                Vector128<float> positive0 = Vector128.LoadUnsafe(ref nextPositiveScores, 0);
                Vector128<float> positiveMax0 = -positive0;
                Vector128<float> nextPositiveMax = positiveMax0;
                Lanes512.StorePieceOfRow(nextNegativeMax, ref negativeMaxPieces, lane);
                Lanes512.StorePieceOfRow(nextPositiveMax, ref positiveMaxPieces, lane);
            }

            if (lane < rowsOfPrevious)
            {
                nuint previousRow = firstOfPrevious + lane;
                ref float previousPositiveDerivatives = ref Unsafe.Add(ref positiveGradient, previousRow * 4);
                ref float previousNegativeDerivatives = ref Unsafe.Add(ref negativeGradient, previousRow * 64);
                float previousNegativeRowFactor = Lanes512.At(ref negativeRowFactorOfPreviousRows, lane);
                float previousPositiveRowFactor = Lanes512.At(ref positiveRowFactorOfPreviousRows, lane);

                // Pass 5: the gradient, negativeE·negativeRowFactor.
                Vector512<float> previousNegativeRowFactorLanes = Vector512.Create(previousNegativeRowFactor);
                Vector512<float> negativeE0 = Vector512.LoadUnsafe(ref previousNegativeDerivatives, 0);
                Vector512<float> negativeE1 = Vector512.LoadUnsafe(ref previousNegativeDerivatives, 16);
                Vector512<float> negativeE2 = Vector512.LoadUnsafe(ref previousNegativeDerivatives, 32);
                Vector512<float> negativeE3 = Vector512.LoadUnsafe(ref previousNegativeDerivatives, 48);
                (negativeE3 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 48);
                (negativeE2 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 32);
                (negativeE1 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 16);
                (negativeE0 * previousNegativeRowFactorLanes).StoreUnsafe(ref previousNegativeDerivatives, 0);

                // Pass 6: the gradient, −positiveE·positiveRowFactor.
                Vector512<float> previousPositiveRowFactorLanes = Vector512.Create(previousPositiveRowFactor);
                Vector128<float> positiveE0 = Vector128.LoadUnsafe(ref previousPositiveDerivatives, 0);
                (-(positiveE0 * previousPositiveRowFactorLanes.GetLower().GetLower())).StoreUnsafe(ref previousPositiveDerivatives, 0);
            }

            if (lane < rowsOfBlock)
            {
                nuint row = firstOfBlock + lane;
                ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
                ref float negativeScores = ref Unsafe.Add(ref negatives, row * 64);
                ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
                ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 64);
                float negativeReference = Lanes512.At(ref negativeReferenceOfRows, lane);
                float positiveReference = Lanes512.At(ref positiveReferenceOfRows, lane);

                // Pass 3: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                Vector512<float> negativeReferenceLanes = Vector512.Create(negativeReference);
                Vector512<float> negative0 = Vector512.LoadUnsafe(ref negativeScores, 0);
                Vector512<float> negative1 = Vector512.LoadUnsafe(ref negativeScores, 16);
                Vector512<float> negative2 = Vector512.LoadUnsafe(ref negativeScores, 32);
                Vector512<float> negative3 = Vector512.LoadUnsafe(ref negativeScores, 48);
                Vector512<float> negativeE0 = negative0 - negativeReferenceLanes;
                Vector512<float> negativeE1 = negative1 - negativeReferenceLanes;
                Vector512<float> negativeE2 = negative2 - negativeReferenceLanes;
                Vector512<float> negativeE3 = negative3 - negativeReferenceLanes;

                // Pass 4: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                Vector512<float> positiveReferenceLanes = Vector512.Create(positiveReference);
                Vector128<float> positive0 = Vector128.LoadUnsafe(ref positiveScores, 0);
                Vector128<float> positiveE0 = Vector128.MinNative(Vector128.Create(float.MaxValue), -positive0) - positiveReferenceLanes.GetLower().GetLower();

                // The exps of both passes, and what they are for.
                ExpGammaOfDifference(ref negativeE0, ref negativeE1, ref negativeE2, ref negativeE3, ref positiveE0);
                Vector512<float> negativeSum0 = (negativeE0 + negativeE1) + (negativeE2 + negativeE3);
                negativeE3.StoreUnsafe(ref negativeDerivatives, 48);
                negativeE2.StoreUnsafe(ref negativeDerivatives, 32);
                negativeE1.StoreUnsafe(ref negativeDerivatives, 16);
                negativeE0.StoreUnsafe(ref negativeDerivatives, 0);
                Vector128<float> negativeSum = Lanes512.SumPiece(negativeSum0);

                Vector128<float> positiveSum0 = positiveE0;
                positiveE0.StoreUnsafe(ref positiveDerivatives, 0);
                Vector128<float> positiveSum = positiveSum0;
                Lanes512.StorePieceOfRow(negativeSum, ref negativeSumPieces, lane);
                Lanes512.StorePieceOfRow(positiveSum, ref positiveSumPieces, lane);
            }
        }

        if (rowsOfBlock > 0)
        {
            // The 128 bits that each row has come to are transposed, a row a lane, and joined; in lanes without a row stands what nobody uses.
            Lanes512.LoadPiecesOfRows(ref negativeSumPieces, out Vector512<float> negativeSumPiece0OfRows, out Vector512<float> negativeSumPiece1OfRows, out Vector512<float> negativeSumPiece2OfRows, out Vector512<float> negativeSumPiece3OfRows);
            Vector512<float> negativeSumOfRows = (negativeSumPiece0OfRows + negativeSumPiece1OfRows) + (negativeSumPiece2OfRows + negativeSumPiece3OfRows);
            Lanes512.LoadPiecesOfRows(ref positiveSumPieces, out Vector512<float> positiveSumPiece0OfRows, out Vector512<float> positiveSumPiece1OfRows, out Vector512<float> positiveSumPiece2OfRows, out Vector512<float> positiveSumPiece3OfRows);
            Vector512<float> positiveSumOfRows = (positiveSumPiece0OfRows + positiveSumPiece1OfRows) + (positiveSumPiece2OfRows + positiveSumPiece3OfRows);

            // The largest u: by how much the best of the others beats the worst positive.
            Vector512<float> violationOfRows = Vector512.Create(80f) * (negativeMaxOfRows + positiveMaxOfRows + Vector512.Create(0.25f));

            // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
            Vector512<float> rootOfRows = Vector512.Create(-0.5f) * Vector512.Abs(negativeMaxOfRows + positiveMaxOfRows + Vector512.Create(0.25f));
            ExpGammaOfDifference(ref rootOfRows);

            // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
            Vector512<float> sumRootOfRows = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(violationOfRows, Vector512.Create(0f)), rootOfRows, Vector512.Create(1f));

            // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
            Vector512<float> othersOfRows = sumRootOfRows * (negativeSumOfRows * positiveSumOfRows) * sumRootOfRows;

            // The 1 of 1 + Σ exp(u), relative to the same.
            Vector512<float> unitOfRows = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(violationOfRows, Vector512.Create(0f)), Vector512.Create(1f), rootOfRows * rootOfRows);

            // The loss of the row.
            Vector512<float> lossOfRows = Vector512.MaxNative(Vector512.Create(0f), violationOfRows) + Lanes512.LogOfSum(unitOfRows, othersOfRows);

            // 1 + Σ exp(u), relative to the same: at least 1.
            Vector512<float> partitionOfRows = unitOfRows + othersOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector512<float> slopeOfRows = (sumRootOfRows / partitionOfRows) * sumRootOfRows;

            // What both sides' gradients have in common.
            Vector512<float> factorOfRows = slopeOfRows * scaleLanes;

            // What the gradient of every element is multiplied by.
            Vector512<float> negativeRowFactorOfRows = positiveSumOfRows * factorOfRows;

            // What the gradient of every element is multiplied by.
            Vector512<float> positiveRowFactorOfRows = negativeSumOfRows * factorOfRows;

            Vector512<float> counted = lossOfRows & Lanes512.First<float>((nint)(endOfBlock - firstOfBlock));
            total.Add(counted);

            negativeRowFactorOfPreviousRows = negativeRowFactorOfRows;
            positiveRowFactorOfPreviousRows = positiveRowFactorOfRows;
        }

        firstOfNext += rowsOfNext;
        rowsOfPrevious = rowsOfBlock;
        rowsOfBlock = rowsOfNext;
        rowsOfNext = nuint.Min(16, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(80·x), at most 0.85 + 0.05·80·|x| ulp off; below 80·x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpGammaOfDifference(ref Vector512<float> x0, ref Vector512<float> x1, ref Vector512<float> x2, ref Vector512<float> x3, ref Vector128<float> x4)
{
    // Range reduction: n = round(80·x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> inverseOfLn2 = Vector512.Create(115.4156f);
    Vector512<float> shift = Vector512.Create(12582912f);
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector512<float> n1 = Vector512.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector512<float> n2 = Vector512.MultiplyAddEstimate(x2, inverseOfLn2, shift);
    Vector512<float> n3 = Vector512.MultiplyAddEstimate(x3, inverseOfLn2, shift);
    Vector128<float> n4 = Vector128.MultiplyAddEstimate(x4, inverseOfLn2.GetLower().GetLower(), shift.GetLower().GetLower());
    n0 -= shift;
    n1 -= shift;
    n2 -= shift;
    n3 -= shift;
    n4 -= shift.GetLower().GetLower();

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector512<float> minusLn2 = Vector512.Create(-0.00866434f);
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, minusLn2, x0);
    Vector512<float> r1 = Vector512.MultiplyAddEstimate(n1, minusLn2, x1);
    Vector512<float> r2 = Vector512.MultiplyAddEstimate(n2, minusLn2, x2);
    Vector512<float> r3 = Vector512.MultiplyAddEstimate(n3, minusLn2, x3);
    Vector128<float> r4 = Vector128.MultiplyAddEstimate(n4, minusLn2.GetLower().GetLower(), x4);

    // The polynomial for exp(80·r), of degree 6.
    Vector512<float> c6 = Vector512.Create(3.623092E+08f);
    Vector512<float> p0 = c6;
    Vector512<float> p1 = c6;
    Vector512<float> p2 = c6;
    Vector512<float> p3 = c6;
    Vector128<float> p4 = c6.GetLower().GetLower();
    Vector512<float> c5 = Vector512.Create(27422467f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c5);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c5);
    p4 = Vector128.MultiplyAddEstimate(p4, r4, c5.GetLower().GetLower());
    Vector512<float> c4 = Vector512.Create(1706732f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c4);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c4);
    p4 = Vector128.MultiplyAddEstimate(p4, r4, c4.GetLower().GetLower());
    Vector512<float> c3 = Vector512.Create(85332.588f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c3);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c3);
    p4 = Vector128.MultiplyAddEstimate(p4, r4, c3.GetLower().GetLower());
    Vector512<float> c2 = Vector512.Create(3199.9996f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c2);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c2);
    p4 = Vector128.MultiplyAddEstimate(p4, r4, c2.GetLower().GetLower());
    Vector512<float> one = Vector512.Create(1f);
    Vector512<float> c1 = Vector512.Create(80f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c1);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c1);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c1);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c1);
    p4 = Vector128.MultiplyAddEstimate(p4, r4, c1.GetLower().GetLower());
    p0 = Vector512.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, one);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, one);
    p4 = Vector128.MultiplyAddEstimate(p4, r4, one.GetLower().GetLower());

    // Times 2ⁿ, but 0 where n is at most −127, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -127f);
    x1 = Lanes512.TimesPowerOfTwo(p1, n1, -127f);
    x2 = Lanes512.TimesPowerOfTwo(p2, n2, -127f);
    x3 = Lanes512.TimesPowerOfTwo(p3, n3, -127f);
    x4 = Lanes128.TimesPowerOfTwo(p4, n4, -127f);
}

/// <summary>Replaces each x ≤ 0 by exp(80·x), at most 0.85 + 0.05·80·|x| ulp off; below 80·x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpGammaOfDifference(ref Vector512<float> x0)
{
    // Range reduction: n = round(80·x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, Vector512.Create(115.4156f), Vector512.Create(12582912f));
    n0 -= Vector512.Create(12582912f);

    // The remainder r = x − n·(ln 2 / 80): the rounding of ln 2 / 80 weighs a tenth of what that of x, a difference, may.
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, Vector512.Create(-0.00866434f), x0);

    // The polynomial for exp(80·r), of degree 6.
    Vector512<float> p0 = Vector512.Create(3.623092E+08f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(27422467f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(1706732f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(85332.588f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(3199.9996f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(80f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(1f));

    // Times 2ⁿ, but 0 where n is at most −127, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -127f);
}
