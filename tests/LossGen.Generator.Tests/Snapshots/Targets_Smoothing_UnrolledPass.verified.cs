/// <summary>256 bits: unrolled passes, 13 vectors a row; 8 rows a block. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref float targets, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    Span<nint> labels = stackalloc nint[8];

    ref float constants = ref Workspace.Aligned(stackalloc float[Workspace.LengthOf(80)]);

    // The constants of exps: in registers, they would leave room for too few exps at a time to hide their latency.
    Vector256.Create(-88f).StoreUnsafe(ref constants, 0);
    Vector256.Create(1.442695f).StoreUnsafe(ref constants, 8);
    Vector256.Create(12583039f).StoreUnsafe(ref constants, 16);
    Vector256.Create(-0.6931472f).StoreUnsafe(ref constants, 24);
    Vector256.Create(0.0013820998f).StoreUnsafe(ref constants, 32);
    Vector256.Create(0.008368673f).StoreUnsafe(ref constants, 40);
    Vector256.Create(0.041668262f).StoreUnsafe(ref constants, 48);
    Vector256.Create(0.16666521f).StoreUnsafe(ref constants, 56);
    Vector256.Create(0.49999994f).StoreUnsafe(ref constants, 64);
    Vector256.Create(1f).StoreUnsafe(ref constants, 72);

    for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += 8)
    {
        nuint endOfBlock = nuint.Min(firstOfBlock + 8, rows);

        Vector256<float> labelProbabilityOfRows = Vector256<float>.Zero;
        Vector256<float> sumOfRows = Vector256<float>.Zero;
        Vector256<float> shareSumOfRows = Vector256<float>.Zero;
        Vector256<float> spreadOfRows = Vector256<float>.Zero;
        for (nuint row = firstOfBlock; row < endOfBlock; row++)
        {
            ref float scores = ref Unsafe.Add(ref logits, row * 100);
            ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
            ref float probabilities = ref Unsafe.Add(ref targets, row * 100);

            // The class with the largest score is taken for the label: against it no violation is positive.
            nint label = Search.IndexOfLargest(ref scores, 100);

            // The label's score.
            float target = Unsafe.Add(ref scores, label);

            // The probability of the class with the largest score.
            float labelProbability = Unsafe.Add(ref probabilities, label);
            Vector256<float> labelLanes = Vector256.Create((float)label);

            // Pass 1: one exp a score, of an argument that is never positive; Σ exp(u); the sum over all classes other than the label; how far the classes are below, each by its share.
            Vector256<float> targetLanes = Vector256.Create(target);
            Vector256<float> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), labelLanes, 0f, float.NegativeInfinity);
            Vector256<float> z1 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 8), labelLanes, 8f, float.NegativeInfinity);
            Vector256<float> z2 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 16), labelLanes, 16f, float.NegativeInfinity);
            Vector256<float> z3 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 24), labelLanes, 24f, float.NegativeInfinity);
            Vector256<float> z4 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 32), labelLanes, 32f, float.NegativeInfinity);
            Vector256<float> isNegative0 = Lanes256.FirstBut(8, labelLanes, 0f);
            Vector256<float> isNegative1 = Lanes256.FirstBut(8, labelLanes, 8f);
            Vector256<float> isNegative2 = Lanes256.FirstBut(8, labelLanes, 16f);
            Vector256<float> isNegative3 = Lanes256.FirstBut(8, labelLanes, 24f);
            Vector256<float> isNegative4 = Lanes256.FirstBut(8, labelLanes, 32f);
            Vector256<float> probability0 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 0), labelLanes, 0f, 0f);
            Vector256<float> probability1 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 8), labelLanes, 8f, 0f);
            Vector256<float> probability2 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 16), labelLanes, 16f, 0f);
            Vector256<float> probability3 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 24), labelLanes, 24f, 0f);
            Vector256<float> probability4 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 32), labelLanes, 32f, 0f);
            Vector256<float> e0 = z0 - targetLanes;
            Vector256<float> e1 = z1 - targetLanes;
            Vector256<float> e2 = z2 - targetLanes;
            Vector256<float> e3 = z3 - targetLanes;
            Vector256<float> e4 = z4 - targetLanes;
            ExpOfDifference(ref e0, ref e1, ref e2, ref e3, ref e4, ref constants);
            Vector256<float> sum0 = ((e0 + e1) + (e2 + e3)) + e4;
            Vector256<float> shareSum0 = ((Vector256.ConditionalSelect(isNegative0, Vector256.Create(0.9f) * probability0 + Vector256.Create(0.001f), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative1, Vector256.Create(0.9f) * probability1 + Vector256.Create(0.001f), Vector256.Create(0f))) + (Vector256.ConditionalSelect(isNegative2, Vector256.Create(0.9f) * probability2 + Vector256.Create(0.001f), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative3, Vector256.Create(0.9f) * probability3 + Vector256.Create(0.001f), Vector256.Create(0f)))) + Vector256.ConditionalSelect(isNegative4, Vector256.Create(0.9f) * probability4 + Vector256.Create(0.001f), Vector256.Create(0f));
            Vector256<float> spread0 = ((Vector256.ConditionalSelect(isNegative0, Vector256.AndNot((Vector256.Create(0.9f) * probability0 + Vector256.Create(0.001f)) * (z0 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability0 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative1, Vector256.AndNot((Vector256.Create(0.9f) * probability1 + Vector256.Create(0.001f)) * (z1 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability1 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f))) + (Vector256.ConditionalSelect(isNegative2, Vector256.AndNot((Vector256.Create(0.9f) * probability2 + Vector256.Create(0.001f)) * (z2 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability2 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative3, Vector256.AndNot((Vector256.Create(0.9f) * probability3 + Vector256.Create(0.001f)) * (z3 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability3 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)))) + Vector256.ConditionalSelect(isNegative4, Vector256.AndNot((Vector256.Create(0.9f) * probability4 + Vector256.Create(0.001f)) * (z4 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability4 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f));
            e4.StoreUnsafe(ref derivatives, 32);
            e3.StoreUnsafe(ref derivatives, 24);
            e2.StoreUnsafe(ref derivatives, 16);
            e1.StoreUnsafe(ref derivatives, 8);
            e0.StoreUnsafe(ref derivatives, 0);

            Vector256<float> z5 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 40), labelLanes, 40f, float.NegativeInfinity);
            Vector256<float> z6 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 48), labelLanes, 48f, float.NegativeInfinity);
            Vector256<float> z7 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 56), labelLanes, 56f, float.NegativeInfinity);
            Vector256<float> z8 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 64), labelLanes, 64f, float.NegativeInfinity);
            Vector256<float> isNegative5 = Lanes256.FirstBut(8, labelLanes, 40f);
            Vector256<float> isNegative6 = Lanes256.FirstBut(8, labelLanes, 48f);
            Vector256<float> isNegative7 = Lanes256.FirstBut(8, labelLanes, 56f);
            Vector256<float> isNegative8 = Lanes256.FirstBut(8, labelLanes, 64f);
            Vector256<float> probability5 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 40), labelLanes, 40f, 0f);
            Vector256<float> probability6 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 48), labelLanes, 48f, 0f);
            Vector256<float> probability7 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 56), labelLanes, 56f, 0f);
            Vector256<float> probability8 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 64), labelLanes, 64f, 0f);
            Vector256<float> e5 = z5 - targetLanes;
            Vector256<float> e6 = z6 - targetLanes;
            Vector256<float> e7 = z7 - targetLanes;
            Vector256<float> e8 = z8 - targetLanes;
            ExpOfDifference(ref e5, ref e6, ref e7, ref e8, ref constants);
            Vector256<float> sum1 = (e5 + e6) + (e7 + e8);
            Vector256<float> shareSum1 = (Vector256.ConditionalSelect(isNegative5, Vector256.Create(0.9f) * probability5 + Vector256.Create(0.001f), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative6, Vector256.Create(0.9f) * probability6 + Vector256.Create(0.001f), Vector256.Create(0f))) + (Vector256.ConditionalSelect(isNegative7, Vector256.Create(0.9f) * probability7 + Vector256.Create(0.001f), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative8, Vector256.Create(0.9f) * probability8 + Vector256.Create(0.001f), Vector256.Create(0f)));
            Vector256<float> spread1 = (Vector256.ConditionalSelect(isNegative5, Vector256.AndNot((Vector256.Create(0.9f) * probability5 + Vector256.Create(0.001f)) * (z5 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability5 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative6, Vector256.AndNot((Vector256.Create(0.9f) * probability6 + Vector256.Create(0.001f)) * (z6 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability6 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f))) + (Vector256.ConditionalSelect(isNegative7, Vector256.AndNot((Vector256.Create(0.9f) * probability7 + Vector256.Create(0.001f)) * (z7 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability7 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative8, Vector256.AndNot((Vector256.Create(0.9f) * probability8 + Vector256.Create(0.001f)) * (z8 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability8 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)));
            e8.StoreUnsafe(ref derivatives, 64);
            e7.StoreUnsafe(ref derivatives, 56);
            e6.StoreUnsafe(ref derivatives, 48);
            e5.StoreUnsafe(ref derivatives, 40);

            Vector256<float> z9 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 72), labelLanes, 72f, float.NegativeInfinity);
            Vector256<float> z10 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 80), labelLanes, 80f, float.NegativeInfinity);
            Vector256<float> z11 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 88), labelLanes, 88f, float.NegativeInfinity);
            Vector256<float> z12 = Lanes256.Without(Lanes256.LoadLast(ref scores, 92, 4, float.NegativeInfinity), labelLanes, 92f, float.NegativeInfinity);
            Vector256<float> isNegative9 = Lanes256.FirstBut(8, labelLanes, 72f);
            Vector256<float> isNegative10 = Lanes256.FirstBut(8, labelLanes, 80f);
            Vector256<float> isNegative11 = Lanes256.FirstBut(8, labelLanes, 88f);
            Vector256<float> isNegative12 = Lanes256.LastBut(4, labelLanes, 92f);
            Vector256<float> probability9 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 72), labelLanes, 72f, 0f);
            Vector256<float> probability10 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 80), labelLanes, 80f, 0f);
            Vector256<float> probability11 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 88), labelLanes, 88f, 0f);
            Vector256<float> probability12 = Lanes256.Without(Lanes256.LoadLast(ref probabilities, 92, 4, 0f), labelLanes, 92f, 0f);
            Vector256<float> e9 = z9 - targetLanes;
            Vector256<float> e10 = z10 - targetLanes;
            Vector256<float> e11 = z11 - targetLanes;
            Vector256<float> e12 = z12 - targetLanes;
            ExpOfDifference(ref e9, ref e10, ref e11, ref e12, ref constants);
            Vector256<float> sum2 = (e9 + e10) + (e11 + e12);
            Vector256<float> shareSum2 = (Vector256.ConditionalSelect(isNegative9, Vector256.Create(0.9f) * probability9 + Vector256.Create(0.001f), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative10, Vector256.Create(0.9f) * probability10 + Vector256.Create(0.001f), Vector256.Create(0f))) + (Vector256.ConditionalSelect(isNegative11, Vector256.Create(0.9f) * probability11 + Vector256.Create(0.001f), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative12, Vector256.Create(0.9f) * probability12 + Vector256.Create(0.001f), Vector256.Create(0f)));
            Vector256<float> spread2 = (Vector256.ConditionalSelect(isNegative9, Vector256.AndNot((Vector256.Create(0.9f) * probability9 + Vector256.Create(0.001f)) * (z9 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability9 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative10, Vector256.AndNot((Vector256.Create(0.9f) * probability10 + Vector256.Create(0.001f)) * (z10 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability10 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f))) + (Vector256.ConditionalSelect(isNegative11, Vector256.AndNot((Vector256.Create(0.9f) * probability11 + Vector256.Create(0.001f)) * (z11 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability11 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)) + Vector256.ConditionalSelect(isNegative12, Vector256.AndNot((Vector256.Create(0.9f) * probability12 + Vector256.Create(0.001f)) * (z12 - targetLanes), Vector256.Equals((Vector256.Create(0.9f) * probability12 + Vector256.Create(0.001f)), Vector256.Create(0f))), Vector256.Create(0f)));
            e12.StoreUnsafe(ref derivatives, 92);
            e11.StoreUnsafe(ref derivatives, 88);
            e10.StoreUnsafe(ref derivatives, 80);
            e9.StoreUnsafe(ref derivatives, 72);

            float sum = Lanes256.Sum((sum0 + sum1) + sum2);
            float shareSum = Lanes256.Sum((shareSum0 + shareSum1) + shareSum2);
            float spread = Lanes256.Sum((spread0 + spread1) + spread2);

            Lanes256.At(ref labelProbabilityOfRows, row - firstOfBlock) = labelProbability;
            Lanes256.At(ref sumOfRows, row - firstOfBlock) = sum;
            Lanes256.At(ref shareSumOfRows, row - firstOfBlock) = shareSum;
            Lanes256.At(ref spreadOfRows, row - firstOfBlock) = spread;
            labels[(int)(row - firstOfBlock)] = label;
        }

        // The sum of all shares.
        Vector256<float> massOfRows = Vector256.Create(0.9f) * labelProbabilityOfRows + Vector256.Create(0.001f) + shareSumOfRows;

        // The loss of the row.
        Vector256<float> lossOfRows = massOfRows * VectorMath.Log1p(sumOfRows) - spreadOfRows;

        // The derivative of the loss by a unit of the sum.
        Vector256<float> slopeOfRows = Vector256.Create(1f) / (Vector256.Create(1f) + sumOfRows);

        // What the gradient of every element is multiplied by.
        Vector256<float> rowFactorOfRows = massOfRows * slopeOfRows;

        Vector256<float> counted = lossOfRows & Lanes256.First<float>((nint)(endOfBlock - firstOfBlock));
        total.Add(counted);

        // The label's derivative: minus the sum of the others'.
        Vector256<float> labelDerivativeOfRows = (shareSumOfRows - (massOfRows * sumOfRows * slopeOfRows)) * upstreamLanes;

        for (nuint row = firstOfBlock; row < endOfBlock; row++)
        {
            ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
            ref float probabilities = ref Unsafe.Add(ref targets, row * 100);
            nint label = labels[(int)(row - firstOfBlock)];
            float rowFactor = Lanes256.At(ref rowFactorOfRows, row - firstOfBlock);
            Vector256<float> labelLanes = Vector256.Create((float)label);

            // Pass 2: the gradient, (e·rowFactor − ((1 − ε)·tᵢ + ε/C))·upstream.
            Vector256<float> rowFactorLanes = Vector256.Create(rowFactor);
            Vector256<float> probability0 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 0), labelLanes, 0f, 0f);
            Vector256<float> probability1 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 8), labelLanes, 8f, 0f);
            Vector256<float> probability2 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 16), labelLanes, 16f, 0f);
            Vector256<float> probability3 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 24), labelLanes, 24f, 0f);
            Vector256<float> probability4 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 32), labelLanes, 32f, 0f);
            Vector256<float> e0 = Vector256.LoadUnsafe(ref derivatives, 0);
            Vector256<float> e1 = Vector256.LoadUnsafe(ref derivatives, 8);
            Vector256<float> e2 = Vector256.LoadUnsafe(ref derivatives, 16);
            Vector256<float> e3 = Vector256.LoadUnsafe(ref derivatives, 24);
            Vector256<float> e4 = Vector256.LoadUnsafe(ref derivatives, 32);
            ((e4 * rowFactorLanes - (Vector256.Create(0.9f) * probability4 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 32);
            ((e3 * rowFactorLanes - (Vector256.Create(0.9f) * probability3 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 24);
            ((e2 * rowFactorLanes - (Vector256.Create(0.9f) * probability2 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 16);
            ((e1 * rowFactorLanes - (Vector256.Create(0.9f) * probability1 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 8);
            ((e0 * rowFactorLanes - (Vector256.Create(0.9f) * probability0 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 0);

            Vector256<float> probability5 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 40), labelLanes, 40f, 0f);
            Vector256<float> probability6 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 48), labelLanes, 48f, 0f);
            Vector256<float> probability7 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 56), labelLanes, 56f, 0f);
            Vector256<float> probability8 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 64), labelLanes, 64f, 0f);
            Vector256<float> e5 = Vector256.LoadUnsafe(ref derivatives, 40);
            Vector256<float> e6 = Vector256.LoadUnsafe(ref derivatives, 48);
            Vector256<float> e7 = Vector256.LoadUnsafe(ref derivatives, 56);
            Vector256<float> e8 = Vector256.LoadUnsafe(ref derivatives, 64);
            ((e8 * rowFactorLanes - (Vector256.Create(0.9f) * probability8 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 64);
            ((e7 * rowFactorLanes - (Vector256.Create(0.9f) * probability7 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 56);
            ((e6 * rowFactorLanes - (Vector256.Create(0.9f) * probability6 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 48);
            ((e5 * rowFactorLanes - (Vector256.Create(0.9f) * probability5 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 40);

            Vector256<float> probability9 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 72), labelLanes, 72f, 0f);
            Vector256<float> probability10 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 80), labelLanes, 80f, 0f);
            Vector256<float> probability11 = Lanes256.Without(Vector256.LoadUnsafe(ref probabilities, 88), labelLanes, 88f, 0f);
            Vector256<float> probability12 = Lanes256.Without(Lanes256.LoadLast(ref probabilities, 92, 4, 0f), labelLanes, 92f, 0f);
            Vector256<float> e9 = Vector256.LoadUnsafe(ref derivatives, 72);
            Vector256<float> e10 = Vector256.LoadUnsafe(ref derivatives, 80);
            Vector256<float> e11 = Vector256.LoadUnsafe(ref derivatives, 88);
            Vector256<float> e12 = Lanes256.LoadLast(ref derivatives, 92, 4, 0f);
            ((e12 * rowFactorLanes - (Vector256.Create(0.9f) * probability12 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 92);
            ((e11 * rowFactorLanes - (Vector256.Create(0.9f) * probability11 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 88);
            ((e10 * rowFactorLanes - (Vector256.Create(0.9f) * probability10 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 80);
            ((e9 * rowFactorLanes - (Vector256.Create(0.9f) * probability9 + Vector256.Create(0.001f))) * upstreamLanes).StoreUnsafe(ref derivatives, 72);

            // The label's derivative, in place of what the pass left there.
            Unsafe.Add(ref derivatives, label) = Lanes256.At(ref labelDerivativeOfRows, row - firstOfBlock);
        }
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3, ref Vector256<float> x4, ref float constants)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x0);
    x1 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x1);
    x2 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x2);
    x3 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x3);
    x4 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x4);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
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

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
    x4 = p4 * Vector256.ShiftLeft(exponent4.AsInt32(), 23).AsSingle();
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −87.68 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3, ref float constants)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x0);
    x1 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x1);
    x2 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x2);
    x3 = Vector256.MaxNative(Vector256.LoadUnsafe(ref constants, 0), x3);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 127.
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

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt32(), 23).AsSingle();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt32(), 23).AsSingle();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt32(), 23).AsSingle();
    x3 = p3 * Vector256.ShiftLeft(exponent3.AsInt32(), 23).AsSingle();
}
