namespace Derivation;

/// <summary>The violation u of a positive and a negative, and its derivatives by their scores.</summary>
readonly record struct Violation(double Value, double ByPositive, double ByNegative);

/// <summary>The two ways to say by how much a negative beats a positive. Kernels round γ and m to float, so these do.</summary>
static class Violations
{
    /// <summary>u = γ (s_n − s_p + m): the gap alone counts.</summary>
    public static Func<double, double, Violation> Gap(double gamma, double margin) =>
        (positive, negative) => new Violation(gamma * (negative - positive + (float)margin), -gamma, gamma);

    /// <summary>
    /// u = γ (αₙ (s_n − m) − αₚ (s_p − (1 − m))): each score counts by how far it is from its optimum (Y. Sun et al. (2020), "Circle Loss",
    /// arXiv 2002.10857). In the derivative the weights are constants if they are detached.
    /// </summary>
    public static Func<double, double, Violation> Circle(double gamma, double margin, bool detachWeights)
    {
        double m = (float)margin;
        return (positive, negative) =>
        {
            double positiveWeight = Math.Max(1 + m - positive, 0);
            double negativeWeight = Math.Max(negative + m, 0);
            double positiveExcess = positive - (1 - m);
            double negativeExcess = negative - m;
            double positiveSlope = detachWeights || positiveWeight == 0 ? positiveWeight : positiveWeight - positiveExcess;
            double negativeSlope = detachWeights || negativeWeight == 0 ? negativeWeight : negativeWeight + negativeExcess;
            return new Violation(
                gamma * (negativeWeight * negativeExcess - positiveWeight * positiveExcess), -gamma * positiveSlope, gamma * negativeSlope);
        };
    }
}
