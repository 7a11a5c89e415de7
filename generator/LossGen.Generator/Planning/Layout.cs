namespace LossGen.Generator.Planning;

/// <summary>How a pass over a row is written.</summary>
internal abstract record Layout
{
    /// <summary>Whether the elements' values stay in registers from one pass to the next.</summary>
    public virtual bool KeepsElements => false;

    /// <summary>The layout in words.</summary>
    /// <param name="unit">What stands side by side: "vector", or "score" where there are no vectors.</param>
    public abstract string Describe(string unit);
}

/// <summary>As many rows at a time as a vector has lanes.</summary>
/// <param name="Elements">How many elements a row has.</param>
/// <param name="LanesOfRow">How many lanes the vectors have that hold the elements of a row where it is computed by itself: the elements are added in the same order, so that a row has the same bits.</param>
internal abstract record VectorsOfRows(int Elements, int LanesOfRow) : Layout
{
    public sealed override bool KeepsElements => true;
}

/// <summary>A row a lane: each element's scores of these rows are a vector, which stays in a register.</summary>
internal sealed record LanesOverRows(int Elements, int LanesOfRow) : VectorsOfRows(Elements, LanesOfRow)
{
    public override string Describe(string unit) => "lanes over rows";
}

/// <summary>The rows' scores as they lie in memory, one row's behind the other's: as many rows as a vector has lanes fill as many vectors as a row has elements. Only their sums are transposed.</summary>
internal sealed record RowsEndToEnd(int Elements, int LanesOfRow) : VectorsOfRows(Elements, LanesOfRow)
{
    public override string Describe(string unit) => "rows end to end";
}

/// <summary>The row stays in registers: no loop at all, and the last vector is masked.</summary>
/// <param name="Vectors">How many vectors a row fills.</param>
/// <param name="TailLanes">How many lanes of the last one are used; 0 if all are.</param>
internal sealed record StraightLine(int Vectors, int TailLanes) : Layout
{
    public override bool KeepsElements => true;

    public override string Describe(string unit) => $"straight line, {Vectors} {unit}{(Vectors == 1 ? "" : "s")} a row";
}

/// <summary>Of two classes one is the label, and the other is all that a pass walks over: it is found by its place, and no score is masked.</summary>
internal sealed record OtherOfTwo : Layout
{
    public override bool KeepsElements => true;

    public override string Describe(string unit) => $"the {unit} of the other class alone";
}

/// <summary>Each pass loads the row's vectors again, a few at a time, but without a loop; the last vector is masked if the row does not fill it.</summary>
/// <param name="Vectors">How many vectors a row fills.</param>
/// <param name="TailLanes">How many lanes of the last one are used; 0 if all are.</param>
/// <param name="LanesOfTail">How many the last one has, where narrower vectors than the others hold what is left; null if it is as wide.</param>
internal sealed record UnrolledPass(int Vectors, int TailLanes, int? LanesOfTail = null) : Layout
{
    public override string Describe(string unit) =>
        $"unrolled passes, {Vectors} {unit}{(Vectors == 1 ? "" : "s")} a row{(LanesOfTail is { } lanes ? $", the last of {lanes} lanes" : "")}";
}

/// <summary>Each pass is a loop over blocks of a few vectors, which share an accumulator; the block with the label is masked.</summary>
/// <param name="Vectors">How many vectors a block has.</param>
/// <param name="BlocksPerSum">After how many blocks the sums are flushed into a wider one; null if a row has no more than that.</param>
/// <param name="FetchesAhead">Whether scores may be fetched from memory some time before a pass reads them first, which waits for nothing else.</param>
/// <param name="Last">How many scores are left after the last whole block, and written out behind the loop; 0 if none are, or if the loop masks them.</param>
internal sealed record UnrolledLoop(int Vectors, int? BlocksPerSum, bool FetchesAhead = false, int Last = 0) : Layout
{
    public override string Describe(string unit) => $"loop over blocks of {Vectors} {unit}s{(Last == 0 ? "" : $", the last {Last} score{(Last == 1 ? "" : "s")} behind it")}";
}
