namespace Derivation;

/// <summary>A loss as its formula says, in double: all K × L violations of a row, one by one, and the chain rule.</summary>
static class PlainLoss
{
    /// <returns>Loss and derivatives, and the pull: the sum of the derivatives by the violations, times γ.</returns>
    public static (Evaluation Expected, double Pull) Evaluate(
        Row row, double gamma, Func<double, double, Violation> violation, Aggregate aggregate)
    {
        int negatives = row.Negatives.Length;
        Violation[] violations = [.. row.Positives.SelectMany(positive => row.Negatives.Select(negative => violation(positive, negative)))];
        (double loss, double[] slopes) = aggregate([.. violations.Select(each => each.Value)]);

        double[] byPositives = new double[row.Positives.Length];
        double[] byNegatives = new double[negatives];
        for (int i = 0; i < violations.Length; i++)
        {
            byPositives[i / negatives] += slopes[i] * violations[i].ByPositive;
            byNegatives[i % negatives] += slopes[i] * violations[i].ByNegative;
        }

        return (new Evaluation(loss, byPositives, byNegatives), gamma * slopes.Sum());
    }
}
