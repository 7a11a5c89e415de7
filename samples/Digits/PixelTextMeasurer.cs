using OxyPlot;

namespace Digits;

/// <summary>
/// Measures text for the SVG exporter, whose own measurer takes sizes in pixels for points: all text comes out a quarter too small, and
/// legends are cut off. Nothing is drawn in this context.
/// </summary>
sealed class PixelTextMeasurer() : PdfRenderContext(1, 1, OxyColors.White)
{
    const double PixelsPerPoint = 96.0 / 72;

    // Viewers without Arial put a wider font in its place.
    const double Reserve = 1.2;

    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        OxySize size = base.MeasureText(text, fontFamily, fontSize * PixelsPerPoint, fontWeight);
        return new OxySize(size.Width * Reserve, size.Height);
    }
}
