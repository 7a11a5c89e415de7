namespace LossGen.Benchmarks.Shapes;

/// <summary>A loss on a batch of one size: a row of the comparison.</summary>
/// <param name="Loss">The loss, in a few words.</param>
/// <param name="Size">The rows and the scores of a row.</param>
/// <param name="Scores">How many scores the batch has: what times are divided by.</param>
/// <param name="Bars">How fast it has to be.</param>
/// <param name="Prepare">Makes the batch and everyone who computes its loss and its gradient.</param>
internal sealed record Shape(string Loss, string Size, int Scores, Bars Bars, Func<Lineup> Prepare)
{
    public string Name => $"{Loss} {Size}";

    /// <summary>Whether a word that the user typed means this shape: its name, its size or a word of its loss.</summary>
    public bool Matches(string word) => Name.Split(' ').Append(Name).Contains(word, StringComparer.OrdinalIgnoreCase);

    public override string ToString() => Name;
}
