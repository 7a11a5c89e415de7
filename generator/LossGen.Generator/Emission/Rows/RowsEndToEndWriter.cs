using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes whole blocks of rows whose scores stay where they lie, one row's behind the other's. What one loop over a block leaves in memory the next reads in other pieces: an exp
/// is written in a vector of exps, and read in a vector of its row. How what is known of the rows comes to stand over their elements depends on the width.
/// </summary>
internal abstract class RowsEndToEndWriter : RowsWriter
{
    /// <summary>The rows' labels, where no other thread changes them.</summary>
    protected static readonly string Labels = OfRows("label");

    /// <summary>What is put in place of the exp of a row's label when the others' have been added up.</summary>
    private const string MinusSum = "minusSum";

    private const string Exps = "exps";
    private const string ExpsOfBlock = "expsOfBlock";

    private static readonly string RowsOfBlock = Literal.Of(WholeBlocks.Rows);

    private readonly Definition exp;
    private readonly Pass sums;
    private readonly Definition sum;
    private readonly Expression gradient;
    private readonly JoinedLoss joined;

    protected RowsEndToEndWriter(SourceWriter writer, LossSpec spec, KernelPlan plan)
        : base(writer, spec, plan)
    {
        Layout = (RowsEndToEnd)plan.Sides[0].Layout;
        Target = plan.OncePerRow.Single(definition => definition.Value is Score);
        joined = plan.JoinedLoss ?? throw new ArgumentException("rows end to end share logarithms", nameof(plan));
        if (plan.Passes.Count != 3 || plan.Passes[0].Elements.Count != 1 || plan.Passes[1].Reductions.Count != 1 || plan.Passes[2].Gradients.Count != 1)
        {
            throw new ArgumentException("rows end to end have a pass for their exps, one for the sum of these and one for the gradient", nameof(plan));
        }

        (exp, sums, gradient) = (plan.Passes[0].Elements[0], plan.Passes[1], plan.Passes[2].Gradients[0].Value);
        sum = sums.Reductions[0];
        if (gradient is not Binary { Operator: BinaryOperator.Multiply, Left: Reference e, Right: { Rank: < Rank.Element } factor }
            || e.Definition != exp
            || plan.LabelGradient != -(new Reference(sum) * factor))
        {
            throw new ArgumentException("rows end to end multiply exps by a factor of their row, and minus their sum for the label", nameof(plan));
        }
    }

    public sealed override IEnumerable<Expression> ValuesInLanes => Plan.ValuesOfRows;

    public sealed override IEnumerable<ExpMethod> ExpMethods => GroupsOfVectors.Select(group => ExpMethod.Of(Dialect, group.Length) with { LanesOfConstants = ReadsConstants ? Plan.Lanes : null }).Distinct();

    protected RowsEndToEnd Layout { get; }

    /// <summary>The label's score.</summary>
    protected Definition Target { get; }

    /// <summary>What a row needs before its exps beside the label's score.</summary>
    protected IEnumerable<Definition> AfterTarget => Plan.OncePerRow.Where(definition => definition != Target);

    /// <summary>What an exp's argument takes from its row.</summary>
    protected IEnumerable<string> InArguments => NamesOfRow(Argument);

    /// <summary>What a derivative takes from its row.</summary>
    protected IEnumerable<string> InGradient => NamesOfRow(gradient);

    /// <summary>Whether the labels' scores are gathered in memory of their own before the exps, a row a number.</summary>
    protected abstract bool GathersTargets { get; }

    /// <summary>Whether the constants of exps are read from memory.</summary>
    protected abstract bool ReadsConstants { get; }

    /// <summary>As many rows as a vector has lanes, a row a lane.</summary>
    protected Scope RowInLane => Scope.LaneARow(Dialect, hasPairs: false);

    private string Classes => Literal.Of(Layout.Elements);

    private string Integers => $"{Dialect.Operations}<int>";

