/// <summary>256 bits: straight line, 13 vectors a row. Returns the sum of the rows' losses.</summary>
[MethodImpl(MethodImplOptions.AggressiveOptimization)]
private static double Rows256(ref float logits, ref int labels, ref float gradient, nuint rows, float upstream)
{
    var total = new CompensatedSum();

    for (nuint row = 0; row < rows; row++)
    {
        ref float scores = ref Unsafe.Add(ref logits, row * 100);
        ref float derivatives = ref Unsafe.Add(ref gradient, row * 100);
        nint label = (nint)Unsafe.Add(ref labels, row);
        KernelArguments.RequireUnchanged(label, 100);

        // The label's score.
        float target = Unsafe.Add(ref scores, label);
        Vector256<float> labelLanes = Vector256.Create((float)label);

        // The negatives: in the label's lane and beyond the row stands −∞, which adds nothing to a maximum or to a sum of exps.
        Vector256<float> z0 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 0), labelLanes, 0f, float.NegativeInfinity);
        Vector256<float> z1 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 8), labelLanes, 8f, float.NegativeInfinity);
        Vector256<float> z2 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 16), labelLanes, 16f, float.NegativeInfinity);
        Vector256<float> z3 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 24), labelLanes, 24f, float.NegativeInfinity);
        Vector256<float> z4 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 32), labelLanes, 32f, float.NegativeInfinity);
        Vector256<float> z5 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 40), labelLanes, 40f, float.NegativeInfinity);
        Vector256<float> z6 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 48), labelLanes, 48f, float.NegativeInfinity);
        Vector256<float> z7 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 56), labelLanes, 56f, float.NegativeInfinity);
        Vector256<float> z8 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 64), labelLanes, 64f, float.NegativeInfinity);
        Vector256<float> z9 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 72), labelLanes, 72f, float.NegativeInfinity);
        Vector256<float> z10 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 80), labelLanes, 80f, float.NegativeInfinity);
        Vector256<float> z11 = Lanes256.Without(Vector256.LoadUnsafe(ref scores, 88), labelLanes, 88f, float.NegativeInfinity);
        Vector256<float> z12 = Lanes256.Without(Lanes256.LoadLast(ref scores, 92, 4, float.NegativeInfinity), labelLanes, 92f, float.NegativeInfinity);

        // Pass 1: the largest of the negatives, the label's score not among them.
        float max = Lanes256.Max(Vector256.Max(Vector256.Max(Vector256.Max(Vector256.Max(z0, z1), Vector256.Max(z2, z3)), Vector256.Max(Vector256.Max(z4, z5), Vector256.Max(z6, z7))), Vector256.Max(Vector256.Max(Vector256.Max(z8, z9), Vector256.Max(z10, z11)), z12)));

        // The first of the negatives that is the largest.
        nint argmax = Search.FirstIndexOf(ref scores, 100, label, max);

        // What the gradient of every element is multiplied by.
        float rowFactor = max - target + 1f <= 0f ? 0f : upstream;

        // Pass 2: the gradient, [i = argmax]·rowFactor.
        MemoryMarshal.CreateSpan(ref derivatives, 100).Clear();
        if (argmax >= 0)
        {
            Unsafe.Add(ref derivatives, argmax) = rowFactor;
        }

        // The loss of the row.
        float loss = float.MaxNative(0f, max - target + 1f);

        total.Add(loss);

        // The label's derivative, in place of what the passes left in its lane: minus the sum of the others'.
        Unsafe.Add(ref derivatives, label) = -rowFactor;
    }

    return total.Total;
}
