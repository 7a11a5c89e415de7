using Digits;

namespace MetricLearning;

/// <summary>How far a generated loss and gradient are from a plain loop in double precision.</summary>
/// <param name="Loss">What the generated kernel returned.</param>
/// <param name="LossDifference">The difference of the losses, relative to the loss.</param>
/// <param name="GradientDifference">The largest difference of a gradient component, relative to its row's largest component.</param>
sealed record LossCheck(float Loss, double LossDifference, double GradientDifference)
{
    /// <summary>
    /// Circle loss takes exps of up to 80 · 1.4 · 0.6 = 67. An exponent beyond 32 is rounded by up to 2⁻¹⁹ = 2e-6, which exp passes on as
    /// that part of itself; five such roundings make the limit. CosFace, whose exponents are smaller, stays well within it.
    /// </summary>
    public const double Tolerance = 1e-5;

    /// <summary>False for NaN, too.</summary>
    public bool Passed => LossDifference <= Tolerance && GradientDifference <= Tolerance;

    public delegate float Kernel(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, Span<float> gradient);

    public delegate double PlainLoss(ReadOnlySpan<float> scores, ReadOnlySpan<int> labels, Span<double> gradient);

    public static LossCheck Run(Matrix scores, ReadOnlySpan<int> labels, Kernel kernel, PlainLoss plain)
    {
        Matrix gradient = new(scores.Rows, scores.Columns);
        float loss = kernel(scores.Values, labels, gradient.Values);
        double[] expectedGradient = new double[gradient.Values.Length];
        double expectedLoss = plain(scores.Values, labels, expectedGradient);

        double gradientDifference = 0;
        for (int row = 0; row < scores.Rows; row++)
        {
            ReadOnlySpan<double> expected = expectedGradient.AsSpan(row * scores.Columns, scores.Columns);
            double largest = 0;
            double largestDifference = 0;
            for (int i = 0; i < expected.Length; i++)
            {
                largest = Math.Max(largest, Math.Abs(expected[i]));
                largestDifference = Math.Max(largestDifference, Math.Abs(gradient.Row(row)[i] - expected[i]));
            }

            // A row without a positive has no gradient at all: none may be found.
            gradientDifference = Math.Max(gradientDifference, largest > 0 ? largestDifference / largest : largestDifference);
        }

        return new LossCheck(loss, Math.Abs(loss - expectedLoss) / expectedLoss, gradientDifference);
    }
}
