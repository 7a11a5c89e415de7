namespace Derivation;

delegate float ClassKernel(ReadOnlySpan<float> scores, int label, Span<float> gradient);

delegate float PairKernel(
    ReadOnlySpan<float> positives, ReadOnlySpan<float> negatives, Span<float> positiveGradient, Span<float> negativeGradient);

/// <summary>A loss on the way: what LossGen made of it, and what its formula says.</summary>
/// <param name="Name">The name of the kernel.</param>
/// <param name="Gamma">The scale γ, by which losses and derivatives are divided to be compared.</param>
/// <param name="Generated">The generated kernel.</param>
/// <param name="Plain">The formula in double; see <see cref="PlainLoss"/>.</param>
sealed record Loss(string Name, double Gamma, Func<Row, Evaluation> Generated, Func<Row, (Evaluation Expected, double Pull)> Plain)
{
    public static Loss OfClasses(ClassKernel kernel, double gamma, double margin, Aggregate aggregate) =>
        new(
            kernel.Method.Name, gamma,
            row => Evaluate(kernel, row),
            row => PlainLoss.Evaluate(row, gamma, Violations.Gap(gamma, margin), aggregate));

    public static Loss OfPairs(PairKernel kernel, double gamma, double margin, Aggregate aggregate) =>
        new(
            kernel.Method.Name, gamma,
            row => Evaluate(kernel, row),
            row => PlainLoss.Evaluate(row, gamma, Violations.Gap(gamma, margin), aggregate));

    public static Loss Circle(PairKernel kernel, double gamma, double margin, bool detachWeights) =>
        new(
            kernel.Method.Name, gamma,
            row => Evaluate(kernel, row),
            row => PlainLoss.Evaluate(row, gamma, Violations.Circle(gamma, margin, detachWeights), Aggregates.LogOnePlusSum));

    static Evaluation Evaluate(ClassKernel kernel, Row row)
    {
        float[] gradient = new float[1 + row.Negatives.Length];
        float loss = kernel([.. row.Positives, .. row.Negatives], label: 0, gradient);
        return new Evaluation(loss, Doubles(gradient.AsSpan(0, 1)), Doubles(gradient.AsSpan(1)));
    }

    static Evaluation Evaluate(PairKernel kernel, Row row)
    {
        float[] positiveGradient = new float[row.Positives.Length];
        float[] negativeGradient = new float[row.Negatives.Length];
        float loss = kernel(row.Positives, row.Negatives, positiveGradient, negativeGradient);
        return new Evaluation(loss, Doubles(positiveGradient), Doubles(negativeGradient));
    }

    static double[] Doubles(ReadOnlySpan<float> values)
    {
        double[] doubles = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
            doubles[i] = values[i];
        return doubles;
    }
}
