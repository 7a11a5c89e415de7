using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes over one row, whose elements are in the lanes of vectors that follow each other in memory.</summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The plan.</param>
/// <param name="side">The side.</param>
/// <param name="dialect">The operations of the vectors.</param>
/// <param name="broadcasts">The values of the row that already stand in all lanes: the sides share them.</param>
internal abstract class RowPassWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts)
    : PassWriter(writer, plan, side, dialect)
{
    /// <summary>Whether what a pass finds out of a row is left in 128 bits, to be reduced together with other rows'.</summary>
    public virtual bool LeavesPieces => false;

    protected HashSet<string> Broadcasts { get; } = broadcasts;

    protected override Scope Scope => ScopeOf(Dialect);

    /// <summary>The operations of the plan's vectors, in whose lanes stand the values that sides may share.</summary>
    private Dialect OfPlan => Dialect with { Lanes = Plan.Lanes };

    public static RowPassWriter Of(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts) => side.Plan.Layout switch
    {
        OtherOfTwo => new OtherOfTwoWriter(writer, plan, side, dialect, broadcasts),
        StraightLine layout => new StraightLineWriter(writer, plan, side, dialect, broadcasts, layout),
        UnrolledPass layout => new UnrolledPassWriter(writer, plan, side, dialect, broadcasts, layout),
        UnrolledLoop layout when side.IsShared => new SharedLoopWriter(writer, plan, side, dialect, broadcasts, layout),
        UnrolledLoop layout => new UnrolledLoopWriter(writer, plan, side, dialect, broadcasts, layout),
        _ => throw new InvalidOperationException($"no writer for the layout '{side.Plan.Layout}'"),
    };

    protected sealed override Scope ScopeOf(int vector) => ScopeOf(DialectOf(vector)).At(vector) with { HasMasks = HasMask(vector) };

    private Scope ScopeOf(Dialect elements) => Scope.ElementsOfOneRow(elements, OfPlan, HasPairs, Side.Row);

    protected sealed override void WriteBody(Pass pass)
    {
        if (pass.Gradients.Any(gradient => gradient.Value is OnlyAt))
        {
            WriteScattered(pass.Gradients);
            return;
        }

        WriteBroadcasts(pass);
        WriteVectors(pass);
    }

    /// <summary>Puts the row's values that a pass needs in all lanes, as far as they are not there yet.</summary>
    public void WriteBroadcasts(Pass pass)
    {
        if (Dialect.Lanes > 1)
        {
            Writer.Lines(pass.Values.SelectMany(value => ExpressionText.NamesOf(Rank.Row, value)).Where(name => Broadcasts.Add(Side.Row.Of(name)))
                .Select(name => $"{OfPlan.Type} {Side.Row.Of(name)}{Scope.InAllLanes} = {OfPlan.Broadcast(Side.Row.Of(name))};"));
        }
    }

    /// <summary>The writer of the same passes over another row.</summary>
    public virtual RowPassWriter Of(RowNames row) => Of(Writer, Plan, Side.Of(row), Dialect, Broadcasts);

    protected abstract void WriteVectors(Pass pass);

    /// <summary>What a row's value is called that a pass finds out.</summary>
    protected string NameOfRow(Definition definition) => Side.Row.Of(definition.Name);

    /// <summary>A vector's value with another number in the label's lane.</summary>
    protected abstract string WithoutLabel(string value, int vector, double replacement);

    /// <summary>Whether some lanes of a vector may hold no element of the side.</summary>
    protected virtual bool HasMask(int vector) => true;

    /// <summary>Which lanes of a vector hold an element of the side.</summary>
    protected abstract string Mask(int vector);

    /// <summary>Declares the masks that some passes need: which lanes hold an element.</summary>
    protected void WriteMasks(IEnumerable<Pass> passes)
    {
        if (passes.Any(pass => pass.HasMasks))
        {
            Writer.Lines(AllVectors.Where(HasMask).Select(i => $"{DialectOf(i).MaskType} {ExpressionText.NameOfMask(Side.Plan.Axes)}{Literal.Of(i)} = {Mask(i)};"));
        }
    }

    /// <summary>Loads the weights and probabilities that some passes need, with 0 for the label and beyond the row.</summary>
    protected void WriteClassInputs(IEnumerable<Pass> passes, Func<string, int, string> load)
    {
        foreach (ClassInput input in passes.SelectMany(pass => pass.ClassInputs).Distinct())
        {
            string memory = input == ClassInput.Weight ? "classWeights" : "probabilities";
            ForEachVector(i => $"{DialectOf(i).Type} {ExpressionText.NameOf(input)}{Literal.Of(i)} = {WithoutLabel(load(memory, i), i, 0)};");
        }
    }

    /// <summary>The value of the row that the vectors, already reduced lane by lane, come to.</summary>
    protected string Across(Reduction reduction, IReadOnlyList<string> vectors) =>
        Dialect.ReduceAcross(reduction.Reducer, Dialect.Reduce(reduction.Reducer, vectors));

    /// <summary>A gradient that only one element of a side has.</summary>
    private void WriteScattered(IEnumerable<SideGradient> gradients)
    {
        string length = Side.Plan.Length is null ? $"(int){Side.Length}" : Side.Length;
        Writer.Line($"MemoryMarshal.CreateSpan(ref {Side.Derivatives}, {length}).Clear();");
        foreach (OnlyAt only in gradients.Select(gradient => (OnlyAt)gradient.Value))
        {
            string index = ((Reference)only.Index).Definition.Name;
            Writer.Block($"if ({index} >= 0)", () => Writer.Line($"Unsafe.Add(ref {Side.Derivatives}, {index}) = {ExpressionText.Of(only.Value, Scope.OneRow(Dialect, Side.Row))};"));
        }
    }
}