    private Expression Argument => ExpKind.ArgumentOf(exp);

    /// <summary>What a loss takes from its row.</summary>
    private IEnumerable<string> InLosses => NamesOfRow(joined.Outside).Concat(NamesOfRow(joined.BeyondOne)).Distinct();

    /// <summary>What a row's sum gives to the loops that find the losses and the gradient.</summary>
    private IEnumerable<string> KeptOfSums => InGradient.Concat(InLosses).Distinct();

    private IEnumerable<int[]> GroupsOfVectors => ExpText.GroupsOf(Layout.Elements, ReadsConstants ? ExpText.MostChainsThatReadConstants : ExpText.MostChains);

    public sealed override void Write()
    {
        WriteWorkspace();
        Writer.Line();
        Writer.Line("nuint firstOfBlock = 0;");
        Writer.Block($"while (firstOfBlock + {RowsOfBlock} <= rows)", WriteBlock);
        Writer.Line();
        Writer.Block("if (firstOfBlock < rows)", () => WriteCallOfRows("rows - firstOfBlock"));
    }

    public sealed override void WriteHelpers()
    {
        // It calls the library, and Exp.
    }

    /// <summary>Declares what exps' arguments take from the rows that a vector's elements belong to, and says where these elements are computed.</summary>
    protected abstract Scope SpreadInArguments(int vector);

    /// <summary>Declares what derivatives take from the rows that a vector's elements belong to, and says where these elements are computed.</summary>
    protected abstract Scope SpreadInGradient(int vector);

    /// <summary>Declares values of as many rows as a vector has lanes, a row a lane, that are kept in memory.</summary>
    protected void LoadOfRows(IEnumerable<string> names) => Writer.Lines(names.Select(name => $"{Dialect.Type} {name} = {Dialect.Load(OfRows(name), "row")};"));

    protected static string OfRows(string name) => name + Scope.OfRowsInLanes;

    /// <summary>One of the rows of a vector.</summary>
    protected static string IndexOf(int row) => row == 0 ? "row" : $"row + {Literal.Of(row)}";

    /// <summary>Where one of the rows of a vector starts.</summary>
    protected string StartOf(int row) => Literal.Of(row * Layout.Elements);

    private static IEnumerable<string> NamesOfRow(Expression value) => ExpressionText.NamesOf(Rank.Row, value).Distinct();

    private void WriteWorkspace()
    {
        double[] constants = ReadsConstants ? ExpRecipe.Of(Plan.Scalar, ExpKind).Constants : [];
        (string Type, string Name, int Length)[] parts =
        [
            (Scalar, ExpsOfBlock, WholeBlocks.Rows * Layout.Elements),
            ("int", Labels, WholeBlocks.Rows),
            .. (GathersTargets ? [Target.Name] : Array.Empty<string>()).Concat(KeptOfSums).Append(MinusSum).Select(name => (Scalar, OfRows(name), WholeBlocks.Rows)),
            .. ReadsConstants ? [(Scalar, ExpText.Constants, constants.Length * Plan.Lanes)] : Array.Empty<(string, string, int)>(),
        ];
        Writer.Line("// What the loops over a block leave to those behind them, from the beginning of a cache line on.");
        int offset = 0;
        foreach ((string type, string name, int length) in parts)
        {
            string start = $"ref Unsafe.Add(ref {parts[0].Name}, {Literal.Of(offset)})";
            Writer.Line(offset == 0
                ? $"ref {type} {name} = ref Workspace.Aligned(stackalloc {type}[Workspace.LengthOf({Literal.Of(parts.Sum(part => part.Length))})]);"
                : $"ref {type} {name} = {(type == Scalar ? start : $"ref Unsafe.As<{Scalar}, {type}>({start})")};");
            offset += length;
        }

        if (ReadsConstants)
        {
            StoreConstantsOfExps(constants);
        }
    }

