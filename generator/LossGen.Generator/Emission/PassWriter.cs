using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes the passes over one side of a row: what all layouts share.</summary>
/// <param name="writer">Where to.</param>
/// <param name="plan">The plan.</param>
/// <param name="side">The side.</param>
/// <param name="dialect">The operations of the vectors.</param>
/// <param name="broadcasts">The values of the row that already stand in all lanes of a vector: the sides share them.</param>
internal abstract class PassWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts)
{
    protected SourceWriter Writer { get; } = writer;

    protected KernelPlan Plan { get; } = plan;

    protected SideText Side { get; } = side;

    protected Dialect Dialect { get; } = dialect;

    /// <summary>How many vectors stand side by side.</summary>
    protected abstract int Vectors { get; }

    protected IEnumerable<int> AllVectors => Enumerable.Range(0, Vectors);

    /// <summary>How many chains each method has that computes exps.</summary>
    public IEnumerable<int> ExpChains => Plan.Passes.Where(Concerns).SelectMany(pass => pass.Elements).Any(IsExp) ? ExpText.ChainsOf(Vectors) : [];

    /// <summary>Whether both sides have many elements; if not, there is a label, whose class is none of the side's.</summary>
    protected bool HasPairs => Plan.Sides.Count > 1 || Side.IsShared;

    public static PassWriter Of(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, HashSet<string> broadcasts) => side.Plan.Layout switch
    {
        StraightLine layout => new StraightLineWriter(writer, plan, side, dialect, broadcasts, layout),
        UnrolledLoop layout when side.IsShared => new SharedLoopWriter(writer, plan, side, dialect, broadcasts, layout),
        UnrolledLoop layout => new UnrolledLoopWriter(writer, plan, side, dialect, broadcasts, layout),
        _ => throw new InvalidOperationException($"no writer for the layout '{side.Plan.Layout}'"),
    };

    /// <summary>Whether a pass walks over this side.</summary>
    public bool Concerns(Pass pass) => pass.Axes == Side.Plan.Axes;

    /// <summary>Writes what a row needs before its first pass.</summary>
    public abstract void BeginRow();

    public void Write(Pass pass, int number)
    {
        Writer.Step($"pass {Literal.Of(number)}: {string.Join("; ", TitlesOf(pass))}");
        if (pass.Gradients.Any(gradient => gradient.Value is OnlyAt))
        {
            WriteScattered(pass.Gradients);
            return;
        }

        if (Dialect.BroadcastSuffix.Length > 0)
        {
            Writer.Lines(pass.Values.SelectMany(ExpressionText.BroadcastNames).Where(broadcasts.Add)
                .Select(name => $"{Dialect.Type} {name}{Dialect.BroadcastSuffix} = {Dialect.Broadcast(name)};"));
        }

        WriteBody(pass);
    }

    /// <summary>Writes the methods that the passes call.</summary>
    public virtual void WriteHelpers()
    {
    }

    protected abstract void WriteBody(Pass pass);

    /// <summary>What takes the place of a vector's first lane off the index of a score.</summary>
    protected abstract string MinusFirst(int vector);

    /// <summary>How many scores there are from a vector's first on.</summary>
    protected abstract string LeftFrom(int vector);

    /// <summary>The lane of the label in a vector.</summary>
    protected string LabelLane(int vector) => $"label{MinusFirst(vector)}";

    /// <summary>An element's value in a vector.</summary>
    protected string ElementsOf(Expression expression, int vector) => ExpressionText.OfElements(expression, Dialect, vector, HasPairs);

    /// <summary>One line for each vector side by side.</summary>
    protected void ForEachVector(Func<int, string> line) => Writer.Lines(AllVectors.Select(line));

