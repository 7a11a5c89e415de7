using OxyPlot;

namespace Derivation;

/// <summary>A loss in a figure.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Row">The row whose first negative moves.</param>
/// <param name="Color">The colour of its lines.</param>
/// <param name="Style">The style of its lines.</param>
/// <param name="Offset">What is added to the loss, for a bound.</param>
sealed record Curve(string Name, Loss Loss, MovingRow Row, OxyColor Color, LineStyle Style, double Offset = 0)
{
    /// <summary>A bound has a value only.</summary>
    public bool IsBound => Offset != 0;
}
