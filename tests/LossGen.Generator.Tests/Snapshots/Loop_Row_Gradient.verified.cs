/// <summary>256 bits: loop over blocks of 4 vectors, the last 4 scores behind it. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 100);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 100);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // Pass 1: the largest score, with or without the label's, which is added next.
        Vector256<float> max0 = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < 96; i += 32)
        {
            Load(ref scores, i, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
            max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
        }

        // What is left.
        {
            nuint i = 96;
            LoadLastScores(ref scores, i, out Vector256<float> z0);
            max0 = Vector256.MaxNative(max0, z0);
        }

        float max = Lanes256.Largest(max0);

        // The largest of all scores.
        float largest = float.Max(max, target);

        // The larger of 0 and the largest u: by how much the best of the others beats the label.
        float violation = largest - target;

        // With all scores masked the differences from it must not be NaN.
        float reference = float.Max(largest, float.MinValue);

        // The 1 of 1 + Σ exp(u), measured from the same as the exps, and times 2⁸ as they are.
        float unit = 256f * SingleLane.Exp(-violation);

        // Pass 2: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type; their sum.
        Vector256<float> referenceLanes = Vector256.Create(reference);
        Vector256<float> sum0 = Vector256.Create(0f);
        for (nuint i = 0; i < 96; i += 32)
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

        // What is left.
        {
            nuint i = 96;
            LoadLastNegatives(ref scores, i, label, out Vector256<float> z0);
            Vector256<float> e0 = z0 - referenceLanes;
            ExpOfDifference(ref e0);
            sum0 += e0;
            StoreLast(ref derivatives, i, e0);
        }

        float sum = Lanes256.Sum(sum0);

        // 1 + Σ exp(u), measured likewise: at least 2⁸.
        float partition = unit + sum;

        // The derivative of the loss by a unit of the sum.
        float slope = 1f / partition;

        // Pass 3: the gradient, e·slope.
        Vector256<float> slopeLanes = Vector256.Create(slope);
        for (nuint i = 0; i < 96; i += 32)
        {
            Load(ref derivatives, i, out Vector256<float> e0, out Vector256<float> e1, out Vector256<float> e2, out Vector256<float> e3);
            Vector256<float> g0 = e0 * slopeLanes;
            Vector256<float> g1 = e1 * slopeLanes;
            Vector256<float> g2 = e2 * slopeLanes;
            Vector256<float> g3 = e3 * slopeLanes;
            Store(ref derivatives, i, g0, g1, g2, g3);
        }

        // What is left.
        {
            nuint i = 96;
            LoadLast(ref derivatives, i, out Vector256<float> e0);
            Vector256<float> g0 = e0 * slopeLanes;
            StoreLast(ref derivatives, i, g0);
        }

        // The loss of the row.
        float loss = violation + SingleLane.LogOfSum(0.00390625f * unit, 0.00390625f * sum);

        total.Add(loss);

        // The label's derivative, in place of what the passes left there: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -(sum * slope);
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ in place of the label's: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    nint lane = label - (nint)i;
    if (lane is >= 0 and < 32)
    {
        z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i), lane, float.NegativeInfinity);
        z1 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i + 8), lane - 8, float.NegativeInfinity);
        z2 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i + 16), lane - 16, float.NegativeInfinity);
        z3 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, i + 24), lane - 24, float.NegativeInfinity);
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
    z0 = Vector256.LoadUnsafe(ref memory, i);
    z1 = Vector256.LoadUnsafe(ref memory, i + 8);
    z2 = Vector256.LoadUnsafe(ref memory, i + 16);
    z3 = Vector256.LoadUnsafe(ref memory, i + 24);
}

/// <summary>Stores a block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Store(ref float memory, nuint i, Vector256<float> z0, Vector256<float> z1, Vector256<float> z2, Vector256<float> z3)
{
    z0.StoreUnsafe(ref memory, i);
    z1.StoreUnsafe(ref memory, i + 8);
    z2.StoreUnsafe(ref memory, i + 16);
    z3.StoreUnsafe(ref memory, i + 24);
}

/// <summary>Loads the last block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadLastNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0)
{
    nint lane = label - (nint)i;
    z0 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i, 4, float.NegativeInfinity), lane, float.NegativeInfinity);
}

/// <summary>Loads the last block of scores, with −∞ beyond the row, as if masked.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadLastScores(ref float memory, nuint i, out Vector256<float> z0)
{
    z0 = Lanes256.LoadFirst(ref memory, i, 4, float.NegativeInfinity);
}

/// <summary>Loads the last block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadLast(ref float memory, nuint i, out Vector256<float> z0)
{
    z0 = Lanes256.LoadFirst(ref memory, i, 4, 0f);
}

/// <summary>Stores the last block.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void StoreLast(ref float memory, nuint i, Vector256<float> z0)
{
    Lanes256.StoreFirst(z0, ref memory, i, 4);
}

/// <summary>Replaces each x ≤ 16 by 2⁸·exp(x), at most 0.72 + 0.05·|x| ulp off; below x = −93.23 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void ExpOfDifference(ref Vector256<float> x0, ref Vector256<float> x1, ref Vector256<float> x2, ref Vector256<float> x3)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-93.6f), x0);
    x1 = Vector256.MaxNative(Vector256.Create(-93.6f), x1);
    x2 = Vector256.MaxNative(Vector256.Create(-93.6f), x2);
    x3 = Vector256.MaxNative(Vector256.Create(-93.6f), x3);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^23 + 135.
    Vector256<float> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.442695f), Vector256.Create(12583047f));
    Vector256<float> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.Create(1.442695f), Vector256.Create(12583047f));
    Vector256<float> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.Create(1.442695f), Vector256.Create(12583047f));
    Vector256<float> exponent3 = Vector256.MultiplyAddEstimate(x3, Vector256.Create(1.442695f), Vector256.Create(12583047f));

    // The remainder r = x − n·ln 2: the rounding of ln 2 weighs a tenth of what that of x, a difference, may.
    Vector256<float> r0 = Vector256.MultiplyAddEstimate(exponent0 - Vector256.Create(12583047f), Vector256.Create(-0.6931472f), x0);
    Vector256<float> r1 = Vector256.MultiplyAddEstimate(exponent1 - Vector256.Create(12583047f), Vector256.Create(-0.6931472f), x1);
    Vector256<float> r2 = Vector256.MultiplyAddEstimate(exponent2 - Vector256.Create(12583047f), Vector256.Create(-0.6931472f), x2);
    Vector256<float> r3 = Vector256.MultiplyAddEstimate(exponent3 - Vector256.Create(12583047f), Vector256.Create(-0.6931472f), x3);

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
