using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes passes over a side without a loop. The vector that the row does not fill ends with the row: what it has in common with the one before is masked
/// when it is loaded, and overwritten when it is stored, so that neither takes a masked access to memory.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The plan.</param>
/// <param name="side">The side.</param>
/// <param name="dialect">The operations of the vectors.</param>
/// <param name="broadcasts">The values of the row that already stand in all lanes.</param>
/// <param name="vectors">How many vectors a row fills.</param>
/// <param name="tailLanes">How many lanes of the last one are used; 0 if all are.</param>
/// <param name="ofTail">The operations of the last one.</param>
internal abstract class KnownLengthWriter(
    SourceWriter writer,
    KernelPlan plan,
    SideText side,
    Dialect dialect,
    HashSet<string> broadcasts,
    int vectors,
    int tailLanes,
    Dialect ofTail)
    : RowPassWriter(writer, plan, side, dialect, broadcasts)
{
    protected sealed override Dialect DialectOf(int vector) => IsLast(vector) ? ofTail : Dialect;

    /// <summary>Declares the label in all lanes, if some passes need it.</summary>
    protected void WriteLabel(IReadOnlyList<Pass> passes)
    {
        if (!HasPairs && Dialect.Lanes > 1 && passes.Any(pass => pass.ReadsNegativesAlone || pass.ClassInputs.Any()))
        {
            Writer.Line($"{Dialect.Type} labelLanes = {Dialect.Broadcast($"({Plan.ScalarKeyword}){Side.Label}")};");
        }
    }

    protected override string WithoutLabel(string value, int vector, double replacement) => DialectOf(vector).Without(value, LabelOf(vector), First(vector), replacement);

    /// <summary>All lanes of a full vector hold elements, but for the label's.</summary>
    protected override bool HasMask(int vector) => !HasPairs || IsPartial(vector);

    protected override string Mask(int vector)
    {
        string count = Literal.Of(CountOf(vector));
        string helpers = DialectOf(vector).Helpers;
        return (HasPairs, Overlaps(vector)) switch
        {
            (true, true) => $"{helpers}.Last<{Plan.ScalarKeyword}>({count})",
            (true, false) => $"{helpers}.First<{Plan.ScalarKeyword}>({count})",
            (false, true) => $"{helpers}.LastBut({count}, {LabelOf(vector)}, {First(vector)})",
            (false, false) => $"{helpers}.FirstBut({count}, {LabelOf(vector)}, {First(vector)})",
        };
    }

    /// <summary>Loads the scores, with or without the label's.</summary>
    protected void WriteScores(bool hasLabel) => ForEachVector(i =>
        $"{DialectOf(i).Type} {NameOfScores}{Literal.Of(i)} = {(hasLabel ? Load(Side.Scores, i, Side.Padding) : WithoutLabel(Load(Side.Scores, i, Side.Padding), i, Side.Padding))};");

    protected string Load(string memory, int vector, double padding) => vector switch
    {
        _ when !IsPartial(vector) => DialectOf(vector).Load(memory, Offset(vector)),
        _ when Overlaps(vector) => $"{DialectOf(vector).Helpers}.LoadLast(ref {memory}, {Offset(vector)}, {Literal.Of(tailLanes)}, {Literal.Of(padding, Plan.Scalar)})",
        _ => DialectOf(vector).LoadFirst(memory, Offset(vector), Literal.Of(tailLanes), padding),
    };

    /// <summary>Stores all vectors, the last one first: what it has in common with the one before is that one's.</summary>
    protected void Store(Func<int, string> value) => Writer.Lines(AllVectors.Reverse().Select(i => IsPartial(i) && !Overlaps(i)
        ? $"{DialectOf(i).Helpers}.StorePart({value(i)}, ref {Side.Derivatives}, {Offset(i)}, {Literal.Of(tailLanes)});"
        : DialectOf(i).Store(value(i).Contains(' ') ? $"({value(i)})" : value(i), Side.Derivatives, Offset(i))));

    private bool IsLast(int vector) => vector == vectors - 1;

    private bool IsPartial(int vector) => IsLast(vector) && tailLanes > 0;

    private bool Overlaps(int vector) => IsPartial(vector) && vector > 0;

    private int CountOf(int vector) => IsPartial(vector) ? tailLanes : DialectOf(vector).Lanes;

    /// <summary>The label as a number in all lanes, or as it is where there are no vectors.</summary>
    private string LabelOf(int vector) => Dialect.Lanes > 1 ? DialectOf(vector).Lower("labelLanes", Dialect) : Side.Label;

    private string Offset(int vector) => Literal.Of(FirstOf(vector));

    private string First(int vector) => Dialect.Lanes > 1 ? Literal.Of(FirstOf(vector), Plan.Scalar) : Offset(vector);

    private int FirstOf(int vector) => Overlaps(vector) ? Side.Plan.Length!.Value - ofTail.Lanes : vector * Dialect.Lanes;
}
