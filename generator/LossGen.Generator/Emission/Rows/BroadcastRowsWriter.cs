using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes rows end to end whose values are read from memory into all lanes, and blended where a vector has elements of two rows. Neither takes a shuffle, nor a register for its
/// indices, and the label's score is read where it lies: on Zen 3 a batch of rows of 10 takes a sixth less time than with permutes.
/// </summary>
internal sealed class BroadcastRowsWriter(SourceWriter writer, LossSpec spec, KernelPlan plan) : RowsEndToEndWriter(writer, spec, plan)
{
    protected override bool GathersTargets => false;

    /// <summary>There are 16 registers only.</summary>
    protected override bool ReadsConstants => true;

    protected override Scope SpreadInArguments(int vector)
    {
        if (vector == 0)
        {
            Writer.Step(string.Join("; ", AfterTarget.Select(definition => definition.Remark).Prepend("the label's score of each row, read where it lies")));
        }

        foreach (int row in RowsThatBeginIn(vector))
        {
            Declare(Target.Name, row, Dialect.Broadcast($"RowLabels.At(ref scores, {StartOf(row)}, ref {Labels}, {IndexOf(row)})"));
            foreach (Definition definition in AfterTarget)
            {
                Declare(definition.Name, row, ExpressionText.Of(definition.Value, InAllLanes(row)));
            }
        }

        return Blend(InArguments, vector);
    }

    protected override Scope SpreadInGradient(int vector)
    {
        foreach (int row in RowsThatBeginIn(vector))
        {
            foreach (string name in InGradient)
            {
                Declare(name, row, Dialect.Broadcast($"Unsafe.Add(ref {OfRows(name)}, {IndexOf(row)})"));
            }
        }

        return Blend(InGradient, vector);
    }

    private void Declare(string name, int row, string value) => Writer.Line($"{Dialect.Type} {NameIn(InAllLanes(row), name)} = {value};");

    private Scope Blend(IEnumerable<string> names, int vector)
    {
        int first = vector * Plan.Lanes / Layout.Elements;
        int last = (((vector + 1) * Plan.Lanes) - 1) / Layout.Elements;
        if (first == last)
        {
            return InAllLanes(first).At(vector);
        }

        Scope elements = Scope.ElementsOfRows(Dialect, vector);
        int lanesOfFirst = (last * Layout.Elements) - (vector * Plan.Lanes);
        string mask = new string('1', Plan.Lanes - lanesOfFirst) + new string('0', lanesOfFirst);
        Writer.Lines(names.Select(name =>
            $"{Dialect.Type} {NameIn(elements, name)} = {Dialect.Helpers}.Blend({NameIn(InAllLanes(first), name)}, {NameIn(InAllLanes(last), name)}, 0b_{mask});"));
        return elements;
    }

    private IEnumerable<int> RowsThatBeginIn(int vector) => Enumerable.Range(0, Plan.Lanes).Where(row => row * Layout.Elements / Plan.Lanes == vector);

    private Scope InAllLanes(int row) => Scope.RowInAllLanes(Dialect, row);

    private static string NameIn(Scope scope, string name) => scope.NameOf(name, Rank.Row);
}
