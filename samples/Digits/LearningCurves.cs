using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Digits;

/// <summary>The picture: loss above, accuracy below, over one axis of epochs.</summary>
static class LearningCurves
{
    const string Loss = "loss";
    const string Accuracy = "accuracy";

    public static void Write(Stream stream, params ReadOnlySpan<Run> runs)
    {
        PlotModel plot = new() { Title = "Handwritten digits: learning curves", DefaultFont = "Arial", Background = OxyColors.White };
        plot.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom, Title = "epoch", AxisTitleDistance = 8, Minimum = 0, Maximum = Training.Epochs,
        });
        plot.Axes.Add(new LogarithmicAxis
        {
            Key = Loss, Position = AxisPosition.Left, Title = "loss (log scale)", AxisTitleDistance = 8,
            StartPosition = 0.42, EndPosition = 1, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColors.Gainsboro,
        });
        plot.Axes.Add(new LinearAxis
        {
            Key = Accuracy, Position = AxisPosition.Left, Title = "accuracy, %", AxisTitleDistance = 8, Minimum = 90, Maximum = 100.5,
            StartPosition = 0, EndPosition = 0.38, MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColors.Gainsboro,
        });
        plot.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.TopCenter, LegendOrientation = LegendOrientation.Horizontal,
            LegendItemSpacing = 20, LegendSymbolLength = 28,
        });

        // Told apart by people who cannot tell red from green, too.
        ReadOnlySpan<OxyColor> colors = [OxyColor.FromRgb(0xD5, 0x5E, 0x00), OxyColor.FromRgb(0x00, 0x72, 0xB2)];
        for (int i = 0; i < runs.Length; i++)
        {
            Add(plot, runs[i], "training", LineStyle.Dash, colors[i], epoch => epoch.Training);
            Add(plot, runs[i], "test", LineStyle.Solid, colors[i], epoch => epoch.Test);
        }

        // Not every viewer of SVG knows the attribute that centres text vertically.
        SvgExporter exporter = new()
        {
            Width = 900, Height = 700, UseVerticalTextAlignmentWorkaround = true, TextMeasurer = new PixelTextMeasurer(),
        };
        exporter.Export(plot, stream);
    }

    static void Add(PlotModel plot, Run run, string set, LineStyle style, OxyColor color, Func<Epoch, Score> score)
    {
        // One entry in the legend for two lines: colour and dashes mean the same in both panels.
        LineSeries loss = new() { Title = $"{run.Name}, {set}", YAxisKey = Loss, Color = color, LineStyle = style };
        LineSeries accuracy = new() { RenderInLegend = false, YAxisKey = Accuracy, Color = color, LineStyle = style };
        foreach (Epoch epoch in run.Epochs)
        {
            loss.Points.Add(new DataPoint(epoch.Number, score(epoch).Loss));
            accuracy.Points.Add(new DataPoint(epoch.Number, 100 * score(epoch).Accuracy));
        }

        plot.Series.Add(loss);
        plot.Series.Add(accuracy);
    }
}
