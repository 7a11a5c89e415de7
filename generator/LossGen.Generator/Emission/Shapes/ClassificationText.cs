using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Rows of C scores, with a label or with probabilities.</summary>
internal sealed class ClassificationText(LossSpec spec, Classification shape) : ShapeText(spec)
{
    /// <summary>Why labels that the entry method has checked are checked where they are used.</summary>
    private const string WhyCheckedAgain = "// Checked again: another thread may have changed a label since, and the kernel must stay within its memory.";

    private readonly string classes = shape.Classes is { } count ? Literal.Of(count) : "classes";

    public override IEnumerable<string> Lengths => shape.Classes is null ? ["classes"] : [];

    public override string EmptyCondition => shape.Classes is null ? "rows == 0 || classes == 1" : "rows == 0";

    public override string? Divisor => Spec switch
    {
        { IsWeightedMean: true } => $"KernelRows.WeightOf<{Spec.Scalar.Keyword()}, {Spec.LabelType}>(labels, classWeights, {IgnoreLabel ?? "null"})",
        _ when IgnoreLabel is { } ignored => $"KernelRows.Kept(labels, {ignored})",
        _ => null,
    };

    public override string WorkOfRow => classes;

    /// <summary>The label of rows that do not count.</summary>
    private string? IgnoreLabel => Spec.IgnoreLabel is { } label ? Literal.Of(label, Spec.LabelType) : null;

    public override void WriteChecks(SourceWriter writer)
    {
        if (Spec.Has(Role.Targets))
        {
            WriteChecksOfTargets(writer);
        }
        else
        {
            WriteChecksOfLabels(writer);
        }
    }

    public override IEnumerable<RowMemory> Memory =>
    [
        new(Role.Logits, "scores", "logits", classes),
        .. Spec.Has(Role.Gradient) ? [new RowMemory(Role.Gradient, "derivatives", "gradient", classes, "scores")] : Array.Empty<RowMemory>(),
        .. Spec.Has(Role.Targets) ? [new RowMemory(Role.Targets, "probabilities", "targets", classes)] : Array.Empty<RowMemory>(),
    ];

    public override bool SkipsRows => IgnoreLabel is not null;

    public override void WriteRowStart(SourceWriter writer, bool storesLosses)
    {
        if (Spec.Has(Role.Targets))
        {
            writer.Step("the class with the largest score is taken for the label: against it no violation is positive");
            writer.Line($"nint label = Search.IndexOfLargest(ref scores, {classes});");
            return;
        }

        if (IgnoreLabel is { } ignored)
        {
            WriteSkippedRow(writer, $"Unsafe.Add(ref labels, row) == {ignored}", shape.Classes is null ? "(int)classes" : classes, storesLosses);
            writer.Line();
        }

        WriteRowAgain(writer, RowNames.Own);
    }

    public override void WriteRowAgain(SourceWriter writer, RowNames row)
    {
        writer.Line($"nint {row.Of("label")} = (nint)Unsafe.Add(ref labels, {row.Of("row")});");
        writer.Line(WhyCheckedAgain);
        writer.Line($"KernelArguments.RequireUnchanged({row.Of("label")}, {classes});");
    }

    public override void WriteLabelsInLanes(SourceWriter writer, Dialect dialect, string row, string left)
    {
        if (Spec.Has(Role.Targets))
        {
            return;
        }

        string scalar = Spec.Scalar.Keyword();
        writer.Step($"the labels, a row a lane: NaN where no row is left{(SkipsRows ? ", and where it does not count" : "")}");
        string rows = $"ref labels, {row}, {left}";
        writer.Line(IgnoreLabel is { } ignored
            ? $"{dialect.Type} label = {dialect.Helpers}.LoadLabels<{scalar}, {Spec.LabelType}>({rows}, {ignored});"
            : $"{dialect.Type} label = {dialect.Helpers}.LoadLabels<{scalar}, {Spec.LabelType}>({rows});");
        writer.Line(WhyCheckedAgain);
        writer.Line($"{dialect.Helpers}.RequireUnchanged(label, {Literal.Of(shape.Classes!.Value, Spec.Scalar)});");
        if (SkipsRows)
        {
            writer.Line($"{dialect.Type} isKept = {dialect.Operations}.GreaterThanOrEqual(label, {dialect.Constant(0)});");
        }
    }

    protected override string ScoresOfRow(Role role) => classes;

    private void WriteChecksOfLabels(SourceWriter writer)
    {
        string logits = NameOf(Role.Logits);
        string labels = Spec.Has(Role.Label) ? NameOf(Role.Label) : NameOf(Role.Labels);
        writer.Line($"int rows = {(Spec.Has(Role.Label) ? "1" : "labels.Length")};");
        if (shape.Classes is not null)
        {
            writer.Line($"KernelArguments.RequireScores(logits.Length, rows, {classes}, {logits}, {labels});");
        }
        else if (Spec.Has(Role.ClassWeights))
        {
            string classWeights = NameOf(Role.ClassWeights);
            writer.Line($"int classes = KernelArguments.ClassesOfWeights(classWeights.Length, rows, {classWeights});");
            writer.Line($"KernelArguments.RequireScores(logits.Length, rows, {classes}, {logits}, {labels}, {classWeights});");
        }
        else
        {
            writer.Line($"int classes = KernelArguments.ClassesOf(logits.Length, rows, {logits}, {labels});");
        }

        WriteCheckOfWeights(writer);
        writer.Line(IgnoreLabel is { } ignored
            ? $"KernelArguments.RequireLabels(labels, {classes}, {ignored}, {labels});"
            : $"KernelArguments.RequireLabels(labels, {classes}, {labels});");
    }

    private void WriteChecksOfTargets(SourceWriter writer)
    {
        string logits = NameOf(Role.Logits);
        if (Spec.IsSingleRow)
        {
            writer.Line("int classes = logits.Length;");
            writer.Line("int rows = classes == 0 ? 0 : 1;");
        }
        else
        {
            if (shape.Classes is null)
            {
                writer.Line("int classes = classWeights.Length;");
            }

            writer.Line($"int rows = KernelArguments.RowsOf(logits.Length, {classes}, {logits});");
        }

        writer.Line($"KernelArguments.RequireSameLength(targets.Length, logits.Length, {NameOf(Role.Targets)}, {logits});");
        WriteCheckOfWeights(writer);
    }

    private void WriteCheckOfWeights(SourceWriter writer)
    {
        if (shape.Classes is not null && Spec.Has(Role.ClassWeights))
        {
            writer.Line($"KernelArguments.RequireOneAClass(classWeights.Length, {classes}, {NameOf(Role.ClassWeights)});");
        }
    }
}
