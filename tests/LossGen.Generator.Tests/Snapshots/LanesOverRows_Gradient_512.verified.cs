/// <summary>512 bits: lanes over rows, 64 rows under way, 4 losses a logarithm. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows512(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes512<float>();
    Vector512<float> upstreamLanes = Vector512.Create(upstream);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastScores = rows % 16 == 0 ? default : stackalloc float[16 * 10];

    // Some rows are under way at a time, so that none waits for its sum. Their elements' values wait in the memory of their gradient, their other values here.
    ref float labelOfRows = ref MemoryMarshal.GetReference(stackalloc float[64]);
    ref float violationOfRows = ref MemoryMarshal.GetReference(stackalloc float[64]);

    for (nuint firstOfBlock = 0; firstOfBlock < rows; firstOfBlock += 64)
    {
        nuint endOfBlock = nuint.Min(firstOfBlock + 64, rows);
        for (nuint row = firstOfBlock; row < endOfBlock; row += 16)
        {
            nint left = (nint)rows - (nint)row;
            scoped ref float scores = ref Unsafe.Add(ref logits, row * 10);
            scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
            if (left < 16)
            {
                Lanes512.CopyToWhole(ref scores, ref MemoryMarshal.GetReference(lastScores), left * 10);
                scores = ref MemoryMarshal.GetReference(lastScores);
                derivatives = ref MemoryMarshal.GetReference(lastScores);
            }

            // The labels, a row a lane: NaN where no row is left.
            Vector512<float> label = Lanes512.LoadLabels<float, int>(ref labels, row, left);
            // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
            Lanes512.RequireUnchanged(label, 10f);

            // The scores, a row a lane.
            Lanes512.LoadRows(ref scores, out Vector512<float> z0, out Vector512<float> z1, out Vector512<float> z2, out Vector512<float> z3, out Vector512<float> z4, out Vector512<float> z5, out Vector512<float> z6, out Vector512<float> z7, out Vector512<float> z8, out Vector512<float> z9);

            // The label's score is taken out; −∞ in its place adds nothing to a maximum or to a sum of exps.
            Vector512<float> target = Vector512.Create(0f);
            Lanes512.TakeOut(ref z0, ref target, label, 0f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z1, ref target, label, 1f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z2, ref target, label, 2f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z3, ref target, label, 3f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z4, ref target, label, 4f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z5, ref target, label, 5f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z6, ref target, label, 6f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z7, ref target, label, 7f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z8, ref target, label, 8f, float.NegativeInfinity);
            Lanes512.TakeOut(ref z9, ref target, label, 9f, float.NegativeInfinity);

            // Pass 1: the largest of the negatives, the label's score not among them.
            Vector512<float> max = Vector512.MaxNative(Vector512.MaxNative(Vector512.MaxNative(Vector512.MaxNative(z0, z1), Vector512.MaxNative(z2, z3)), Vector512.MaxNative(Vector512.MaxNative(z4, z5), Vector512.MaxNative(z6, z7))), Vector512.MaxNative(z8, z9));

            // The largest u: by how much the best of the others beats the label.
            Vector512<float> violation = max - target;

            // What exps are measured from: the label's score, or that of the best of the others where the label is far behind.
            Vector512<float> reference = Vector512.ConditionalSelect(Vector512.GreaterThan(violation, Vector512.Create(16f)), max, target);

            // Pass 2: the argument of e: one exp a score, times 2⁸, so that the digits of a small sum are not lost below the range of the type.
            Vector512<float> e0 = z0 - reference;
            Vector512<float> e1 = z1 - reference;
            Vector512<float> e2 = z2 - reference;
            Vector512<float> e3 = z3 - reference;
            Vector512<float> e4 = z4 - reference;
            Vector512<float> e5 = z5 - reference;
            Vector512<float> e6 = z6 - reference;
            Vector512<float> e7 = z7 - reference;
            Vector512<float> e8 = z8 - reference;
            Vector512<float> e9 = z9 - reference;

            label.StoreUnsafe(ref labelOfRows, row - firstOfBlock);
            violation.StoreUnsafe(ref violationOfRows, row - firstOfBlock);
            e0.StoreUnsafe(ref derivatives, 0);
            e1.StoreUnsafe(ref derivatives, 16);
            e2.StoreUnsafe(ref derivatives, 32);
            e3.StoreUnsafe(ref derivatives, 48);
            e4.StoreUnsafe(ref derivatives, 64);
            e5.StoreUnsafe(ref derivatives, 80);
            e6.StoreUnsafe(ref derivatives, 96);
            e7.StoreUnsafe(ref derivatives, 112);
            e8.StoreUnsafe(ref derivatives, 128);
            e9.StoreUnsafe(ref derivatives, 144);
        }

        for (nuint row = firstOfBlock; row < endOfBlock; row += 16)
        {
            nint left = (nint)rows - (nint)row;
            scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
            if (left < 16)
            {
                derivatives = ref MemoryMarshal.GetReference(lastScores);
            }

            // The exps, and nothing else: they need all registers and keep the multipliers busy.
            Vector512<float> e0 = Vector512.LoadUnsafe(ref derivatives, 0);
            Vector512<float> e1 = Vector512.LoadUnsafe(ref derivatives, 16);
            Vector512<float> e2 = Vector512.LoadUnsafe(ref derivatives, 32);
            Vector512<float> e3 = Vector512.LoadUnsafe(ref derivatives, 48);
            ExpOfDifference(ref e0, ref e1, ref e2, ref e3);
            e0.StoreUnsafe(ref derivatives, 0);
            e1.StoreUnsafe(ref derivatives, 16);
            e2.StoreUnsafe(ref derivatives, 32);
            e3.StoreUnsafe(ref derivatives, 48);

            Vector512<float> e4 = Vector512.LoadUnsafe(ref derivatives, 64);
            Vector512<float> e5 = Vector512.LoadUnsafe(ref derivatives, 80);
            Vector512<float> e6 = Vector512.LoadUnsafe(ref derivatives, 96);
            ExpOfDifference(ref e4, ref e5, ref e6);
            e4.StoreUnsafe(ref derivatives, 64);
            e5.StoreUnsafe(ref derivatives, 80);
            e6.StoreUnsafe(ref derivatives, 96);

            Vector512<float> e7 = Vector512.LoadUnsafe(ref derivatives, 112);
            Vector512<float> e8 = Vector512.LoadUnsafe(ref derivatives, 128);
            Vector512<float> e9 = Vector512.LoadUnsafe(ref derivatives, 144);
            ExpOfDifference(ref e7, ref e8, ref e9);
            e7.StoreUnsafe(ref derivatives, 112);
            e8.StoreUnsafe(ref derivatives, 128);
            e9.StoreUnsafe(ref derivatives, 144);
        }

        Vector512<float> beyondOneOfJoined = Vector512<float>.Zero;
        for (nuint row = firstOfBlock; row < endOfBlock; row += 16)
        {
            nint left = (nint)rows - (nint)row;
            scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
            if (left < 16)
            {
                derivatives = ref MemoryMarshal.GetReference(lastScores);
            }

            Vector512<float> label = Vector512.LoadUnsafe(ref labelOfRows, row - firstOfBlock);
            Vector512<float> violation = Vector512.LoadUnsafe(ref violationOfRows, row - firstOfBlock);
            Vector512<float> e0 = Vector512.LoadUnsafe(ref derivatives, 0);
            Vector512<float> e1 = Vector512.LoadUnsafe(ref derivatives, 16);
            Vector512<float> e2 = Vector512.LoadUnsafe(ref derivatives, 32);
            Vector512<float> e3 = Vector512.LoadUnsafe(ref derivatives, 48);
            Vector512<float> e4 = Vector512.LoadUnsafe(ref derivatives, 64);
            Vector512<float> e5 = Vector512.LoadUnsafe(ref derivatives, 80);
            Vector512<float> e6 = Vector512.LoadUnsafe(ref derivatives, 96);
            Vector512<float> e7 = Vector512.LoadUnsafe(ref derivatives, 112);
            Vector512<float> e8 = Vector512.LoadUnsafe(ref derivatives, 128);
            Vector512<float> e9 = Vector512.LoadUnsafe(ref derivatives, 144);

            // Pass 3: their sum.
            Vector512<float> sum = ((e0 + e4) + (e1 + e5)) + ((e2 + (e6 + e8)) + (e3 + (e7 + e9)));

            // The Σ exp(u) of 1 + Σ exp(u); where the label is far behind, relative to the largest exp(u), beside which the 1 is nothing.
            Vector512<float> others = Vector512.Create(0.00390625f) * sum;

            // By how much 1 + Σ exp(u), relative to the same, is more than 1.
            Vector512<float> beyondOne = Vector512.ConditionalSelect(Vector512.GreaterThan(violation, Vector512.Create(16f)), others - Vector512.Create(1f), others);

            // The derivative of the loss by a unit of the sum.
            Vector512<float> slope = Vector512.Create(0.00390625f) / (Vector512.Create(1f) + beyondOne);

            // What both sides' gradients have in common.
            Vector512<float> factor = slope * upstreamLanes;

            // The label's derivative: minus the sum of the others'.
            Vector512<float> labelDerivative = -(sum * factor);

            // Pass 4: the gradient, e·factor.
            Vector512<float> g0 = Lanes512.UnlessLabel(e0 * factor, label, 0f, labelDerivative);
            Vector512<float> g1 = Lanes512.UnlessLabel(e1 * factor, label, 1f, labelDerivative);
            Vector512<float> g2 = Lanes512.UnlessLabel(e2 * factor, label, 2f, labelDerivative);
            Vector512<float> g3 = Lanes512.UnlessLabel(e3 * factor, label, 3f, labelDerivative);
            Vector512<float> g4 = Lanes512.UnlessLabel(e4 * factor, label, 4f, labelDerivative);
            Vector512<float> g5 = Lanes512.UnlessLabel(e5 * factor, label, 5f, labelDerivative);
            Vector512<float> g6 = Lanes512.UnlessLabel(e6 * factor, label, 6f, labelDerivative);
            Vector512<float> g7 = Lanes512.UnlessLabel(e7 * factor, label, 7f, labelDerivative);
            Vector512<float> g8 = Lanes512.UnlessLabel(e8 * factor, label, 8f, labelDerivative);
            Vector512<float> g9 = Lanes512.UnlessLabel(e9 * factor, label, 9f, labelDerivative);

            // The loss: the logarithm is that of a product of rows, and 1 + a times 1 + b is 1 + (a + b + a·b), all of it positive, so that small losses keep their digits.
            Vector512<float> outside = Vector512.ConditionalSelect(Vector512.GreaterThan(violation, Vector512.Create(16f)), violation, Vector512.Create(0f));
            Vector512<float> beyondOneOfRow = beyondOne;
            if (left < 16)
            {
                outside &= Lanes512.First<float>(left);
                beyondOneOfRow &= Lanes512.First<float>(left);
            }

            beyondOneOfJoined = Vector512.MultiplyAddEstimate(beyondOneOfJoined, beyondOneOfRow, beyondOneOfJoined + beyondOneOfRow);

            // Seldom more than 0; as floats, two of them may be too large together where the mean of the batch is not.
            if (outside != Vector512<float>.Zero)
            {
                total.Add(outside);
            }

            Lanes512.StoreRows(ref derivatives, g0, g1, g2, g3, g4, g5, g6, g7, g8, g9);
            if (left < 16)
            {
                lastScores[..((int)left * 10)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, row * 10), (int)left * 10));
            }
        }

        total.Add(VectorMath.Log1p(beyondOneOfJoined));
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
