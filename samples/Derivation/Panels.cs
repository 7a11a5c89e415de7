using Digits;
using OxyPlot;
using OxyPlot.Axes;

namespace Derivation;

/// <summary>Plots of one size beside each other, as one figure.</summary>
static class Panels
{
    /// <summary>The width of a panel, in pixels.</summary>
    public const int Width = 330;

    public static PlotModel Panel(string title) =>
        new() { Title = title, TitleFontSize = 14, TitleFontWeight = FontWeights.Normal, DefaultFont = "Arial", PlotAreaBorderColor = OxyColors.Gray };

    public static LinearAxis Axis(AxisPosition position, string? title, double minimum, double maximum) =>
        new()
        {
            Position = position, Title = title, AxisTitleDistance = 6, Minimum = minimum, Maximum = maximum, TickStyle = TickStyle.None,
            MajorGridlineStyle = LineStyle.Solid, MajorGridlineColor = OxyColors.Gainsboro,
        };

    public static void Write(Stream stream, int height, params ReadOnlySpan<PlotModel> panels)
    {
        // Not every viewer of SVG knows the attribute that centres text vertically.
        using SvgRenderContext context = new(
            stream, Width * panels.Length, height, isDocument: true, new PixelTextMeasurer(), OxyColors.White, useVerticalTextAlignmentWorkaround: true);
        for (int i = 0; i < panels.Length; i++)
        {
            IPlotModel panel = panels[i];
            panel.Update(updateData: true);
            panel.Render(context, new OxyRect(i * Width, 0, Width, height));
        }
    }
}
