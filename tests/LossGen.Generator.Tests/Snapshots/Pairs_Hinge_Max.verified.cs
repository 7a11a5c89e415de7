/// <summary>256 bits: negatives: straight line, 2 vectors a row; positives: straight line, 1 vector of 128 bits a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
        ref float negativeScores = ref Unsafe.Add(ref negatives, row * 13);
        ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
        ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 13);

        // The negatives: beyond the row stands −∞, a masked score.
        Vector256<float> negative0 = Vector256.LoadUnsafe(ref negativeScores, 0);
        Vector256<float> negative1 = Lanes256.LoadLast(ref negativeScores, 5, 5, float.NegativeInfinity);

        // The positives: beyond the row stands +∞, a masked score.
        Vector128<float> positive0 = Vector128.LoadUnsafe(ref positiveScores, 0);

        // Pass 1: the largest of the negatives.
        float negativeMax = Lanes256.Max(Vector256.Max(negative0, negative1));

        // Pass 2: minus the smallest of the positives.
        float positiveMax = Lanes128.Max(-positive0);

        // The first of the negatives that is the largest.
        nint negativeArgmax = Search.FirstIndexOf(ref negativeScores, 13, -1, negativeMax);

        // The first of the positives that is the smallest.
        nint positiveArgmax = Search.FirstIndexOf(ref positiveScores, 4, -1, -positiveMax);

        // What the gradient of every element is multiplied by.
        float negativeRowFactor = negativeMax + positiveMax + 0.25f <= 0f ? 0f : upstream;

        // Pass 3: the gradient, [i = negativeArgmax]·negativeRowFactor.
        MemoryMarshal.CreateSpan(ref negativeDerivatives, 13).Clear();
        if (negativeArgmax >= 0)
        {
            Unsafe.Add(ref negativeDerivatives, negativeArgmax) = negativeRowFactor;
        }

        // Pass 4: the gradient, [j = positiveArgmax]·(−negativeRowFactor).
        MemoryMarshal.CreateSpan(ref positiveDerivatives, 4).Clear();
        if (positiveArgmax >= 0)
        {
            Unsafe.Add(ref positiveDerivatives, positiveArgmax) = -negativeRowFactor;
        }

        // The loss of the row.
        float loss = float.MaxNative(0f, negativeMax + positiveMax + 0.25f);

        total.Add(loss);
    }

    return total.Total;
}
