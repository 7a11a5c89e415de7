using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Rows of a similarity matrix, whose positives are the columns with the row's label.</summary>
internal sealed class SimilarityText(LossSpec spec, SimilarityMatrix shape) : ShapeText(spec)
{
    private readonly string columnLabels = shape.IsSquare ? "labels" : "columnLabels";
    private readonly string isSquare = shape.IsSquare ? "true" : "false";

    public override IEnumerable<string> Lengths => ["columns"];

    public override string EmptyCondition => "rows == 0 || columns == 0";

    public override string? Divisor => $"KernelRows.WithBothSides(labels, {columnLabels}, isSquare: {isSquare})";

    /// <summary>
    /// Only the labels tell how many pairs a row has, at most columns² / 4. A sixteenth of the columns is taken for its positives: with as many of them as
    /// negatives a block is then four times as long as it should be, with a few it is still worth its while.
    /// </summary>
    public override string WorkOfRow => Spec is { Loss: LossKind.PairHinge, Over: Over.Sum } ? "columns * (1 + columns / 16L)" : "columns";

    public override void WriteChecks(SourceWriter writer)
    {
        writer.Line("int rows = labels.Length;");
        writer.Line($"int columns = {columnLabels}.Length;");
        writer.Line($"KernelArguments.RequireMatrix(similarities.Length, rows, columns, {NameOf(Role.Similarities)});");
    }

    public override IEnumerable<RowMemory> Memory =>
    [
        new(Role.Similarities, "scores", "similarities", "columns"),
        .. Spec.Has(Role.Gradient) ? [new RowMemory(Role.Gradient, "derivatives", "gradient", "columns", "scores")] : Array.Empty<RowMemory>(),
    ];

    public override bool SkipsRows => true;

    public override void WriteRowStart(SourceWriter writer, bool storesLosses)
    {
        WriteRowAgain(writer, RowNames.Own);
        writer.Step("a row without a positive or without a negative adds nothing");
        writer.Line($"KernelRows.CountSides(ref columnLabels, columns, label, isSquare: {isSquare}, out int positives, out int negatives);");
        WriteSkippedRow(writer, "positives <= 0 || negatives <= 0", "(int)columns", storesLosses);
    }

    public override void WriteRowAgain(SourceWriter writer, RowNames row)
    {
        writer.Line($"{Spec.LabelType} {row.Of("label")} = Unsafe.Add(ref labels, {row.Of("row")});");
        if (shape.IsSquare && !KernelParameter.UsesFirst(Spec))
        {
            writer.Line($"ref {Spec.LabelType} columnLabels = ref labels;");
        }

        writer.Line($"nint self = {(KernelParameter.UsesFirst(Spec) ? "(nint)(first + row)" : shape.IsSquare ? "(nint)row" : "-1")};");
    }

    protected override string ScoresOfRow(Role role) => "columns";
}
