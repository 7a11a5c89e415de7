using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes passes over a side where each lane belongs to another row: an element's scores of these rows are one vector, and nothing is reduced across lanes.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The plan.</param>
/// <param name="side">The side.</param>
/// <param name="dialect">The operations of the vectors.</param>
/// <param name="layout">The layout.</param>
/// <param name="largestIsLabel">Whether no label is given, and the class with the largest score is taken for it.</param>
internal sealed class LanesOverRowsWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, LanesOverRows layout, bool largestIsLabel)
    : PassWriter(writer, plan, side, dialect)
{
    private ClassInput[] inputs = [];

    /// <summary>Whether the label's score and the other one are all that is read of two classes: they are told apart by a choice, and none is taken out.</summary>
    private bool choosesOfTwo;

    protected override IEnumerable<int> AllVectors => Enumerable.Range(0, layout.Elements);

    protected override Scope Scope => Scope.LaneARow(Dialect, HasPairs);

    /// <summary>With 32 registers four chains fit beside the scores; with 16 they do not, and the processor interleaves the exps by itself.</summary>
    protected override int MostChains => Plan.Bits == 512 ? ExpText.MostChains : 1;

    private bool WritesGradient => Plan.WritesGradientOf(Side.Plan.Axes);

    /// <summary>Whether the label's derivative is known before the others, so that one instruction computes one of these and puts it in its place.</summary>
    private bool IsLabelDerivativeFirst => Plan is { LabelGradient: not null, RowsUnderWay: not null };

    private string NameOfGradient => HasPairs ? $"{NameOfScores}G" : "g";

    /// <summary>How many columns are transposed together: as many as 128 bits of a row hold.</summary>
    private int ColumnsAtOnce => Plan.Scalar == ScalarType.Single ? 4 : 2;

    /// <summary>Whether whole rows are loaded and stored: those of fewer columns than are transposed together, and at 256 and 512 bits those of ten, the commonest number of classes.</summary>
    private bool TakesWholeRows => layout.Elements < ColumnsAtOnce || (layout.Elements == 10 && Plan is { Bits: >= 256, Scalar: ScalarType.Single });

    public override void Begin(IReadOnlyList<Pass> passes)
    {
        Writer.Step($"the {(HasPairs ? $"{NameOfScores}s" : "scores")}, a row a lane");
        LoadColumns(Side.Scores, NameOfScores);
        if (HasPairs)
        {
            return;
        }

        inputs = [.. passes.SelectMany(pass => pass.ClassInputs).Distinct()];
        choosesOfTwo = layout.Elements == 2 && passes.SelectMany(pass => pass.Values).All(value => value is Reduction { Reducer: Reducer.Max, Body: Score } || !value.Nodes().OfType<Score>().Any());
        if (inputs.Contains(ClassInput.Probability))
        {
            LoadColumns("probabilities", ExpressionText.NameOf(ClassInput.Probability));
        }

        if (largestIsLabel)
        {
            WriteLargest();
        }

        if (inputs.Contains(ClassInput.Weight))
        {
            // Not once for all rows: beside the scores no registers are left to keep them in.
            ForEachVector(i => $"{Dialect.Type} {ExpressionText.NameOf(ClassInput.Weight)}{Literal.Of(i)} = {WeightOf(i)};");
        }

        if (passes.Any(pass => pass.HasMasks))
        {
            ForEachVector(i => $"{Dialect.Type} {ExpressionText.NameOfMask(Side.Plan.Axes)}{Literal.Of(i)} = ~{Dialect.Equal("label", Dialect.Constant(i))};");
        }
    }

    /// <summary>Declares what each row has for its label, and takes it out of what the passes read, where it is none of the negatives.</summary>
    public void WriteOfLabel(Definition definition)
    {
        switch (definition.Value)
        {
            case Score when choosesOfTwo:
                Writer.Step("the label's score");
                Writer.Line($"{Dialect.Type} {definition.Name} = {OfTwo(ofFirst: $"{NameOfScores}0", ofSecond: $"{NameOfScores}1")};");
                break;
            case Score:
                Writer.Step("the label's score is taken out; −∞ in its place adds nothing to a maximum or to a sum of exps");
                TakeOut(definition.Name, NameOfScores, double.NegativeInfinity);
                break;
            case OfClass { Input: var input } when inputs.Contains(input):
                Writer.Step($"{definition.Remark}, with 0 in its place");
                TakeOut(definition.Name, ExpressionText.NameOf(input), 0);
                break;
            case OfClass { Input: ClassInput.Weight }:
                Writer.Step(definition.Remark);
                Writer.Line($"{Dialect.Type} {definition.Name} = {Dialect.Constant(0)};");
                ForEachVector(i => $"{definition.Name} = {UnlessLabel(definition.Name, i, WeightOf(i))};");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(definition), definition.ToString(), "not known of a label");
        }
    }

    /// <summary>Declares in which element of each row a value stands first, −1 if in none.</summary>
    public void WriteFirstIndexOf(Definition definition, Scope ofRow)
    {
        string value = ExpressionText.Of(((FirstIndexOf)definition.Value).Value, ofRow);
        string withLabel = HasPairs ? "" : ", label";
        Writer.Line($"{Dialect.Type} {definition.Name} = {Dialect.Constant(-1)};");
        Writer.Lines(AllVectors.Reverse().Select(i =>
            $"{Dialect.Helpers}.FindFirst(ref {definition.Name}, {NameOfScores}{Literal.Of(i)}, {value}, {Number(i)}{withLabel});"));
    }

    /// <summary>Puts the label's derivative into its class, where it was not known before the others.</summary>
    public void PutInLabelDerivative() =>
        ForEachVector(i => $"{Gradient(i)} = {UnlessLabel(Gradient(i), i, RowsWriter.LabelDerivative)};");

    /// <summary>Clears the gradient of rows that do not count.</summary>
    public void ClearSkipped(string isKept) =>
        ForEachVector(i => $"{Gradient(i)} &= {isKept};");

    /// <summary>Whether a value is one of the side's elements.</summary>
    public bool Concerns(Definition definition) => definition.Axes == Side.Plan.Axes;

    /// <summary>The vectors of a value of each element, and where they wait: in the memory of the gradient, an element after the other, since there is room for just as many.</summary>
    public IEnumerable<(string Name, string Memory, string Offset)> PlacesOf(Definition definition) =>
        AllVectors.Select(i => (Name(definition, i), Side.Derivatives, Literal.Of(i * Plan.Lanes)));

    /// <summary>Stores the gradient, transposed back.</summary>
    public void StoreGradient()
    {
        if (!WritesGradient)
        {
            return;
        }

        Writer.Lines(TakesWholeRows
            ? [$"{Dialect.Helpers}.StoreRows(ref {Side.Derivatives}, {string.Join(", ", AllVectors.Select(Gradient))});"]
            : GroupsOfColumns().Select(columns =>
                $"{Dialect.Helpers}.StoreColumns(ref {Side.Derivatives}, {Side.Length}, {Literal.Of(columns[0])}, {string.Join(", ", columns.Select(Gradient))});"));
    }

    protected override void WriteBody(Pass pass)
    {
        WriteElements(pass);
        foreach (Definition definition in pass.Reductions)
        {
            Reduction reduction = ReductionOf(definition);
            string[] values = [.. AllVectors.Select(i => ElementsOf(reduction.Body, i))];
            Writer.Line($"{Dialect.Type} {definition.Name} = {Reduce(reduction.Reducer, values)};");
        }

        foreach (SideGradient gradient in pass.Gradients)
        {
            ForEachVector(i => $"{Dialect.Type} {Gradient(i)} = {DerivativeOf(gradient, i)};");
        }
    }

    /// <summary>Of two classes the one that is not the label is the largest of the others; to choose it takes less than to compare, and a NaN stays one.</summary>
    private string Reduce(Reducer reducer, string[] values) => !HasPairs && values.Length == 2 && reducer != Reducer.Sum
        ? OfTwo(ofFirst: values[1], ofSecond: values[0])
        : Dialect.ReduceElements(reducer, values, layout.LanesOfRow);

    /// <summary>One of two values: that where the label is the first of two classes, or the second.</summary>
    private string OfTwo(string ofFirst, string ofSecond) => Dialect.Select(Dialect.Equal("label", Dialect.Constant(0)), ofFirst, ofSecond);

    private string DerivativeOf(SideGradient gradient, int element) =>
        IsLabelDerivativeFirst ? UnlessLabel(ElementsOf(gradient.Value, element), element, RowsWriter.LabelDerivative) : ElementsOf(gradient.Value, element);

    private string UnlessLabel(string ofClass, int element, string ofLabel) => $"{Dialect.Helpers}.UnlessLabel({ofClass}, label, {Number(element)}, {ofLabel})";

    private string Gradient(int element) => NameOfGradient + Literal.Of(element);

    private string WeightOf(int element) => Dialect.Broadcast($"Unsafe.Add(ref classWeights, {Literal.Of(element)})");

    private string Number(int value) => Literal.Of(value, Plan.Scalar);

    private void LoadColumns(string memory, string name)
    {
        if (TakesWholeRows)
        {
            Writer.Line($"{Dialect.Helpers}.LoadRows(ref {memory}, {string.Join(", ", AllVectors.Select(column => $"out {Dialect.Type} {name}{Literal.Of(column)}"))});");
            return;
        }

        int next = 0;
        foreach (int[] columns in GroupsOfColumns())
        {
            // The last group may overlap the one before, so that it does not reach into the next row.
            string variables = string.Join(", ", columns.Select(column => column < next ? "out _" : $"out {Dialect.Type} {name}{Literal.Of(column)}"));
            Writer.Line($"{Dialect.Helpers}.LoadColumns(ref {memory}, {Side.Length}, {Literal.Of(columns[0])}, {variables});");
            next = columns[columns.Length - 1] + 1;
        }
    }

    /// <summary>Columns that are transposed together. Eight at a time take half of the loads and stores of four, and fit in the registers at 512 bits.</summary>
    private IEnumerable<int[]> GroupsOfColumns()
    {
        int first = 0;
        while (first < layout.Elements)
        {
            bool takesEight = Plan is { Bits: 512, Scalar: ScalarType.Single } && layout.Elements - first >= 8;
            int size = takesEight ? 8 : ColumnsAtOnce;
            yield return [.. Enumerable.Range(Math.Min(first, layout.Elements - size), size)];
            first += size;
        }
    }

    private void WriteLargest()
    {
        Writer.Step("the class with the largest score is taken for the label: against it no violation is positive");
        Writer.Line($"{Dialect.Type} largest = {NameOfScores}0;");
        Writer.Line($"{Dialect.Type} label = {Dialect.Constant(0)};");
        Writer.Lines(AllVectors.Skip(1).Select(i => $"{Dialect.Helpers}.FindLarger(ref largest, ref label, {NameOfScores}{Literal.Of(i)}, {Number(i)});"));
    }

    private void TakeOut(string label, string name, double replacement)
    {
        Writer.Line($"{Dialect.Type} {label} = {Dialect.Constant(0)};");
        ForEachVector(i => $"{Dialect.Helpers}.TakeOut(ref {name}{Literal.Of(i)}, ref {label}, label, {Number(i)}, {Literal.Of(replacement, Plan.Scalar)});");
    }
}
