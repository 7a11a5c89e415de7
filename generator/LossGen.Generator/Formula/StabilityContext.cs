namespace LossGen.Generator.Formula;

/// <summary>What exps are measured from.</summary>
internal enum ExpReference
{
    /// <summary>The largest term of each side: always safe, at the price of a pass.</summary>
    Largest,

    /// <summary>The label's score: where a promised range of the scores keeps every exponent, of either sign, within the range of exp.</summary>
    Label,

    /// <summary>The label's score, which is the largest of the row.</summary>
    LargestLabel,

    /// <summary>The label's score, or that of the best of the others where it is far ahead of the label: no exp is needed then but those of the scores.</summary>
    LabelUnlessFarBehind,

    /// <summary>The label's score where it is known not to be far behind: what <see cref="LabelUnlessFarBehind"/> comes to then.</summary>
    NearLabel,

    /// <summary>The largest score of the row, which may be the label's: one need not know which it is to find it.</summary>
    LargestOfAll,
}

/// <summary>How many elements the sides of a row have: constants, or <see cref="Count"/>.</summary>
internal sealed record ElementCounts(Expression Negatives, Expression Positives)
{
    public Expression Of(Axes side) => side == Axes.Negatives ? Negatives : Positives;
}

/// <summary>What a stable form depends on beside the formula.</summary>
/// <param name="Limit">The largest finite number of the type that is computed in.</param>
/// <param name="Counts">How many elements each side has.</param>
/// <param name="HasPairs">Whether both sides have many elements.</param>
/// <param name="Reference">What exps are measured from.</param>
internal sealed record StabilityContext(double Limit, ElementCounts Counts, bool HasPairs, ExpReference Reference = ExpReference.Largest)
{
    public Constant LargestFinite => new(Limit, "MaxValue");

    public Constant SmallestFinite => new(-Limit, "−MaxValue");

    /// <summary>What the largest term of a side is, where its terms are scores.</summary>
    public string RemarkOnLargest(Axes side) => (side, HasPairs) switch
    {
        (_, false) => "the largest of the negatives, the label's score not among them",
        (Axes.Negatives, _) => "the largest of the negatives",
        _ => "minus the smallest of the positives",
    };

    /// <summary>The name of a side's value: only where both sides have one is it said whose it is.</summary>
    public string NameOf(Axes side, string name) => HasPairs
        ? $"{(side == Axes.Negatives ? "negative" : "positive")}{char.ToUpperInvariant(name[0])}{name.Substring(1)}"
        : name;
}
