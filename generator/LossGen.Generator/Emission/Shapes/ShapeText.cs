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

    /// <summary>Writes where a row's memory begins and what its label is, and passes over a row that does not count.</summary>
    public abstract void WriteRowStart(SourceWriter writer);

    /// <summary>What the mean is divided by, where that is not the number of rows; null where it is.</summary>
    public abstract string? Divisor { get; }

    /// <summary>What a row of a batch costs, as C# writes it: its scores, or its pairs where every pair is computed.</summary>
    public abstract string WorkOfRow { get; }

    /// <summary>How many elements of a parameter belong to a row, as C# writes it; null if all belong to every row.</summary>
    public string? ElementsOfRow(Role role) => role switch
    {
        Role.ClassWeights or Role.ColumnLabels => null,
        Role.Labels or Role.Losses or Role.Upstream => "1",
        _ => ScoresOfRow(role),
    };

    /// <summary>The same for scores, targets and gradients.</summary>
    protected abstract string ScoresOfRow(Role role);

    /// <summary>The user's name of a parameter, as a string for exceptions.</summary>
    protected string NameOf(Role role) => $"\"{Spec.Parameter(role)!.Name}\"";

    /// <summary>The first element of a row.</summary>
    protected void WriteReference(SourceWriter writer, string name, string memory, string length) =>
        writer.Line($"ref {Spec.Scalar.Keyword()} {name} = ref Unsafe.Add(ref {memory}, row * {length});");

    /// <summary>Writes a row without loss and gradient, and goes on to the next.</summary>
    protected void WriteSkippedRow(SourceWriter writer, string condition, string length) => writer.Block($"if ({condition})", () =>
    {
        if (Spec.Has(Role.Losses))
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
