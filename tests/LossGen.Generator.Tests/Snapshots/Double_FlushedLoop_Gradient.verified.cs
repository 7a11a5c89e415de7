/// <summary>256 bits: loop over blocks of 4 vectors; 1 row a block, three blocks under way. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref double logits, ref int labels, ref double gradient, nuint rows, double upstream)
{
    var total = new CompensatedLanes256<double>();
    Vector256<double> upstreamLanes = Vector256.Create(upstream);

    // While one block's exps are computed, the next one is read for the first time, and the previous one's gradient is written.
    Vector256<double> targetOfNextRows = Vector256<double>.Zero;
    Vector256<double> maxOfNextRows = Vector256<double>.Zero;
    Vector256<double> factorOfPreviousRows = Vector256<double>.Zero;
    Vector256<double> labelDerivativeOfPreviousRows = Vector256<double>.Zero;
    nuint firstOfNext = 0;
    nuint rowsOfNext = nuint.Min(1, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfPrevious + rowsOfNext + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector256<double> targetOfRows = targetOfNextRows;
        Vector256<double> maxOfRows = maxOfNextRows;

        // With every negative masked the differences from it must not be NaN.
        Vector256<double> referenceOfRows = Vector256.Max(maxOfRows, Vector256.Create(double.MinValue));

        Vector256<double> sumOfRows = Vector256<double>.Zero;
        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfPrevious, rowsOfNext), rowsOfBlock); lane++)
        {
            bool isPrevious = lane < rowsOfPrevious;
            nuint previousRow = isPrevious ? firstOfPrevious + lane : 0;
            ref double previousDerivatives = ref Unsafe.Add(ref gradient, previousRow * 5000);
            nint previousLabel = (nint)Unsafe.Add(ref labels, previousRow);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(previousLabel, 5000);
            double previousFactor = Lanes256.At(ref factorOfPreviousRows, lane);
            Vector256<double> previousFactorLanes = Vector256.Create(previousFactor);

            bool isNext = lane < rowsOfNext;
            nuint nextRow = isNext ? firstOfNext + lane : 0;
            ref double nextScores = ref Unsafe.Add(ref logits, nextRow * 5000);
            nint nextLabel = (nint)Unsafe.Add(ref labels, nextRow);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(nextLabel, 5000);

            // The label's score.
            double nextTarget = Unsafe.Add(ref nextScores, nextLabel);
            Lanes256.At(ref targetOfNextRows, lane) = nextTarget;

            bool isRow = lane < rowsOfBlock;
            nuint row = isRow ? firstOfBlock + lane : 0;
            ref double scores = ref Unsafe.Add(ref logits, row * 5000);
            ref double derivatives = ref Unsafe.Add(ref gradient, row * 5000);
            nint label = (nint)Unsafe.Add(ref labels, row);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            KernelArguments.RequireUnchanged(label, 5000);
            double reference = Lanes256.At(ref referenceOfRows, lane);
            Vector256<double> referenceLanes = Vector256.Create(reference);

            Vector256<double> max0 = Vector256.Create(double.NegativeInfinity);
            var sumOfStretches = new CompensatedSum();
            for (nuint start = 0; start < 5000; start += 2048)
            {
                // A lane that adds up too many terms loses bits: every stretch has sums of its own.
                Vector256<double> sum0 = Vector256.Create(0d);
                nuint end = nuint.Min(start + 2048, 5000);
                for (nuint i = start; i < end;)
                {
                    // Whole blocks without a label need no mask.
                    nuint unmasked = isPrevious && isNext && isRow ? nuint.Min(BlocksOfRow.EndWithout(nextLabel, i, end, 16), BlocksOfRow.EndWithout(label, i, end, 16)) : i;
                    for (; i < unmasked; i += 16)
                    {
                        // Pass 3: the gradient, e·factor.
                        {
                            Vector256<double> e0 = Vector256.LoadUnsafe(ref previousDerivatives, i);
                            Vector256<double> e1 = Vector256.LoadUnsafe(ref previousDerivatives, i + 4);
                            Vector256<double> e2 = Vector256.LoadUnsafe(ref previousDerivatives, i + 8);
                            Vector256<double> e3 = Vector256.LoadUnsafe(ref previousDerivatives, i + 12);
                            Vector256<double> g0 = e0 * previousFactorLanes;
                            Vector256<double> g1 = e1 * previousFactorLanes;
                            Vector256<double> g2 = e2 * previousFactorLanes;
                            Vector256<double> g3 = e3 * previousFactorLanes;
                            g0.StoreUnsafe(ref previousDerivatives, i);
                            g1.StoreUnsafe(ref previousDerivatives, i + 4);
                            g2.StoreUnsafe(ref previousDerivatives, i + 8);
                            g3.StoreUnsafe(ref previousDerivatives, i + 12);
                        }

                        // Pass 1: the largest of the negatives, the label's score not among them.
                        {
                            // Scores that are read a little later are on their way from memory meanwhile.
                            Lanes256.FetchAhead(ref nextScores, i + 512);
                            Lanes256.FetchAhead(ref nextScores, i + 8 + 512);
                            Vector256<double> z0 = Vector256.LoadUnsafe(ref nextScores, i);
                            Vector256<double> z1 = Vector256.LoadUnsafe(ref nextScores, i + 4);
                            Vector256<double> z2 = Vector256.LoadUnsafe(ref nextScores, i + 8);
                            Vector256<double> z3 = Vector256.LoadUnsafe(ref nextScores, i + 12);
                            max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
                        }

                        // Pass 2: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
                        {
                            Vector256<double> z0 = Vector256.LoadUnsafe(ref scores, i);
                            Vector256<double> z1 = Vector256.LoadUnsafe(ref scores, i + 4);
                            Vector256<double> z2 = Vector256.LoadUnsafe(ref scores, i + 8);
                            Vector256<double> z3 = Vector256.LoadUnsafe(ref scores, i + 12);
                            Vector256<double> e0 = z0 - referenceLanes;
                            Vector256<double> e1 = z1 - referenceLanes;
                            Vector256<double> e2 = z2 - referenceLanes;
                            Vector256<double> e3 = z3 - referenceLanes;
                            Exp(ref e0, ref e1, ref e2, ref e3);
                            sum0 += (e0 + e1) + (e2 + e3);
                            e0.StoreUnsafe(ref derivatives, i);
                            e1.StoreUnsafe(ref derivatives, i + 4);
                            e2.StoreUnsafe(ref derivatives, i + 8);
                            e3.StoreUnsafe(ref derivatives, i + 12);
                        }
                    }

                    // The block behind them needs a mask; where a row is missing, every block is asked.
                    nuint masked = isPrevious && isNext && isRow ? nuint.Min(i + 16, end) : end;
                    for (; i < masked; i += 16)
                    {
                        if (isPrevious)
                        {
                            Load(ref previousDerivatives, i, out Vector256<double> e0, out Vector256<double> e1, out Vector256<double> e2, out Vector256<double> e3);
                            Vector256<double> g0 = e0 * previousFactorLanes;
                            Vector256<double> g1 = e1 * previousFactorLanes;
                            Vector256<double> g2 = e2 * previousFactorLanes;
                            Vector256<double> g3 = e3 * previousFactorLanes;
                            Store(ref previousDerivatives, i, g0, g1, g2, g3);
                        }

                        if (isNext)
                        {
                            // Scores that are read a little later are on their way from memory meanwhile.
                            Lanes256.FetchAhead(ref nextScores, i + 512);
                            Lanes256.FetchAhead(ref nextScores, i + 8 + 512);
                            LoadNegatives(ref nextScores, i, nextLabel, out Vector256<double> z0, out Vector256<double> z1, out Vector256<double> z2, out Vector256<double> z3);
                            max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
                        }

                        if (isRow)
                        {
                            LoadNegatives(ref scores, i, label, out Vector256<double> z0, out Vector256<double> z1, out Vector256<double> z2, out Vector256<double> z3);
                            Vector256<double> e0 = z0 - referenceLanes;
                            Vector256<double> e1 = z1 - referenceLanes;
                            Vector256<double> e2 = z2 - referenceLanes;
                            Vector256<double> e3 = z3 - referenceLanes;
                            Exp(ref e0, ref e1, ref e2, ref e3);
                            sum0 += (e0 + e1) + (e2 + e3);
                            Store(ref derivatives, i, e0, e1, e2, e3);
                        }
                    }
                }

                sumOfStretches.Add(Lanes256.Sum(sum0));
            }

            double nextMax = Lanes256.Largest(max0);
            double sum = (double)sumOfStretches.Total;
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
            Vector256<double> violationOfRows = maxOfRows - targetOfRows;

            // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
            Vector256<double> rootOfRows = Vector256.Create(-0.5d) * Vector256.Abs(violationOfRows);
            Exp(ref rootOfRows);

            // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
            Vector256<double> sumRootOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violationOfRows, Vector256.Create(0d)), rootOfRows, Vector256.Create(1d));

            // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
            Vector256<double> othersOfRows = sumRootOfRows * sumOfRows * sumRootOfRows;

            // The 1 of 1 + Σ exp(u), relative to the same.
            Vector256<double> unitOfRows = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violationOfRows, Vector256.Create(0d)), Vector256.Create(1d), rootOfRows * rootOfRows);

            // The loss of the row.
            Vector256<double> lossOfRows = Vector256.MaxNative(Vector256.Create(0d), violationOfRows) + Lanes256.LogOfSum(unitOfRows, othersOfRows);

            // 1 + Σ exp(u), relative to the same: at least 1.
            Vector256<double> partitionOfRows = unitOfRows + othersOfRows;

            // The derivative of the loss by a unit of the sum.
            Vector256<double> slopeOfRows = (sumRootOfRows / partitionOfRows) * sumRootOfRows;

            // What both sides' gradients have in common.
            Vector256<double> factorOfRows = slopeOfRows * upstreamLanes;

            Vector256<double> counted = lossOfRows & Lanes256.First<double>((nint)(endOfBlock - firstOfBlock));
            total.Add(counted);

            // The label's derivative: minus the sum of the others'.
            Vector256<double> labelDerivativeOfRows = -(sumOfRows * factorOfRows);

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
private static void LoadNegatives(ref double scores, nuint i, nint label, out Vector256<double> z0, out Vector256<double> z1, out Vector256<double> z2, out Vector256<double> z3)
{
    nint lane = label - (nint)i;
    if (i + 16 > 5000 || lane is >= 0 and < 16)
    {
        nint left = (nint)5000 - (nint)i;
        z0 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i, left, double.NegativeInfinity), lane, double.NegativeInfinity);
        z1 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 4, left - 4, double.NegativeInfinity), lane - 4, double.NegativeInfinity);
        z2 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 8, left - 8, double.NegativeInfinity), lane - 8, double.NegativeInfinity);
        z3 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 12, left - 12, double.NegativeInfinity), lane - 12, double.NegativeInfinity);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref scores, i);
        z1 = Vector256.LoadUnsafe(ref scores, i + 4);
        z2 = Vector256.LoadUnsafe(ref scores, i + 8);
        z3 = Vector256.LoadUnsafe(ref scores, i + 12);
    }
}

