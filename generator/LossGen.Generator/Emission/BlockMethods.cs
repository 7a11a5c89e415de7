using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the methods that load and store one block of vectors, and the calls to them. Only the block that holds the label and the last one are masked;
/// that is one branch a block, which the processor predicts, in place of a compare a vector.
/// </summary>
internal sealed class BlockMethods(SourceWriter writer, KernelPlan plan, Dialect dialect, int vectors)
{
    private bool loadsNegatives;
    private bool loads;
    private bool stores;

    /// <summary>How many scores a block has.</summary>
    public int Size => vectors * plan.Lanes;

    private string BlockSize => Literal.Of(Size);

    /// <summary>The argument, and the parameter, that says how long a row is; nothing where the text says it.</summary>
    private string ClassesArgument => plan.Classes is null ? ", classes" : "";

    private string ClassesParameter => plan.Classes is null ? ", nuint classes" : "";

    public string LoadNegatives(IEnumerable<string> names)
    {
        loadsNegatives = true;
        return $"LoadNegatives(ref scores, i{ClassesArgument}, label, {OutVariables(names)});";
    }

    public string Load(string memory, IEnumerable<string> names)
    {
        loads = true;
        return $"Load(ref {memory}, i{ClassesArgument}, {OutVariables(names)});";
    }

    public string Store(string memory, IEnumerable<string> values)
    {
        stores = true;
        return $"Store(ref {memory}, i{ClassesArgument}, {string.Join(", ", values)});";
    }

    /// <summary>Writes those methods that were called.</summary>
    public void Write()
    {
        if (loadsNegatives)
        {
            WriteLoadNegatives();
        }

        if (loads)
        {
            WriteLoad();
        }

        if (stores)
        {
            WriteStore();
        }
    }

    private void WriteLoadNegatives()
    {
        Begin("Loads a block of scores, with −∞ in place of the label's and beyond the row: it adds nothing to a maximum or to a sum of exps.");
        writer.Block($"private static void LoadNegatives(ref {plan.ScalarKeyword} scores, nuint i{ClassesParameter}, nint label, {Parameters("out")})", () =>
        {
            writer.Line("nint lane = label - (nint)i;");
            writer.Block($"if (i + {BlockSize} > {KernelParameter.ClassesOf(plan)} || lane is >= 0 and < {BlockSize})", () =>
            {
                writer.Line($"nint left = (nint){KernelParameter.ClassesOf(plan)} - (nint)i;");
                ForEach(i => $"z{Literal.Of(i)} = {dialect.Helpers}.Without({dialect.Helpers}.LoadFirst(ref scores, i{Plus(i)}, left{Minus(i)}), lane{Minus(i)});");
            });
            writer.Block("else", () => ForEach(i => $"z{Literal.Of(i)} = {dialect.Load("scores", $"i{Plus(i)}")};"));
        });
    }

    private void WriteLoad()
    {
        Begin("Loads a block.");
        writer.Block($"private static void Load(ref {plan.ScalarKeyword} memory, nuint i{ClassesParameter}, {Parameters("out")})", () =>
        {
            writer.Block($"if (i + {BlockSize} > {KernelParameter.ClassesOf(plan)})", () =>
            {
                writer.Line($"nint left = (nint){KernelParameter.ClassesOf(plan)} - (nint)i;");
                ForEach(i => $"z{Literal.Of(i)} = {dialect.Helpers}.LoadFirst(ref memory, i{Plus(i)}, left{Minus(i)});");
            });
            writer.Block("else", () => ForEach(i => $"z{Literal.Of(i)} = {dialect.Load("memory", $"i{Plus(i)}")};"));
        });
    }

    private void WriteStore()
    {
        Begin("Stores a block, as far as the row goes.");
        writer.Block($"private static void Store(ref {plan.ScalarKeyword} memory, nuint i{ClassesParameter}, {Parameters("")})", () =>
        {
            writer.Block($"if (i + {BlockSize} > {KernelParameter.ClassesOf(plan)})", () =>
            {
                writer.Line($"nint left = (nint){KernelParameter.ClassesOf(plan)} - (nint)i;");
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
