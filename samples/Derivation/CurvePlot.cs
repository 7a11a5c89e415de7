using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Derivation;

/// <summary>Draws a figure: a panel for the value and one for each derivative, over the same gaps.</summary>
static class CurvePlot
{
    public static void Write(Stream stream, Figure figure)
    {
        PlotModel value = Panel(figure, figure.Titles.Value, figure.Curves, (curve, evaluation) => evaluation.Loss + curve.Offset);
        value.Legends.Add(new Legend
        {
            LegendPosition = LegendPosition.LeftTop, LegendBackground = OxyColors.White, LegendSymbolLength = 24, LegendMargin = 1,
        });

        Curve[] differentiated = [.. figure.Curves.Where(curve => !curve.IsBound)];
        Panels.Write(
            stream, height: 300,
            value,
            Panel(figure, figure.Titles.ByNegative, differentiated, (_, evaluation) => evaluation.ByNegatives[0]),
            Panel(figure, figure.Titles.ByPositive, differentiated, (_, evaluation) => -evaluation.ByPositives[0]));
    }

    static PlotModel Panel(Figure figure, string title, Curve[] curves, Func<Curve, Evaluation, double> quantity)
    {
        PlotModel plot = Panels.Panel(title);
        double highest = 0;
        foreach (Curve curve in curves)
        {
            LineSeries line = new() { Title = curve.Name, Color = curve.Color, LineStyle = curve.Style, StrokeThickness = 2 };
            foreach (double gap in curve.Row.Gaps)
            {
                double height = quantity(curve, curve.Loss.Generated(curve.Row.At(gap))) / curve.Loss.Gamma;
                line.Points.Add(new DataPoint(gap, height));
                highest = Math.Max(highest, height);
            }

            plot.Series.Add(line);
        }

        // Nothing here is negative, and a line at 0 should not be taken for the frame.
        plot.Axes.Add(Panels.Axis(AxisPosition.Left, null, -0.06 * highest, 1.08 * highest));
        plot.Axes.Add(Panels.Axis(AxisPosition.Bottom, figure.Gap, curves[0].Row.From, curves[0].Row.To));
        return plot;
    }
}
