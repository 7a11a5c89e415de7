/// <summary>256 bits: lanes over rows, 4 losses a logarithm. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, nuint rows)
{
    var total = new CompensatedLanes256<float>();

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastScores = rows % 8 == 0 ? default : stackalloc float[8 * 10];

    for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += 32)
    {
        nuint endOfBlock = nuint.Min(firstOfBlock + 32, rows);
        Vector256<float> beyondOneOfJoined = Vector256<float>.Zero;
        for (nuint row = firstOfBlock; row < endOfBlock; row += 8)
        {
            nint left = (nint)rows - (nint)row;
            scoped ref float scores = ref Unsafe.Add(ref logits, row * 10);
            if (left < 8)
            {
                Lanes256.CopyToWhole(ref scores, ref MemoryMarshal.GetReference(lastScores), left * 10);
                scores = ref MemoryMarshal.GetReference(lastScores);
            }

            // The labels, a row a lane: NaN where no row is left.
            Vector256<float> label = Lanes256.LoadLabels<float, int>(ref labels, row, left);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            Lanes256.RequireUnchanged(label, 10f);

            // The scores, a row a lane.
            Lanes256.LoadRows(ref scores, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3, out Vector256<float> z4, out Vector256<float> z5, out Vector256<float> z6, out Vector256<float> z7, out Vector256<float> z8, out Vector256<float> z9);

            // The label's score is taken out; −∞ in its place adds nothing to a maximum or to a sum of exps.
            Vector256<float> target = Vector256.Create(0f);
            Lanes256.TakeOut(ref z0, ref target, label, 0f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z1, ref target, label, 1f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z2, ref target, label, 2f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z3, ref target, label, 3f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z4, ref target, label, 4f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z5, ref target, label, 5f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z6, ref target, label, 6f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z7, ref target, label, 7f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z8, ref target, label, 8f, float.NegativeInfinity);
            Lanes256.TakeOut(ref z9, ref target, label, 9f, float.NegativeInfinity);

            // Pass 1: the largest of the negatives, the label's score not among them.
            Vector256<float> max = Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)), Vector256.MaxNative(Vector256.MaxNative(z4, z5), Vector256.MaxNative(z6, z7))), Vector256.MaxNative(z8, z9));

            // The largest u: by how much the best of the others beats the label.
            Vector256<float> violation = max - target;

            // What exps are measured from: the label's score, or that of the best of the others where the label is far behind.
            Vector256<float> reference = Vector256.ConditionalSelect(Vector256.GreaterThan(violation, Vector256.Create(16f)), max, target);

            // Pass 2: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type; their sum.
            Vector256<float> e0 = z0 - reference;
            Vector256<float> e1 = z1 - reference;
            Vector256<float> e2 = z2 - reference;
            Vector256<float> e3 = z3 - reference;
            Vector256<float> e4 = z4 - reference;
            Vector256<float> e5 = z5 - reference;
            Vector256<float> e6 = z6 - reference;
            Vector256<float> e7 = z7 - reference;
            Vector256<float> e8 = z8 - reference;
            Vector256<float> e9 = z9 - reference;
            ExpOfDifference(ref e0);
            ExpOfDifference(ref e1);
            ExpOfDifference(ref e2);
            ExpOfDifference(ref e3);
            ExpOfDifference(ref e4);
            ExpOfDifference(ref e5);
            ExpOfDifference(ref e6);
            ExpOfDifference(ref e7);
            ExpOfDifference(ref e8);
            ExpOfDifference(ref e9);
            Vector256<float> sum = ((e0 + e4) + (e1 + e5)) + ((e2 + (e6 + e8)) + (e3 + (e7 + e9)));

            // The Σ exp(u) of 1 + Σ exp(u); where the label is far behind, relative to the largest exp(u), beside which the 1 is nothing.
            Vector256<float> others = Vector256.Create(0.00390625f) * sum;

            // By how much 1 + Σ exp(u), relative to the same, is more than 1.
            Vector256<float> beyondOne = Vector256.ConditionalSelect(Vector256.GreaterThan(violation, Vector256.Create(16f)), others - Vector256.Create(1f), others);

            // The loss: the logarithm is that of a product of rows, and 1 + a times 1 + b is 1 + (a + b + a·b), all of it positive, so that small losses keep their digits.
            Vector256<float> outside = Vector256.ConditionalSelect(Vector256.GreaterThan(violation, Vector256.Create(16f)), violation, Vector256.Create(0f));
            Vector256<float> beyondOneOfRow = beyondOne;
            if (left < 8)
            {
                outside &= Lanes256.First<float>(left);
                beyondOneOfRow &= Lanes256.First<float>(left);
            }

            beyondOneOfJoined = Vector256.MultiplyAddEstimate(beyondOneOfJoined, beyondOneOfRow, beyondOneOfJoined + beyondOneOfRow);

            // Seldom more than 0; as floats, two of them may be too large together where the mean of the batch is not.
            if (outside != Vector256<float>.Zero)
            {
                total.Add(outside);
            }
        }

        total.Add(VectorMath.Log1p(beyondOneOfJoined));
    }

    return total.Total;
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