    private void WriteBlock()
    {
        Writer.Line("// Where the next rows begin: each loop moves on what it walks over.");
        Writer.Lines(Shape.Memory.Select(memory => $"scoped ref {Scalar} {memory.Name} = ref Unsafe.Add(ref {memory.Of}, firstOfBlock * {memory.Length});"));
        Writer.Line($"scoped ref {Scalar} {Exps} = ref {ExpsOfBlock};");
        Writer.Step("the labels, checked again and copied: another thread may change the caller's at any time, and the kernel must stay within its memory");
        Writer.Line($"RowLabels.Copy(ref Unsafe.Add(ref labels, firstOfBlock), ref {Labels}, {RowsOfBlock}, {Classes});");
        if (GathersTargets)
        {
            Writer.Step(Target.Remark);
            WriteLoop(() => WriteAtLabels("GatherEight", row => $"Unsafe.Add(ref scores, {(row == 0 ? "row" : $"({IndexOf(row)})")} * {Classes})", OfRows(Target.Name)));
        }

        Writer.Step($"pass 1: {exp.Remark}");
        Writer.Line($"{Integers} largest = {Integers}.Zero;");
        WriteLoop(WriteExps, "scores", Exps);
        Writer.Line();
        Writer.Line("// Floats above 0 compare as their bits do as integers; all below 0 are below 0 so, and so is a NaN with a sign, which any kernel passes on.");
        Writer.Block($"if ({Dialect.Operations}.GreaterThanAny(largest, {Dialect.Constant(LogSumExpSides.FarBehind.Value)}.AsInt32()))", () =>
        {
            string rows = Literal.Of(WholeBlocks.RowsLeftToOthers);
            Writer.Line($"// A label is far behind, and nothing is written yet. Others near it may be, too: {rows} rows are left to {KernelMethod.NameOfRows(Plan.Bits)}, lest more exps are computed in vain.");
            Writer.Line($"nuint others = nuint.Min({rows}, rows - firstOfBlock);");
            WriteCallOfRows("others");
            Writer.Line("firstOfBlock += others;");
            Writer.Line("continue;");
        });

        Writer.Step($"pass 2: {sum.Remark}; first the vectors of each row, then the lanes of eight rows at a time");
        WriteBackToFirstExps();
        WriteLoop(WriteSums, Exps);
        Writer.Line();
        Writer.Line("// Losses are found apart from the sums, which so wait for no logarithm; with a loop around the logarithms, the JIT would keep their constants on the stack.");
        WriteLosses();
        Writer.Step($"pass 3: the gradient, {gradient}; the label's is one of them");
        WriteBackToFirstExps();
        WriteLoop(WriteGradient, Exps, "derivatives");
        Writer.Line();
        Writer.Line($"firstOfBlock += {RowsOfBlock};");
    }

    /// <summary>Writes a loop over the rows of the block, as many at a time as a vector has lanes.</summary>
    /// <param name="body">What is done with them.</param>
    /// <param name="memory">What then begins with the next of them.</param>
    private void WriteLoop(Action body, params string[] memory) => Writer.Block($"for (nuint row = 0; row < {RowsOfBlock}; row += {Lanes})", () =>
    {
        body();
        if (memory.Length > 0)
        {
            Writer.Line();
        }

        Writer.Lines(memory.Select(name => $"{name} = ref Unsafe.Add(ref {name}, {Literal.Of(Plan.Lanes * Layout.Elements)});"));
    });

    private void WriteBackToFirstExps() => Writer.Line($"{Exps} = ref {ExpsOfBlock};");

    /// <summary>Calls what the library does at the labels of the exps, or of other memory, of all rows of a vector; it takes eight at a time.</summary>
    private void WriteAtLabels(string method, string? ofRows = null) =>
        WriteAtLabels(method, row => row == 0 ? Exps : $"Unsafe.Add(ref {Exps}, {Literal.Of(row)} * {Classes})", ofRows);

