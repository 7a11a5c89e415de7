namespace Digits;

/// <summary>How far the generated loss and gradient are from a plain loop in double precision.</summary>
/// <param name="Loss">What the generated kernel returned.</param>
/// <param name="LossDifference">The difference of the losses, relative to the loss.</param>
/// <param name="GradientDifference">The largest difference of a gradient component, relative to its row's largest component.</param>
/// <param name="SameWithoutGradient">Whether the overload without a gradient returned the same bits.</param>
sealed record LossCheck(float Loss, double LossDifference, double GradientDifference, bool SameWithoutGradient)
{
    /// <summary>
    /// The kernel computes in float, where a rounding costs at most 2⁻²⁴ ≈ 6e-8 of a result. The errors of the rows average out and
    /// the mean is rounded once more: eight such roundings are plenty.
    /// </summary>
    public const double LossTolerance = 5e-7;

    /// <summary>
    /// The right logit leads by up to 13 here. A difference between 8 and 16 is rounded by up to 2⁻²¹, which e to that power passes on
    /// as 4.8e-7 of itself. That twice, three exps at 1.2e-7 and half a dozen products at 6e-8 make 1.7e-6 at the very worst. The limit
    /// is relative to the row on purpose: where the lead is 13 the gradient is a few millionths of 1/N, and p − 1 in float, a usual way
    /// to compute it, is off by a hundredth of that.
    /// </summary>
    public const double GradientTolerance = 2e-6;

    /// <summary>False for NaN, too.</summary>
    public bool Passed => LossDifference <= LossTolerance && GradientDifference <= GradientTolerance && SameWithoutGradient;

    public static LossCheck Run(Matrix logits, ReadOnlySpan<int> labels)
    {
        float[] gradient = new float[logits.Values.Length];
        float loss = Losses.CrossEntropy(logits.Values, labels, gradient);
        float lossAlone = Losses.CrossEntropy(logits.Values, labels);

        double[] expectedGradient = new double[gradient.Length];
        double expectedLoss = CrossEntropy(logits.Values, labels, expectedGradient);

        double gradientDifference = 0;
        for (int row = 0; row < logits.Rows; row++)
        {
            // The components of a row sum to 0 and only the label's is negative, so that one is the largest.
            int first = row * logits.Columns;
            double scale = Math.Abs(expectedGradient[first + labels[row]]);
            for (int i = first; i < first + logits.Columns; i++)
                gradientDifference = Math.Max(gradientDifference, Math.Abs(gradient[i] - expectedGradient[i]) / scale);
        }

        return new LossCheck(
            loss,
            Math.Abs(loss - expectedLoss) / expectedLoss,
            gradientDifference,
            BitConverter.SingleToInt32Bits(loss) == BitConverter.SingleToInt32Bits(lossAlone));
    }

    // The loss of a row is log(1 + Σ exp(zᵢ − z_label)), summed over the wrong classes i.
    static double CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<double> gradient)
    {
        int classes = logits.Length / labels.Length;
        double loss = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            int first = row * classes;
            int target = first + labels[row];
            double sum = 0;
            for (int i = first; i < first + classes; i++)
                if (i != target)
                    sum += Math.Exp((double)logits[i] - logits[target]);

            loss += Math.Log(1 + sum);
            for (int i = first; i < first + classes; i++)
                gradient[i] = Math.Exp((double)logits[i] - logits[target]) / (1 + sum) / labels.Length;
            gradient[target] = -sum / (1 + sum) / labels.Length;
        }

        return loss / labels.Length;
    }
}
