using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes the passes of a kernel: what all layouts share.</summary>
internal abstract class PassWriter(SourceWriter writer, KernelPlan plan, Dialect dialect)
{
    protected SourceWriter Writer { get; } = writer;

    protected KernelPlan Plan { get; } = plan;

    protected Dialect Dialect { get; } = dialect;

    /// <summary>How many vectors stand side by side.</summary>
    protected abstract int Vectors { get; }

    protected IEnumerable<int> AllVectors => Enumerable.Range(0, Vectors);

    /// <summary>Writes what a row needs before its first pass.</summary>
    public abstract void BeginRow();

    public void Write(Pass pass, int number)
    {
        Writer.Step($"pass {Literal.Of(number)}: {string.Join("; ", TitlesOf(pass))}");
        if (Dialect.BroadcastSuffix.Length > 0)
        {
            Writer.Lines(ValuesOf(pass).SelectMany(ExpressionText.BroadcastNames).Distinct()
                .Select(name => $"{Dialect.Type} {name}{Dialect.BroadcastSuffix} = {Dialect.Broadcast(name)};"));
        }

        WriteBody(pass);
    }

    /// <summary>Writes the methods that the passes call.</summary>
    public virtual void WriteHelpers()
    {
        if (Plan.Passes.SelectMany(pass => pass.Elements).Any(IsExp))
        {
            foreach (int chains in ExpText.ChainsOf(Vectors))
            {
                Writer.Line();
                ExpText.WriteMethod(Writer, Dialect, chains);
            }
        }
    }

    protected abstract void WriteBody(Pass pass);

    /// <summary>What takes the place of a vector's first lane off the index of a score.</summary>
    protected abstract string MinusFirst(int vector);

    /// <summary>An element's value in a vector.</summary>
    protected string ElementsOf(Expression expression, int vector) => ExpressionText.OfElements(expression, Dialect, vector, MinusFirst(vector));

    /// <summary>One line for each vector side by side.</summary>
    protected void ForEachVector(Func<int, string> line) => Writer.Lines(AllVectors.Select(line));

    /// <summary>Computes the elements' values of a pass, step by step for all vectors.</summary>
    protected void WriteElements(Pass pass)
    {
        foreach (Definition definition in pass.Elements)
        {
            Expression value = definition.Value is Unary { Operator: UnaryOperator.Exp, Operand: var exponent } ? exponent : definition.Value;
            ForEachVector(i => $"{Dialect.Type} {Name(definition, i)} = {ElementsOf(value, i)};");
            if (IsExp(definition))
            {
                Writer.Lines(ExpText.Calls([.. AllVectors.Select(i => Name(definition, i))]));
            }
        }
    }

    /// <summary>The value of the row that the vectors, already reduced lane by lane, come to.</summary>
    protected string Across(Reduction reduction, IReadOnlyList<string> vectors) => reduction.Reducer == Reducer.Sum
        ? Dialect.Sum(Dialect.SumOf(vectors))
        : Dialect.MaxAcross(reduction.Reducer, Dialect.MaxOf(reduction.Reducer, vectors));

    protected static string Name(Definition definition, int vector) => definition.Name + Literal.Of(vector);

    protected static Reduction ReductionOf(Definition definition) => (Reduction)definition.Value;

    private static bool IsExp(Definition definition) => definition.Value is Unary { Operator: UnaryOperator.Exp };

    private static IEnumerable<Expression> ValuesOf(Pass pass) =>
        pass.Elements.Concat(pass.Reductions).Select(definition => definition.Value).Append(pass.Gradient).OfType<Expression>();

    private static IEnumerable<string> TitlesOf(Pass pass) =>
        pass.Elements.Concat(pass.Reductions).Select(definition => definition.Remark)
            .Concat(pass.Gradient is null ? [] : [$"the gradient, {pass.Gradient}"]);
}
