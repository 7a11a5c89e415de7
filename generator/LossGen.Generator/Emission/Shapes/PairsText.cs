using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Rows of K positives and L negatives, each in memory of their own.</summary>
internal sealed class PairsText(LossSpec spec, Pairs shape) : ShapeText(spec)
{
    private readonly string positiveLength = shape.Positives is { } positives ? Literal.Of(positives) : "positiveLength";
    private readonly string negativeLength = shape.Negatives is { } negatives ? Literal.Of(negatives) : "negativeLength";

    public override IEnumerable<string> Lengths
    {
        get
        {
            if (shape.Positives is null)
            {
                yield return "positiveLength";
            }

            if (shape.Negatives is null)
            {
                yield return "negativeLength";
            }
        }
    }

    public override string EmptyCondition => Spec.IsSingleRow ? string.Join(" || ", Lengths.Select(length => $"{length} == 0")) : "rows == 0";

    public override string? Divisor => null;

    public override string WorkOfRow => Literal.Of(
        Spec is { Loss: LossKind.PairHinge, Over: Over.Sum }
            ? (long)shape.Positives!.Value * shape.Negatives!.Value
            : (long)shape.Positives!.Value + shape.Negatives!.Value);

    public override void WriteChecks(SourceWriter writer)
    {
        string positives = NameOf(Role.Positives);
        string negatives = NameOf(Role.Negatives);
        if (!Spec.IsSingleRow)
        {
            writer.Line($"int rows = KernelArguments.RowsOf(positives.Length, {positiveLength}, {positives});");
            writer.Line($"KernelArguments.RequireRows(negatives.Length, {negativeLength}, rows, positives.Length, {negatives}, {positives});");
            return;
        }

        writer.Line("const int rows = 1;");
        writer.Line(shape.Positives is null
            ? "int positiveLength = positives.Length;"
            : $"KernelArguments.RequireOneRow(positives.Length, {positiveLength}, {positives});");
        writer.Line(shape.Negatives is null
            ? "int negativeLength = negatives.Length;"
            : $"KernelArguments.RequireOneRow(negatives.Length, {negativeLength}, {negatives});");
    }

    public override IEnumerable<RowMemory> Memory =>
    [
        new(Role.Positives, "positiveScores", "positives", positiveLength),
        new(Role.Negatives, "negativeScores", "negatives", negativeLength),
        .. GradientOf(Role.PositiveGradient, "positiveDerivatives", "positiveGradient", positiveLength, "positiveScores"),
        .. GradientOf(Role.NegativeGradient, "negativeDerivatives", "negativeGradient", negativeLength, "negativeScores"),
    ];

    public override bool SkipsRows => false;

    private RowMemory[] GradientOf(Role role, string name, string of, string length, string differentiates) =>
        Spec.Has(role) ? [new RowMemory(role, name, of, length, differentiates)] : [];

    protected override string ScoresOfRow(Role role) => role is Role.Positives or Role.PositiveGradient ? positiveLength : negativeLength;
}
