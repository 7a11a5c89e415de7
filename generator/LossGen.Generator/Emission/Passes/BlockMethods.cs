using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the methods that load and store one block of vectors, and the calls to them. Only the block that holds the label and the last one are masked;
/// that is one branch a block, which the processor predicts, in place of a compare a vector.
/// </summary>
internal sealed class BlockMethods(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, int vectors)
{
    private bool loadsNegatives;
    private bool loadsSide;
    private bool loads;
    private bool stores;

    /// <summary>How many scores a block has.</summary>
    public int Size => vectors * plan.Lanes;

    private string BlockSize => Literal.Of(Size);

    /// <summary>The argument, and the parameter, that says how long a row is; nothing where the text says it.</summary>
    private string LengthArgument => side.Plan.Length is null ? $", {side.Length}" : "";

    private string LengthParameter => side.Plan.Length is null ? $", nuint {side.Length}" : "";

    /// <summary>Loads scores of a row without its label's.</summary>
    public string LoadNegatives(SideText row, IEnumerable<string> names)
    {
        loadsNegatives = true;
        return $"LoadNegatives(ref {row.Scores}, i{LengthArgument}, {row.Label}, {OutVariables(names)});";
    }

    /// <summary>Loads a row's scores of a side that has memory of its own.</summary>
    public string LoadSide(SideText row, IEnumerable<string> names)
    {
        loadsSide = true;
        return $"LoadScores{side.Suffix}(ref {row.Scores}, i{LengthArgument}, {OutVariables(names)});";
    }

    public string Load(string memory, IEnumerable<string> names)
    {
        loads = true;
        return $"Load{side.Suffix}(ref {memory}, i{LengthArgument}, {OutVariables(names)});";
    }

    public string Store(string memory, IEnumerable<string> values)
    {
        stores = true;
        return $"Store{side.Suffix}(ref {memory}, i{LengthArgument}, {string.Join(", ", values)});";
    }

    /// <summary>Writes those methods that were called.</summary>
    public void Write()
    {
        if (loadsNegatives)
        {
            WriteLoadNegatives();
        }

        if (loadsSide)
        {
            Begin($"Loads a block of scores, with {(side.Padding < 0 ? "−∞" : "+∞")} beyond the row, as if masked.");
            WriteLoad($"LoadScores{side.Suffix}", side.Padding);
        }

        if (loads)
        {
            Begin("Loads a block.");
            WriteLoad($"Load{side.Suffix}", padding: 0);
        }

        if (stores)
        {
            WriteStore();
        }
    }

    private void WriteLoadNegatives()
    {
        Begin("Loads a block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.");
        writer.Block($"private static void LoadNegatives(ref {plan.ScalarKeyword} scores, nuint i{LengthParameter}, nint label, {Parameters("out")})", () =>
        {
            writer.Line("nint lane = label - (nint)i;");
            writer.Block($"if (i + {BlockSize} > {side.Length} || lane is >= 0 and < {BlockSize})", () =>
            {
                writer.Line($"nint left = (nint){side.Length} - (nint)i;");
                ForEach(i => $"z{Literal.Of(i)} = {dialect.Without(dialect.LoadFirst("scores", $"i{Plus(i)}", $"left{Minus(i)}", side.Padding), $"lane{Minus(i)}", side.Padding)};");
            });
            writer.Block("else", () => ForEach(i => $"z{Literal.Of(i)} = {dialect.Load("scores", $"i{Plus(i)}")};"));
        });
    }

    private void WriteLoad(string name, double padding)
    {
        writer.Block($"private static void {name}(ref {plan.ScalarKeyword} memory, nuint i{LengthParameter}, {Parameters("out")})", () =>
        {
            writer.Block($"if (i + {BlockSize} > {side.Length})", () =>
            {
                writer.Line($"nint left = (nint){side.Length} - (nint)i;");
                ForEach(i => $"z{Literal.Of(i)} = {dialect.LoadFirst("memory", $"i{Plus(i)}", $"left{Minus(i)}", padding)};");
            });
            writer.Block("else", () => ForEach(i => $"z{Literal.Of(i)} = {dialect.Load("memory", $"i{Plus(i)}")};"));
        });
    }

    private void WriteStore()
    {
        Begin("Stores a block, as far as the row goes.");
        writer.Block($"private static void Store{side.Suffix}(ref {plan.ScalarKeyword} memory, nuint i{LengthParameter}, {Parameters("")})", () =>
        {
            writer.Block($"if (i + {BlockSize} > {side.Length})", () =>
            {
                writer.Line($"nint left = (nint){side.Length} - (nint)i;");
                ForEach(i => $"{dialect.Helpers}.StoreFirst(z{Literal.Of(i)}, ref memory, i{Plus(i)}, left{Minus(i)});");
            });
            writer.Block("else", () => ForEach(i => dialect.Store($"z{Literal.Of(i)}", "memory", $"i{Plus(i)}")));
        });
    }

    private void Begin(string summary)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
    }

    private void ForEach(Func<int, string> line) => writer.Lines(Enumerable.Range(0, vectors).Select(line));

    private string Parameters(string modifier) => string.Join(
        ", ",
        Enumerable.Range(0, vectors).Select(i => $"{modifier} {dialect.Type} z{Literal.Of(i)}".TrimStart()));

    private string OutVariables(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"out {dialect.Type} {name}"));

    private string Plus(int vector) => vector == 0 ? "" : $" + {Literal.Of(vector * plan.Lanes)}";

    private string Minus(int vector) => vector == 0 ? "" : $" - {Literal.Of(vector * plan.Lanes)}";
}
