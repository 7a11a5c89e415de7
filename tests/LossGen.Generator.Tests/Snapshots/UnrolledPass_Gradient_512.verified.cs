/// <summary>512 bits: unrolled passes, 7 vectors a row, the last of 4 lanes; 16 rows a block, reduced together, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows512(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes512<float>();
    Vector512<float> upstreamLanes = Vector512.Create(upstream);

    // What each row of a block is reduced to, a vector of 128 bits, waits here until all of them are reduced together.
    ref float maxPieces = ref MemoryMarshal.GetReference(stackalloc float[64]);
    ref float sumPieces = ref MemoryMarshal.GetReference(stackalloc float[64]);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector512<float> targetOfNextRows = Vector512<float>.Zero;
    Vector512<float> factorOfPreviousRows = Vector512<float>.Zero;
    Vector512<float> labelDerivativeOfPreviousRows = Vector512<float>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(16, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfNext + rowsOfPrevious + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector512<float> targetOfRows = targetOfNextRows;

        // The 128 bits that each row has come to are transposed, a row a lane, and joined; in lanes without a row stands what nobody uses.
        Lanes512.LoadPiecesOfRows(ref maxPieces, out Vector512<float> maxPiece0OfRows, out Vector512<float> maxPiece1OfRows, out Vector512<float> maxPiece2OfRows, out Vector512<float> maxPiece3OfRows);
        Vector512<float> maxOfRows = Vector512.MaxNative(Vector512.MaxNative(maxPiece0OfRows, maxPiece1OfRows), Vector512.MaxNative(maxPiece2OfRows, maxPiece3OfRows));

        // The largest of all scores.
        Vector512<float> largestOfRows = Vector512.Max(maxOfRows, targetOfRows);

        // With all scores masked the differences from it must not be NaN.
        Vector512<float> referenceOfRows = Vector512.Max(largestOfRows, Vector512.Create(float.MinValue));

        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfNext, rowsOfPrevious), rowsOfBlock); lane++)
        {
            if (lane < rowsOfNext)
            {
                nuint nextRow = firstOfNext + lane;
                ref float nextScores = ref Unsafe.Add(ref logits, nextRow * 100);
                nint nextLabel = (nint)Unsafe.Add(ref labels, nextRow);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(nextLabel, 100);

                // The label's score.
                float nextTarget = Unsafe.Add(ref nextScores, nextLabel);
                Lanes512.At(ref targetOfNextRows, lane) = nextTarget;

                // Pass 1: the largest score, with or without the label's, which is added next.
                Vector512<float> z0 = Vector512.LoadUnsafe(ref nextScores, 0);
                Vector512<float> z1 = Vector512.LoadUnsafe(ref nextScores, 16);
                Vector512<float> z2 = Vector512.LoadUnsafe(ref nextScores, 32);
                Vector512<float> z3 = Vector512.LoadUnsafe(ref nextScores, 48);
                Vector512<float> max0 = Vector512.MaxNative(Vector512.MaxNative(z0, z1), Vector512.MaxNative(z2, z3));

                Vector512<float> z4 = Vector512.LoadUnsafe(ref nextScores, 64);
                Vector512<float> z5 = Vector512.LoadUnsafe(ref nextScores, 80);
                Vector128<float> z6 = Vector128.LoadUnsafe(ref nextScores, 96);
                Vector512<float> max1 = Vector512.MaxNative(z4, z5);
                Vector128<float> maxTail = z6;

                Vector128<float> nextMax = Vector128.MaxNative(Lanes512.LargestPiece(Vector512.MaxNative(max0, max1)), maxTail);
                Lanes512.StorePieceOfRow(nextMax, ref maxPieces, lane);
            }

            if (lane < rowsOfPrevious)
            {
                nuint previousRow = firstOfPrevious + lane;
                ref float previousDerivatives = ref Unsafe.Add(ref gradient, previousRow * 100);
                nint previousLabel = (nint)Unsafe.Add(ref labels, previousRow);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(previousLabel, 100);
                float previousFactor = Lanes512.At(ref factorOfPreviousRows, lane);

                // Pass 4: the gradient, e·factor.
                Vector512<float> previousFactorLanes = Vector512.Create(previousFactor);
                Vector512<float> e0 = Vector512.LoadUnsafe(ref previousDerivatives, 0);
                Vector512<float> e1 = Vector512.LoadUnsafe(ref previousDerivatives, 16);
                Vector512<float> e2 = Vector512.LoadUnsafe(ref previousDerivatives, 32);
                Vector512<float> e3 = Vector512.LoadUnsafe(ref previousDerivatives, 48);
                (e3 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 48);
                (e2 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 32);
                (e1 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 16);
                (e0 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 0);

                Vector512<float> e4 = Vector512.LoadUnsafe(ref previousDerivatives, 64);
                Vector512<float> e5 = Vector512.LoadUnsafe(ref previousDerivatives, 80);
                Vector128<float> e6 = Vector128.LoadUnsafe(ref previousDerivatives, 96);
                (e6 * previousFactorLanes.GetLower().GetLower()).StoreUnsafe(ref previousDerivatives, 96);
                (e5 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 80);
                (e4 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 64);

                // The label's derivative, in place of what the pass left there.
                Unsafe.Add(ref previousDerivatives, previousLabel) = Lanes512.At(ref labelDerivativeOfPreviousRows, lane);
            }

            if (lane < rowsOfBlock)
            {
                nuint row = firstOfBlock + lane;
                ref float scores = ref Unsafe.Add(ref logits, row * 100);
                ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
                nint label = (nint)Unsafe.Add(ref labels, row);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(label, 100);
                float reference = Lanes512.At(ref referenceOfRows, lane);

                // Pass 2: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type.
                Vector512<float> referenceLanes = Vector512.Create(reference);
                Vector512<float> z0 = Vector512.LoadUnsafe(ref scores, 0);
                Vector512<float> z1 = Vector512.LoadUnsafe(ref scores, 16);
                Vector512<float> z2 = Vector512.LoadUnsafe(ref scores, 32);
                Vector512<float> z3 = Vector512.LoadUnsafe(ref scores, 48);
                Vector512<float> e0 = z0 - referenceLanes;
                Vector512<float> e1 = z1 - referenceLanes;
                Vector512<float> e2 = z2 - referenceLanes;
                Vector512<float> e3 = z3 - referenceLanes;
                ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
                e3.StoreUnsafe(ref derivatives, 48);
                e2.StoreUnsafe(ref derivatives, 32);
                e1.StoreUnsafe(ref derivatives, 16);
                e0.StoreUnsafe(ref derivatives, 0);

                Vector512<float> z4 = Vector512.LoadUnsafe(ref scores, 64);
                Vector512<float> z5 = Vector512.LoadUnsafe(ref scores, 80);
                Vector128<float> z6 = Vector128.LoadUnsafe(ref scores, 96);
                Vector512<float> e4 = z4 - referenceLanes;
                Vector512<float> e5 = z5 - referenceLanes;
                Vector128<float> e6 = z6 - referenceLanes.GetLower().GetLower();
                ExpOfDifference(ref e4, ref e5, ref e6);
                e6.StoreUnsafe(ref derivatives, 96);
                e5.StoreUnsafe(ref derivatives, 80);
                e4.StoreUnsafe(ref derivatives, 64);

                // The label's was computed with the others, whatever it came to. In its place 0 adds nothing to their sum.
                Unsafe.Add(ref derivatives, label) = 0f;
            }
        }

        if (rowsOfBlock > 0)
        {
            for (nuint row = firstOfBlock; row < endOfBlock; row++)
            {
                ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);

                // Pass 3: their sum.
                Vector512<float> e0 = Vector512.LoadUnsafe(ref derivatives, 0);
                Vector512<float> e1 = Vector512.LoadUnsafe(ref derivatives, 16);
                Vector512<float> e2 = Vector512.LoadUnsafe(ref derivatives, 32);
                Vector512<float> e3 = Vector512.LoadUnsafe(ref derivatives, 48);
                Vector512<float> sum0 = (e0 + e1) + (e2 + e3);

                Vector512<float> e4 = Vector512.LoadUnsafe(ref derivatives, 64);
                Vector512<float> e5 = Vector512.LoadUnsafe(ref derivatives, 80);
                Vector128<float> e6 = Vector128.LoadUnsafe(ref derivatives, 96);
                Vector512<float> sum1 = e4 + e5;
                Vector128<float> sumTail = e6;

                Vector128<float> sum = Lanes512.SumPiece(sum0 + sum1) + sumTail;

                Lanes512.StorePieceOfRow(sum, ref sumPieces, row - firstOfBlock);
            }

            // The 128 bits that each row has come to are transposed, a row a lane, and joined; in lanes without a row stands what nobody uses.
            Lanes512.LoadPiecesOfRows(ref sumPieces, out Vector512<float> sumPiece0OfRows, out Vector512<float> sumPiece1OfRows, out Vector512<float> sumPiece2OfRows, out Vector512<float> sumPiece3OfRows);
            Vector512<float> sumOfRows = (sumPiece0OfRows + sumPiece1OfRows) + (sumPiece2OfRows + sumPiece3OfRows);

            // The larger of 0 and the largest u: by how much the best of the others beats the label.
            Vector512<float> violationOfRows = largestOfRows - targetOfRows;

            // The 1 of 1 + Σ exp(u), measured from the same as the exps, and times 2⁸ as they are.
            Vector512<float> unitOfRows = -violationOfRows;
            ExpOfDifference(ref unitOfRows);

            // The loss of the row.
            Vector512<float> lossOfRows = violationOfRows + Lanes512.LogOfSum(Vector512.Create(0.00390625f) * unitOfRows, Vector512.Create(0.00390625f) * sumOfRows);

            // 1 + Σ exp(u), measured likewise: at least 2⁸.
            Vector512<float> partitionOfRows = unitOfRows + sumOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector512<float> slopeOfRows = Vector512.Create(1f) / partitionOfRows;

            // What both sides' gradients have in common.
            Vector512<float> factorOfRows = slopeOfRows * upstreamLanes;

            Vector512<float> counted = lossOfRows & Lanes512.First<float>((nint)(endOfBlock - firstOfBlock));
            total.Add(counted);

            // The label's derivative: minus the sum of the others'.
            Vector512<float> labelDerivativeOfRows = -(sumOfRows * factorOfRows);

            factorOfPreviousRows = factorOfRows;
            labelDerivativeOfPreviousRows = labelDerivativeOfRows;
        }

        firstOfNext += rowsOfNext;
        rowsOfPrevious = rowsOfBlock;
        rowsOfBlock = rowsOfNext;
        rowsOfNext = nuint.Min(16, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector512<float> x0, ref Vector512<float> x1, ref Vector512<float> x2, ref Vector512<float> x3)
{
    // Range reduction: n = round(x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> inverseOfLn2 = Vector512.Create(1.442695f);
    Vector512<float> shift = Vector512.Create(12582912f);
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector512<float> n1 = Vector512.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector512<float> n2 = Vector512.MultiplyAddEstimate(x2, inverseOfLn2, shift);
    Vector512<float> n3 = Vector512.MultiplyAddEstimate(x3, inverseOfLn2, shift);
    n0 -= shift;
    n1 -= shift;
    n2 -= shift;
    n3 -= shift;

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector512<float> minusLn2 = Vector512.Create(-0.6931472f);
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, minusLn2, x0);
    Vector512<float> r1 = Vector512.MultiplyAddEstimate(n1, minusLn2, x1);
    Vector512<float> r2 = Vector512.MultiplyAddEstimate(n2, minusLn2, x2);
    Vector512<float> r3 = Vector512.MultiplyAddEstimate(n3, minusLn2, x3);

    // The polynomial for 2⁸·exp(r), of degree 6.
    Vector512<float> c6 = Vector512.Create(0.35381755f);
    Vector512<float> p0 = c6;
    Vector512<float> p1 = c6;
    Vector512<float> p2 = c6;
    Vector512<float> p3 = c6;
    Vector512<float> c5 = Vector512.Create(2.1423802f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c5);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c5);
    Vector512<float> c4 = Vector512.Create(10.667075f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c4);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c4);
    Vector512<float> c3 = Vector512.Create(42.666294f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c3);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c3);
    Vector512<float> c2 = Vector512.Create(127.999985f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c2);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, c2);
    Vector512<float> unit = Vector512.Create(256f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, unit);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, unit);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, unit);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, unit);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, unit);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, unit);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, unit);
    p3 = Vector512.MultiplyAddEstimate(p3, r3, unit);

    // Times 2ⁿ, but 0 where n is at most −135, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -135f);
    x1 = Lanes512.TimesPowerOfTwo(p1, n1, -135f);
    x2 = Lanes512.TimesPowerOfTwo(p2, n2, -135f);
    x3 = Lanes512.TimesPowerOfTwo(p3, n3, -135f);
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector512<float> x0, ref Vector512<float> x1, ref Vector128<float> x2)
{
    // Range reduction: n = round(x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> inverseOfLn2 = Vector512.Create(1.442695f);
    Vector512<float> shift = Vector512.Create(12582912f);
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector512<float> n1 = Vector512.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector128<float> n2 = Vector128.MultiplyAddEstimate(x2, inverseOfLn2.GetLower().GetLower(), shift.GetLower().GetLower());
    n0 -= shift;
    n1 -= shift;
    n2 -= shift.GetLower().GetLower();

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector512<float> minusLn2 = Vector512.Create(-0.6931472f);
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, minusLn2, x0);
    Vector512<float> r1 = Vector512.MultiplyAddEstimate(n1, minusLn2, x1);
    Vector128<float> r2 = Vector128.MultiplyAddEstimate(n2, minusLn2.GetLower().GetLower(), x2);

    // The polynomial for 2⁸·exp(r), of degree 6.
    Vector512<float> c6 = Vector512.Create(0.35381755f);
    Vector512<float> p0 = c6;
    Vector512<float> p1 = c6;
    Vector128<float> p2 = c6.GetLower().GetLower();
    Vector512<float> c5 = Vector512.Create(2.1423802f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c5.GetLower().GetLower());
    Vector512<float> c4 = Vector512.Create(10.667075f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c4.GetLower().GetLower());
    Vector512<float> c3 = Vector512.Create(42.666294f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c3.GetLower().GetLower());
    Vector512<float> c2 = Vector512.Create(127.999985f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, c2.GetLower().GetLower());
    Vector512<float> unit = Vector512.Create(256f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, unit);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, unit);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, unit.GetLower().GetLower());
    p0 = Vector512.MultiplyAddEstimate(p0, r0, unit);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, unit);
    p2 = Vector128.MultiplyAddEstimate(p2, r2, unit.GetLower().GetLower());

    // Times 2ⁿ, but 0 where n is at most −135, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -135f);
    x1 = Lanes512.TimesPowerOfTwo(p1, n1, -135f);
    x2 = Lanes128.TimesPowerOfTwo(p2, n2, -135f);
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector512<float> x0)
{
    // Range reduction: n = round(x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, Vector512.Create(1.442695f), Vector512.Create(12582912f));
    n0 -= Vector512.Create(12582912f);

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, Vector512.Create(-0.6931472f), x0);

    // The polynomial for 2⁸·exp(r), of degree 6.
    Vector512<float> p0 = Vector512.Create(0.35381755f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(2.1423802f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(10.667075f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(42.666294f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(127.999985f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(256f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(256f));

    // Times 2ⁿ, but 0 where n is at most −135, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -135f);
}