/// <summary>Loads a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Load(ref double memory, nuint i, out Vector256<double> z0, out Vector256<double> z1, out Vector256<double> z2, out Vector256<double> z3)
{
    if (i + 16 > 5000)
    {
        nint left = (nint)5000 - (nint)i;
        z0 = Lanes256.LoadFirst(ref memory, i, left, 0d);
        z1 = Lanes256.LoadFirst(ref memory, i + 4, left - 4, 0d);
        z2 = Lanes256.LoadFirst(ref memory, i + 8, left - 8, 0d);
        z3 = Lanes256.LoadFirst(ref memory, i + 12, left - 12, 0d);
    }
    else
    {
        z0 = Vector256.LoadUnsafe(ref memory, i);
        z1 = Vector256.LoadUnsafe(ref memory, i + 4);
        z2 = Vector256.LoadUnsafe(ref memory, i + 8);
        z3 = Vector256.LoadUnsafe(ref memory, i + 12);
    }
}

/// <summary>Stores a block, as far as the row goes.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Store(ref double memory, nuint i, Vector256<double> z0, Vector256<double> z1, Vector256<double> z2, Vector256<double> z3)
{
    if (i + 16 > 5000)
    {
        nint left = (nint)5000 - (nint)i;
        Lanes256.StoreFirst(z0, ref memory, i, left);
        Lanes256.StoreFirst(z1, ref memory, i + 4, left - 4);
        Lanes256.StoreFirst(z2, ref memory, i + 8, left - 8);
        Lanes256.StoreFirst(z3, ref memory, i + 12, left - 12);
    }
    else
    {
        z0.StoreUnsafe(ref memory, i);
        z1.StoreUnsafe(ref memory, i + 4);
        z2.StoreUnsafe(ref memory, i + 8);
        z3.StoreUnsafe(ref memory, i + 12);
    }
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.87 ulp off; below x = −708.74 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<double> x0, ref Vector256<double> x1, ref Vector256<double> x2, ref Vector256<double> x3)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-709d), x0);
    x1 = Vector256.MaxNative(Vector256.Create(-709d), x1);
    x2 = Vector256.MaxNative(Vector256.Create(-709d), x2);
    x3 = Vector256.MaxNative(Vector256.Create(-709d), x3);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^52 + 1023.
    Vector256<double> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> n0 = exponent0 - Vector256.Create(6755399441056767d);
    Vector256<double> n1 = exponent1 - Vector256.Create(6755399441056767d);
    Vector256<double> n2 = exponent2 - Vector256.Create(6755399441056767d);
    Vector256<double> n3 = exponent3 - Vector256.Create(6755399441056767d);

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<double> r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-0.6931471805598903d), x0);
    Vector256<double> r1 = Vector256.MultiplyAddEstimate(n1, Vector256.Create(-0.6931471805598903d), x1);
    Vector256<double> r2 = Vector256.MultiplyAddEstimate(n2, Vector256.Create(-0.6931471805598903d), x2);
    Vector256<double> r3 = Vector256.MultiplyAddEstimate(n3, Vector256.Create(-0.6931471805598903d), x3);
    r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-5.497923018708371E-14d), r0);
    r1 = Vector256.MultiplyAddEstimate(n1, Vector256.Create(-5.497923018708371E-14d), r1);
    r2 = Vector256.MultiplyAddEstimate(n2, Vector256.Create(-5.497923018708371E-14d), r2);
    r3 = Vector256.MultiplyAddEstimate(n3, Vector256.Create(-5.497923018708371E-14d), r3);

    // The polynomial for exp(r), of degree 12.
    Vector256<double> p0 = Vector256.Create(2.082665942379209E-09d);
    Vector256<double> p1 = Vector256.Create(2.082665942379209E-09d);
    Vector256<double> p2 = Vector256.Create(2.082665942379209E-09d);
    Vector256<double> p3 = Vector256.Create(2.082665942379209E-09d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.5112011821269812E-08d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.5112011821269812E-08d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.5112011821269812E-08d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(2.5112011821269812E-08d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.7557581540542035E-07d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.7557581540542035E-07d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.7557581540542035E-07d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(2.7557581540542035E-07d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.7557234943390906E-06d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.7557234943390906E-06d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.7557234943390906E-06d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(2.7557234943390906E-06d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.4801586927378317E-05d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.4801586927378317E-05d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.4801586927378317E-05d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(2.4801586927378317E-05d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.00019841269896289128d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.00019841269896289128d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.00019841269896289128d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.00019841269896289128d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.0013888888889114898d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.0013888888889114898d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.0013888888889114898d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.0013888888889114898d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.00833333333331708d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.00833333333331708d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.00833333333331708d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.00833333333331708d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041666666666666095d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.041666666666666095d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.041666666666666095d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.041666666666666095d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666666666666682d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.16666666666666682d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.16666666666666682d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.16666666666666682d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.5d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.5d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.5d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(0.5d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(1d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(1d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(1d));
    p3 = Vector256.MultiplyAddEstimate(p3, r3, Vector256.Create(1d));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt64(), 52).AsDouble();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt64(), 52).AsDouble();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt64(), 52).AsDouble();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt64(), 52).AsDouble();
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.87 ulp off; below x = −708.74 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<double> x0)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-709d), x0);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^52 + 1023.
    Vector256<double> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> n0 = exponent0 - Vector256.Create(6755399441056767d);

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<double> r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-0.6931471805598903d), x0);
    r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-5.497923018708371E-14d), r0);

    // The polynomial for exp(r), of degree 12.
    Vector256<double> p0 = Vector256.Create(2.082665942379209E-09d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.5112011821269812E-08d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.7557581540542035E-07d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.7557234943390906E-06d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.4801586927378317E-05d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.00019841269896289128d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.0013888888889114898d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.00833333333331708d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041666666666666095d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666666666666682d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.5d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1d));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt64(), 52).AsDouble();
}
