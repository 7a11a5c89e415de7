using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes rows end to end whose values are read from memory into all lanes, and blended where a vector has elements of two rows. Neither takes a shuffle, nor a register for its
/// indices, and the label's score is read where it lies: on Zen 3 a batch of rows of 10 takes a fifth less time than with permutes.
/// </summary>
internal sealed class BroadcastRowsWriter(SourceWriter writer, LossSpec spec, KernelPlan plan) : RowsEndToEndWriter(writer, spec, plan)
{
    /// <summary>There are 16 registers only.</summary>
    protected override bool ReadsConstants => true;

    protected override void BeginExps()
    {
        Writer.Line();
        Writer.Line("// The label's score of each row, read where it lies.");
    }

    protected override void SpreadInArguments(int vector)
    {
        foreach (int row in RowsThatBeginIn(vector))
        {
            Scope inAllLanes = Row(row);
            Broadcast(Target.Name, $"Unsafe.Add(ref scores, LabelPlaces.Of(ref {Places}, {IndexOf(row)}))", inAllLanes);
            Define(AfterTarget, inAllLanes);
        }

        Blend(InArguments, vector);
    }

    protected override void SpreadInGradient(int vector)
    {
        foreach (int row in RowsThatBeginIn(vector))
        {
            foreach (string name in InGradient)
            {
                Broadcast(name, $"Unsafe.Add(ref {OfRows(name)}, {IndexOf(row)})", Row(row));
            }
        }

        Blend(InGradient, vector);
    }

    protected override Scope ElementsAt(int vector) => FirstRowOf(vector) == LastRowOf(vector) ? Row(FirstRowOf(vector)).At(vector) : Scope.ElementsOfRows(Dialect, vector);

    private void Broadcast(string name, string number, Scope row) => Writer.Line($"{Dialect.Type} {NameIn(row, name)} = {Dialect.Broadcast(number)};");

    private void Blend(IEnumerable<string> names, int vector)
    {
        (int first, int last) = (FirstRowOf(vector), LastRowOf(vector));
        if (first == last)
        {
            return;
        }

        int lanesOfFirst = (last * Layout.Elements) - (vector * Plan.Lanes);
        string mask = new string('1', Plan.Lanes - lanesOfFirst) + new string('0', lanesOfFirst);
        Writer.Lines(names.Select(name =>
            $"{Dialect.Type} {NameIn(ElementsAt(vector), name)} = {Dialect.Helpers}.Blend({NameIn(Row(first), name)}, {NameIn(Row(last), name)}, 0b_{mask});"));
    }

    private IEnumerable<int> RowsThatBeginIn(int vector) =>
        Enumerable.Range(FirstRowOf(vector), LastRowOf(vector) - FirstRowOf(vector) + 1).Where(row => row * Layout.Elements >= vector * Plan.Lanes);

    private int FirstRowOf(int vector) => vector * Plan.Lanes / Layout.Elements;

    private int LastRowOf(int vector) => (((vector + 1) * Plan.Lanes) - 1) / Layout.Elements;

    private Scope Row(int row) => Scope.RowInAllLanes(Dialect, row);

    private static string NameIn(Scope scope, string name) => scope.NameOf(name, Rank.Row);

    private static string IndexOf(int row) => row == 0 ? "row" : $"row + {Literal.Of(row)}";
}
