using System.Collections.Immutable;

namespace LossGen.Generator.Formula;

/// <summary>The named values of a formula, in an order in which they can be computed.</summary>
internal sealed class DefinitionList
{
    private readonly List<Definition> definitions = [];

    /// <summary>Gives a value a name; the same value keeps the name that it already has.</summary>
    public Expression Define(string name, Expression value, string remark)
    {
        if (value is Upstream or Reference || value.Rank == Rank.Constant)
        {
            return value;
        }

        Definition? known = definitions.Find(definition => definition.Value == value);
        if (known is null)
        {
            int namesakes = definitions.Count(definition => definition.Name == name || definition.Name.StartsWith($"{name}_", StringComparison.Ordinal));
            known = new Definition(namesakes == 0 ? name : $"{name}_{namesakes + 1}", value, remark);
            definitions.Add(known);
        }

        return new Reference(known);
    }

    /// <summary>The name of a value, if it has one, or else the value.</summary>
    public Expression Named(Expression value) => definitions.Find(definition => definition.Value == value) is { } known ? new Reference(known) : value;

    public ImmutableArray<Definition> ToImmutableArray() => [.. definitions];
}
