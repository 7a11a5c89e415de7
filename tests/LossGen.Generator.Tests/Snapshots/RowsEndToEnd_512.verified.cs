/// <summary>512 bits: rows end to end, 64 rows a block, 4 losses a logarithm. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Blocks512(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes512<float>();
    Vector512<float> upstreamLanes = Vector512.Create(upstream);

    // What the loops over a block leave to those behind them, from the beginning of a cache line on.
    ref float expsOfBlock = ref Workspace.Aligned(stackalloc float[Workspace.LengthOf(1408)]);
    ref int labelOfRows = ref Unsafe.As<float, int>(ref Unsafe.Add(ref expsOfBlock, 1088));
    ref float targetOfRows = ref Unsafe.Add(ref expsOfBlock, 1152);
    ref float factorOfRows = ref Unsafe.Add(ref expsOfBlock, 1216);
    ref float othersOfRows = ref Unsafe.Add(ref expsOfBlock, 1280);
    ref float minusSumOfRows = ref Unsafe.Add(ref expsOfBlock, 1344);

    nuint firstOfBlock = 0;
    while (firstOfBlock + 64 <= rows)
    {
        // Where the next rows begin: each loop moves on what it walks over.
        scoped ref float scores = ref Unsafe.Add(ref logits, firstOfBlock * 17);
        scoped ref float derivatives = ref Unsafe.Add(ref gradient, firstOfBlock * 17);
        scoped ref float exps = ref expsOfBlock;

        // The labels, checked again and copied: another thread may change the caller's at any time, and the kernel must stay within its memory.
        RowLabels.Copy(ref Unsafe.Add(ref labels, firstOfBlock), ref labelOfRows, 64, 17);

        // The label's score.
        for (nuint row = 0; row < 64; row += 16)
        {
            RowLabels.GatherEight(ref Unsafe.Add(ref scores, row * 17), ref labelOfRows, ref targetOfRows, row, 17);
            RowLabels.GatherEight(ref Unsafe.Add(ref scores, (row + 8) * 17), ref labelOfRows, ref targetOfRows, row + 8, 17);
        }

        // Pass 1: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type.
        Vector512<int> largest = Vector512<int>.Zero;
        for (nuint row = 0; row < 64; row += 16)
        {
            Vector512<float> target = Vector512.LoadUnsafe(ref targetOfRows, row);
            Vector512<float> target0 = Vector512.ShuffleNative(target, Vector512.Create(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            Vector512<float> z0 = Vector512.LoadUnsafe(ref scores, 0);
            Vector512<float> e0 = z0 - target0;
            largest = Vector512.Max(largest, e0.AsInt32());
            Vector512<float> target1 = Vector512.ShuffleNative(target, Vector512.Create(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
            Vector512<float> z1 = Vector512.LoadUnsafe(ref scores, 16);
            Vector512<float> e1 = z1 - target1;
            largest = Vector512.Max(largest, e1.AsInt32());
            Vector512<float> target2 = Vector512.ShuffleNative(target, Vector512.Create(1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2));
            Vector512<float> z2 = Vector512.LoadUnsafe(ref scores, 32);
            Vector512<float> e2 = z2 - target2;
            largest = Vector512.Max(largest, e2.AsInt32());
            Vector512<float> target3 = Vector512.ShuffleNative(target, Vector512.Create(2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3));
            Vector512<float> z3 = Vector512.LoadUnsafe(ref scores, 48);
            Vector512<float> e3 = z3 - target3;
            largest = Vector512.Max(largest, e3.AsInt32());
            ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
            e0.StoreUnsafe(ref exps, 0);
            e1.StoreUnsafe(ref exps, 16);
            e2.StoreUnsafe(ref exps, 32);
            e3.StoreUnsafe(ref exps, 48);

            Vector512<float> target4 = Vector512.ShuffleNative(target, Vector512.Create(3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4));
            Vector512<float> z4 = Vector512.LoadUnsafe(ref scores, 64);
            Vector512<float> e4 = z4 - target4;
            largest = Vector512.Max(largest, e4.AsInt32());
            Vector512<float> target5 = Vector512.ShuffleNative(target, Vector512.Create(4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5));
            Vector512<float> z5 = Vector512.LoadUnsafe(ref scores, 80);
            Vector512<float> e5 = z5 - target5;
            largest = Vector512.Max(largest, e5.AsInt32());
            Vector512<float> target6 = Vector512.ShuffleNative(target, Vector512.Create(5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6));
            Vector512<float> z6 = Vector512.LoadUnsafe(ref scores, 96);
            Vector512<float> e6 = z6 - target6;
            largest = Vector512.Max(largest, e6.AsInt32());
            Vector512<float> target7 = Vector512.ShuffleNative(target, Vector512.Create(6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7));
            Vector512<float> z7 = Vector512.LoadUnsafe(ref scores, 112);
            Vector512<float> e7 = z7 - target7;
            largest = Vector512.Max(largest, e7.AsInt32());
            ExpOfDifference(ref e4, ref e5, ref e6, ref e7);
            e4.StoreUnsafe(ref exps, 64);
            e5.StoreUnsafe(ref exps, 80);
            e6.StoreUnsafe(ref exps, 96);
            e7.StoreUnsafe(ref exps, 112);

            Vector512<float> target8 = Vector512.ShuffleNative(target, Vector512.Create(7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8));
            Vector512<float> z8 = Vector512.LoadUnsafe(ref scores, 128);
            Vector512<float> e8 = z8 - target8;
            largest = Vector512.Max(largest, e8.AsInt32());
            Vector512<float> target9 = Vector512.ShuffleNative(target, Vector512.Create(8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9));
            Vector512<float> z9 = Vector512.LoadUnsafe(ref scores, 144);
            Vector512<float> e9 = z9 - target9;
            largest = Vector512.Max(largest, e9.AsInt32());
            Vector512<float> target10 = Vector512.ShuffleNative(target, Vector512.Create(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10));
            Vector512<float> z10 = Vector512.LoadUnsafe(ref scores, 160);
            Vector512<float> e10 = z10 - target10;
            largest = Vector512.Max(largest, e10.AsInt32());
            ExpOfDifference(ref e8, ref e9, ref e10);
            e8.StoreUnsafe(ref exps, 128);
            e9.StoreUnsafe(ref exps, 144);
            e10.StoreUnsafe(ref exps, 160);

            Vector512<float> target11 = Vector512.ShuffleNative(target, Vector512.Create(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11));
            Vector512<float> z11 = Vector512.LoadUnsafe(ref scores, 176);
            Vector512<float> e11 = z11 - target11;
            largest = Vector512.Max(largest, e11.AsInt32());
            Vector512<float> target12 = Vector512.ShuffleNative(target, Vector512.Create(11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12));
            Vector512<float> z12 = Vector512.LoadUnsafe(ref scores, 192);
            Vector512<float> e12 = z12 - target12;
            largest = Vector512.Max(largest, e12.AsInt32());
            Vector512<float> target13 = Vector512.ShuffleNative(target, Vector512.Create(12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13));
            Vector512<float> z13 = Vector512.LoadUnsafe(ref scores, 208);
            Vector512<float> e13 = z13 - target13;
            largest = Vector512.Max(largest, e13.AsInt32());
            ExpOfDifference(ref e11, ref e12, ref e13);
            e11.StoreUnsafe(ref exps, 176);
            e12.StoreUnsafe(ref exps, 192);
            e13.StoreUnsafe(ref exps, 208);

            Vector512<float> target14 = Vector512.ShuffleNative(target, Vector512.Create(13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14));
            Vector512<float> z14 = Vector512.LoadUnsafe(ref scores, 224);
            Vector512<float> e14 = z14 - target14;
            largest = Vector512.Max(largest, e14.AsInt32());
            Vector512<float> target15 = Vector512.ShuffleNative(target, Vector512.Create(14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15));
            Vector512<float> z15 = Vector512.LoadUnsafe(ref scores, 240);
            Vector512<float> e15 = z15 - target15;
            largest = Vector512.Max(largest, e15.AsInt32());
            Vector512<float> target16 = Vector512.ShuffleNative(target, Vector512.Create(15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15));
            Vector512<float> z16 = Vector512.LoadUnsafe(ref scores, 256);
            Vector512<float> e16 = z16 - target16;
            largest = Vector512.Max(largest, e16.AsInt32());
            ExpOfDifference(ref e14, ref e15, ref e16);
            e14.StoreUnsafe(ref exps, 224);
            e15.StoreUnsafe(ref exps, 240);
            e16.StoreUnsafe(ref exps, 256);

            // The label's was computed with the others; in its place 0 adds nothing to their sum.
            RowLabels.ClearEight(ref exps, ref labelOfRows, row, 17);
            RowLabels.ClearEight(ref Unsafe.Add(ref exps, 8 * 17), ref labelOfRows, row + 8, 17);

            scores = ref Unsafe.Add(ref scores, 272);
            exps = ref Unsafe.Add(ref exps, 272);
        }

        // Floats above 0 compare as their bits do as integers; all below 0 are below 0 so, and so is a NaN with a sign, which any kernel passes on.
        if (Vector512.GreaterThanAny(largest, Vector512.Create(16f).AsInt32()))
        {
            // A label is far behind, and nothing is written yet. Others near it may be, too: 256 rows are left to Rows512, lest more exps are computed in vain.
            nuint others = nuint.Min(256, rows - firstOfBlock);
            Rows512(ref Unsafe.Add(ref logits, firstOfBlock * 17), ref Unsafe.Add(ref labels, firstOfBlock), ref Unsafe.Add(ref gradient, firstOfBlock * 17), others, upstream, ref total);
            firstOfBlock += others;
            continue;
        }

        // Pass 2: their sum; first the vectors of each row, then the lanes of eight rows at a time.
        exps = ref expsOfBlock;
        for (nuint row = 0; row < 64; row += 16)
        {
            Vector256<float> lanesOfRow0 = (Vector256.LoadUnsafe(ref exps, 0)) + (Vector256.LoadUnsafe(ref exps, 8) + (Vector256.LoadUnsafe(ref exps, 9) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow1 = (Vector256.LoadUnsafe(ref exps, 17)) + (Vector256.LoadUnsafe(ref exps, 25) + (Vector256.LoadUnsafe(ref exps, 26) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow2 = (Vector256.LoadUnsafe(ref exps, 34)) + (Vector256.LoadUnsafe(ref exps, 42) + (Vector256.LoadUnsafe(ref exps, 43) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow3 = (Vector256.LoadUnsafe(ref exps, 51)) + (Vector256.LoadUnsafe(ref exps, 59) + (Vector256.LoadUnsafe(ref exps, 60) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow4 = (Vector256.LoadUnsafe(ref exps, 68)) + (Vector256.LoadUnsafe(ref exps, 76) + (Vector256.LoadUnsafe(ref exps, 77) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow5 = (Vector256.LoadUnsafe(ref exps, 85)) + (Vector256.LoadUnsafe(ref exps, 93) + (Vector256.LoadUnsafe(ref exps, 94) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow6 = (Vector256.LoadUnsafe(ref exps, 102)) + (Vector256.LoadUnsafe(ref exps, 110) + (Vector256.LoadUnsafe(ref exps, 111) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow7 = (Vector256.LoadUnsafe(ref exps, 119)) + (Vector256.LoadUnsafe(ref exps, 127) + (Vector256.LoadUnsafe(ref exps, 128) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow8 = (Vector256.LoadUnsafe(ref exps, 136)) + (Vector256.LoadUnsafe(ref exps, 144) + (Vector256.LoadUnsafe(ref exps, 145) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow9 = (Vector256.LoadUnsafe(ref exps, 153)) + (Vector256.LoadUnsafe(ref exps, 161) + (Vector256.LoadUnsafe(ref exps, 162) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow10 = (Vector256.LoadUnsafe(ref exps, 170)) + (Vector256.LoadUnsafe(ref exps, 178) + (Vector256.LoadUnsafe(ref exps, 179) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow11 = (Vector256.LoadUnsafe(ref exps, 187)) + (Vector256.LoadUnsafe(ref exps, 195) + (Vector256.LoadUnsafe(ref exps, 196) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow12 = (Vector256.LoadUnsafe(ref exps, 204)) + (Vector256.LoadUnsafe(ref exps, 212) + (Vector256.LoadUnsafe(ref exps, 213) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow13 = (Vector256.LoadUnsafe(ref exps, 221)) + (Vector256.LoadUnsafe(ref exps, 229) + (Vector256.LoadUnsafe(ref exps, 230) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow14 = (Vector256.LoadUnsafe(ref exps, 238)) + (Vector256.LoadUnsafe(ref exps, 246) + (Vector256.LoadUnsafe(ref exps, 247) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector256<float> lanesOfRow15 = (Vector256.LoadUnsafe(ref exps, 255)) + (Vector256.LoadUnsafe(ref exps, 263) + (Vector256.LoadUnsafe(ref exps, 264) & Vector256.Create(0, 0, 0, 0, 0, 0, 0, -1).AsSingle()));
            Vector512<float> sum = Vector512.Create(Lanes256.SumEach(lanesOfRow0, lanesOfRow1, lanesOfRow2, lanesOfRow3, lanesOfRow4, lanesOfRow5, lanesOfRow6, lanesOfRow7), Lanes256.SumEach(lanesOfRow8, lanesOfRow9, lanesOfRow10, lanesOfRow11, lanesOfRow12, lanesOfRow13, lanesOfRow14, lanesOfRow15));

            // The Σ exp(u) of 1 + Σ exp(u); where the label is far behind, relative to the largest exp(u), beside which the 1 is nothing.
            Vector512<float> others = Vector512.Create(0.00390625f) * sum;

            // The derivative of the loss by a unit of the sum.
            Vector512<float> slope = Vector512.Create(0.00390625f) / (Vector512.Create(1f) + others);

            // What both sides' gradients have in common.
            Vector512<float> factor = slope * upstreamLanes;

            factor.StoreUnsafe(ref factorOfRows, row);
            others.StoreUnsafe(ref othersOfRows, row);

            // The label's derivative is minus the sum of the others': with minus the sum in place of its exp, pass 3 computes it like theirs.
            (-sum).StoreUnsafe(ref minusSumOfRows, row);
            RowLabels.ScatterEight(ref exps, ref labelOfRows, ref minusSumOfRows, row, 17);
            RowLabels.ScatterEight(ref Unsafe.Add(ref exps, 8 * 17), ref labelOfRows, ref minusSumOfRows, row + 8, 17);

            exps = ref Unsafe.Add(ref exps, 272);
        }

        // Losses are found apart from the sums, which so wait for no logarithm; with a loop around the logarithms, the JIT would keep their constants on the stack.

        // The loss: the logarithm is that of a product of rows, and 1 + a times 1 + b is 1 + (a + b + a·b), all of it positive, so that small losses keep their digits.
        {
            Vector512<float> beyondOneOfJoined = Vector512<float>.Zero;
            for (nuint row = 0; row < 64; row += 16)
            {
                Vector512<float> others = Vector512.LoadUnsafe(ref othersOfRows, row);
                Vector512<float> beyondOneOfRow = others;
                beyondOneOfJoined = Vector512.MultiplyAddEstimate(beyondOneOfJoined, beyondOneOfRow, beyondOneOfJoined + beyondOneOfRow);
            }

            total.Add(VectorMath.Log1p(beyondOneOfJoined));
        }

        // Pass 3: the gradient, e·factor; the label's is one of them.
        exps = ref expsOfBlock;
        for (nuint row = 0; row < 64; row += 16)
        {
            Vector512<float> factor = Vector512.LoadUnsafe(ref factorOfRows, row);
            Vector512<float> factor0 = Vector512.ShuffleNative(factor, Vector512.Create(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            Vector512<float> e0 = Vector512.LoadUnsafe(ref exps, 0);
            (e0 * factor0).StoreUnsafe(ref derivatives, 0);
            Vector512<float> factor1 = Vector512.ShuffleNative(factor, Vector512.Create(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
            Vector512<float> e1 = Vector512.LoadUnsafe(ref exps, 16);
            (e1 * factor1).StoreUnsafe(ref derivatives, 16);
            Vector512<float> factor2 = Vector512.ShuffleNative(factor, Vector512.Create(1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2));
            Vector512<float> e2 = Vector512.LoadUnsafe(ref exps, 32);
            (e2 * factor2).StoreUnsafe(ref derivatives, 32);
            Vector512<float> factor3 = Vector512.ShuffleNative(factor, Vector512.Create(2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3));
            Vector512<float> e3 = Vector512.LoadUnsafe(ref exps, 48);
            (e3 * factor3).StoreUnsafe(ref derivatives, 48);
            Vector512<float> factor4 = Vector512.ShuffleNative(factor, Vector512.Create(3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4));
            Vector512<float> e4 = Vector512.LoadUnsafe(ref exps, 64);
            (e4 * factor4).StoreUnsafe(ref derivatives, 64);
            Vector512<float> factor5 = Vector512.ShuffleNative(factor, Vector512.Create(4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5));
            Vector512<float> e5 = Vector512.LoadUnsafe(ref exps, 80);
            (e5 * factor5).StoreUnsafe(ref derivatives, 80);
            Vector512<float> factor6 = Vector512.ShuffleNative(factor, Vector512.Create(5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6));
            Vector512<float> e6 = Vector512.LoadUnsafe(ref exps, 96);
            (e6 * factor6).StoreUnsafe(ref derivatives, 96);
            Vector512<float> factor7 = Vector512.ShuffleNative(factor, Vector512.Create(6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7));
            Vector512<float> e7 = Vector512.LoadUnsafe(ref exps, 112);
            (e7 * factor7).StoreUnsafe(ref derivatives, 112);
            Vector512<float> factor8 = Vector512.ShuffleNative(factor, Vector512.Create(7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8));
            Vector512<float> e8 = Vector512.LoadUnsafe(ref exps, 128);
            (e8 * factor8).StoreUnsafe(ref derivatives, 128);
            Vector512<float> factor9 = Vector512.ShuffleNative(factor, Vector512.Create(8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9));
            Vector512<float> e9 = Vector512.LoadUnsafe(ref exps, 144);
            (e9 * factor9).StoreUnsafe(ref derivatives, 144);
            Vector512<float> factor10 = Vector512.ShuffleNative(factor, Vector512.Create(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10));
            Vector512<float> e10 = Vector512.LoadUnsafe(ref exps, 160);
            (e10 * factor10).StoreUnsafe(ref derivatives, 160);
            Vector512<float> factor11 = Vector512.ShuffleNative(factor, Vector512.Create(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 11, 11, 11, 11));
            Vector512<float> e11 = Vector512.LoadUnsafe(ref exps, 176);
            (e11 * factor11).StoreUnsafe(ref derivatives, 176);
            Vector512<float> factor12 = Vector512.ShuffleNative(factor, Vector512.Create(11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 12, 12, 12, 12));
            Vector512<float> e12 = Vector512.LoadUnsafe(ref exps, 192);
            (e12 * factor12).StoreUnsafe(ref derivatives, 192);
            Vector512<float> factor13 = Vector512.ShuffleNative(factor, Vector512.Create(12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 13, 13, 13));
            Vector512<float> e13 = Vector512.LoadUnsafe(ref exps, 208);
            (e13 * factor13).StoreUnsafe(ref derivatives, 208);
            Vector512<float> factor14 = Vector512.ShuffleNative(factor, Vector512.Create(13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 14, 14));
            Vector512<float> e14 = Vector512.LoadUnsafe(ref exps, 224);
            (e14 * factor14).StoreUnsafe(ref derivatives, 224);
            Vector512<float> factor15 = Vector512.ShuffleNative(factor, Vector512.Create(14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 15));
            Vector512<float> e15 = Vector512.LoadUnsafe(ref exps, 240);
            (e15 * factor15).StoreUnsafe(ref derivatives, 240);
            Vector512<float> factor16 = Vector512.ShuffleNative(factor, Vector512.Create(15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15));
            Vector512<float> e16 = Vector512.LoadUnsafe(ref exps, 256);
            (e16 * factor16).StoreUnsafe(ref derivatives, 256);

            exps = ref Unsafe.Add(ref exps, 272);
            derivatives = ref Unsafe.Add(ref derivatives, 272);
        }

        firstOfBlock += 64;
    }

    if (firstOfBlock < rows)
    {
        Rows512(ref Unsafe.Add(ref logits, firstOfBlock * 17), ref Unsafe.Add(ref labels, firstOfBlock), ref Unsafe.Add(ref gradient, firstOfBlock * 17), rows - firstOfBlock, upstream, ref total);
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
private static void ExpOfDifference(ref Vector512<float> x0, ref Vector512<float> x1, ref Vector512<float> x2)
{
    // Range reduction: n = round(x / ln 2), by adding and subtracting 1.5·2^23.
    Vector512<float> inverseOfLn2 = Vector512.Create(1.442695f);
    Vector512<float> shift = Vector512.Create(12582912f);
    Vector512<float> n0 = Vector512.MultiplyAddEstimate(x0, inverseOfLn2, shift);
    Vector512<float> n1 = Vector512.MultiplyAddEstimate(x1, inverseOfLn2, shift);
    Vector512<float> n2 = Vector512.MultiplyAddEstimate(x2, inverseOfLn2, shift);
    n0 -= shift;
    n1 -= shift;
    n2 -= shift;

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector512<float> minusLn2 = Vector512.Create(-0.6931472f);
    Vector512<float> r0 = Vector512.MultiplyAddEstimate(n0, minusLn2, x0);
    Vector512<float> r1 = Vector512.MultiplyAddEstimate(n1, minusLn2, x1);
    Vector512<float> r2 = Vector512.MultiplyAddEstimate(n2, minusLn2, x2);

    // The polynomial for 2⁸·exp(r), of degree 6.
    Vector512<float> c6 = Vector512.Create(0.35381755f);
    Vector512<float> p0 = c6;
    Vector512<float> p1 = c6;
    Vector512<float> p2 = c6;
    Vector512<float> c5 = Vector512.Create(2.1423802f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c5);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c5);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c5);
    Vector512<float> c4 = Vector512.Create(10.667075f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c4);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c4);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c4);
    Vector512<float> c3 = Vector512.Create(42.666294f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c3);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c3);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c3);
    Vector512<float> c2 = Vector512.Create(127.999985f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, c2);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, c2);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, c2);
    Vector512<float> unit = Vector512.Create(256f);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, unit);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, unit);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, unit);
    p0 = Vector512.MultiplyAddEstimate(p0, r0, unit);
    p1 = Vector512.MultiplyAddEstimate(p1, r1, unit);
    p2 = Vector512.MultiplyAddEstimate(p2, r2, unit);

    // Times 2ⁿ, but 0 where n is at most −135, as of a masked score.
    x0 = Lanes512.TimesPowerOfTwo(p0, n0, -135f);
    x1 = Lanes512.TimesPowerOfTwo(p1, n1, -135f);
    x2 = Lanes512.TimesPowerOfTwo(p2, n2, -135f);
}
