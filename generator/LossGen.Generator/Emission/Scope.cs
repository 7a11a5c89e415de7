using LossGen.Generator.Formula;

namespace LossGen.Generator.Emission;

/// <summary>Where a value is computed: the operations, and how what it is made of is called there.</summary>
/// <param name="Dialect">The operations.</param>
/// <param name="BatchSuffix">What follows the name of a value that all rows share.</param>
/// <param name="RowSuffix">What follows the name of a row's value.</param>
/// <param name="HasPairs">Whether scores are named after their side.</param>
/// <param name="HasMasks">Whether there are lanes that hold no element of the side.</param>
/// <param name="Element">The number of the elements' vector, which follows their names; null where no element's value is computed.</param>
/// <param name="Row">What the values of its row are called.</param>
internal sealed record Scope(Dialect Dialect, string BatchSuffix, string RowSuffix, bool HasPairs, RowNames Row, bool HasMasks = true, int? Element = null)
{
    /// <summary>What follows a name where its value stands in all lanes.</summary>
    public const string InAllLanes = "Lanes";

    /// <summary>What follows the name of a row's value where each lane of it is of another row, so that it is not taken for that of one row.</summary>
    public const string OfRowsInLanes = "OfRows";

    /// <summary>A row's values as single numbers.</summary>
    public static Scope OneRow(Dialect dialect) => OneRow(dialect, RowNames.Own);

    /// <summary>The same of one of several rows.</summary>
    public static Scope OneRow(Dialect dialect, RowNames row) => new(dialect with { Lanes = 1 }, "", "", HasPairs: false, row);

    /// <summary>The values of an element in each lane, all of one row.</summary>
    /// <param name="dialect">The operations on the elements.</param>
    /// <param name="ofPlan">The operations on the values that stand in all lanes.</param>
    /// <param name="hasPairs">Whether scores are named after their side.</param>
    /// <param name="row">What the values of the row are called.</param>
    public static Scope ElementsOfOneRow(Dialect dialect, Dialect ofPlan, bool hasPairs, RowNames row)
    {
        string suffix = dialect.Lanes == 1 ? "" : dialect.Lower(InAllLanes, ofPlan);
        return new(dialect, suffix, suffix, hasPairs, row);
    }

    /// <summary>A row's values in each lane, between passes that walk over one row after the other.</summary>
    public static Scope BlockOfRows(Dialect dialect) => new(dialect, InAllLanes, OfRowsInLanes, HasPairs: false, RowNames.Own);

    /// <summary>Everything of one row in each lane.</summary>
    public static Scope LaneARow(Dialect dialect, bool hasPairs) => new(dialect, InAllLanes, "", hasPairs, RowNames.Own, HasMasks: !hasPairs);

    /// <summary>The values of an element in each lane of a vector of that number, of some rows end to end: the rows' values, spread over their elements, have the same number.</summary>
    public static Scope ElementsOfRows(Dialect dialect, int element) => new(dialect, InAllLanes, Literal.Of(element), HasPairs: false, RowNames.Own, HasMasks: false, element);

    /// <summary>The values of one of some rows, each in all lanes.</summary>
    public static Scope RowInAllLanes(Dialect dialect, int row) => new(dialect, InAllLanes, "OfRow" + Literal.Of(row), HasPairs: false, RowNames.Own, HasMasks: false);

    /// <summary>The elements' vector of that number.</summary>
    public Scope At(int element) => this with { Element = element };

    /// <summary>What an element's value is called.</summary>
    public string NameOfElement(string name) => name + Literal.Of(Element ?? throw new InvalidOperationException($"'{name}' is not a value of a row"));

    /// <summary>What a value that is the same for a whole row, or for the whole batch, is called.</summary>
    public string NameOf(string name, Rank rank) => rank == Rank.Row ? Row.Of(name) + RowSuffix : name + BatchSuffix;
}
