namespace LossGen.Generator.Planning;

/// <summary>How a pass over a row is written.</summary>
internal abstract record Layout
{
    /// <summary>The layout in words.</summary>
    /// <param name="unit">What stands side by side: "vector", or "score" where there are no vectors.</param>
    public abstract string Describe(string unit);
}

/// <summary>The row stays in registers: no loop at all, and the last vector is masked.</summary>
/// <param name="Vectors">How many vectors a row fills.</param>
/// <param name="TailLanes">How many lanes of the last one are used; 0 if all are.</param>
internal sealed record StraightLine(int Vectors, int TailLanes) : Layout
{
    public override string Describe(string unit) => $"straight line, {Vectors} {unit}{(Vectors == 1 ? "" : "s")} a row";
}

/// <summary>Each pass is a loop over blocks of a few vectors with an accumulator each; the block with the label and the last one are masked.</summary>
/// <param name="Vectors">How many vectors a block has.</param>
/// <param name="BlocksPerSum">After how many blocks the sums are flushed into a wider one; null if a row has no more than that.</param>
internal sealed record UnrolledLoop(int Vectors, int? BlocksPerSum) : Layout
{
    public override string Describe(string unit) => $"loop over blocks of {Vectors} {unit}s";
}
