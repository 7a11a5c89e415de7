/// <summary>256 bits: loop over blocks of 2 vectors. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float similarities, ref int labels, ref float gradient, nuint rows, nuint columns, float upstream)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref similarities, row * columns);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * columns);
        int label = Unsafe.Add(ref labels, row);
        ref int columnLabels = ref labels;
        nint self = (nint)row;

        // A row without a positive or without a negative adds nothing.
        KernelRows.CountSides(ref columnLabels, columns, label, isSquare: true, out int positives, out int negatives);
        if (positives <= 0 || negatives <= 0)
        {
            MemoryMarshal.CreateSpan(ref derivatives, (int)columns).Clear();
            continue;
        }

        // Pass 1: the largest of the negatives; minus the smallest of the positives.
        Vector256<float> negativeMax0 = Vector256.Create(float.NegativeInfinity);
        Vector256<float> positiveMax0 = Vector256.Create(float.NegativeInfinity);
        for (nuint i = 0; i < columns; i += 16)
        {
            Lanes256.TellApart(ref columnLabels, i, (nint)columns - (nint)i, label, self - (nint)i, out Vector256<float> isPositive0, out Vector256<float> isNegative0);
            Lanes256.TellApart(ref columnLabels, i + 8, (nint)columns - (nint)i - 8, label, self - (nint)i - 8, out Vector256<float> isPositive1, out Vector256<float> isNegative1);
            Vector256<float> score0 = Lanes256.LoadFirst(ref scores, i, (nint)columns - (nint)i, 0f);
            Vector256<float> score1 = Lanes256.LoadFirst(ref scores, i + 8, (nint)columns - (nint)i - 8, 0f);
            Vector256<float> negative0 = Vector256.ConditionalSelect(isNegative0, score0, Vector256.Create(float.NegativeInfinity));
            Vector256<float> negative1 = Vector256.ConditionalSelect(isNegative1, score1, Vector256.Create(float.NegativeInfinity));
            Vector256<float> positive0 = Vector256.ConditionalSelect(isPositive0, score0, Vector256.Create(float.PositiveInfinity));
            Vector256<float> positive1 = Vector256.ConditionalSelect(isPositive1, score1, Vector256.Create(float.PositiveInfinity));
            negativeMax0 = Vector256.Max(negativeMax0, Vector256.Max(negative0, negative1));
            positiveMax0 = Vector256.Max(positiveMax0, Vector256.Max(-positive0, -positive1));
        }

        float negativeMax = Lanes256.Max(negativeMax0);
        float positiveMax = Lanes256.Max(positiveMax0);

        // The first of the negatives that is the largest.
        nint negativeArgmax = Search.FirstIndexOf(ref scores, columns, ref columnLabels, label, self, isPositive: false, negativeMax);

        // The first of the positives that is the smallest.
        nint positiveArgmax = Search.FirstIndexOf(ref scores, columns, ref columnLabels, label, self, isPositive: true, -positiveMax);

        // What the gradient of every element is multiplied by.
        float negativeRowFactor = negativeMax + positiveMax + 0.25f <= 0f ? 0f : upstream;

        // Pass 2: the gradient, [i = negativeArgmax]·negativeRowFactor; the gradient, [j = positiveArgmax]·(−negativeRowFactor).
        MemoryMarshal.CreateSpan(ref derivatives, (int)columns).Clear();
        if (negativeArgmax >= 0)
        {
            Unsafe.Add(ref derivatives, negativeArgmax) = negativeRowFactor;
        }
        if (positiveArgmax >= 0)
        {
            Unsafe.Add(ref derivatives, positiveArgmax) = -negativeRowFactor;
        }

        // The loss of the row.
        float loss = float.MaxNative(0f, negativeMax + positiveMax + 0.25f);

        total.Add(loss);
    }

    return total.Total;
}
