namespace LossGen.Generator.Emission;

/// <summary>What the values of a row are called where rows of several blocks are under way.</summary>
/// <param name="Prefix">What stands before every name; nothing for the row that a reader thinks of first.</param>
internal sealed record RowNames(string Prefix)
{
    /// <summary>The row itself.</summary>
    public static readonly RowNames Own = new("");

    /// <summary>The row that stands where it does in the next block.</summary>
    public static readonly RowNames Next = new("next");

    /// <summary>The row that stands where it does in the previous block.</summary>
    public static readonly RowNames Previous = new("previous");

    public string Of(string name) => Prefix.Length == 0 ? name : Prefix + Capitalized(name);

    /// <summary>The name of a vector with a value of each row of the block, a row a lane.</summary>
    public string InLanes(string name) => name + (Prefix.Length == 0 ? Scope.OfRowsInLanes : $"Of{Capitalized(Prefix)}Rows");

    private static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
