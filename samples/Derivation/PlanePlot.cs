using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Derivation;

/// <summary>
/// Draws losses of one positive and one negative over the plane of their scores: level lines of the value, in colour the one on which the violation is
/// 0, dashed that of the unified loss, and arrows that say where descent moves the scores.
/// </summary>
static class PlanePlot
{
    public const string FileName = "8-plane.svg";

    const double LowestPositive = 0;
    const double LowestNegative = -0.6;
    const double Highest = 1;

    const int PositiveCount = 101;
    const int NegativeCount = 161;

    const double UnifiedMargin = 0.2;
    const double LevelStep = 0.2;
    const int LevelCount = 8;

    const double ArrowStep = 0.2;
    const double ArrowScale = 0.12;
    const double ShortestArrow = 0.01;

    // Both axes have the same scale, so that a circle looks like one. The margins are what text and padding take.
    const int MarginAcross = 76;
    const int MarginUp = 82;
    const double PixelsPerUnit = (Panels.Width - MarginAcross) / (Highest - LowestPositive);
    const int Height = (int)(PixelsPerUnit * (Highest - LowestNegative)) + MarginUp;

    // Told apart by people who cannot tell red from green, too.
    static readonly OxyColor Boundary = OxyColor.FromRgb(0xD5, 0x5E, 0x00);
    static readonly OxyColor Descent = OxyColor.FromRgb(0x00, 0x72, 0xB2);

    static readonly double[] Positives = Grid(LowestPositive, PositiveCount);
    static readonly double[] Negatives = Grid(LowestNegative, NegativeCount);

    static readonly (string Title, Loss Loss)[] Planes =
    [
        ("unified loss, m = 0.2", Steps.SteepUnified),
        ("circle loss, m = 0.4", Steps.Circle),
        ("circle loss, DetachWeights = false", Steps.CircleThroughWeights),
    ];

    /// <summary>What is drawn: the losses, and the rows of their level lines.</summary>
    public static IEnumerable<(Loss Loss, Row Row)> Evaluations =>
        from plane in Planes
        from positive in Positives
        from negative in Negatives
        select (plane.Loss, Rows.Pair(positive, negative));

    public static void Write(Stream stream) => Panels.Write(stream, Height, [.. Planes.Select(plane => Panel(plane.Title, plane.Loss))]);

    static PlotModel Panel(string title, Loss loss)
    {
        PlotModel plot = Panels.Panel(title);
        plot.Axes.Add(Panels.Axis(AxisPosition.Bottom, "s_p", LowestPositive, Highest));
        plot.Axes.Add(Panels.Axis(AxisPosition.Left, "s_n", LowestNegative, Highest));
        plot.PlotMargins = new OxyThickness(48, 0, 12, 45);

        AddLevels(plot, loss, [.. Enumerable.Range(1, LevelCount).Select(level => level * LevelStep)], OxyColors.Gray, thickness: 1);
        AddArrows(plot, loss);

        // Where the violation is 0, the loss is log(1 + exp 0).
        AddLevels(plot, loss, [Math.Log(2) / loss.Gamma], Boundary, thickness: 2.5);
        if (loss != Steps.SteepUnified)
        {
            plot.Annotations.Add(new LineAnnotation
            {
                Slope = 1, Intercept = -UnifiedMargin, Color = Boundary, LineStyle = LineStyle.Dash, StrokeThickness = 1.5,
            });
        }

        return plot;
    }

    static void AddLevels(PlotModel plot, Loss loss, double[] levels, OxyColor color, double thickness)
    {
        double[,] values = new double[PositiveCount, NegativeCount];
        for (int i = 0; i < PositiveCount; i++)
            for (int j = 0; j < NegativeCount; j++)
                values[i, j] = loss.Generated(Rows.Pair(Positives[i], Negatives[j])).Loss / loss.Gamma;

        plot.Series.Add(new ContourSeries
        {
            ColumnCoordinates = Positives, RowCoordinates = Negatives, Data = values, ContourLevels = levels, ContourColors = [color],
            StrokeThickness = thickness, LineStyle = LineStyle.Solid,
        });
    }

    static void AddArrows(PlotModel plot, Loss loss)
    {
        for (double positive = LowestPositive + ArrowStep / 2; positive < Highest; positive += ArrowStep)
        {
            for (double negative = LowestNegative + ArrowStep / 2; negative < Highest; negative += ArrowStep)
            {
                Evaluation evaluation = loss.Generated(Rows.Pair(positive, negative));
                double across = -ArrowScale * evaluation.ByPositives[0] / loss.Gamma;
                double up = -ArrowScale * evaluation.ByNegatives[0] / loss.Gamma;

                // A head alone would say that something pulls.
                if (Math.Sqrt(across * across + up * up) < ShortestArrow)
                    continue;
                plot.Annotations.Add(new ArrowAnnotation
                {
                    StartPoint = new DataPoint(positive, negative), EndPoint = new DataPoint(positive + across, negative + up),
                    Color = Descent, HeadLength = 4, HeadWidth = 2.5, StrokeThickness = 1.5,
                });
            }
        }
    }

    static double[] Grid(double lowest, int count) => [.. Enumerable.Range(0, count).Select(i => lowest + i * (Highest - lowest) / (count - 1))];
}
