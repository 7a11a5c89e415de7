using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>Writes the loop over the rows of a batch: what all ways to walk over them share.</summary>
internal abstract class RowsWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
{
    /// <summary>What the label's derivative is called.</summary>
    public const string LabelDerivative = "labelDerivative";

    protected SourceWriter Writer { get; } = writer;

    protected LossSpec Spec { get; } = spec;

    protected KernelPlan Plan { get; } = plan;

    protected ShapeText Shape { get; } = ShapeText.Of(spec);

    protected Dialect Dialect { get; } = new(plan.Scalar, plan.Lanes);

    protected ExpKind ExpKind { get; } = plan.ExpKind;

    protected SideText[] Sides { get; } = [.. SideText.Of(plan)];

    protected string Scalar => Plan.ScalarKeyword;

    /// <summary>How many rows are taken at a time.</summary>
    protected string Lanes => Literal.Of(Plan.Lanes);

    /// <summary>What adds up the losses: a row at a time, or a vector of them.</summary>
    public virtual string TotalType => Dialect.TotalType;

    /// <summary>The values, computed in the lanes of vectors, that may need one of the batch.</summary>
    public abstract IEnumerable<Expression> ValuesInLanes { get; }

    /// <summary>The methods that compute exps.</summary>
    public abstract IEnumerable<ExpMethod> ExpMethods { get; }

    protected Scope OneRow => Scope.OneRow(Dialect);

    protected bool HasUpstreamOfRows => Plan.Values.SelectMany(ExpressionTree.Nodes).Any(node => node is Upstream { IsOfRow: true });

    /// <summary>Whether the upstream factors of rows in lanes are multiplied by one of the batch.</summary>
    public virtual bool ScalesUpstreamInLanes => HasUpstreamOfRows && KernelParameter.UsesUpstreamScale(Spec);

    /// <summary>What each row's own upstream factor is multiplied by.</summary>
    protected string UpstreamScale(string suffix) => KernelParameter.UsesUpstreamScale(Spec) ? $" * upstreamScale{suffix}" : "";

    public static RowsWriter Of(SourceWriter writer, LossSpec spec, KernelPlan plan) => plan switch
    {
        { IsForWholeBlocks: true, Bits: 512 } => new PermutedRowsWriter(writer, spec, plan),
        { IsForWholeBlocks: true } => new BroadcastRowsWriter(writer, spec, plan),
        { RowsUnderWay: { } rows } => new RowsUnderWayWriter(writer, spec, plan, rows),
        { IsLaneARow: true } => new LaneARowWriter(writer, spec, plan),
        { OverlapsBlocks: true, Blocks: { } blocks } => new OverlappingBlocksWriter(writer, spec, plan, blocks),
        { Blocks: { } blocks } => new BlocksOfRowsWriter(writer, spec, plan, blocks),
        _ => new OneRowWriter(writer, spec, plan),
    };

    /// <summary>Writes the loop.</summary>
    public abstract void Write();

    /// <summary>Writes the methods that the loop calls.</summary>
    public abstract void WriteHelpers();

    /// <summary>The method that computes a row's own exps where rows are in the lanes of vectors.</summary>
    protected IEnumerable<ExpMethod> ExpMethodsOfRows(IEnumerable<Definition> definitions) => definitions.Any(definition => definition.IsExp) ? [ExpMethod.Of(Dialect, chains: 1)] : [];

    /// <summary>Writes the constants of exps into memory.</summary>
    protected void StoreConstantsOfExps(double[] constants)
    {
        Writer.Line();
        Writer.Line("// The constants of exps: in registers, they would leave room for too few exps at a time to hide their latency.");
        Writer.Lines(constants.Select((constant, i) => Dialect.Store(Dialect.Constant(constant), ExpText.Constants, Literal.Of(i * Plan.Lanes))));
    }

    /// <summary>Declares values of a row, or of a row a lane.</summary>
    protected void Define(IEnumerable<Definition> definitions, Scope scope)
    {
        foreach (Definition definition in definitions)
        {
            string name = scope.NameOf(definition.Name, Rank.Row);
            Writer.Step(definition.Remark);
            if (scope.Dialect.Lanes > 1 && definition.IsExp)
            {
                Writer.Line($"{scope.Dialect.Type} {name} = {ExpressionText.Of(ExpKind.ArgumentOf(definition), scope)};");
                Writer.Lines(ExpText.Calls(ExpKind, [name], chains: 1));
            }
            else
            {
                Writer.Line($"{scope.Dialect.Type} {name} = {ExpressionText.Of(definition.Value, scope)};");
            }
        }
    }

