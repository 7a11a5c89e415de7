namespace Derivation;

/// <summary>How far a generated kernel is from its formula in double, on every row that is drawn of it.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="LossDifference">The largest difference of the losses, relative to the loss and the pull together.</param>
/// <param name="GradientDifference">The largest difference of a derivative, relative to the row's pull.</param>
sealed record LossCheck(Loss Loss, int Rows, double LossDifference, double GradientDifference)
{
    /// <summary>
    /// A float rounds a score, or a difference of scores, by up to 2⁻²⁴ ≈ 6e-8, which moves the loss by that times the pull; the loss itself is rounded
    /// too. Eight such roundings are plenty.
    /// </summary>
    public const double LossTolerance = 5e-7;

    /// <summary>An exp turns a rounding of its argument, γ times 6e-8, into that part of itself. Four of these at γ = 80 make the limit.</summary>
    public const double GradientTolerance = 2e-5;

    // Below it a float has fewer digits, or is 0.
    const double SmallestNormal = 1.2e-38;

    /// <summary>False for NaN, too.</summary>
    public bool Passed => LossDifference <= LossTolerance && GradientDifference <= GradientTolerance;

    /// <summary>Checks each loss on all rows of its curves and of its plane.</summary>
    public static IEnumerable<LossCheck> RunAll()
    {
        IEnumerable<(Loss Loss, Row Row)> drawn =
            from figure in Figures.All
            from curve in figure.Curves
            where !curve.IsBound
            from row in curve.Row.Rows
            select (curve.Loss, row);
        return drawn.Concat(PlanePlot.Evaluations).GroupBy(each => each.Loss, each => each.Row).Select(group => Run(group.Key, [.. group]));
    }

    static LossCheck Run(Loss loss, Row[] rows)
    {
        double lossDifference = 0;
        double gradientDifference = 0;
        foreach (Row row in rows)
        {
            Evaluation generated = loss.Generated(row);
            (Evaluation expected, double pull) = loss.Plain(row);
            lossDifference = Math.Max(lossDifference, Relative(generated.Loss, expected.Loss, expected.Loss + pull));
            for (int i = 0; i < row.Positives.Length; i++)
                gradientDifference = Math.Max(gradientDifference, Relative(generated.ByPositives[i], expected.ByPositives[i], pull));
            for (int i = 0; i < row.Negatives.Length; i++)
                gradientDifference = Math.Max(gradientDifference, Relative(generated.ByNegatives[i], expected.ByNegatives[i], pull));
        }

        return new LossCheck(loss, rows.Length, lossDifference, gradientDifference);
    }

    static double Relative(double actual, double expected, double scale)
    {
        double difference = Math.Abs(actual - expected);
        return difference <= SmallestNormal ? 0 : difference / scale;
    }
}
