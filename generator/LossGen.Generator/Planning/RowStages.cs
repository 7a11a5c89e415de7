using LossGen.Generator.Formula;

namespace LossGen.Generator.Planning;

/// <summary>
/// The three walks over the rows that are under way, a row a lane: the first reads them and finds the arguments of their exps, the second computes the exps and nothing else,
/// and the third does what needs them. Where an element needs both an exp and its score, as in circle loss, there are two: its exps are computed in the first.
/// </summary>
/// <param name="OncePerRow">Values that a row needs before its first pass, in the first walk.</param>
/// <param name="Reading">The passes of the first walk. What an exp is called stands for its argument there.</param>
/// <param name="Exps">The exps of the second walk: of elements, and of rows. There is none where elements have values that need both an exp and the scores.</param>
/// <param name="Between">Values of a row that the third walk begins with: one long chain of operations once the sums are known, which the processor fills with the next rows'.</param>
/// <param name="Finishing">The passes of the third walk.</param>
/// <param name="Waiting">The values of rows, by name, that the first walk finds and a later one needs.</param>
internal sealed record RowStages(
    EquatableArray<Definition> OncePerRow,
    EquatableArray<Pass> Reading,
    EquatableArray<Definition> Exps,
    EquatableArray<Definition> Between,
    EquatableArray<Pass> Finishing,
    EquatableArray<string> Waiting)
{
    public static RowStages Of(KernelPlan plan)
    {
        int lastRound = plan.Passes.Where(pass => pass.Kept.Count > 0).Max(pass => pass.Round);
        Pass[] reading = [.. plan.Passes.Where(pass => pass.Round <= lastRound)];
        Pass last = reading[reading.Length - 1];
        reading[reading.Length - 1] = last with { Afterwards = default };
        Definition[] found = [.. plan.OncePerRow, .. reading.SelectMany(pass => pass.Elements.Concat(pass.Reductions).Concat(pass.Afterwards))];
        var neededAtOnce = new HashSet<Definition>(found.SelectMany(definition => definition.Value.References()));
        Definition[] exps = [.. found.Where(definition => definition.IsExp && !neededAtOnce.Contains(definition))];
        if (exps.All(definition => definition.Rank == Rank.Row))
        {
            exps = []; // a walk for the exps of rows alone gains nothing
        }

        Pass[] finishing = [.. plan.Passes.Skip(reading.Length)];
        IEnumerable<Expression> later = last.Afterwards.Concat(finishing.SelectMany(pass => pass.Afterwards)).Select(definition => definition.Value)
            .Concat(finishing.SelectMany(pass => pass.Values))
            .Concat(plan.ValuesAtTheEnd);
        var neededLater = new HashSet<Definition>(later.SelectMany(ExpressionTree.References));
        ExpKind kind = plan.ExpKind;
        return new(
            Arguments(plan.OncePerRow),
            reading.Select(pass => pass with { Elements = Arguments(pass.Elements), Afterwards = Arguments(pass.Afterwards) }).ToEquatableArray(),
            exps.ToEquatableArray(),
            last.Afterwards,
            finishing.ToEquatableArray(),
            found.Where(definition => definition.Rank == Rank.Row && neededLater.Contains(definition)).Select(definition => definition.Name).ToEquatableArray());

        EquatableArray<Definition> Arguments(EquatableArray<Definition> definitions) =>
            definitions.Select(definition => exps.Contains(definition) ? ArgumentOf(definition, kind) : definition).ToEquatableArray();
    }

    private static Definition ArgumentOf(Definition exp, ExpKind kind) => new(exp.Name, kind.ArgumentOf(exp), $"the argument of {exp.Name}: {exp.Remark}");
}