    /// <summary>The statement that begins with rows that share a logarithm.</summary>
    protected string BeginJoinedLosses => $"beyondOneOfJoined = {Dialect.Type}.Zero;";

    /// <summary>The statement that takes the logarithm that they share.</summary>
    protected string AddJoinedLosses => $"total.Add({Dialect.Call("Log1p", "beyondOneOfJoined")});";

    /// <summary>Declares what rows that share a logarithm come to, if they do.</summary>
    protected void DeclareJoinedLosses()
    {
        if (Plan.JoinedLoss is not null)
        {
            Writer.Line($"{Dialect.Type} {BeginJoinedLosses}");
        }
    }

    /// <summary>Writes what adds up the losses of rows that share a logarithm, if they do, around what finds them.</summary>
    protected void WriteAroundJoined(Action body)
    {
        DeclareJoinedLosses();
        body();
        if (Plan.JoinedLoss is not null)
        {
            Writer.Line();
            Writer.Line(AddJoinedLosses);
        }
    }

    /// <summary>Writes why losses are joined as they are.</summary>
    protected void ExplainJoinedLosses() =>
        Writer.Step("the loss: the logarithm is that of a product of rows, and 1 + a times 1 + b is 1 + (a + b + a·b), all of it positive, so that small losses keep their digits");

    /// <summary>Writes how a vector of rows, a row a lane, enters into the logarithm that it shares with those before.</summary>
    /// <param name="joined">What does.</param>
    /// <param name="scope">Where its values are computed.</param>
    /// <param name="counts">What follows a value so that it is 0 in lanes without a row that counts; nothing if <paramref name="clear"/> sees to that.</param>
    /// <param name="clear">Clears those lanes of the variables with these names.</param>
    protected void JoinLosses(JoinedLoss joined, Scope scope, string counts = "", Action<string[]>? clear = null)
    {
        bool hasOutside = joined.Outside is not Constant;
        if (hasOutside)
        {
            Writer.Line($"{Dialect.Type} outside = {ExpressionText.Of(joined.Outside, scope)}{counts};");
        }

        Writer.Line($"{Dialect.Type} beyondOneOfRow = {ExpressionText.Of(joined.BeyondOne, scope)}{counts};");
        clear?.Invoke(hasOutside ? ["outside", "beyondOneOfRow"] : ["beyondOneOfRow"]);
        Writer.Line($"beyondOneOfJoined = {Dialect.MultiplyAdd("beyondOneOfJoined", "beyondOneOfRow", "beyondOneOfJoined + beyondOneOfRow")};");
        if (hasOutside)
        {
            Writer.Line();
            Writer.Line("// Seldom more than 0; as floats, two of them may be too large together where the mean of the batch is not.");
            Writer.Block($"if (outside != {Dialect.Type}.Zero)", () => Writer.Line("total.Add(outside);"));
        }
    }

    /// <summary>Adds the losses of some rows, a row a lane, to the total, and stores them, as far as anybody asks for it.</summary>
    /// <param name="losses">The losses, 0 in the lanes that do not count.</param>
    /// <param name="first">The first of the rows.</param>
    /// <param name="count">How many there are.</param>
    protected void WriteLosses(string losses, string first, string count)
    {
        Writer.Line($"{Dialect.Type} counted = {losses};");
        WriteCounted(first, count);
    }

    /// <summary>The same for losses that are known as <c>counted</c>.</summary>
    /// <param name="first">The first of the rows.</param>
    /// <param name="count">How many there are.</param>
    protected void WriteCounted(string first, string count)
    {
        if (Spec.ReturnsLoss)
        {
            Writer.Line("total.Add(counted);");
        }

        if (Spec.Has(Role.Losses))
        {
            Writer.Line($"{Dialect.Helpers}.StoreFirst(counted, ref losses, {first}, {count});");
        }
    }
}