    /// <summary>Declares the masks that some values need: which lanes hold an element.</summary>
    protected void WriteMasks(IEnumerable<Expression> values)
    {
        if (values.SelectMany(ExpressionTree.Nodes).Any(node => node is WithinSide))
        {
            ForEachVector(i => $"{Dialect.MaskType} {ExpressionText.NameOfMask(Side.Plan.Axes)}{Literal.Of(i)} = {(HasPairs
                ? $"{Dialect.Helpers}.First<{Plan.ScalarKeyword}>({LeftFrom(i)})"
                : $"{Dialect.Helpers}.FirstBut<{Plan.ScalarKeyword}>({LeftFrom(i)}, {LabelLane(i)})")};");
        }
    }

    /// <summary>Loads the weights and probabilities that some values need, with 0 for the label and beyond the row.</summary>
    protected void WriteClassInputs(IEnumerable<Expression> values, Func<string, int, string> load)
    {
        foreach (ClassInput input in values.SelectMany(ExpressionTree.Nodes).OfType<OfClass>().Where(ofClass => !ofClass.IsSingle).Select(ofClass => ofClass.Input).Distinct())
        {
            string memory = input == ClassInput.Weight ? "classWeights" : "probabilities";
            ForEachVector(i => $"{Dialect.Type} {ExpressionText.NameOf(input)}{Literal.Of(i)} = {Dialect.Without(load(memory, i), LabelLane(i), 0)};");
        }
    }

    /// <summary>Computes the elements' values of a pass, step by step for all vectors.</summary>
    protected virtual void WriteElements(Pass pass)
    {
        foreach (Definition definition in pass.Elements)
        {
            WriteElement(definition);
            if (IsExp(definition))
            {
                Writer.Lines(ExpText.Calls([.. AllVectors.Select(i => Name(definition, i))]));
            }
        }
    }

    /// <summary>Computes an element's value, or of an exp its argument.</summary>
    protected void WriteElement(Definition definition)
    {
        Expression value = IsExp(definition) ? ((Unary)definition.Value).Operand : definition.Value;
        ForEachVector(i => $"{Dialect.Type} {Name(definition, i)} = {ElementsOf(value, i)};");
    }

    /// <summary>The value of the row that the vectors, already reduced lane by lane, come to.</summary>
    protected string Across(Reduction reduction, IReadOnlyList<string> vectors) => reduction.Reducer == Reducer.Sum
        ? Dialect.Sum(Dialect.SumOf(vectors))
        : Dialect.MaxAcross(reduction.Reducer, Dialect.MaxOf(reduction.Reducer, vectors));

    protected static string Name(Definition definition, int vector) => definition.Name + Literal.Of(vector);

    protected static Reduction ReductionOf(Definition definition) => (Reduction)definition.Value;

    protected static bool IsExp(Definition definition) => definition.Value is Unary { Operator: UnaryOperator.Exp or UnaryOperator.ExpOfAnySign };

    protected static bool ReadsScores(Pass pass) => pass.Values.SelectMany(ExpressionTree.Nodes).Any(node => node is Score { IsSingle: false });

    /// <summary>A gradient that only one element of a side has.</summary>
    private void WriteScattered(IEnumerable<SideGradient> gradients)
    {
        string length = Side.Plan.Length is null ? $"(int){Side.Length}" : Side.Length;
        Writer.Line($"MemoryMarshal.CreateSpan(ref {Side.Derivatives}, {length}).Clear();");
        foreach (OnlyAt only in gradients.Select(gradient => (OnlyAt)gradient.Value))
        {
            string index = ((Reference)only.Index).Definition.Name;
            Writer.Block($"if ({index} >= 0)", () => Writer.Line($"Unsafe.Add(ref {Side.Derivatives}, {index}) = {ExpressionText.OfRow(only.Value, Plan.Scalar)};"));
        }
    }

    private static IEnumerable<string> TitlesOf(Pass pass) =>
        pass.Elements.Concat(pass.Reductions).Select(definition => definition.Remark).Distinct()
            .Concat(pass.Gradients.Select(gradient => $"the gradient, {gradient.Value}"));
}
