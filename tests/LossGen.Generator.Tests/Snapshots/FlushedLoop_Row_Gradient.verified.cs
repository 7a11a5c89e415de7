/// <summary>256 bits: loop over blocks of 4 vectors. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 5000);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 5000);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 5000);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // Pass 1: the largest of the negatives, the label's score not among them.
        Vector256<float> max0 = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < 5000;)
        {
            // Whole blocks without a label need no mask.
            nuint unmasked = BlocksOfRow.EndWithout(label, i, 5000, 32);
            for (; i < unmasked; i += 32)
            {
                Vector256<float> z0 = Vector256.LoadUnsafe(ref scores, i);
                Vector256<float> z1 = Vector256.LoadUnsafe(ref scores, i + 8);
                Vector256<float> z2 = Vector256.LoadUnsafe(ref scores, i + 16);
                Vector256<float> z3 = Vector256.LoadUnsafe(ref scores, i + 24);
                max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
            }

            // The block behind them needs a mask.
            nuint masked = nuint.Min(i + 32, 5000);
            for (; i < masked; i += 32)
            {
                LoadNegatives(ref scores, i, label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3);
                max0 = Vector256.MaxNative(max0, Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)));
            }
        }

        float max = Lanes256.Largest(max0);

        // With every negative masked the differences from it must not be NaN.
        float reference = float.Max(max, float.MinValue);

        // The largest u: by how much the best of the others beats the label.
        float violation = max - target;

        // √exp(−|violation|), which is still there when its square has underflowed but a large sum times the square has not.
        float root = SingleLane.Exp(-0.5f * float.Abs(violation));

        // Pass 2: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
        Vector256<float> referenceLanes = Vector256.Create(reference);
        var sumOfStretches = new CompensatedSum();
        for (nuint start = 0; start < 5000; start += 4096)
        {
            // A lane that adds up too many terms loses bits: every stretch has sums of its own.
            Vector256<float> sum0 = Vector256.Create(0f);
            nuint end = nuint.Min(start + 4096, 5000);
            for (nuint i = start; i < end;)
            {
                // Whole blocks without a label need no mask.
                nuint unmasked = BlocksOfRow.EndWithout(label, i, end, 32);
                for (; i < unmasked; i += 32)
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

                // The block behind them needs a mask.
                nuint masked = nuint.Min(i + 32, end);
                for (; i < masked; i += 32)
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

            sumOfStretches.Add(Lanes256.Sum(sum0));
        }

        float sum = (float)sumOfStretches.Total;

        // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
        float sumRoot = violation <= 0f ? root : 1f;

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        float others = sumRoot * sum * sumRoot;

        // The 1 of 1 + Σ exp(u), relative to the same.
        float unit = violation <= 0f ? 1f : root * root;

        // 1 + Σ exp(u), relative to the same: at least 1.
        float partition = unit + others;

        // The derivative of the loss by a unit of the sum.
        float slope = (sumRoot / partition) * sumRoot;

        // Pass 3: the gradient, e·slope.
        Vector256<float> slopeLanes = Vector256.Create(slope);
        for (nuint i = 0; i < 5000;)
        {
            // Whole blocks need no mask.
            nuint unmasked = BlocksOfRow.EndOfWhole(i, 5000, 32);
            for (; i < unmasked; i += 32)
            {
                Vector256<float> e0 = Vector256.LoadUnsafe(ref derivatives, i);
                Vector256<float> e1 = Vector256.LoadUnsafe(ref derivatives, i + 8);
                Vector256<float> e2 = Vector256.LoadUnsafe(ref derivatives, i + 16);
                Vector256<float> e3 = Vector256.LoadUnsafe(ref derivatives, i + 24);
                Vector256<float> g0 = e0 * slopeLanes;
                Vector256<float> g1 = e1 * slopeLanes;
                Vector256<float> g2 = e2 * slopeLanes;
                Vector256<float> g3 = e3 * slopeLanes;
                g0.StoreUnsafe(ref derivatives, i);
                g1.StoreUnsafe(ref derivatives, i + 8);
                g2.StoreUnsafe(ref derivatives, i + 16);
                g3.StoreUnsafe(ref derivatives, i + 24);
            }

            // The block behind them needs a mask.
            nuint masked = nuint.Min(i + 32, 5000);
            for (; i < masked; i += 32)
            {
                Load(ref derivatives, i, out Vector256<float> e0, out Vector256<float> e1, out Vector256<float> e2, out Vector256<float> e3);
                Vector256<float> g0 = e0 * slopeLanes;
                Vector256<float> g1 = e1 * slopeLanes;
                Vector256<float> g2 = e2 * slopeLanes;
                Vector256<float> g3 = e3 * slopeLanes;
                Store(ref derivatives, i, g0, g1, g2, g3);
            }
        }

        // The loss of the row.
        float loss = float.MaxNative(0f, violation) + SingleLane.LogOfSum(unit, others);

        total.Add(loss);

        // The label's derivative, in place of what the passes left there: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -(sum * slope);
    }

    return total.Total;
}

/// <summary>Loads a block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void LoadNegatives(ref float scores, nuint i, nint label, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3)
{
    nint lane = label - (nint)i;
    nint left = (nint)5000 - (nint)i;
    z0 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i, left, float.NegativeInfinity), lane, float.NegativeInfinity);
    z1 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 8, left - 8, float.NegativeInfinity), lane - 8, float.NegativeInfinity);
    z2 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 16, left - 16, float.NegativeInfinity), lane - 16, float.NegativeInfinity);
    z3 = Lanes256.Without(Lanes256.LoadFirst(ref scores, i + 24, left - 24, float.NegativeInfinity), lane - 24, float.NegativeInfinity);
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
