namespace Derivation;

/// <summary>A row in which the first negative moves; the gap is by how much it exceeds the first positive, the lowest one.</summary>
/// <param name="From">The first gap.</param>
/// <param name="To">The last gap.</param>
/// <param name="At">The row at a gap.</param>
sealed record MovingRow(double From, double To, Func<double, Row> At)
{
    const int Points = 240;

    /// <summary>The middles of equal steps: no kink of a hinge is there, where formula and kernel could round to different sides.</summary>
    public IEnumerable<double> Gaps => Enumerable.Range(0, Points).Select(i => From + (i + 0.5) * (To - From) / Points);

    /// <summary>The rows at all gaps.</summary>
    public IEnumerable<Row> Rows => Gaps.Select(At);
}
