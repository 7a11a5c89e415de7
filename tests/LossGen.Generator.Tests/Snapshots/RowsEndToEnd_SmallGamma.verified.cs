/// <summary>256 bits: rows end to end, 64 rows a block, 4 losses a logarithm. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Blocks256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();

    // What every gradient of the batch is multiplied by.
    float scale = 0.25f * upstream;
    Vector256<float> scaleLanes = Vector256.Create(scale);

    // What the loops over a block leave to those behind them, from the beginning of a cache line on.
    ref float expsOfBlock = ref Workspace.Aligned(stackalloc float[Workspace.LengthOf(976)]);
    ref int labelOfRows = ref Unsafe.As<float, int>(ref Unsafe.Add(ref expsOfBlock, 640));
    ref float factorOfRows = ref Unsafe.Add(ref expsOfBlock, 704);
    ref float othersOfRows = ref Unsafe.Add(ref expsOfBlock, 768);
    ref float minusSumOfRows = ref Unsafe.Add(ref expsOfBlock, 832);
    ref float constants = ref Unsafe.Add(ref expsOfBlock, 896);

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

    nuint firstOfBlock = 0;
    while (firstOfBlock + 64 <= rows)
    {
        // Where the next rows begin: each loop moves on what it walks over.
        scoped ref float scores = ref Unsafe.Add(ref logits, firstOfBlock * 10);
        scoped ref float derivatives = ref Unsafe.Add(ref gradient, firstOfBlock * 10);
        scoped ref float exps = ref expsOfBlock;

        // The labels, checked again and copied: another thread may change the caller's at any time, and the kernel must stay within its memory.
        RowLabels.Copy(ref Unsafe.Add(ref labels, firstOfBlock), ref labelOfRows, 64, 10);

        // Pass 1: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type.
        Vector256<int> largest = Vector256<int>.Zero;
        for (nuint row = 0; row < 64; row += 8)
        {
            // The label's score of each row, read where it lies; half of it: γ is small, and the difference itself could overflow.
            Vector256<float> targetOfRow0 = Vector256.Create(RowLabels.At(ref scores, 0, ref labelOfRows, row));
            Vector256<float> targetHalfOfRow0 = Vector256.Create(0.5f) * targetOfRow0;
            Vector256<float> z0 = Vector256.LoadUnsafe(ref scores, 0);
            Vector256<float> e0 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z0 - targetHalfOfRow0);
            largest = Vector256.Max(largest, e0.AsInt32());
            Vector256<float> targetOfRow1 = Vector256.Create(RowLabels.At(ref scores, 10, ref labelOfRows, row + 1));
            Vector256<float> targetHalfOfRow1 = Vector256.Create(0.5f) * targetOfRow1;
            Vector256<float> targetHalf1 = Lanes256.Blend(targetHalfOfRow0, targetHalfOfRow1, 0b_11111100);
            Vector256<float> z1 = Vector256.LoadUnsafe(ref scores, 8);
            Vector256<float> e1 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z1 - targetHalf1);
            largest = Vector256.Max(largest, e1.AsInt32());
            Vector256<float> targetOfRow2 = Vector256.Create(RowLabels.At(ref scores, 20, ref labelOfRows, row + 2));
            Vector256<float> targetHalfOfRow2 = Vector256.Create(0.5f) * targetOfRow2;
            Vector256<float> targetHalf2 = Lanes256.Blend(targetHalfOfRow1, targetHalfOfRow2, 0b_11110000);
            Vector256<float> z2 = Vector256.LoadUnsafe(ref scores, 16);
            Vector256<float> e2 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z2 - targetHalf2);
            largest = Vector256.Max(largest, e2.AsInt32());
            Vector256<float> targetOfRow3 = Vector256.Create(RowLabels.At(ref scores, 30, ref labelOfRows, row + 3));
            Vector256<float> targetHalfOfRow3 = Vector256.Create(0.5f) * targetOfRow3;
            Vector256<float> targetHalf3 = Lanes256.Blend(targetHalfOfRow2, targetHalfOfRow3, 0b_11000000);
            Vector256<float> z3 = Vector256.LoadUnsafe(ref scores, 24);
            Vector256<float> e3 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z3 - targetHalf3);
            largest = Vector256.Max(largest, e3.AsInt32());
            Vector256<float> z4 = Vector256.LoadUnsafe(ref scores, 32);
            Vector256<float> e4 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z4 - targetHalfOfRow3);
            largest = Vector256.Max(largest, e4.AsInt32());
            ExpOfDifference(ref e0, ref e1, ref e2, ref e3, ref e4, ref constants);
            e0.StoreUnsafe(ref exps, 0);
            e1.StoreUnsafe(ref exps, 8);
            e2.StoreUnsafe(ref exps, 16);
            e3.StoreUnsafe(ref exps, 24);
            e4.StoreUnsafe(ref exps, 32);

            Vector256<float> targetOfRow4 = Vector256.Create(RowLabels.At(ref scores, 40, ref labelOfRows, row + 4));
            Vector256<float> targetHalfOfRow4 = Vector256.Create(0.5f) * targetOfRow4;
            Vector256<float> z5 = Vector256.LoadUnsafe(ref scores, 40);
            Vector256<float> e5 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z5 - targetHalfOfRow4);
            largest = Vector256.Max(largest, e5.AsInt32());
            Vector256<float> targetOfRow5 = Vector256.Create(RowLabels.At(ref scores, 50, ref labelOfRows, row + 5));
            Vector256<float> targetHalfOfRow5 = Vector256.Create(0.5f) * targetOfRow5;
            Vector256<float> targetHalf6 = Lanes256.Blend(targetHalfOfRow4, targetHalfOfRow5, 0b_11111100);
            Vector256<float> z6 = Vector256.LoadUnsafe(ref scores, 48);
            Vector256<float> e6 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z6 - targetHalf6);
            largest = Vector256.Max(largest, e6.AsInt32());
            Vector256<float> targetOfRow6 = Vector256.Create(RowLabels.At(ref scores, 60, ref labelOfRows, row + 6));
            Vector256<float> targetHalfOfRow6 = Vector256.Create(0.5f) * targetOfRow6;
            Vector256<float> targetHalf7 = Lanes256.Blend(targetHalfOfRow5, targetHalfOfRow6, 0b_11110000);
            Vector256<float> z7 = Vector256.LoadUnsafe(ref scores, 56);
            Vector256<float> e7 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z7 - targetHalf7);
            largest = Vector256.Max(largest, e7.AsInt32());
            Vector256<float> targetOfRow7 = Vector256.Create(RowLabels.At(ref scores, 70, ref labelOfRows, row + 7));
            Vector256<float> targetHalfOfRow7 = Vector256.Create(0.5f) * targetOfRow7;
            Vector256<float> targetHalf8 = Lanes256.Blend(targetHalfOfRow6, targetHalfOfRow7, 0b_11000000);
            Vector256<float> z8 = Vector256.LoadUnsafe(ref scores, 64);
            Vector256<float> e8 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z8 - targetHalf8);
            largest = Vector256.Max(largest, e8.AsInt32());
            Vector256<float> z9 = Vector256.LoadUnsafe(ref scores, 72);
            Vector256<float> e9 = Vector256.Create(0.5f) * (Vector256.Create(0.5f) * z9 - targetHalfOfRow7);
            largest = Vector256.Max(largest, e9.AsInt32());
            ExpOfDifference(ref e5, ref e6, ref e7, ref e8, ref e9, ref constants);
            e5.StoreUnsafe(ref exps, 40);
            e6.StoreUnsafe(ref exps, 48);
            e7.StoreUnsafe(ref exps, 56);
            e8.StoreUnsafe(ref exps, 64);
            e9.StoreUnsafe(ref exps, 72);

            // The label's was computed with the others; in its place 0 adds nothing to their sum.
            RowLabels.ClearEight(ref exps, ref labelOfRows, row, 10);

            scores = ref Unsafe.Add(ref scores, 80);
            exps = ref Unsafe.Add(ref exps, 80);
        }

        // Floats above 0 compare as their bits do as integers; all below 0 are below 0 so, and so is a NaN with a sign, which any kernel passes on.
        if (Vector256.GreaterThanAny(largest, Vector256.Create(16f).AsInt32()))
        {
            // A label is far behind, and nothing is written yet. Others near it may be, too: 256 rows are left to Rows256, lest more exps are computed in vain.
            nuint others = nuint.Min(256, rows - firstOfBlock);
            Rows256(ref Unsafe.Add(ref logits, firstOfBlock * 10), ref Unsafe.Add(ref labels, firstOfBlock), ref Unsafe.Add(ref gradient, firstOfBlock * 10), others, upstream, ref total);
            firstOfBlock += others;
            continue;
        }

        // Pass 2: their sum; first the vectors of each row, then the lanes of eight rows at a time.
        exps = ref expsOfBlock;
        for (nuint row = 0; row < 64; row += 8)
        {
            Vector256<float> lanesOfRow0 = Vector256.LoadUnsafe(ref exps, 0) + (Vector256.LoadUnsafe(ref exps, 2) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow1 = Vector256.LoadUnsafe(ref exps, 10) + (Vector256.LoadUnsafe(ref exps, 12) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow2 = Vector256.LoadUnsafe(ref exps, 20) + (Vector256.LoadUnsafe(ref exps, 22) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow3 = Vector256.LoadUnsafe(ref exps, 30) + (Vector256.LoadUnsafe(ref exps, 32) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow4 = Vector256.LoadUnsafe(ref exps, 40) + (Vector256.LoadUnsafe(ref exps, 42) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow5 = Vector256.LoadUnsafe(ref exps, 50) + (Vector256.LoadUnsafe(ref exps, 52) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow6 = Vector256.LoadUnsafe(ref exps, 60) + (Vector256.LoadUnsafe(ref exps, 62) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> lanesOfRow7 = Vector256.LoadUnsafe(ref exps, 70) + (Vector256.LoadUnsafe(ref exps, 72) & Vector256.Create(0, 0, 0, 0, 0, 0, -1, -1).AsSingle());
            Vector256<float> sum = Lanes256.SumEach(lanesOfRow0, lanesOfRow1, lanesOfRow2, lanesOfRow3, lanesOfRow4, lanesOfRow5, lanesOfRow6, lanesOfRow7);

            // The Σ exp(u) of 1 + Σ exp(u); where the label is far behind, relative to the largest exp(u), beside which the 1 is nothing.
            Vector256<float> others = Vector256.Create(0.00390625f) * sum;

            // The derivative of the loss by a unit of the sum.
            Vector256<float> slope = Vector256.Create(0.00390625f) / (Vector256.Create(1f) + others);

            // What both sides' gradients have in common.
            Vector256<float> factor = slope * scaleLanes;

            factor.StoreUnsafe(ref factorOfRows, row);
            others.StoreUnsafe(ref othersOfRows, row);

            // The label's derivative is minus the sum of the others': with minus the sum in place of its exp, pass 3 computes it like theirs.
            (-sum).StoreUnsafe(ref minusSumOfRows, row);
            RowLabels.ScatterEight(ref exps, ref labelOfRows, ref minusSumOfRows, row, 10);

            exps = ref Unsafe.Add(ref exps, 80);
        }

        // Losses are found apart from the sums, which so wait for no logarithm; with a loop around the logarithms, the JIT would keep their constants on the stack.

        // The loss: the logarithm is that of a product of rows, and 1 + a times 1 + b is 1 + (a + b + a·b), all of it positive, so that small losses keep their digits.
        {
            Vector256<float> beyondOneOfJoined = Vector256<float>.Zero;
            for (nuint row = 0; row < 32; row += 8)
            {
                Vector256<float> others = Vector256.LoadUnsafe(ref othersOfRows, row);
                Vector256<float> beyondOneOfRow = others;
                beyondOneOfJoined = Vector256.MultiplyAddEstimate(beyondOneOfJoined, beyondOneOfRow, beyondOneOfJoined + beyondOneOfRow);
            }

            total.Add(VectorMath.Log1p(beyondOneOfJoined));
        }
        {
            Vector256<float> beyondOneOfJoined = Vector256<float>.Zero;
            for (nuint row = 32; row < 64; row += 8)
            {
                Vector256<float> others = Vector256.LoadUnsafe(ref othersOfRows, row);
                Vector256<float> beyondOneOfRow = others;
                beyondOneOfJoined = Vector256.MultiplyAddEstimate(beyondOneOfJoined, beyondOneOfRow, beyondOneOfJoined + beyondOneOfRow);
            }

            total.Add(VectorMath.Log1p(beyondOneOfJoined));
        }

        // Pass 3: the gradient, e·factor; the label's is one of them.
        exps = ref expsOfBlock;
        for (nuint row = 0; row < 64; row += 8)
        {
            Vector256<float> factorOfRow0 = Vector256.Create(Unsafe.Add(ref factorOfRows, row));
            Vector256<float> e0 = Vector256.LoadUnsafe(ref exps, 0);
            (e0 * factorOfRow0).StoreUnsafe(ref derivatives, 0);
            Vector256<float> factorOfRow1 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 1));
            Vector256<float> factor1 = Lanes256.Blend(factorOfRow0, factorOfRow1, 0b_11111100);
            Vector256<float> e1 = Vector256.LoadUnsafe(ref exps, 8);
            (e1 * factor1).StoreUnsafe(ref derivatives, 8);
            Vector256<float> factorOfRow2 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 2));
            Vector256<float> factor2 = Lanes256.Blend(factorOfRow1, factorOfRow2, 0b_11110000);
            Vector256<float> e2 = Vector256.LoadUnsafe(ref exps, 16);
            (e2 * factor2).StoreUnsafe(ref derivatives, 16);
            Vector256<float> factorOfRow3 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 3));
            Vector256<float> factor3 = Lanes256.Blend(factorOfRow2, factorOfRow3, 0b_11000000);
            Vector256<float> e3 = Vector256.LoadUnsafe(ref exps, 24);
            (e3 * factor3).StoreUnsafe(ref derivatives, 24);
            Vector256<float> e4 = Vector256.LoadUnsafe(ref exps, 32);
            (e4 * factorOfRow3).StoreUnsafe(ref derivatives, 32);
            Vector256<float> factorOfRow4 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 4));
            Vector256<float> e5 = Vector256.LoadUnsafe(ref exps, 40);
            (e5 * factorOfRow4).StoreUnsafe(ref derivatives, 40);
            Vector256<float> factorOfRow5 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 5));
            Vector256<float> factor6 = Lanes256.Blend(factorOfRow4, factorOfRow5, 0b_11111100);
            Vector256<float> e6 = Vector256.LoadUnsafe(ref exps, 48);
            (e6 * factor6).StoreUnsafe(ref derivatives, 48);
            Vector256<float> factorOfRow6 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 6));
            Vector256<float> factor7 = Lanes256.Blend(factorOfRow5, factorOfRow6, 0b_11110000);
            Vector256<float> e7 = Vector256.LoadUnsafe(ref exps, 56);
            (e7 * factor7).StoreUnsafe(ref derivatives, 56);
            Vector256<float> factorOfRow7 = Vector256.Create(Unsafe.Add(ref factorOfRows, row + 7));
            Vector256<float> factor8 = Lanes256.Blend(factorOfRow6, factorOfRow7, 0b_11000000);
            Vector256<float> e8 = Vector256.LoadUnsafe(ref exps, 64);
            (e8 * factor8).StoreUnsafe(ref derivatives, 64);
            Vector256<float> e9 = Vector256.LoadUnsafe(ref exps, 72);
            (e9 * factorOfRow7).StoreUnsafe(ref derivatives, 72);

            exps = ref Unsafe.Add(ref exps, 80);
            derivatives = ref Unsafe.Add(ref derivatives, 80);
        }

        firstOfBlock += 64;
    }

    if (firstOfBlock < rows)
    {
        Rows256(ref Unsafe.Add(ref logits, firstOfBlock * 10), ref Unsafe.Add(ref labels, firstOfBlock), ref Unsafe.Add(ref gradient, firstOfBlock * 10), rows - firstOfBlock, upstream, ref total);
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
