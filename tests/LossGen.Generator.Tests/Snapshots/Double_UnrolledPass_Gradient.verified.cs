/// <summary>256 bits: unrolled passes, 3 vectors a row; 4 rows a block, three blocks under way. Returns the sum of the rows' losses.</summary>
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
    nuint rowsOfNext = nuint.Min(4, rows);
    nuint rowsOfBlock = 0;
    nuint rowsOfPrevious = 0;
    while (rowsOfNext + rowsOfPrevious + rowsOfBlock > 0)
    {
        nuint endOfBlock = firstOfNext;
        nuint firstOfBlock = endOfBlock - rowsOfBlock;
        nuint firstOfPrevious = firstOfBlock - rowsOfPrevious;
        Vector256<double> targetOfRows = targetOfNextRows;
        Vector256<double> maxOfRows = maxOfNextRows;

        // With every negative masked the differences from it must not be NaN.
        Vector256<double> referenceOfRows = Vector256.Max(maxOfRows, Vector256.Create(double.MinValue));

        for (nuint lane = 0; lane < nuint.Max(nuint.Max(rowsOfNext, rowsOfPrevious), rowsOfBlock); lane++)
        {
            if (lane < rowsOfNext)
            {
                nuint nextRow = firstOfNext + lane;
                ref double nextScores = ref Unsafe.Add(ref logits, nextRow * 10);
                nint nextLabel = (nint)Unsafe.Add(ref labels, nextRow);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(nextLabel, 10);

                // The label's score.
                double nextTarget = Unsafe.Add(ref nextScores, nextLabel);
                Lanes256.At(ref targetOfNextRows, lane) = nextTarget;

                Vector256<double> labelLanes = Vector256.Create((double)nextLabel);

                // Pass 1: the largest of the negatives, the label's score not among them.
                Vector256<double> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref nextScores, 0), labelLanes, 0d, double.NegativeInfinity);
                Vector256<double> z1 = Lanes256.Without(Vector256.LoadUnsafe(ref nextScores, 4), labelLanes, 4d, double.NegativeInfinity);
                Vector256<double> z2 = Lanes256.Without(Lanes256.LoadLast(ref nextScores, 6, 2, double.NegativeInfinity), labelLanes, 6d, double.NegativeInfinity);
                Vector256<double> max0 = Vector256.MaxNative(Vector256.MaxNative(z0, z1), z2);
                double nextMax = Lanes256.Largest(max0);
                Lanes256.At(ref maxOfNextRows, lane) = nextMax;
            }

            if (lane < rowsOfPrevious)
            {
                nuint previousRow = firstOfPrevious + lane;
                ref double previousDerivatives = ref Unsafe.Add(ref gradient, previousRow * 10);
                nint previousLabel = (nint)Unsafe.Add(ref labels, previousRow);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(previousLabel, 10);
                double previousFactor = Lanes256.At(ref factorOfPreviousRows, lane);

                // Pass 4: the gradient, e·factor.
                Vector256<double> previousFactorLanes = Vector256.Create(previousFactor);
                Vector256<double> e0 = Vector256.LoadUnsafe(ref previousDerivatives, 0);
                Vector256<double> e1 = Vector256.LoadUnsafe(ref previousDerivatives, 4);
                Vector256<double> e2 = Lanes256.LoadLast(ref previousDerivatives, 6, 2, 0d);
                (e2 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 6);
                (e1 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 4);
                (e0 * previousFactorLanes).StoreUnsafe(ref previousDerivatives, 0);

                // The label's derivative, in place of what the pass left there.
                Unsafe.Add(ref previousDerivatives, previousLabel) = Lanes256.At(ref labelDerivativeOfPreviousRows, lane);
            }

            if (lane < rowsOfBlock)
            {
                nuint row = firstOfBlock + lane;
                ref double scores = ref Unsafe.Add(ref logits, row * 10);
                ref double derivatives = ref Unsafe.Add(ref gradient, row * 10);
                nint label = (nint)Unsafe.Add(ref labels, row);
                // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
                KernelArguments.RequireUnchanged(label, 10);
                double reference = Lanes256.At(ref referenceOfRows, lane);

                // Pass 2: one exp a score, of an argument that is never positive.
                Vector256<double> referenceLanes = Vector256.Create(reference);
                Vector256<double> z0 = Vector256.LoadUnsafe(ref scores, 0);
                Vector256<double> z1 = Vector256.LoadUnsafe(ref scores, 4);
                Vector256<double> z2 = Lanes256.LoadLast(ref scores, 6, 2, double.NegativeInfinity);
                Vector256<double> e0 = z0 - referenceLanes;
                Vector256<double> e1 = z1 - referenceLanes;
                Vector256<double> e2 = z2 - referenceLanes;
                Exp(ref e0, ref e1, ref e2);
                e2.StoreUnsafe(ref derivatives, 6);
                e1.StoreUnsafe(ref derivatives, 4);
                e0.StoreUnsafe(ref derivatives, 0);

                // The label's was computed with the others, whatever it came to. In its place 0 adds nothing to their sum.
                Unsafe.Add(ref derivatives, label) = 0d;
            }
        }

        if (rowsOfBlock > 0)
        {
            Vector256<double> sumOfRows = Vector256<double>.Zero;
            for (nuint row = firstOfBlock; row < endOfBlock; row++)
            {
                ref double derivatives = ref Unsafe.Add(ref gradient, row * 10);

                // Pass 3: their sum: at least 1, unless all are masked.
                Vector256<double> e0 = Vector256.LoadUnsafe(ref derivatives, 0);
                Vector256<double> e1 = Vector256.LoadUnsafe(ref derivatives, 4);
                Vector256<double> e2 = Lanes256.LoadLast(ref derivatives, 6, 2, 0d);
                Vector256<double> sum0 = (e0 + e1) + e2;
                double sum = Lanes256.Sum(sum0);

                Lanes256.At(ref sumOfRows, row - firstOfBlock) = sum;
            }

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
        rowsOfNext = nuint.Min(4, rows - firstOfNext);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.87 ulp off; below x = −708.74 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<double> x0, ref Vector256<double> x1, ref Vector256<double> x2)
{
    // The clamp is the first operand, so that a NaN in x survives.
    Vector256<double> lowest = Vector256.Create(-709d);
    x0 = Vector256.MaxNative(lowest, x0);
    x1 = Vector256.MaxNative(lowest, x1);
    x2 = Vector256.MaxNative(lowest, x2);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^52 + 1023.
    Vector256<double> inverseOfLn2 = Vector256.Create(1.4426950408889634d);
    Vector256<double> shift = Vector256.Create(6755399441056767d);
    Vector256<double> exponent0 = Vector256.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector256<double> exponent1 = Vector256.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector256<double> exponent2 = Vector256.MultiplyAddEstimate(x2, inverseOfLn2, shift);
    Vector256<double> n0 = exponent0 - shift;
    Vector256<double> n1 = exponent1 - shift;
    Vector256<double> n2 = exponent2 - shift;

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<double> minusHigh = Vector256.Create(-0.6931471805598903d);
    Vector256<double> r0 = Vector256.MultiplyAddEstimate(n0, minusHigh, x0);
    Vector256<double> r1 = Vector256.MultiplyAddEstimate(n1, minusHigh, x1);
    Vector256<double> r2 = Vector256.MultiplyAddEstimate(n2, minusHigh, x2);
    Vector256<double> minusLow = Vector256.Create(-5.497923018708371E-14d);
    r0 = Vector256.MultiplyAddEstimate(n0, minusLow, r0);
    r1 = Vector256.MultiplyAddEstimate(n1, minusLow, r1);
    r2 = Vector256.MultiplyAddEstimate(n2, minusLow, r2);

    // The polynomial for exp(r), of degree 12.
    Vector256<double> c12 = Vector256.Create(2.082665942379209E-09d);
    Vector256<double> p0 = c12;
    Vector256<double> p1 = c12;
    Vector256<double> p2 = c12;
    Vector256<double> c11 = Vector256.Create(2.5112011821269812E-08d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c11);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c11);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c11);
    Vector256<double> c10 = Vector256.Create(2.7557581540542035E-07d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c10);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c10);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c10);
    Vector256<double> c9 = Vector256.Create(2.7557234943390906E-06d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c9);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c9);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c9);
    Vector256<double> c8 = Vector256.Create(2.4801586927378317E-05d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c8);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c8);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c8);
    Vector256<double> c7 = Vector256.Create(0.00019841269896289128d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c7);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c7);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c7);
    Vector256<double> c6 = Vector256.Create(0.0013888888889114898d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c6);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c6);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c6);
    Vector256<double> c5 = Vector256.Create(0.00833333333331708d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c5);
    Vector256<double> c4 = Vector256.Create(0.041666666666666095d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c4);
    Vector256<double> c3 = Vector256.Create(0.16666666666666682d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c3);
    Vector256<double> c2 = Vector256.Create(0.5d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, c2);
    Vector256<double> one = Vector256.Create(1d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, one);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, one);
    p1 = Vector256.MultiplyAddEstimate(p1, r1, one);
    p2 = Vector256.MultiplyAddEstimate(p2, r2, one);

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt64(), 52).AsDouble();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt64(), 52).AsDouble();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt64(), 52).AsDouble();
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
