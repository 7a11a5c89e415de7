/// <summary>256 bits: lanes over rows. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref double logits, ref int labels, ref double gradient, nuint rows, double upstream)
{
    var total = new CompensatedLanes256();
    Vector256<double> upstreamLanes = Vector256.Create(upstream);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<double> lastScores = rows % 4 == 0 ? default : stackalloc double[4 * 10];

    for (nuint row = 0; row < rows; row += 4)
    {
        nint left = (nint)rows - (nint)row;
        scoped ref double scores = ref Unsafe.Add(ref logits, row * 10);
        scoped ref double derivatives = ref Unsafe.Add(ref gradient, row * 10);
        if (left < 4)
        {
            MemoryMarshal.CreateSpan(ref scores, (int)left * 10).CopyTo(lastScores);
            scores = ref MemoryMarshal.GetReference(lastScores);
            derivatives = ref scores;
        }

        // The labels, a row a lane: −1 where no row is left.
        Vector256<double> label = Lanes256.LoadLabels<double, int>(ref labels, row, left);

        // The scores, a row a lane.
        Lanes256.LoadColumns(ref scores, 10, 0, out Vector256<double> z0, out Vector256<double> z1);
        Lanes256.LoadColumns(ref scores, 10, 2, out Vector256<double> z2, out Vector256<double> z3);
        Lanes256.LoadColumns(ref scores, 10, 4, out Vector256<double> z4, out Vector256<double> z5);
        Lanes256.LoadColumns(ref scores, 10, 6, out Vector256<double> z6, out Vector256<double> z7);
        Lanes256.LoadColumns(ref scores, 10, 8, out Vector256<double> z8, out Vector256<double> z9);

        // The label's score is taken out; −∞ in its place adds nothing to a maximum or to a sum of exps.
        Vector256<double> target = Vector256.Create(0d);
        Lanes256.TakeOut(ref z0, ref target, label, 0d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z1, ref target, label, 1d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z2, ref target, label, 2d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z3, ref target, label, 3d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z4, ref target, label, 4d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z5, ref target, label, 5d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z6, ref target, label, 6d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z7, ref target, label, 7d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z8, ref target, label, 8d, double.NegativeInfinity);
        Lanes256.TakeOut(ref z9, ref target, label, 9d, double.NegativeInfinity);

        // Pass 1: the largest of the negatives, the label's score not among them.
        Vector256<double> max = Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(Vector256.MaxNative(z0, z1), Vector256.MaxNative(z2, z3)), Vector256.MaxNative(Vector256.MaxNative(z4, z5), Vector256.MaxNative(z6, z7))), Vector256.MaxNative(z8, z9));

        // With every negative masked the differences from the largest must not be NaN.
        Vector256<double> reference = Vector256.Max(max, Vector256.Create(double.MinValue));

        // The largest u: by how much the best of the others beats the label.
        Vector256<double> violation = max - target;

        // √exp(−|violation|), which is still there when its square has underflowed, and then times a large sum.
        Vector256<double> root = Vector256.Create(-0.5d) * Vector256.Abs(violation);
        Exp(ref root);

        // Pass 2: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
        Vector256<double> e0 = z0 - reference;
        Vector256<double> e1 = z1 - reference;
        Vector256<double> e2 = z2 - reference;
        Vector256<double> e3 = z3 - reference;
        Vector256<double> e4 = z4 - reference;
        Vector256<double> e5 = z5 - reference;
        Vector256<double> e6 = z6 - reference;
        Vector256<double> e7 = z7 - reference;
        Vector256<double> e8 = z8 - reference;
        Vector256<double> e9 = z9 - reference;
        Exp(ref e0);
        Exp(ref e1);
        Exp(ref e2);
        Exp(ref e3);
        Exp(ref e4);
        Exp(ref e5);
        Exp(ref e6);
        Exp(ref e7);
        Exp(ref e8);
        Exp(ref e9);
        Vector256<double> sum = (((e0 + e1) + (e2 + e3)) + ((e4 + e5) + (e6 + e7))) + (e8 + e9);

        // The root of what the sum is multiplied by in 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
        Vector256<double> sumRoot = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0d)), root, Vector256.Create(1d));

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        Vector256<double> others = sumRoot * sum * sumRoot;

        // The 1 of 1 + Σ exp(u), relative to the same.
        Vector256<double> unit = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0d)), Vector256.Create(1d), root * root);

        // 1 + Σ exp(u), relative to the same: at least 1.
        Vector256<double> partition = unit + others;

        // The derivative of the loss by a unit of the sum.
        Vector256<double> slope = (sumRoot / partition) * sumRoot;

        // What both sides' gradients have in common.
        Vector256<double> factor = slope * upstreamLanes;

        // Pass 3: the gradient, e·factor.
        Vector256<double> g0 = e0 * factor;
        Vector256<double> g1 = e1 * factor;
        Vector256<double> g2 = e2 * factor;
        Vector256<double> g3 = e3 * factor;
        Vector256<double> g4 = e4 * factor;
        Vector256<double> g5 = e5 * factor;
        Vector256<double> g6 = e6 * factor;
        Vector256<double> g7 = e7 * factor;
        Vector256<double> g8 = e8 * factor;
        Vector256<double> g9 = e9 * factor;

        // The same without 1, as log1p wants it.
        Vector256<double> beyondOne = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(violation, Vector256.Create(0d)), others, partition - Vector256.Create(1d));

        // The loss of the row.
        Vector256<double> loss = Vector256.MaxNative(Vector256.Create(0d), violation) + VectorMath.Log1p(beyondOne);

        Vector256<double> counted = loss & Lanes256.First<double>(left);
        total.Add(counted);

        // The label's derivative: minus the sum of the others'.
        Vector256<double> labelDerivative = -(sum * factor);
        Lanes256.PutIn(ref g0, label, 0d, labelDerivative);
        Lanes256.PutIn(ref g1, label, 1d, labelDerivative);
        Lanes256.PutIn(ref g2, label, 2d, labelDerivative);
        Lanes256.PutIn(ref g3, label, 3d, labelDerivative);
        Lanes256.PutIn(ref g4, label, 4d, labelDerivative);
        Lanes256.PutIn(ref g5, label, 5d, labelDerivative);
        Lanes256.PutIn(ref g6, label, 6d, labelDerivative);
        Lanes256.PutIn(ref g7, label, 7d, labelDerivative);
        Lanes256.PutIn(ref g8, label, 8d, labelDerivative);
        Lanes256.PutIn(ref g9, label, 9d, labelDerivative);

        Lanes256.StoreColumns(ref derivatives, 10, 0, g0, g1);
        Lanes256.StoreColumns(ref derivatives, 10, 2, g2, g3);
        Lanes256.StoreColumns(ref derivatives, 10, 4, g4, g5);
        Lanes256.StoreColumns(ref derivatives, 10, 6, g6, g7);
        Lanes256.StoreColumns(ref derivatives, 10, 8, g8, g9);
        if (left < 4)
        {
            lastScores[..((int)left * 10)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref gradient, row * 10), (int)left * 10));
        }
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.87 ulp off; for x ≤ -709 that is 0.</summary>
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
