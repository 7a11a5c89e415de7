/// <summary>512 bits: loop over blocks of 4 vectors, the last 8 scores behind it; 1 row a block, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows512(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes512<float>();
    Vector512<float> upstreamLanes = Vector512.Create(upstream);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector512<float> targetOfNextRows = Vector512<float>.Zero;
    Vector512<float> maxOfNextRows = Vector512<float>.Zero;
    Vector512<float> factorOfPreviousRows = Vector512<float>.Zero;
    Vector512<float> labelDerivativeOfPreviousRows = Vector512<float>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(1, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfPrevious + rowsOfNext + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector512<float> targetOfRows = targetOfNextRows;
        Vector512<float> maxOfRows = maxOfNextRows;

        // With every negative masked the differences from it must not be NaN.
        Vector512<float> referenceOfRows = Vector512.Max(maxOfRows, Vector512.Create(float.MinValue));

        Vector512<float> sumOfRows = Vector512<float>.Zero;
        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfPrevious, rowsOfNext), rowsOfBlock); lane++)
        {
            bool isPrevious = lane < rowsOfPrevious;
            nuint previousRow = isPrevious ? firstOfPrevious + lane : 0;
            ref float previousDerivatives = ref Unsafe.Add(ref gradient, previousRow * 5000);
            nint previousLabel = (nint)Unsafe.Add(ref labels, previousRow);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(previousLabel, 5000);
            float previousFactor = Lanes512.At(ref factorOfPreviousRows, lane);
            Vector512<float> previousFactorLanes = Vector512.Create(previousFactor);

            bool isNext = lane < rowsOfNext;
            nuint nextRow = isNext ? firstOfNext + lane : 0;
            ref float nextScores = ref Unsafe.Add(ref logits, nextRow * 5000);
            nint nextLabel = (nint)Unsafe.Add(ref labels, nextRow);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(nextLabel, 5000);

            // The label's score.
            float nextTarget = Unsafe.Add(ref nextScores, nextLabel);
            Lanes512.At(ref targetOfNextRows, lane) = nextTarget;

            bool isRow = lane < rowsOfBlock;
            nuint row = isRow ? firstOfBlock + lane : 0;
            ref float scores = ref Unsafe.Add(ref logits, row * 5000);
            ref float derivatives = ref Unsafe.Add(ref gradient, row * 5000);
            nint label = (nint)Unsafe.Add(ref labels, row);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(label, 5000);
            float reference = Lanes512.At(ref referenceOfRows, lane);
            Vector512<float> referenceLanes = Vector512.Create(reference);

            Vector512<float> max0 = Vector512.Create(float.NegativeInfinity);
            Vector512<float> sum0 = Vector512.Create(0f);
            for (nuint i = 0; i < 4992;)
            {
                // Whole blocks without a label need no mask.
                nuint unmasked = isPrevious && isNext && isRow ? nuint.Min(BlocksOfRow.EndWithout(nextLabel, i, 4992, 64), BlocksOfRow.EndWithout(label, i, 4992, 64)) : i;
                for (; i < unmasked; i += 64)
                {
                    // Pass 3: the gradient, e·factor.
                    {
                        Vector512<float> e0 = Vector512.LoadUnsafe(ref previousDerivatives, i);
                        Vector512<float> e1 = Vector512.LoadUnsafe(ref previousDerivatives, i + 16);
                        Vector512<float> e2 = Vector512.LoadUnsafe(ref previousDerivatives, i + 32);
                        Vector512<float> e3 = Vector512.LoadUnsafe(ref previousDerivatives, i + 48);
                        Vector512<float> g0 = e0 * previousFactorLanes;
                        Vector512<float> g1 = e1 * previousFactorLanes;
                        Vector512<float> g2 = e2 * previousFactorLanes;
                        Vector512<float> g3 = e3 * previousFactorLanes;
                        g0.StoreUnsafe(ref previousDerivatives, i);
                        g1.StoreUnsafe(ref previousDerivatives, i + 16);
                        g2.StoreUnsafe(ref previousDerivatives, i + 32);
                        g3.StoreUnsafe(ref previousDerivatives, i + 48);
                    }

                    // Pass 1: the largest of the negatives, the label's score not among them.
                    {
                        // Scores that are read a little later are on their way from memory meanwhile.
                        Lanes512.FetchAhead(ref nextScores, i + 1024);
                        Lanes512.FetchAhead(ref nextScores, i + 16 + 1024);
                        Lanes512.FetchAhead(ref nextScores, i + 32 + 1024);
                        Lanes512.FetchAhead(ref nextScores, i + 48 + 1024);
                        Vector512<float> z0 = Vector512.LoadUnsafe(ref nextScores, i);
                        Vector512<float> z1 = Vector512.LoadUnsafe(ref nextScores, i + 16);
                        Vector512<float> z2 = Vector512.LoadUnsafe(ref nextScores, i + 32);
                        Vector512<float> z3 = Vector512.LoadUnsafe(ref nextScores, i + 48);
                        max0 = Vector512.MaxNative(max0, Vector512.MaxNative(Vector512.MaxNative(z0, z1), Vector512.MaxNative(z2, z3)));
                    }

                    // Pass 2: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                    {
                        // The memory that exps are written to a little later is fetched meanwhile.
                        Lanes512.FetchAhead(ref derivatives, i + 256);
                        Lanes512.FetchAhead(ref derivatives, i + 16 + 256);
                        Lanes512.FetchAhead(ref derivatives, i + 32 + 256);
                        Lanes512.FetchAhead(ref derivatives, i + 48 + 256);
                        Vector512<float> z0 = Vector512.LoadUnsafe(ref scores, i);
                        Vector512<float> z1 = Vector512.LoadUnsafe(ref scores, i + 16);
                        Vector512<float> z2 = Vector512.LoadUnsafe(ref scores, i + 32);
                        Vector512<float> z3 = Vector512.LoadUnsafe(ref scores, i + 48);
                        Vector512<float> e0 = z0 - referenceLanes;
                        Vector512<float> e1 = z1 - referenceLanes;
                        Vector512<float> e2 = z2 - referenceLanes;
                        Vector512<float> e3 = z3 - referenceLanes;
                        ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
                        sum0 += (e0 + e1) + (e2 + e3);
                        e0.StoreUnsafe(ref derivatives, i);
                        e1.StoreUnsafe(ref derivatives, i + 16);
                        e2.StoreUnsafe(ref derivatives, i + 32);
                        e3.StoreUnsafe(ref derivatives, i + 48);
                    }
                }

                // The block behind them needs a mask; where a row is missing, every block is asked.
                nuint masked = isPrevious && isNext && isRow ? nuint.Min(i + 64, 4992) : 4992;
                for (; i < masked; i += 64)
                {
                    if (isPrevious)
                    {
                        Load(ref previousDerivatives, i, out Vector512<float> e0, out Vector512<float> e1, out Vector512<float> e2, out Vector512<float> e3);
                        Vector512<float> g0 = e0 * previousFactorLanes;
                        Vector512<float> g1 = e1 * previousFactorLanes;
                        Vector512<float> g2 = e2 * previousFactorLanes;
                        Vector512<float> g3 = e3 * previousFactorLanes;
                        Store(ref previousDerivatives, i, g0, g1, g2, g3);
                    }

                    if (isNext)
                    {
                        // Scores that are read a little later are on their way from memory meanwhile.
                        Lanes512.FetchAhead(ref nextScores, i + 1024);
                        Lanes512.FetchAhead(ref nextScores, i + 16 + 1024);
                        Lanes512.FetchAhead(ref nextScores, i + 32 + 1024);
                        Lanes512.FetchAhead(ref nextScores, i + 48 + 1024);
                        LoadNegatives(ref nextScores, i, nextLabel, out Vector512<float> z0, out Vector512<float> z1, out Vector512<float> z2, out Vector512<float> z3);
                        max0 = Vector512.MaxNative(max0, Vector512.MaxNative(Vector512.MaxNative(z0, z1), Vector512.MaxNative(z2, z3)));
                    }

                    if (isRow)
                    {
                        // The memory that exps are written to a little later is fetched meanwhile.
                        Lanes512.FetchAhead(ref derivatives, i + 256);
                        Lanes512.FetchAhead(ref derivatives, i + 16 + 256);
                        Lanes512.FetchAhead(ref derivatives, i + 32 + 256);
                        Lanes512.FetchAhead(ref derivatives, i + 48 + 256);
                        LoadNegatives(ref scores, i, label, out Vector512<float> z0, out Vector512<float> z1, out Vector512<float> z2, out Vector512<float> z3);
                        Vector512<float> e0 = z0 - referenceLanes;
                        Vector512<float> e1 = z1 - referenceLanes;
                        Vector512<float> e2 = z2 - referenceLanes;
                        Vector512<float> e3 = z3 - referenceLanes;
                        ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
                        sum0 += (e0 + e1) + (e2 + e3);
                        Store(ref derivatives, i, e0, e1, e2, e3);
                    }
                }
            }

            // What is left.
            {
                nuint i = 4992;

                if (isPrevious)
                {
                    LoadLast(ref previousDerivatives, i, out Vector512<float> e0);
                    Vector512<float> g0 = e0 * previousFactorLanes;
                    StoreLast(ref previousDerivatives, i, g0);
                }

                if (isNext)
                {
                    // Scores that are read a little later are on their way from memory meanwhile.
                    Lanes512.FetchAhead(ref nextScores, i + 1024);
                    LoadLastNegatives(ref nextScores, i, nextLabel, out Vector512<float> z0);
                    max0 = Vector512.MaxNative(max0, z0);
                }

                if (isRow)
                {
                    // The memory that exps are written to a little later is fetched meanwhile.
                    Lanes512.FetchAhead(ref derivatives, i + 256);
                    LoadLastNegatives(ref scores, i, label, out Vector512<float> z0);
                    Vector512<float> e0 = z0 - referenceLanes;
                    ExpOfDifference(ref e0);
                    sum0 += e0;
                    StoreLast(ref derivatives, i, e0);
                }
            }

            float nextMax = Lanes512.Largest(max0);
            float sum = Lanes512.Sum(sum0);
            Lanes512.At(ref maxOfNextRows, lane) = nextMax;
            Lanes512.At(ref sumOfRows, lane) = sum;
            if (isPrevious)
            {
                // The label's derivative, in place of what the pass left there.
                Unsafe.Add(ref previousDerivatives, previousLabel) = Lanes512.At(ref labelDerivativeOfPreviousRows, lane);
            }
        }

        if (rowsOfBlock > 0)
        {
            // The largest u: by how much the best of the others beats the label.
            Vector512<float> violationOfRows = maxOfRows - targetOfRows;

            // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
            Vector512<float> rootOfRows = Vector512.Create(-0.5f) * Vector512.Abs(violationOfRows);
            ExpOfDifference(ref rootOfRows);

            // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
            Vector512<float> sumRootOfRows = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(violationOfRows, Vector512.Create(0f)), rootOfRows, Vector512.Create(1f));

            // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
            Vector512<float> othersOfRows = sumRootOfRows * sumOfRows * sumRootOfRows;

            // The 1 of 1 + Σ exp(u), relative to the same.
            Vector512<float> unitOfRows = Vector512.ConditionalSelect(Vector512.LessThanOrEqual(violationOfRows, Vector512.Create(0f)), Vector512.Create(1f), rootOfRows * rootOfRows);

            // The loss of the row.
            Vector512<float> lossOfRows = Vector512.MaxNative(Vector512.Create(0f), violationOfRows) + Lanes512.LogOfSum(unitOfRows, othersOfRows);

            // 1 + Σ exp(u), relative to the same: at least 1.
            Vector512<float> partitionOfRows = unitOfRows + othersOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector512<float> slopeOfRows = (sumRootOfRows / partitionOfRows) * sumRootOfRows;

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
        rowsOfNext = nuint.Min(1, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ in place of the label's: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadNegatives(ref float scores, nuint i, nint label, out Vector512<float> z0, out Vector512<float> z1, out Vector512<float> z2, out Vector512<float> z3)
{
    nint lane = label - (nint)i;
    if (lane is >= 0 and < 64)
    {
        z0 = Lanes512.Without(Vector512.LoadUnsafe(ref scores, i), lane, float.NegativeInfinity);
        z1 = Lanes512.Without(Vector512.LoadUnsafe(ref scores, i + 16), lane - 16, float.NegativeInfinity);
        z2 = Lanes512.Without(Vector512.LoadUnsafe(ref scores, i + 32), lane - 32, float.NegativeInfinity);
        z3 = Lanes512.Without(Vector512.LoadUnsafe(ref scores, i + 48), lane - 48, float.NegativeInfinity);
    }
    else
    {
        z0 = Vector512.LoadUnsafe(ref scores, i);
        z1 = Vector512.LoadUnsafe(ref scores, i + 16);
        z2 = Vector512.LoadUnsafe(ref scores, i + 32);
        z3 = Vector512.LoadUnsafe(ref scores, i + 48);
    }
}

/// <summary>Loads a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Load(ref float memory, nuint i, out Vector512<float> z0, out Vector512<float> z1, out Vector512<float> z2, out Vector512<float> z3)
{
    z0 = Vector512.LoadUnsafe(ref memory, i);
    z1 = Vector512.LoadUnsafe(ref memory, i + 16);
    z2 = Vector512.LoadUnsafe(ref memory, i + 32);
    z3 = Vector512.LoadUnsafe(ref memory, i + 48);
}

/// <summary>Stores a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Store(ref float memory, nuint i, Vector512<float> z0, Vector512<float> z1, Vector512<float> z2, Vector512<float> z3)
{
    z0.StoreUnsafe(ref memory, i);
    z1.StoreUnsafe(ref memory, i + 16);
    z2.StoreUnsafe(ref memory, i + 32);
    z3.StoreUnsafe(ref memory, i + 48);
}

/// <summary>Loads the last block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadLastNegatives(ref float scores, nuint i, nint label, out Vector512<float> z0)
{
    nint lane = label - (nint)i;
    z0 = Lanes512.Without(Lanes512.LoadFirst(ref scores, i, 8, float.NegativeInfinity), lane, float.NegativeInfinity);
}

/// <summary>Loads the last block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadLast(ref float memory, nuint i, out Vector512<float> z0)
{
    z0 = Lanes512.LoadFirst(ref memory, i, 8, 0f);
}

/// <summary>Stores the last block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void StoreLast(ref float memory, nuint i, Vector512<float> z0)
{
    Lanes512.StoreFirst(z0, ref memory, i, 8);
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector512<float> x0, ref Vector512<float> x1, ref Vector512<float> x2, ref Vector512<float> x3)
{
    // Range reduction: n = round(x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, Vector512.Create(1.442695f), Vector512.Create(12582912f));
    Vector512<float> n1 = Vector512.MultiplyAddEstimate(x1, Vector512.Create(1.442695f), Vector512.Create(12582912f));
    Vector512<float> n2 = Vector512.MultiplyAddEstimate(x2, Vector512.Create(1.442695f), Vector512.Create(12582912f));
    Vector512<float> n3 = Vector512.MultiplyAddEstimate(x3, Vector512.Create(1.442695f), Vector512.Create(12582912f));
    n0 -= Vector512.Create(12582912f);
    n1 -= Vector512.Create(12582912f);
    n2 -= Vector512.Create(12582912f);
    n3 -= Vector512.Create(12582912f);

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, Vector512.Create(-0.6931472f), x0);
    Vector512<float> r1 = Vector512.MultiplyAddEstimate(n1, Vector512.Create(-0.6931472f), x1);
    Vector512<float> r2 = Vector512.MultiplyAddEstimate(n2, Vector512.Create(-0.6931472f), x2);
    Vector512<float> r3 = Vector512.MultiplyAddEstimate(n3, Vector512.Create(-0.6931472f), x3);

    // The polynomial for exp(r), of degree 6.
    Vector512<float> p0 = Vector512.Create(0.0013820998f);
    Vector512<float> p1 = Vector512.Create(0.0013820998f);
    Vector512<float> p2 = Vector512.Create(0.0013820998f);
    Vector512<float> p3 = Vector512.Create(0.0013820998f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.008368673f));
    p1 = Vector512.MultiplyAddEstimate(p1, r1, Vector512.Create(0.008368673f));
    p2 = Vector512.MultiplyAddEstimate(p2, r2, Vector512.Create(0.008368673f));
    p3 = Vector512.MultiplyAddEstimate(p3, r3, Vector512.Create(0.008368673f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.041668262f));
    p1 = Vector512.MultiplyAddEstimate(p1, r1, Vector512.Create(0.041668262f));
    p2 = Vector512.MultiplyAddEstimate(p2, r2, Vector512.Create(0.041668262f));
    p3 = Vector512.MultiplyAddEstimate(p3, r3, Vector512.Create(0.041668262f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.16666521f));
    p1 = Vector512.MultiplyAddEstimate(p1, r1, Vector512.Create(0.16666521f));
    p2 = Vector512.MultiplyAddEstimate(p2, r2, Vector512.Create(0.16666521f));
    p3 = Vector512.MultiplyAddEstimate(p3, r3, Vector512.Create(0.16666521f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.49999994f));
    p1 = Vector512.MultiplyAddEstimate(p1, r1, Vector512.Create(0.49999994f));
    p2 = Vector512.MultiplyAddEstimate(p2, r2, Vector512.Create(0.49999994f));
    p3 = Vector512.MultiplyAddEstimate(p3, r3, Vector512.Create(0.49999994f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(1f));
    p1 = Vector512.MultiplyAddEstimate(p1, r1, Vector512.Create(1f));
    p2 = Vector512.MultiplyAddEstimate(p2, r2, Vector512.Create(1f));
    p3 = Vector512.MultiplyAddEstimate(p3, r3, Vector512.Create(1f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(1f));
    p1 = Vector512.MultiplyAddEstimate(p1, r1, Vector512.Create(1f));
    p2 = Vector512.MultiplyAddEstimate(p2, r2, Vector512.Create(1f));
    p3 = Vector512.MultiplyAddEstimate(p3, r3, Vector512.Create(1f));

    // Times 2ⁿ, but 0 where n is at most −127, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -127f);
    x1 = Lanes512.TimesPowerOfTwo(p1, n1, -127f);
    x2 = Lanes512.TimesPowerOfTwo(p2, n2, -127f);
    x3 = Lanes512.TimesPowerOfTwo(p3, n3, -127f);
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector512<float> x0)
{
    // Range reduction: n = round(x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, Vector512.Create(1.442695f), Vector512.Create(12582912f));
    n0 -= Vector512.Create(12582912f);

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, Vector512.Create(-0.6931472f), x0);

    // The polynomial for exp(r), of degree 6.
    Vector512<float> p0 = Vector512.Create(0.0013820998f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.008368673f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.041668262f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.16666521f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(0.49999994f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(1f));
    p0 = Vector512.MultiplyAddEstimate(p0, r0, Vector512.Create(1f));

    // Times 2ⁿ, but 0 where n is at most −127, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -127f);
}
