/// <summary>256 bits: straight line, 3 vectors a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref double logits, ref int labels, ref double gradient, nuint rows, double upstream)
{
    var total = new CompensatedSum();

    for (nuint row = 0; row < rows; row++)
    {
        ref double scores = ref Unsafe.Add(ref logits, row * 10);
        ref double derivatives = ref Unsafe.Add(ref gradient, row * 10);
        nint label = (nint)Unsafe.Add(ref labels, row);
        KernelArguments.RequireUnchanged(label, 10);

        // The label's score.
        double target = Unsafe.Add(ref scores, label);

        // The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps.
        Vector256<double> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), label, double.NegativeInfinity);
        Vector256<double> z1 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 4), label - 4, double.NegativeInfinity);
        Vector256<double> z2 = Lanes256.Without(Lanes256.LoadFirst(ref scores, 8, 2, double.NegativeInfinity), label - 8, double.NegativeInfinity);

        // Pass 1: the largest of the negatives, the label's score not among them.
        double max = Lanes256.Largest(Vector256.MaxNative(Vector256.MaxNative(z0, z1), z2));

        // With every negative masked the differences from the largest must not be NaN.
        double reference = double.Max(max, double.MinValue);

        // Pass 2: one exp a score, of an argument that is never positive; their sum: at least 1, unless all are masked.
        Vector256<double> referenceLanes = Vector256.Create(reference);
        Vector256<double> e0 = z0 - referenceLanes;
        Vector256<double> e1 = z1 - referenceLanes;
        Vector256<double> e2 = z2 - referenceLanes;
        Exp(ref e0, ref e1, ref e2);
        double sum = Vector256.Sum((e0 + e1) + e2);

        // The largest u: by how much the best of the others beats the label.
        double violation = max - target;

        // √exp(−|violation|), which is still there when its square has underflowed, and then times a large sum.
        double root = VectorMath.Exp(-0.5d * double.Abs(violation));

        // The 1 of 1 + Σ exp(u), relative to the larger of 1 and the largest exp(u).
        double unit = violation <= 0d ? 1d : root * root;

        // The Σ exp(u) of 1 + Σ exp(u), relative to the same.
        double others = violation <= 0d ? root * sum * root : sum;

        // 1 + Σ exp(u), relative to the same: at least 1.
        double partition = unit + others;

        // The loss of the row.
        double loss = violation <= 0d ? VectorMath.Log1p(others) : violation + VectorMath.Log(partition);

        // The derivative of the loss by a unit of the sum.
        double slope = violation <= 0d ? (root / partition) * root : 1d / partition;

        // What both sides' gradients have in common.
        double factor = slope * upstream;

        // Pass 3: the gradient, e·factor.
        Vector256<double> factorLanes = Vector256.Create(factor);
        (e0 * factorLanes).StoreUnsafe(ref derivatives, 0);
        (e1 * factorLanes).StoreUnsafe(ref derivatives, 4);
        Lanes256.StoreFirst(e2 * factorLanes, ref derivatives, 8, 2);

        total.Add(loss);

        // The label's derivative, in place of what the passes left in its lane: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -(sum * factor);
    }

    return total.Total;
}

/// <summary>Replaces each x ≤ 0 by exp(x), at most 0.87 ulp off; for x ≤ -709 that is 0.</summary>
[MethodImpl(MethodImplOptions.AggressiveInlining)]
private static void Exp(ref Vector256<double> x0, ref Vector256<double> x1, ref Vector256<double> x2)
{
    // The clamp is the first operand, so that a NaN in x survives.
    x0 = Vector256.MaxNative(Vector256.Create(-709d), x0);
    x1 = Vector256.MaxNative(Vector256.Create(-709d), x1);
    x2 = Vector256.MaxNative(Vector256.Create(-709d), x2);

    // Range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^52 + 1023.
    Vector256<double> exponent0 = Vector256.MultiplyAddEstimate(x0, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> exponent1 = Vector256.MultiplyAddEstimate(x1, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> exponent2 = Vector256.MultiplyAddEstimate(x2, Vector256.Create(1.4426950408889634d), Vector256.Create(6755399441056767d));
    Vector256<double> n0 = exponent0 - Vector256.Create(6755399441056767d);
    Vector256<double> n1 = exponent1 - Vector256.Create(6755399441056767d);
    Vector256<double> n2 = exponent2 - Vector256.Create(6755399441056767d);

    // The remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact.
    Vector256<double> r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-0.6931471805598903d), x0);
    Vector256<double> r1 = Vector256.MultiplyAddEstimate(n1, Vector256.Create(-0.6931471805598903d), x1);
    Vector256<double> r2 = Vector256.MultiplyAddEstimate(n2, Vector256.Create(-0.6931471805598903d), x2);
    r0 = Vector256.MultiplyAddEstimate(n0, Vector256.Create(-5.497923018708371E-14d), r0);
    r1 = Vector256.MultiplyAddEstimate(n1, Vector256.Create(-5.497923018708371E-14d), r1);
    r2 = Vector256.MultiplyAddEstimate(n2, Vector256.Create(-5.497923018708371E-14d), r2);

    // The polynomial for exp(r), of degree 12.
    Vector256<double> p0 = Vector256.Create(2.082665942379209E-09d);
    Vector256<double> p1 = Vector256.Create(2.082665942379209E-09d);
    Vector256<double> p2 = Vector256.Create(2.082665942379209E-09d);
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.5112011821269812E-08d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.5112011821269812E-08d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.5112011821269812E-08d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.7557581540542035E-07d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.7557581540542035E-07d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.7557581540542035E-07d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.7557234943390906E-06d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.7557234943390906E-06d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.7557234943390906E-06d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(2.4801586927378317E-05d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(2.4801586927378317E-05d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(2.4801586927378317E-05d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.00019841269896289128d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.00019841269896289128d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.00019841269896289128d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.0013888888889114898d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.0013888888889114898d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.0013888888889114898d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.00833333333331708d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.00833333333331708d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.00833333333331708d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.041666666666666095d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.041666666666666095d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.041666666666666095d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.16666666666666682d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.16666666666666682d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.16666666666666682d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(0.5d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(0.5d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(0.5d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(1d));
    p0 = Vector256.MultiplyAddEstimate(p0, r0, Vector256.Create(1d));
    p1 = Vector256.MultiplyAddEstimate(p1, r1, Vector256.Create(1d));
    p2 = Vector256.MultiplyAddEstimate(p2, r2, Vector256.Create(1d));

    // Times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0.
    x0 = p0 * Vector256.ShiftLeft(exponent0.AsInt64(), 52).AsDouble();
    x1 = p1 * Vector256.ShiftLeft(exponent1.AsInt64(), 52).AsDouble();
    x2 = p2 * Vector256.ShiftLeft(exponent2.AsInt64(), 52).AsDouble();
}
