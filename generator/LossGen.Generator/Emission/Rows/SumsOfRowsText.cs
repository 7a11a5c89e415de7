using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes the sums of as many rows as a vector has lanes, each in a lane, from memory in which one row stands behind the other.</summary>
/// <param name="dialect">The operations on the sums.</param>
/// <param name="layout">How long a row is, and how it is added up.</param>
internal sealed class SumsOfRowsText(Dialect dialect, RowsEndToEnd layout)
{
    /// <summary>The operations on a row's own vectors: of 256 bits, as <c>SumEach</c> takes them.</summary>
    private readonly Dialect ofRow = dialect with { Lanes = 2 * dialect.LanesOf128Bits };

    /// <param name="writer">Where to.</param>
    /// <param name="name">What the sums are called.</param>
    /// <param name="memory">The memory with the rows.</param>
    public void Write(SourceWriter writer, string name, string memory)
    {
        writer.Lines(Enumerable.Range(0, dialect.Lanes).Select(row => $"{ofRow.Type} {LanesOf(row)} = {SumOfVectors(row, memory)};"));
        string[] eights = [.. Enumerable.Range(0, dialect.Lanes / ofRow.Lanes).Select(SumOfLanes)];
        writer.Line($"{dialect.Type} {name} = {(eights.Length == 1 ? eights[0] : $"{dialect.Operations}.Create({string.Join(", ", eights)})")};");
    }

    /// <summary>
    /// The vectors of a row, joined in the order in which they are where the row is computed by itself, down to 256 bits. The last vector ends with the row, and what it has in
    /// common with the one before is masked.
    /// </summary>
    private string SumOfVectors(int row, string memory)
    {
        if (layout.Elements == ofRow.Lanes)
        {
            // By itself it may be two vectors of 128 bits: they are the halves of this one, which are joined next.
            return ofRow.Load(memory, Literal.Of(row * layout.Elements));
        }

        int vectors = (layout.Elements + layout.LanesOfRow - 1) / layout.LanesOfRow;
        string[] parts =
        [
            .. Enumerable.Range(0, layout.LanesOfRow / ofRow.Lanes)
                .Select(part => ofRow.Reduce(Reducer.Sum, [.. Enumerable.Range(0, vectors).Select(vector => PartOf(row, vector, part, memory)).OfType<string>()])),
        ];
        return parts.Length == 1 ? parts[0] : ofRow.Reduce(Reducer.Sum, [.. parts.Select(part => $"({part})")]);
    }

    /// <summary>256 bits of one of a row's vectors; null if all of them are in common with the vector before.</summary>
    private string? PartOf(int row, int vector, int part, string memory)
    {
        int start = Math.Min(vector * layout.LanesOfRow, layout.Elements - layout.LanesOfRow);
        int inCommon = (vector * layout.LanesOfRow) - start - (part * ofRow.Lanes);
        string lanes = ofRow.Load(memory, Literal.Of((row * layout.Elements) + start + (part * ofRow.Lanes)));
        string mask = string.Join(", ", Enumerable.Range(0, ofRow.Lanes).Select(lane => lane < inCommon ? "0" : "-1"));
        return inCommon <= 0 ? lanes : inCommon >= ofRow.Lanes ? null : $"({lanes} & {ofRow.Operations}.Create({mask}).AsSingle())";
    }

    private string SumOfLanes(int eight) =>
        $"{ofRow.Helpers}.SumEach({string.Join(", ", Enumerable.Range(eight * ofRow.Lanes, ofRow.Lanes).Select(LanesOf))})";

    private static string LanesOf(int row) => $"lanesOfRow{Literal.Of(row)}";
}
