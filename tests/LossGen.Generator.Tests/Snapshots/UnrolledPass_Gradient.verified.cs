/// <summary>256 bits: unrolled passes, 13 vectors a row; 8 rows a block, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    ref float constants = ref Workspace.Aligned(stackalloc float[Workspace.LengthOf(80)]);

    // The constants of exps: in registers, they would leave room for too few exps at a time to hide their latency.
    Vector256.Create(-93.6f).StoreUnsafe(ref constants, 0);
    Vector256.Create(1.442695f).StoreUnsafe(ref constants, 8);
    Vector256.Create(12583047f).StoreUnsafe(ref constants, 16);
    Vector256.Create(-0.6931472f).StoreUnsafe(ref constants, 24);
    Vector256.Create(0.0013820998f).StoreUnsafe(ref constants, 32);
    Vector256.Create(0.008368673f).StoreUnsafe(ref constants, 40);
    Vector256.Create(0.041668262f).StoreUnsafe(ref constants, 48);
    Vector256.Create(0.16666521f).StoreUnsafe(ref constants, 56);
    Vector256.Create(0.49999994f).StoreUnsafe(ref constants, 64);
    Vector256.Create(1f).StoreUnsafe(ref constants, 72);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector256<float> targetOfNextRows = Vector256<float>.Zero;
    Vector256<float> maxOfNextRows = Vector256<float>.Zero;
    Vector256<float> factorOfPreviousRows = Vector256<float>.Zero;
    Vector256<float> labelDerivativeOfPreviousRows = Vector256<float>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(8, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfNext + rowsOfPrevious + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector256<float> targetOfRows = targetOfNextRows;
        Vector256<float> maxOfRows = maxOfNextRows;

        // The largest of all scores.
        Vector256<float> largestOfRows = Vector256.Max(maxOfRows, targetOfRows);

        // With all scores masked the differences from it must not be NaN.
        Vector256<float> referenceOfRows = Vector256.Max(largestOfRows, Vector256.Create(float.MinValue));

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
                Lanes256.At(ref targetOfNextRows, lane) = nextTarget;

                // Pass 1: the largest score, with or without the label's, which is added next.
                Vector256<float> z0 = Vector256.LoadUnsafe(ref nextScores, 0);
                Vector256<float> z1 = Vector256.LoadUnsafe(ref nextScores, 8);
                Vector256<float> z2 = Vector256.LoadUnsafe(ref nextScores, 16);
                Vector256<float> z3 = Vector256.LoadUnsafe(ref nextScores, 24);
                Vector256<float> z4 = Vector256.LoadUnsafe(ref nextScores, 32);
                Vector256<float> max0 = Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)), z4);

                Vector256<float> z5 = Vector256.LoadUnsafe(ref nextScores, 40);
                Vector256<float> z6 = Vector256.LoadUnsafe(ref nextScores, 48);
                Vector256<float> z7 = Vector256.LoadUnsafe(ref nextScores, 56);
                Vector256<float> z8 = Vector256.LoadUnsafe(ref nextScores, 64);
                Vector256<float> max1 = Vector256.MaxNative(Vector256.MaxNative(z5, z6), Vector256.MaxNative(z7, z8));

                Vector256<float> z9 = Vector256.LoadUnsafe(ref nextScores, 72);
                Vector256<float> z10 = Vector256.LoadUnsafe(ref nextScores, 80);
                Vector256<float> z11 = Vector256.LoadUnsafe(ref nextScores, 88);
                Vector256<float> z12 = Lanes256.LoadLast(ref nextScores, 92, 4, float.NegativeInfinity);
                Vector256<float> max2 = Vector256.MaxNative(Vector256.MaxNative(z9, z10), Vector256.MaxNative(z11, z12));

                float nextMax = Lanes256.Largest(Vector256.MaxNative(Vector256.MaxNative(max0, max1), max2));
                Lanes256.At(ref maxOfNextRows, lane) = nextMax;
            }

            if (lane < rowsOfPrevious)
            {
                nuint previousRow = firstOfPrevious + lane;
                ref float previousDerivatives = ref Unsafe.Add(ref gradient, previousRow * 100);
                nint previousLabel = (nint)Unsafe.Add(ref labels, previousRow);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(previousLabel, 100);
                float previousFactor = Lanes256.At(ref factorOfPreviousRows, lane);

                // Pass 4: the gradient, e·factor.
                Vector256<float> previousFactorLanes = Vector256.Create(previousFactor);
                Vector256<float> e0 = Vector256.LoadUnsafe(ref previousDerivatives, 0);
                Vector256<float> e1 = Vector256.LoadUnsafe(ref previousDerivatives, 8);
                Vector256<float> e2 = Vector256.LoadUnsafe(ref previousDerivatives, 16);
                Vector256<float> e3 = Vector256.LoadUnsafe(ref previousDerivatives, 24);
                Vector256<float> e4 = Vector256.LoadUnsafe(ref previousDerivatives, 32);
                (e4 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 32);
                (e3 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 24);
                (e2 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 16);
                (e1 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 8);
                (e0 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 0);

                Vector256<float> e5 = Vector256.LoadUnsafe(ref previousDerivatives, 40);
                Vector256<float> e6 = Vector256.LoadUnsafe(ref previousDerivatives, 48);
                Vector256<float> e7 = Vector256.LoadUnsafe(ref previousDerivatives, 56);
                Vector256<float> e8 = Vector256.LoadUnsafe(ref previousDerivatives, 64);
                (e8 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 64);
                (e7 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 56);
                (e6 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 48);
                (e5 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 40);

                Vector256<float> e9 = Vector256.LoadUnsafe(ref previousDerivatives, 72);
                Vector256<float> e10 = Vector256.LoadUnsafe(ref previousDerivatives, 80);
                Vector256<float> e11 = Vector256.LoadUnsafe(ref previousDerivatives, 88);
                Vector256<float> e12 = Lanes256.LoadLast(ref previousDerivatives, 92, 4, 0f);
                (e12 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 92);
                (e11 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 88);
                (e10 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 80);
                (e9 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 72);

                // The label's derivative, in place of what the pass left there.
                Unsafe.Add(ref previousDerivatives, previousLabel) = Lanes256.At(ref labelDerivativeOfPreviousRows, lane);
            }

            if (lane < rowsOfBlock)
            {
                nuint row = firstOfBlock + lane;
                ref float scores = ref Unsafe.Add(ref logits, row * 100);
                ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
                nint label = (nint)Unsafe.Add(ref labels, row);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(label, 100);
                float reference = Lanes256.At(ref referenceOfRows, lane);

                // Pass 2: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type.
                Vector256<float> referenceLanes = Vector256.Create(reference);
                Vector256<float> z0 = Vector256.LoadUnsafe(ref scores, 0);
                Vector256<float> z1 = Vector256.LoadUnsafe(ref scores, 8);
                Vector256<float> z2 = Vector256.LoadUnsafe(ref scores, 16);
                Vector256<float> z3 = Vector256.LoadUnsafe(ref scores, 24);
                Vector256<float> z4 = Vector256.LoadUnsafe(ref scores, 32);
                Vector256<float> e0 = z0 - referenceLanes;
                Vector256<float> e1 = z1 - referenceLanes;
                Vector256<float> e2 = z2 - referenceLanes;
                Vector256<float> e3 = z3 - referenceLanes;
                Vector256<float> e4 = z4 - referenceLanes;
                ExpOfDifference(ref e0, ref e1, ref e2, ref e3, ref e4, ref constants);
                e4.StoreUnsafe(ref derivatives, 32);
                e3.StoreUnsafe(ref derivatives, 24);
                e2.StoreUnsafe(ref derivatives, 16);
                e1.StoreUnsafe(ref derivatives, 8);
                e0.StoreUnsafe(ref derivatives, 0);

                Vector256<float> z5 = Vector256.LoadUnsafe(ref scores, 40);
                Vector256<float> z6 = Vector256.LoadUnsafe(ref scores, 48);
                Vector256<float> z7 = Vector256.LoadUnsafe(ref scores, 56);
                Vector256<float> z8 = Vector256.LoadUnsafe(ref scores, 64);
                Vector256<float> e5 = z5 - referenceLanes;
                Vector256<float> e6 = z6 - referenceLanes;
                Vector256<float> e7 = z7 - referenceLanes;
                Vector256<float> e8 = z8 - referenceLanes;
                ExpOfDifference(ref e5, ref e6, ref e7, ref e8, ref constants);
                e8.StoreUnsafe(ref derivatives, 64);
                e7.StoreUnsafe(ref derivatives, 56);
                e6.StoreUnsafe(ref derivatives, 48);
                e5.StoreUnsafe(ref derivatives, 40);

                Vector256<float> z9 = Vector256.LoadUnsafe(ref scores, 72);
                Vector256<float> z10 = Vector256.LoadUnsafe(ref scores, 80);
                Vector256<float> z11 = Vector256.LoadUnsafe(ref scores, 88);
                Vector256<float> z12 = Lanes256.LoadLast(ref scores, 92, 4, float.NegativeInfinity);
                Vector256<float> e9 = z9 - referenceLanes;
                Vector256<float> e10 = z10 - referenceLanes;
                Vector256<float> e11 = z11 - referenceLanes;
                Vector256<float> e12 = z12 - referenceLanes;
                ExpOfDifference(ref e9, ref e10, ref e11, ref e12, ref constants);
                e12.StoreUnsafe(ref derivatives, 92);
                e11.StoreUnsafe(ref derivatives, 88);
                e10.StoreUnsafe(ref derivatives, 80);
                e9.StoreUnsafe(ref derivatives, 72);

                // The label's was computed with the others, whatever it came to. In its place 0 adds nothing to their sum.
                Unsafe.Add(ref derivatives, label) = 0f;
            }
        }

        if (rowsOfBlock > 0)
        {
            Vector256<float> sumOfRows = Vector256<float>.Zero;
            for (nuint row = firstOfBlock; row < endOfBlock; row++)
            {
                ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);

                // Pass 3: their sum.
                Vector256<float> e0 = Vector256.LoadUnsafe(ref derivatives, 0);
                Vector256<float> e1 = Vector256.LoadUnsafe(ref derivatives, 8);
                Vector256<float> e2 = Vector256.LoadUnsafe(ref derivatives, 16);
                Vector256<float> e3 = Vector256.LoadUnsafe(ref derivatives, 24);
                Vector256<float> e4 = Vector256.LoadUnsafe(ref derivatives, 32);
                Vector256<float> sum0 = ((e0 + e1) + (e2 + e3)) + e4;

                Vector256<float> e5 = Vector256.LoadUnsafe(ref derivatives, 40);
                Vector256<float> e6 = Vector256.LoadUnsafe(ref derivatives, 48);
                Vector256<float> e7 = Vector256.LoadUnsafe(ref derivatives, 56);
                Vector256<float> e8 = Vector256.LoadUnsafe(ref derivatives, 64);
                Vector256<float> sum1 = (e5 + e6) + (e7 + e8);

                Vector256<float> e9 = Vector256.LoadUnsafe(ref derivatives, 72);
                Vector256<float> e10 = Vector256.LoadUnsafe(ref derivatives, 80);
                Vector256<float> e11 = Vector256.LoadUnsafe(ref derivatives, 88);
                Vector256<float> e12 = Lanes256.LoadLast(ref derivatives, 92, 4, 0f);
                Vector256<float> sum2 = (e9 + e10) + (e11 + e12);

                float sum = Lanes256.Sum((sum0 + sum1) + sum2);

                Lanes256.At(ref sumOfRows, row - firstOfBlock) = sum;
            }

            // The larger of 0 and the largest u: by how much the best of the others beats the label.
            Vector256<float> violationOfRows = largestOfRows - targetOfRows;

            // The 1 of 1 + Σ exp(u), measured from the same as the exps, and times 2⁸ as they are.
            Vector256<float> unitOfRows = -violationOfRows;
            ExpOfDifference(ref unitOfRows);

            // The loss of the row.
            Vector256<float> lossOfRows = violationOfRows + Lanes256.LogOfSum(Vector256.Create(0.00390625f) * unitOfRows, Vector256.Create(0.00390625f) * sumOfRows);

            // 1 + Σ exp(u), measured likewise: at least 2⁸.
            Vector256<float> partitionOfRows = unitOfRows + sumOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector256<float> slopeOfRows = Vector256.Create(1f) / partitionOfRows;

            // What both sides' gradients have in common.
            Vector256<float> factorOfRows = slopeOfRows * upstreamLanes;

            Vector256<float> counted = lossOfRows & Lanes256.First<float>((nint)(endOfBlock - firstOfBlock));
            total.Add(counted);

            // The label's derivative: minus the sum of the others'.
            Vector256<float> labelDerivativeOfRows = -(sumOfRows * factorOfRows);

            factorOfPreviousRows = factorOfRows;
            labelDerivativeOfPreviousRows = labelDerivativeOfRows;
        }

        firstOfNext += rowsOfNext;
        rowsOfPrevious = rowsOfBlock;
        rowsOfBlock = rowsOfNext;
        rowsOfNext = nuint.Min(8, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3, ref Vector256<float> x4, ref float constants)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x0);
    x1 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x1);
    x2 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x2);
    x3 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x3);
    x4 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x4);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 135.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent4 = Vector256.MultiplyAddEstimate(x4, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(exponent2 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(exponent3 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x3);
    Vector256<float> r4 = Vector256.MultiplyAddEstimate(exponent4 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x4);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> p0 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p1 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p2 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p3 = Vector256.LoadUnsafe(ref constants, 32);
    Vector256<float> p4 = Vector256.LoadUnsafe(ref constants, 32);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 40));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 40));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 40));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 40));
    p4 = Vector256.MultiplyAddEstimate(p4, r4, Vector256.LoadUnsafe(ref constants, 40));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 48));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 48));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 48));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 48));
    p4 = Vector256.MultiplyAddEstimate(p4, r4, Vector256.LoadUnsafe(ref constants, 48));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 56));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 56));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 56));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 56));
    p4 = Vector256.MultiplyAddEstimate(p4, r4, Vector256.LoadUnsafe(ref constants, 56));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 64));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 64));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 64));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 64));
    p4 = Vector256.MultiplyAddEstimate(p4, r4, Vector256.LoadUnsafe(ref constants, 64));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 72));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 72));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 72));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 72));
    p4 = Vector256.MultiplyAddEstimate(p4, r4, Vector256.LoadUnsafe(ref constants, 72));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 72));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 72));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 72));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 72));
    p4 = Vector256.MultiplyAddEstimate(p4, r4, Vector256.LoadUnsafe(ref constants, 72));

    // Times 2ⁿ⁺⁸: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
    x4 = p4 * Vector256.ShiftLeft(exponent4.AsInt32(), 23).AsSingle();
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3, ref float constants)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x0);
    x1 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x1);
    x2 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x2);
    x3 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x3);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 135.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.LoadUnsafe(ref constants, 8), Vector256.LoadUnsafe(ref constants, 16));

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(exponent2 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(exponent3 - Vector256.LoadUnsafe(ref constants, 16), Vector256.LoadUnsafe(ref constants, 24), x3);

    // The polynomial for exp(r), of degree 6.
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
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.LoadUnsafe(ref constants, 72));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.LoadUnsafe(ref constants, 72));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.LoadUnsafe(ref constants, 72));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.LoadUnsafe(ref constants, 72));

    // Times 2ⁿ⁺⁸: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-93.6f), x0);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 135.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.442695f), Vector256.Create(12583047f));

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.Create(12583047f), Vector256.Create(-0.6931472f), x0);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> p0 = Vector256.Create(0.0013820998f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.008368673f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041668262f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666521f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.49999994f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));

    // Times 2ⁿ⁺⁸: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
}
