/// <summary>256 bits: lanes over rows. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref float targets, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256<float>();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastScores = rows % 8 == 0 ? default : stackalloc float[8 * 10];
    Span<float> lastProbabilities = rows % 8 == 0 ? default : stackalloc float[8 * 10];

    for (nuint row = 0; row < rows; row += 8)
    {
        nint left = (nint)rows - (nint)row;
        scoped ref float scores = ref Unsafe.Add(ref logits, row * 10);
        scoped ref float derivatives = ref Unsafe.Add(ref gradient, row * 10);
        scoped ref float probabilities = ref Unsafe.Add(ref targets, row * 10);
        if (left < 8)
        {
            Lanes256.CopyToWhole(ref scores, ref MemoryMarshal.GetReference(lastScores), left * 10);
            scores = ref MemoryMarshal.GetReference(lastScores);
            Lanes256.CopyToWhole(ref probabilities, ref MemoryMarshal.GetReference(lastProbabilities), left * 10);
            probabilities = ref MemoryMarshal.GetReference(lastProbabilities);
            derivatives = ref MemoryMarshal.GetReference(lastScores);
        }

        // The scores, a row a lane.
        Lanes256.LoadRows(ref scores, out Vector256<float> z0, out Vector256<float> z1, out Vector256<float> z2, out Vector256<float> z3, out Vector256<float> z4, out Vector256<float> z5, out Vector256<float> z6, out Vector256<float> z7, out Vector256<float> z8, out Vector256<float> z9);
        Lanes256.LoadRows(ref probabilities, out Vector256<float> probability0, out Vector256<float> probability1, out Vector256<float> probability2, out Vector256<float> probability3, out Vector256<float> probability4, out Vector256<float> probability5, out Vector256<float> probability6, out Vector256<float> probability7, out Vector256<float> probability8, out Vector256<float> probability9);

        // The class with the largest score is taken for the label: against it no violation is positive.
        Vector256<float> largest = z0;
        Vector256<float> label = Vector256.Create(0f);
        Lanes256.FindLarger(ref largest, ref label, z1, 1f);
        Lanes256.FindLarger(ref largest, ref label, z2, 2f);
        Lanes256.FindLarger(ref largest, ref label, z3, 3f);
        Lanes256.FindLarger(ref largest, ref label, z4, 4f);
        Lanes256.FindLarger(ref largest, ref label, z5, 5f);
        Lanes256.FindLarger(ref largest, ref label, z6, 6f);
        Lanes256.FindLarger(ref largest, ref label, z7, 7f);
        Lanes256.FindLarger(ref largest, ref label, z8, 8f);
        Lanes256.FindLarger(ref largest, ref label, z9, 9f);

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

        // The probability of the class with the largest score, with 0 in its place.
        Vector256<float> labelProbability = Vector256.Create(0f);
        Lanes256.TakeOut(ref probability0, ref labelProbability, label, 0f, 0f);
        Lanes256.TakeOut(ref probability1, ref labelProbability, label, 1f, 0f);
        Lanes256.TakeOut(ref probability2, ref labelProbability, label, 2f, 0f);
        Lanes256.TakeOut(ref probability3, ref labelProbability, label, 3f, 0f);
        Lanes256.TakeOut(ref probability4, ref labelProbability, label, 4f, 0f);
        Lanes256.TakeOut(ref probability5, ref labelProbability, label, 5f, 0f);
        Lanes256.TakeOut(ref probability6, ref labelProbability, label, 6f, 0f);
        Lanes256.TakeOut(ref probability7, ref labelProbability, label, 7f, 0f);
        Lanes256.TakeOut(ref probability8, ref labelProbability, label, 8f, 0f);
        Lanes256.TakeOut(ref probability9, ref labelProbability, label, 9f, 0f);

        // Pass 1: one exp a score, of an argument that is never positive; Σ exp(u); the sum over all classes other than the label; how far the classes are below, each by its share.
        Vector256<float> e0 = z0 - target;
        Vector256<float> e1 = z1 - target;
        Vector256<float> e2 = z2 - target;
        Vector256<float> e3 = z3 - target;
        Vector256<float> e4 = z4 - target;
        Vector256<float> e5 = z5 - target;
        Vector256<float> e6 = z6 - target;
        Vector256<float> e7 = z7 - target;
        Vector256<float> e8 = z8 - target;
        Vector256<float> e9 = z9 - target;
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
        Vector256<float> shareSum = ((probability0 + probability4) + (probability1 + probability5)) + ((probability2 + (probability6 + probability8)) + (probability3 + (probability7 + probability9)));
        Vector256<float> spread = ((Vector256.AndNot(probability0 * (z0 - target), Vector256.Equals(probability0, Vector256.Create(0f))) + Vector256.AndNot(probability4 * (z4 - target), Vector256.Equals(probability4, Vector256.Create(0f)))) + (Vector256.AndNot(probability1 * (z1 - target), Vector256.Equals(probability1, Vector256.Create(0f))) + Vector256.AndNot(probability5 * (z5 - target), Vector256.Equals(probability5, Vector256.Create(0f))))) + ((Vector256.AndNot(probability2 * (z2 - target), Vector256.Equals(probability2, Vector256.Create(0f))) + (Vector256.AndNot(probability6 * (z6 - target), Vector256.Equals(probability6, Vector256.Create(0f))) + Vector256.AndNot(probability8 * (z8 - target), Vector256.Equals(probability8, Vector256.Create(0f))))) + (Vector256.AndNot(probability3 * (z3 - target), Vector256.Equals(probability3, Vector256.Create(0f))) + (Vector256.AndNot(probability7 * (z7 - target), Vector256.Equals(probability7, Vector256.Create(0f))) + Vector256.AndNot(probability9 * (z9 - target), Vector256.Equals(probability9, Vector256.Create(0f))))));

        // The sum of all shares.
        Vector256<float> mass = labelProbability + shareSum;

        // The derivative of the loss by a unit of the sum.
        Vector256<float> slope = Vector256.Create(1f) / (Vector256.Create(1f) + sum);

        // What the gradient of every element is multiplied by.
        Vector256<float> rowFactor = mass * slope;

        // Pass 2: the gradient, (e·rowFactor − tᵢ)·upstream.
        Vector256<float> g0 = (e0 * rowFactor - probability0) * upstreamLanes;
        Vector256<float> g1 = (e1 * rowFactor - probability1) * upstreamLanes;
        Vector256<float> g2 = (e2 * rowFactor - probability2) * upstreamLanes;
        Vector256<float> g3 = (e3 * rowFactor - probability3) * upstreamLanes;
        Vector256<float> g4 = (e4 * rowFactor - probability4) * upstreamLanes;
        Vector256<float> g5 = (e5 * rowFactor - probability5) * upstreamLanes;
        Vector256<float> g6 = (e6 * rowFactor - probability6) * upstreamLanes;
        Vector256<float> g7 = (e7 * rowFactor - probability7) * upstreamLanes;
        Vector256<float> g8 = (e8 * rowFactor - probability8) * upstreamLanes;
        Vector256<float> g9 = (e9 * rowFactor - probability9) * upstreamLanes;

        // The loss of the row.
        Vector256<float> loss = mass * VectorMath.Log1p(sum) - spread;

        Vector256<float> counted = loss;
        if (left < 8)
        {
            counted &= Lanes256.First<float>(left);
        }

        total.Add(counted);

        // The label's derivative: minus the sum of the others'.
        Vector256<float> labelDerivative = (shareSum - (mass * sum * slope)) * upstreamLanes;
        g0 = Lanes256.UnlessLabel(g0, label, 0f, labelDerivative);
        g1 = Lanes256.UnlessLabel(g1, label, 1f, labelDerivative);
        g2 = Lanes256.UnlessLabel(g2, label, 2f, labelDerivative);
        g3 = Lanes256.UnlessLabel(g3, label, 3f, labelDerivative);
        g4 = Lanes256.UnlessLabel(g4, label, 4f, labelDerivative);
        g5 = Lanes256.UnlessLabel(g5, label, 5f, labelDerivative);
        g6 = Lanes256.UnlessLabel(g6, label, 6f, labelDerivative);
        g7 = Lanes256.UnlessLabel(g7, label, 7f, labelDerivative);
        g8 = Lanes256.UnlessLabel(g8, label, 8f, labelDerivative);
        g9 = Lanes256.UnlessLabel(g9, label, 9f, labelDerivative);

        Lanes256.StoreRows(ref derivatives, g0, g1, g2, g3, g4, g5, g6, g7, g8, g9);
        if (left < 8)
        {
            lastScores[..((int)left * 10)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, row * 10), (int)left * 10));
        }
    }

    return total.Total;
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
