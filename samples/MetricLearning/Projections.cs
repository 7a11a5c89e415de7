using Digits;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace MetricLearning;

/// <summary>The picture of a split: some unseen digits on the plane in which they vary most, in pixels before and in each embedding after.</summary>
static class Projections
{
    const int PointsShown = 300;
    const double GapBetweenPanels = 0.03;
    const double Padding = 0.05;
    const double MarkerSize = 3;

    public static void Write(Stream stream, Experiment experiment)
    {
        PlotModel plot = new()
        {
            Title = $"The digits {experiment.Split.UnseenDigits}, learned from {experiment.Split.SeenDigits}: two principal components",
            DefaultFont = "Arial",
            Background = OxyColors.White,
            PlotAreaBorderColor = OxyColors.Gray,
        };
        plot.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.TopCenter, LegendOrientation = LegendOrientation.Horizontal,
            LegendItemSpacing = 20,
        });

        Method[] methods = [experiment.Before[0], .. experiment.After];
        for (int i = 0; i < methods.Length; i++)
            AddPanel(plot, methods[i], experiment.Split.Unseen.Labels.Span, i, methods.Length);

        // Not every viewer of SVG knows the attribute that centres text vertically.
        SvgExporter exporter = new()
        {
            Width = 1200, Height = 480, UseVerticalTextAlignmentWorkaround = true, TextMeasurer = new PixelTextMeasurer(),
        };
        exporter.Export(plot, stream);
    }

    static void AddPanel(PlotModel plot, Method method, ReadOnlySpan<int> labels, int panel, int panels)
    {
        string across = $"across {panel}";
        string up = $"up {panel}";
        plot.Axes.Add(new LinearAxis
        {
            Key = across, Position = AxisPosition.Bottom, TickStyle = TickStyle.None, LabelFormatter = _ => "",
            MinimumPadding = Padding, MaximumPadding = Padding,
            Title = $"{method.Name}: MAP@R {method.Retrieval.MeanAveragePrecisionAtR:0.000}",
            StartPosition = panel == 0 ? 0 : (double)panel / panels + GapBetweenPanels / 2,
            EndPosition = panel == panels - 1 ? 1 : (double)(panel + 1) / panels - GapBetweenPanels / 2,
        });
        plot.Axes.Add(new LinearAxis
        {
            Key = up, Position = AxisPosition.Left, IsAxisVisible = false, MinimumPadding = Padding, MaximumPadding = Padding,
        });

        // Told apart by people who cannot tell red from green, too.
        ReadOnlySpan<OxyColor> colors =
        [
            OxyColor.FromRgb(0xD5, 0x5E, 0x00), OxyColor.FromRgb(0x00, 0x72, 0xB2), OxyColor.FromRgb(0xF0, 0xC8, 0x00),
            OxyColor.FromRgb(0x00, 0x9E, 0x73), OxyColor.FromRgb(0x00, 0x00, 0x00),
        ];
        ReadOnlySpan<MarkerType> markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond, MarkerType.Cross];

        (double X, double Y)[] points = PrincipalComponents.Project(method.Units);
        int firstDigit = labels.ToArray().Min();
        for (int i = 0; i < colors.Length; i++)
        {
            ScatterSeries series = new()
            {
                Title = $"{firstDigit + i}", RenderInLegend = panel == 0, XAxisKey = across, YAxisKey = up,
                MarkerType = markers[i], MarkerFill = colors[i], MarkerStroke = colors[i], MarkerSize = MarkerSize,
            };
            for (int point = 0; point < PointsShown; point++)
                if (labels[point] == firstDigit + i)
                    series.Points.Add(new ScatterPoint(points[point].X, points[point].Y));
            plot.Series.Add(series);
        }
    }
}
