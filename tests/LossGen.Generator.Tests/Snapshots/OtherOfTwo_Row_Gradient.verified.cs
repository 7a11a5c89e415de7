/// <summary>Without vectors: the score of the other class alone. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double RowsScalar(ref float logits, ref int labels, ref float gradient, nuint rows)
{
    var total = new CompensatedLane<float>();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 2);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 2);
        nint label = (nint)Unsafe.Add(ref labels, row);
        // Checked again: another thread may have changed a label since, and the kernel must stay within its memory.
        KernelArguments.RequireUnchanged(label, 2);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);

        // The negative: of two classes the one that is not the label.
        nint other = 1 - label;
        float z0 = Unsafe.Add(ref scores, other);

        // Pass 1: the one term there is, which is its own log-sum-exp; a NaN stays one.
        float max = z0;

        // The largest u: by how much the best of the others beats the label.
        float violation = max - target;

        // √exp(−|violation|), which is still a normal number when its square has lost digits.
        float root = SingleLane.Exp(-0.5f * float.Abs(violation));

        // The smaller of 1 and exp(u), relative to the larger: exp(−|violation|).
        float decay = root * root;

        // The derivative of the loss by a unit of the sum.
        float slope = (violation <= 0f ? decay : 1f) / (1f + decay);

        // Pass 2: the gradient, slope.
        Unsafe.Add(ref derivatives, other) = slope;

        // The loss of the row.
        float loss = float.MaxNative(0f, violation) + SingleLane.Log1pUpToOne(decay);

        total.Add(loss);

        // The label's derivative, in place of what the passes left there: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -slope;
    }

    return total.Total;
}
