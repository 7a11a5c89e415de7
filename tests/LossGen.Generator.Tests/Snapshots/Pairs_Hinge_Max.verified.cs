/// <summary>256 bits: lanes over rows. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float positives, ref float negatives, ref float positiveGradient, ref float negativeGradient, nuint rows, float upstream)
{
    var total = new CompensatedLanes256();
    Vector256<float> upstreamLanes = Vector256.Create(upstream);

    // Where the last rows do not fill a vector they are computed in memory of their own.
    Span<float> lastPositiveScores = rows % 8 == 0 ? default : stackalloc float[8 * 4];
    Span<float> lastNegativeScores = rows % 8 == 0 ? default : stackalloc float[8 * 13];

    for (nuint row = 0; row < rows; row += 8)
    {
        nint left = (nint)rows - (nint)row;
        scoped ref float positiveScores = ref Unsafe.Add(ref positives, row * 4);
        scoped ref float negativeScores = ref Unsafe.Add(ref negatives, row * 13);
        scoped ref float positiveDerivatives = ref Unsafe.Add(ref positiveGradient, row * 4);
        scoped ref float negativeDerivatives = ref Unsafe.Add(ref negativeGradient, row * 13);
        if (left < 8)
        {
            MemoryMarshal.CreateSpan(ref positiveScores, (int)left * 4).CopyTo(lastPositiveScores);
            positiveScores = ref MemoryMarshal.GetReference(lastPositiveScores);
            MemoryMarshal.CreateSpan(ref negativeScores, (int)left * 13).CopyTo(lastNegativeScores);
            negativeScores = ref MemoryMarshal.GetReference(lastNegativeScores);
            positiveDerivatives = ref positiveScores;
            negativeDerivatives = ref negativeScores;
        }

        // The negatives, a row a lane.
        Lanes256.LoadColumns(ref negativeScores, 13, 0, out Vector256<float> negative0, out Vector256<float> negative1, out Vector256<float> negative2, out Vector256<float> negative3);
        Lanes256.LoadColumns(ref negativeScores, 13, 4, out Vector256<float> negative4, out Vector256<float> negative5, out Vector256<float> negative6, out Vector256<float> negative7);
        Lanes256.LoadColumns(ref negativeScores, 13, 8, out Vector256<float> negative8, out Vector256<float> negative9, out Vector256<float> negative10, out Vector256<float> negative11);
        Lanes256.LoadColumns(ref negativeScores, 13, 9, out _, out _, out _, out Vector256<float> negative12);

        // The positives, a row a lane.
        Lanes256.LoadColumns(ref positiveScores, 4, 0, out Vector256<float> positive0, out Vector256<float> positive1, out Vector256<float> positive2, out Vector256<float> positive3);

        // Pass 1: the largest of the negatives.
        Vector256<float> negativeMax = Vector256.Max(Vector256.Max(Vector256.Max(Vector256.Max(negative0, negative1), Vector256.Max(negative2, negative3)), Vector256.Max(Vector256.Max(negative4, negative5), Vector256.Max(negative6, negative7))), Vector256.Max(Vector256.Max(Vector256.Max(negative8, negative9), Vector256.Max(negative10, negative11)), negative12));

        // Pass 2: minus the smallest of the positives.
        Vector256<float> positiveMax = Vector256.Max(Vector256.Max(-positive0, -positive1), Vector256.Max(-positive2, -positive3));

        // The first of the negatives that is the largest.
        Vector256<float> negativeArgmax = Vector256.Create(-1f);
        Lanes256.FindFirst(ref negativeArgmax, negative12, negativeMax, 12f);
        Lanes256.FindFirst(ref negativeArgmax, negative11, negativeMax, 11f);
        Lanes256.FindFirst(ref negativeArgmax, negative10, negativeMax, 10f);
        Lanes256.FindFirst(ref negativeArgmax, negative9, negativeMax, 9f);
        Lanes256.FindFirst(ref negativeArgmax, negative8, negativeMax, 8f);
        Lanes256.FindFirst(ref negativeArgmax, negative7, negativeMax, 7f);
        Lanes256.FindFirst(ref negativeArgmax, negative6, negativeMax, 6f);
        Lanes256.FindFirst(ref negativeArgmax, negative5, negativeMax, 5f);
        Lanes256.FindFirst(ref negativeArgmax, negative4, negativeMax, 4f);
        Lanes256.FindFirst(ref negativeArgmax, negative3, negativeMax, 3f);
        Lanes256.FindFirst(ref negativeArgmax, negative2, negativeMax, 2f);
        Lanes256.FindFirst(ref negativeArgmax, negative1, negativeMax, 1f);
        Lanes256.FindFirst(ref negativeArgmax, negative0, negativeMax, 0f);

        // The first of the positives that is the smallest.
        Vector256<float> positiveArgmax = Vector256.Create(-1f);
        Lanes256.FindFirst(ref positiveArgmax, positive3, -positiveMax, 3f);
        Lanes256.FindFirst(ref positiveArgmax, positive2, -positiveMax, 2f);
        Lanes256.FindFirst(ref positiveArgmax, positive1, -positiveMax, 1f);
        Lanes256.FindFirst(ref positiveArgmax, positive0, -positiveMax, 0f);

        // What the gradient of every element is multiplied by.
        Vector256<float> negativeRowFactor = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(negativeMax + positiveMax + Vector256.Create(0.25f), Vector256.Create(0f)), Vector256.Create(0f), upstreamLanes);

        // Pass 3: the gradient, [i = negativeArgmax]·negativeRowFactor.
        Vector256<float> negativeG0 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(0f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG1 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(1f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG2 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(2f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG3 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(3f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG4 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(4f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG5 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(5f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG6 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(6f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG7 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(7f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG8 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(8f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG9 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(9f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG10 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(10f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG11 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(11f)), negativeRowFactor, Vector256.Create(0f));
        Vector256<float> negativeG12 = Vector256.ConditionalSelect(Vector256.Equals(negativeArgmax, Vector256.Create(12f)), negativeRowFactor, Vector256.Create(0f));

        // Pass 4: the gradient, [j = positiveArgmax]·(−negativeRowFactor).
        Vector256<float> positiveG0 = Vector256.ConditionalSelect(Vector256.Equals(positiveArgmax, Vector256.Create(0f)), -negativeRowFactor, Vector256.Create(0f));
        Vector256<float> positiveG1 = Vector256.ConditionalSelect(Vector256.Equals(positiveArgmax, Vector256.Create(1f)), -negativeRowFactor, Vector256.Create(0f));
        Vector256<float> positiveG2 = Vector256.ConditionalSelect(Vector256.Equals(positiveArgmax, Vector256.Create(2f)), -negativeRowFactor, Vector256.Create(0f));
        Vector256<float> positiveG3 = Vector256.ConditionalSelect(Vector256.Equals(positiveArgmax, Vector256.Create(3f)), -negativeRowFactor, Vector256.Create(0f));

        // The loss of the row.
        Vector256<float> loss = Vector256.MaxNative(Vector256.Create(0f), negativeMax + positiveMax + Vector256.Create(0.25f));

        Vector256<float> counted = loss & Lanes256.First<float>(left);
        total.Add(counted);

        Lanes256.StoreColumns(ref negativeDerivatives, 13, 0, negativeG0, negativeG1, negativeG2, negativeG3);
        Lanes256.StoreColumns(ref negativeDerivatives, 13, 4, negativeG4, negativeG5, negativeG6, negativeG7);
        Lanes256.StoreColumns(ref negativeDerivatives, 13, 8, negativeG8, negativeG9, negativeG10, negativeG11);
        Lanes256.StoreColumns(ref negativeDerivatives, 13, 9, negativeG9, negativeG10, negativeG11, negativeG12);
        Lanes256.StoreColumns(ref positiveDerivatives, 4, 0, positiveG0, positiveG1, positiveG2, positiveG3);
        if (left < 8)
        {
            lastPositiveScores[..((int)left * 4)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref positiveGradient, row * 4), (int)left * 4));
            lastNegativeScores[..((int)left * 13)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref negativeGradient, row * 13), (int)left * 13));
        }
    }

    return total.Total;
}