    /// <inheritdoc cref="WriteAtLabels(string, string?)"/>
    private void WriteAtLabels(string method, Func<int, string> memory, string? ofRows)
    {
        for (int row = 0; row < Plan.Lanes; row += 8)
        {
            Writer.Line($"RowLabels.{method}(ref {memory(row)}, ref {Labels}, {(ofRows is null ? "" : $"ref {ofRows}, ")}{IndexOf(row)}, {Classes});");
        }
    }

    /// <summary>Leaves other rows to the method that takes any number of any kind.</summary>
    private void WriteCallOfRows(string count)
    {
        IEnumerable<string> arguments = KernelParameter.ArgumentsOfRows(Spec, Plan, Shape, "firstOfBlock", count);
        Writer.Line($"{KernelMethod.NameOfRows(Plan.Bits)}({string.Join(", ", arguments)});");
    }

    private void WriteExps()
    {
        string scores = ExpressionText.NameOfScores(Axes.Negatives, hasPairs: false);
        foreach (int[] group in GroupsOfVectors)
        {
            string[] names = [.. group.Select(vector => exp.Name + Literal.Of(vector))];
            Writer.Line();
            for (int i = 0; i < group.Length; i++)
            {
                Scope elements = SpreadInArguments(group[i]);
                Writer.Line($"{Dialect.Type} {scores}{Literal.Of(group[i])} = {Dialect.Load("scores", OffsetOf(group[i]))};");
                Writer.Line($"{Dialect.Type} {names[i]} = {ExpressionText.Of(Argument, elements)};");
                Writer.Line($"largest = {Dialect.Operations}.Max(largest, {names[i]}.AsInt32());");
            }

            Writer.Lines(ExpText.Calls(ExpKind, names, group.Length, ReadsConstants));
            Writer.Lines(group.Select((vector, i) => Dialect.Store(names[i], Exps, OffsetOf(vector))));
        }

        Writer.Step("the label's was computed with the others; in its place 0 adds nothing to their sum");
        WriteAtLabels("ClearEight");
    }

    private void WriteSums()
    {
        new SumsOfRowsText(Dialect, Layout).Write(Writer, sum.Name, Exps);

        Define(sums.Afterwards, RowInLane);
        Writer.Line();
        Writer.Lines(KeptOfSums.Select(name => Dialect.Store(name, OfRows(name), "row")));
        Writer.Step("the label's derivative is minus the sum of the others': with minus the sum in place of its exp, pass 3 computes it like theirs");
        Writer.Line(Dialect.Store($"(-{sum.Name})", OfRows(MinusSum), "row"));
        WriteAtLabels("ScatterEight", OfRows(MinusSum));
    }

    /// <summary>Writes what finds the losses. As many rows share a logarithm as elsewhere, so that the sum has the same bits.</summary>
    private void WriteLosses()
    {
        ExplainJoinedLosses();
        for (int first = 0; first < WholeBlocks.Rows; first += Plan.RowsTogether)
        {
            string loop = $"for (nuint row = {Literal.Of(first)}; row < {Literal.Of(first + Plan.RowsTogether)}; row += {Lanes})";
            Writer.Braces(() => WriteAroundJoined(() => Writer.Block(loop, () =>
            {
                LoadOfRows(InLosses);
                JoinLosses(joined, RowInLane);
            })));
        }
    }

    private void WriteGradient()
    {
        for (int vector = 0; vector < Layout.Elements; vector++)
        {
            Scope elements = SpreadInGradient(vector);
            Writer.Line($"{Dialect.Type} {exp.Name}{Literal.Of(vector)} = {Dialect.Load(Exps, OffsetOf(vector))};");
            Writer.Line(Dialect.Store($"({ExpressionText.Of(gradient, elements)})", "derivatives", OffsetOf(vector)));
        }
    }

    private string OffsetOf(int vector) => Literal.Of(vector * Plan.Lanes);
}
