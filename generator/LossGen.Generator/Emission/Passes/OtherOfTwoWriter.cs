using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes passes over a row of two classes: over the one that is not the label.</summary>
internal sealed class OtherOfTwoWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts)
    : RowPassWriter(writer, plan, side, dialect, broadcasts)
{
    /// <summary>What the place of the other class is called.</summary>
    private const string Other = "other";

    protected override IEnumerable<int> AllVectors => [0];

    public override void Begin(IReadOnlyList<Pass> passes)
    {
        Writer.Step("the negative: of two classes the one that is not the label");
        Writer.Line($"nint {Other} = 1 - {Side.Label};");
        Writer.Line($"{Dialect.Type} {NameOfScores}0 = {Dialect.Load(Side.Scores, Other)};");
        WriteClassInputs(passes, (memory, _) => Dialect.Load(memory, Other));
    }

    protected override void WriteVectors(Pass pass)
    {
        WriteElements(pass);
        Writer.Lines(pass.Reductions.Select(definition => $"{Plan.ScalarKeyword} {NameOfRow(definition)} = {ElementsOf(ReductionOf(definition).Body, 0)};"));
        Writer.Lines(pass.Gradients.Select(gradient => Dialect.Store(ElementsOf(gradient.Value, 0), Side.Derivatives, Other)));
    }

    protected override string WithoutLabel(string value, int vector, double replacement) => value;

    protected override bool HasMask(int vector) => false;

    protected override string Mask(int vector) => throw new InvalidOperationException("The other class is always an element of the side.");
}
