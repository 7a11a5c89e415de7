namespace Derivation;

/// <summary>The orders, limits and equalities of the README, each at all gaps of its figure.</summary>
static class Relations
{
    const int PointsOnBoundary = 100;

    public static Relation[] All() =>
    [
        Smoothed("classes: Over.Max ≤ Over.LogSumExp ≤ Over.Max + ln 3", Steps.CrammerSinger, Steps.SmoothMaximum, Rows.Classes, 3),
        Smoothed("classes: hinge ≤ softplus ≤ hinge + ln 2", Steps.SmoothMaximumWithoutMargin, Steps.CrossEntropy, Rows.Classes, 2),
        Smoothed("pairs: Over.Max ≤ Over.LogSumExp ≤ Over.Max + ln 9", Steps.HardestPair, Steps.SmoothPairs, Rows.Pairs, 9),
        Smoothed("pairs: hinge ≤ softplus ≤ hinge + ln 2", Steps.SmoothPairs, Steps.Unified, Rows.Pairs, 2),
        Smoothed("γ = 10: Over.Max ≤ unified ≤ Over.Max + ln 10", Steps.HardestPair, Steps.Unified, Rows.Pairs, 10),
        Smoothed("γ = 80: Over.Max ≤ unified ≤ Over.Max + ln 10", Steps.HardestPair, Steps.SteepUnified, Rows.Pairs, 10),
        new("one positive: unified = CosFace", Largest(Rows.Cosines.Rows, UnifiedWithoutCosFace)),
        new("unified: both sides pull equally", Largest(Rows.Pairs.Rows, row => Imbalance(Steps.Unified, row))),
        new("unified = ln 2 where s_n − s_p = −m", Largest(Line(), row => AboveBoundary(Steps.SteepUnified, row))),
        new("circle = ln 2 where s_n² + (1 − s_p)² = 2 m²", Largest(Circle(), row => AboveBoundary(Steps.Circle, row))),
    ];

    // Smoothing adds up to ln(count) to a loss, before it is divided by γ.
    static Relation Smoothed(string statement, Loss sharp, Loss smooth, MovingRow moving, int count)
    {
        double excess = double.NegativeInfinity;
        foreach (Row row in moving.Rows)
        {
            double added = smooth.Generated(row).Loss / smooth.Gamma - sharp.Generated(row).Loss / sharp.Gamma;
            excess = Math.Max(excess, Math.Max(-added, added - Math.Log(count) / smooth.Gamma));
        }

        return new Relation(statement, excess);
    }

    static double Largest(IEnumerable<Row> rows, Func<Row, double> difference) => rows.Max(row => Math.Abs(difference(row)));

    static double UnifiedWithoutCosFace(Row row) => (Steps.Unified.Generated(row).Loss - Steps.CosFace.Generated(row).Loss) / Steps.CosFace.Gamma;

    static double Imbalance(Loss loss, Row row)
    {
        Evaluation evaluation = loss.Generated(row);
        return (evaluation.ByPositives.Sum() + evaluation.ByNegatives.Sum()) / loss.Gamma;
    }

    // Where the violation is 0, the loss is log(1 + exp 0).
    static double AboveBoundary(Loss loss, Row row) => (loss.Generated(row).Loss - Math.Log(2)) / loss.Gamma;

    static IEnumerable<Row> Line() => Fractions().Select(positive => Rows.Pair(positive, positive - 0.2));

    // From above the centre (1, 0) to where s_n = −m, below which the weight of the negative is cut off.
    static IEnumerable<Row> Circle()
    {
        double radius = Math.Sqrt(2) * 0.4;
        return Fractions()
            .Select(fraction => Math.PI * (0.5 + 0.75 * fraction))
            .Select(angle => Rows.Pair(1 + radius * Math.Cos(angle), radius * Math.Sin(angle)));
    }

    static IEnumerable<double> Fractions() => Enumerable.Range(0, PointsOnBoundary + 1).Select(i => (double)i / PointsOnBoundary);
}
