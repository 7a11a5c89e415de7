/// <summary>256 bits: loop over blocks of 4 vectors; 1 row a block, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector256<float> targetOfNextRows = Vector256<float>.Zero;
    Vector256<float> maxOfNextRows = Vector256<float>.Zero;
    Vector256<float> factorOfPreviousRows = Vector256<float>.Zero;
    Vector256<float> labelDerivativeOfPreviousRows = Vector256<float>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(1, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfPrevious + rowsOfNext + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector256<float> targetOfRows = targetOfNextRows;
        Vector256<float> maxOfRows = maxOfNextRows;

        // With every negative masked the differences from it must not be NaN.
        Vector256<float> referenceOfRows = Vector256.Max(maxOfRows, Vector256.Create(float.MinValue));

        Vector256<float> sumOfRows = Vector256<float>.Zero;
        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfPrevious, rowsOfNext), rowsOfBlock); lane++)
        {
            bool isPrevious = lane < rowsOfPrevious;
            nuint previousRow = isPrevious ? firstOfPrevious + lane : 0;
            ref float previousDerivatives = ref Unsafe.Add(ref gradient, previousRow * 5000);
            nint previousLabel = (nint)Unsafe.Add(ref labels, previousRow);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(previousLabel, 5000);
            float previousFactor = Lanes256.At(ref factorOfPreviousRows, lane);
            Vector256<float> previousFactorLanes = Vector256.Create(previousFactor);

            bool isNext = lane < rowsOfNext;
            nuint nextRow = isNext ? firstOfNext + lane : 0;
            ref float nextScores = ref Unsafe.Add(ref logits, nextRow * 5000);
            nint nextLabel = (nint)Unsafe.Add(ref labels, nextRow);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(nextLabel, 5000);

            // The label's score.
            float nextTarget = Unsafe.Add(ref nextScores, nextLabel);
            Lanes256.At(ref targetOfNextRows, lane) = nextTarget;

            bool isRow = lane < rowsOfBlock;
            nuint row = isRow ? firstOfBlock + lane : 0;
            ref float scores = ref Unsafe.Add(ref logits, row * 5000);
            ref float derivatives = ref Unsafe.Add(ref gradient, row * 5000);
            nint label = (nint)Unsafe.Add(ref labels, row);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(label, 5000);
            float reference = Lanes256.At(ref referenceOfRows, lane);
            Vector256<float> referenceLanes = Vector256.Create(reference);

            Vector256<float> max0 = Vector256.Create(float.NegativeInfinity);
            var sumOfStretches = new CompensatedSum();
            for (nuint start = 0; start < 5000; start += 4096)
            {
                // A lane that adds up too many terms loses bits: every stretch has sums of its own.
                Vector256<float> sum0 = Vector256.Create(0f);
                nuint end = nuint.Min(start + 4096, 5000);
                for (nuint i = start; i < end;)
                {
                    // Whole blocks without a label need no mask.
                    nuint unmasked = isPrevious && isNext && isRow ? nuint.Min(BlocksOfRow.EndWithout(nextLabel, i, end, 32), BlocksOfRow.EndWithout(label, i, end, 32)) : i;
                    for (; i < unmasked; i += 32)
                    {
                        // Pass 3: the gradient, e·factor.
                        {
                            Vector256<float> e0 = Vector256.LoadUnsafe(ref previousDerivatives, i);
                            Vector256<float> e1 = Vector256.LoadUnsafe(ref previousDerivatives, i + 8);
                            Vector256<float> e2 = Vector256.LoadUnsafe(ref previousDerivatives, i + 16);
                            Vector256<float> e3 = Vector256.LoadUnsafe(ref previousDerivatives, i + 24);
                            Vector256<float> g0 = e0 * previousFactorLanes;
                            Vector256<float> g1 = e1 * previousFactorLanes;
                            Vector256<float> g2 = e2 * previousFactorLanes;
                            Vector256<float> g3 = e3 * previousFactorLanes;
                            g0.StoreUnsafe(ref previousDerivatives, i);
                            g1.StoreUnsafe(ref previousDerivatives, i + 8);
                            g2.StoreUnsafe(ref previousDerivatives, i + 16);
                            g3.StoreUnsafe(ref previousDerivatives, i + 24);
                        }

                        // Pass 1: the largest of the negatives, the label's score not among them.
                        {
                            // Scores that are read a little later are on their way from memory meanwhile.
                            Lanes256.FetchAhead(ref nextScores, i + 1024);
                            Lanes256.FetchAhead(ref nextScores, i + 16 + 1024);
                            Vector256<float> z0 = Vector256.LoadUnsafe(ref nextScores, i);
                            Vector256<float> z1 = Vector256.LoadUnsafe(ref nextScores, i + 8);
                            Vector256<float> z2 = Vector256.LoadUnsafe(ref nextScores, i + 16);
                            Vector256<float> z3 = Vector256.LoadUnsafe(ref nextScores, i + 24);
                            max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
                        }

                        // Pass 2: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                        {
                            Vector256<float> z0 = Vector256.LoadUnsafe(ref scores, i);
                            Vector256<float> z1 = Vector256.LoadUnsafe(ref scores, i + 8);
                            Vector256<float> z2 = Vector256.LoadUnsafe(ref scores, i + 16);
                            Vector256<float> z3 = Vector256.LoadUnsafe(ref scores, i + 24);
                            Vector256<float> e0 = z0 - referenceLanes;
                            Vector256<float> e1 = z1 - referenceLanes;
                            Vector256<float> e2 = z2 - referenceLanes;
                            Vector256<float> e3 = z3 - referenceLanes;
                            ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
                            sum0 += (e0 + e1) + (e2 + e3);
                            e0.StoreUnsafe(ref derivatives, i);
                            e1.StoreUnsafe(ref derivatives, i + 8);
                            e2.StoreUnsafe(ref derivatives, i + 16);
                            e3.StoreUnsafe(ref derivatives, i + 24);
                        }
                    }

                    // The block behind them needs a mask; where a row is missing, every block is asked.
                    nuint masked = isPrevious && isNext && isRow ? nuint.Min(i + 32, end) : end;
                    for (; i < masked; i += 32)
                    {
                        if (isPrevious)
                        {
                            Load(ref previousDerivatives, i, out Vector256<float> e0, out Vector256<float> e1, out Vector256<float> e2, out Vector256<float> e3);
                            Vector256<float> g0 = e0 * previousFactorLanes;
                            Vector256<float> g1 = e1 * previousFactorLanes;
                            Vector256<float> g2 = e2 * previousFactorLanes;
                            Vector256<float> g3 = e3 * previousFactorLanes;
                            Store(ref previousDerivatives, i, g0, g1, g2, g3);
                        }

                        if (isNext)
                        {
                            // Scores that are read a little later are on their way from memory meanwhile.
                            Lanes256.FetchAhead(ref nextScores, i + 1024);
                            Lanes256.FetchAhead(ref nextScores, i + 16 + 1024);
                            LoadNegatives(ref nextScores, i, nextLabel, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
                            max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
                        }

                        if (isRow)
                        {
                            LoadNegatives(ref scores, i, label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
                            Vector256<float> e0 = z0 - referenceLanes;
                            Vector256<float> e1 = z1 - referenceLanes;
                            Vector256<float> e2 = z2 - referenceLanes;
                            Vector256<float> e3 = z3 - referenceLanes;
                            ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
                            sum0 += (e0 + e1) + (e2 + e3);
                            Store(ref derivatives, i, e0, e1, e2, e3);
                        }
                    }
                }

                sumOfStretches.Add(Lanes256.Sum(sum0));
            }

            float nextMax = Lanes256.Largest(max0);
            float sum = (float)sumOfStretches.Total;
            Lanes256.At(ref maxOfNextRows, lane) = nextMax;
            Lanes256.At(ref sumOfRows, lane) = sum;
            if (isPrevious)
            {
                // The label's derivative, in place of what the pass left there.
                Unsafe.Add(ref previousDerivatives, previousLabel) = Lanes256.At(ref labelDerivativeOfPreviousRows, lane);
            }
        }

        if (rowsOfBlock > 0)
        {
            // The largest u: by how much the best of the others beats the label.
            Vector256<float> violationOfRows = maxOfRows - targetOfRows;

            // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
            Vector256<float> rootOfRows = Vector256.Create(-0.5f) * Vector256.Abs(violationOfRows);
            ExpOfDifference(ref rootOfRows);

            // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
            Vector256<float> sumRootOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violationOfRows, Vector256.Create(0f)), rootOfRows, Vector256.Create(1f));

            // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
            Vector256<float> othersOfRows = sumRootOfRows * sumOfRows * sumRootOfRows;

            // The 1 of 1 + Σ exp(u), relative to the same.
            Vector256<float> unitOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violationOfRows, Vector256.Create(0f)), Vector256.Create(1f), rootOfRows * rootOfRows);

            // The loss of the row.
            Vector256<float> lossOfRows = Vector256.MaxNative(Vector256.Create(0f), violationOfRows) + Lanes256.LogOfSum(unitOfRows, othersOfRows);

            // 1 + Σ exp(u), relative to the same: at least 1.
            Vector256<float> partitionOfRows = unitOfRows + othersOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector256<float> slopeOfRows = (sumRootOfRows / partitionOfRows) * sumRootOfRows;

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
        rowsOfNext = nuint.Min(1, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    nint lane = label - (nint)i;
    if (i + 32 > 5000 || lane is >= 0 and < 32)
    {
        nint left = (nint)5000 - (nint)i;
        z0 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i, left, float.NegativeInfinity), lane, float.NegativeInfinity);
        z1 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 8, left - 8, float.NegativeInfinity), lane - 8, float.NegativeInfinity);
        z2 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 16, left - 16, float.NegativeInfinity), lane - 16, float.NegativeInfinity);
        z3 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 24, left - 24, float.NegativeInfinity), lane - 24, float.NegativeInfinity);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref scores, i);
        z1 = Vector256.LoadUnsafe(ref scores, i + 8);
        z2 = Vector256.LoadUnsafe(ref scores, i + 16);
        z3 = Vector256.LoadUnsafe(ref scores, i + 24);
    }
}

/// <summary>Loads a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Load(ref float memory, nuint i, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    if (i + 32 > 5000)
    {
        nint left = (nint)5000 - (nint)i;
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
private static void Store(ref float memory, nuint i, Vector256<float> z0, Vector256<float> z1, Vector256<float> z2, Vector256<float> z3)
{
    if (i + 32 > 5000)
    {
        nint left = (nint)5000 - (nint)i;
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

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-88f), x0);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.442695f), Vector256.Create(12583039f));

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.Create(12583039f), Vector256.Create(-0.6931472f), x0);

    // The polynomial for exp(r), of degree 6.
    Vector256<float> p0 = Vector256.Create(0.0013820998f);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.008368673f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041668262f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666521f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.49999994f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1f));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
}
