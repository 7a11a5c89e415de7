using LossGen.Generator.Formula;
using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>Writes the passes over one side: what all layouts share.</summary>
internal abstract class PassWriter(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect)
{
    protected SourceWriter Writer { get; } = writer;

    protected KernelPlan Plan { get; } = plan;

    protected SideText Side { get; } = side;

    protected Dialect Dialect { get; } = dialect;

    protected ExpKind ExpKind { get; } = plan.ExpKind;

    /// <summary>The numbers of the vectors that stand side by side.</summary>
    protected abstract IEnumerable<int> AllVectors { get; }

    /// <summary>How many exps are computed statement by statement beside each other.</summary>
    protected virtual int MostChains => ExpText.MostChains;

    /// <summary>Whether the constants of exps are read from memory.</summary>
    protected virtual bool ReadsConstants => false;

    /// <summary>The methods that compute exps.</summary>
    public virtual IEnumerable<ExpMethod> ExpMethods => ExpMethodsOf(Plan.Passes);

    /// <summary>Whether both sides have many elements; if not, there is a label, whose class is none of the side's.</summary>
    protected bool HasPairs => Plan.Sides.Count > 1 || Side.IsShared;

    /// <summary>Where the elements' values are computed.</summary>
    protected abstract Scope Scope { get; }

    /// <summary>What a vector of scores is called, before its number.</summary>
    protected string NameOfScores => ExpressionText.NameOfScores(Side.Plan.Axes, HasPairs);

    /// <summary>The methods that compute the exps of some passes.</summary>
    public IEnumerable<ExpMethod> ExpMethodsOf(IEnumerable<Pass> passes) => HaveExps(passes) ? ExpText.MethodsFor(Dialect, AllVectors.Count(), MostChains) : [];

    /// <summary>Whether a pass walks over this side.</summary>
    public bool Concerns(Pass pass) => pass.Axes == Side.Plan.Axes;

    /// <summary>Writes what a row needs before the first of some passes, which follow each other.</summary>
    public abstract void Begin(IReadOnlyList<Pass> passes);

    public void Write(Pass pass, int number)
    {
        WriteTitle(pass, number);
        WriteBody(pass);
    }

    /// <summary>Writes the methods that the passes call.</summary>
    public virtual void WriteHelpers()
    {
    }

    public void WriteTitle(Pass pass, int number) => Writer.Step($"pass {Literal.Of(number)}: {string.Join("; ", TitlesOf(pass))}");

    protected abstract void WriteBody(Pass pass);

    /// <summary>An element's value in a vector.</summary>
    protected string ElementsOf(Expression expression, int vector) => ExpressionText.Of(expression, ScopeOf(vector));

    /// <summary>Where the values of a vector's elements are computed.</summary>
    protected virtual Scope ScopeOf(int vector) => Scope.At(vector);

    /// <summary>The operations of one of the vectors.</summary>
    protected virtual Dialect DialectOf(int vector) => Dialect;

    /// <summary>One line for each vector side by side.</summary>
    protected void ForEachVector(Func<int, string> line) => Writer.Lines(AllVectors.Select(line));

    /// <summary>Computes the elements' values of a pass, step by step for all vectors.</summary>
    protected virtual void WriteElements(Pass pass) => WriteElements(pass.Elements);

    /// <summary>Computes some of these.</summary>
    protected void WriteElements(IEnumerable<Definition> elements)
    {
        foreach (Definition definition in elements)
        {
            WriteElement(definition);
            if (definition.IsExp)
            {
                WriteExps(definition);
            }
        }
    }

    /// <summary>Computes the exps whose arguments have been computed.</summary>
    protected void WriteExps(Definition exp) => Writer.Lines(ExpText.Calls(ExpKind, [.. NamesOf(exp)], MostChains, ReadsConstants));

    /// <summary>What an element's value is called in each of the vectors side by side.</summary>
    protected IEnumerable<string> NamesOf(Definition definition) => AllVectors.Select(i => Name(definition, i));

    /// <summary>Computes an element's value, or of an exp its argument.</summary>
    protected void WriteElement(Definition definition)
    {
        Expression value = definition.IsExp ? ExpKind.ArgumentOf(definition) : definition.Value;
        ForEachVector(i => $"{DialectOf(i).Type} {Name(definition, i)} = {ElementsOf(value, i)};");
    }

    protected static string Name(Definition definition, int vector) => definition.Name + Literal.Of(vector);

    protected static Reduction ReductionOf(Definition definition) => (Reduction)definition.Value;

    protected bool HaveExps(IEnumerable<Pass> passes) => passes.Where(Concerns).Any(pass => pass.HasExps);

    private static IEnumerable<string> TitlesOf(Pass pass) =>
        pass.Elements.Concat(pass.Reductions).Select(definition => definition.Remark).Distinct()
            .Concat(pass.Gradients.Select(gradient => $"the gradient, {gradient.Value}"));
}
