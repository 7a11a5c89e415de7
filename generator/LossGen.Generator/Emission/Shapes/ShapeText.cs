using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>What depends on where a row's scores are: the checks of their lengths, how many rows there are, and where each row begins.</summary>
internal abstract class ShapeText(LossSpec spec)
{
    protected LossSpec Spec { get; } = spec;

    /// <summary>The lengths of a row that only the arguments tell, by the names of the entry method's variables.</summary>
    public abstract IEnumerable<string> Lengths { get; }

    /// <summary>The condition, as C# writes it, in which there is nothing to lose: no rows, or nothing to set against each other in them.</summary>
    public abstract string EmptyCondition { get; }

    public static ShapeText Of(LossSpec spec) => spec.Scores switch
    {
        Classification shape => new ClassificationText(spec, shape),
        Pairs shape => new PairsText(spec, shape),
        SimilarityMatrix shape => new SimilarityText(spec, shape),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Scores, "no text is known for this shape"),
    };

    /// <summary>Writes the checks of lengths and labels, and declares how many rows there are and what they have.</summary>
    public abstract void WriteChecks(SourceWriter writer);

    /// <summary>The memory of a row.</summary>
    public abstract IEnumerable<RowMemory> Memory { get; }

    /// <summary>Whether there may be rows that do not count.</summary>
    public abstract bool SkipsRows { get; }

    /// <summary>Writes what a row's label is, and passes over a row that does not count.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="storesLosses">Whether the loss of such a row, 0, is stored here, and not with those of other rows.</param>
    public virtual void WriteRowStart(SourceWriter writer, bool storesLosses)
    {
        // Where each side has memory of its own a row has no label.
    }

    /// <summary>Writes what the label of a row is that counts, whose scores may have been written over.</summary>
    public virtual void WriteRowAgain(SourceWriter writer, RowNames row)
    {
        // The same.
    }

    /// <summary>Writes what the labels of some rows are, a row a lane, and which of them count, if not all do.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="dialect">The operations.</param>
    /// <param name="row">The first of the rows.</param>
    /// <param name="left">How many there are from it on; null if they fill a vector.</param>
    public virtual void WriteLabelsInLanes(SourceWriter writer, Dialect dialect, string row, string left)
    {
        // The same.
    }

    /// <summary>Writes where a row's memory begins.</summary>
    public void WriteMemory(SourceWriter writer, IEnumerable<RowMemory> memory, RowNames row, string modifier = "") =>
        writer.Lines(memory.Select(part => $"{modifier}ref {Spec.Scalar.Keyword()} {row.Of(part.Name)} = ref Unsafe.Add(ref {part.Of}, {row.Of("row")} * {part.Length});"));

    /// <summary>What the mean is divided by, where that is not the number of rows; null where it is.</summary>
    public abstract string? Divisor { get; }

    /// <summary>What a row of a batch costs, as C# writes it: its scores, or its pairs where every pair is computed.</summary>
    public abstract string WorkOfRow { get; }

    /// <summary>How many elements of a parameter belong to a row, as C# writes it; null if all belong to every row.</summary>
    public string? ElementsOfRow(Role role) => role switch
    {
        Role.ClassWeights or Role.ColumnLabels => null,
        Role.Labels or Role.Losses or Role.Upstream => "1",
        Role.Logits or Role.Positives or Role.Negatives or Role.Similarities or Role.Targets => ScoresOfRow(role),
        Role.Gradient or Role.PositiveGradient or Role.NegativeGradient => ScoresOfRow(role),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "no part of it belongs to a row of a batch"),
    };

    /// <summary>The same for scores, targets and gradients.</summary>
    protected abstract string ScoresOfRow(Role role);

    /// <summary>The user's name of a parameter, as a string for exceptions.</summary>
    protected string NameOf(Role role) => $"\"{Spec.Parameter(role)!.Name}\"";

    /// <summary>Writes a row without loss and gradient, and goes on to the next.</summary>
    protected void WriteSkippedRow(SourceWriter writer, string condition, string length, bool storesLosses) => writer.Block($"if ({condition})", () =>
    {
        if (storesLosses && Spec.Has(Role.Losses))
        {
            writer.Line($"Unsafe.Add(ref losses, row) = {Literal.Of(0, Spec.Scalar)};");
        }

        if (Spec.Has(Role.Gradient))
        {
            writer.Line($"MemoryMarshal.CreateSpan(ref derivatives, {length}).Clear();");
        }

        writer.Line("continue;");
    });
}

/// <summary>Memory with a number for each element of a row.</summary>
/// <param name="Role">The parameter that it is part of.</param>
/// <param name="Name">What a kernel calls the row's first.</param>
/// <param name="Of">What it calls the first of all rows.</param>
/// <param name="Length">How many a row has.</param>
/// <param name="Differentiates">The name of the scores that these are the derivatives by; null if they are no derivatives.</param>
internal sealed record RowMemory(Role Role, string Name, string Of, string Length, string? Differentiates = null);
