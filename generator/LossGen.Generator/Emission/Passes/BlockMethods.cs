using LossGen.Generator.Planning;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes how one block of vectors is loaded and stored. Only the block that holds the label and the last one are masked, by methods that are written here; the others are
/// loaded where they are needed, so that the JIT makes what it can of it a part of an operation.
/// </summary>
/// <param name="writer">Where to write.</param>
/// <param name="plan">The plan of the kernel.</param>
/// <param name="side">What the blocks are of.</param>
/// <param name="dialect">The vectors.</param>
/// <param name="layout">The loop over the blocks.</param>
/// <param name="part">Which blocks these are.</param>
internal sealed class BlockMethods(SourceWriter writer, KernelPlan plan, SideText side, Dialect dialect, UnrolledLoop layout, BlockMethods.Part part = BlockMethods.Part.Any)
{
    /// <summary>Some of the blocks of a row.</summary>
    public enum Part
    {
        /// <summary>Any that the loop comes to.</summary>
        Any,

        /// <summary>Those without a label and within the row.</summary>
        Unmasked,

        /// <summary>The one behind the loop.</summary>
        Last,
    }

    /// <summary>In rows of fewer blocks a loop up to the label costs more than the questions that it saves (hinge over the largest of 100 classes: +5 %).</summary>
    private const int LeastBlocks = 5;

    private readonly bool isLast = part == Part.Last;
    private readonly int vectors = part == Part.Last ? (layout.Last + plan.Lanes - 1) / plan.Lanes : layout.Vectors;

    private bool loadsNegatives;
    private bool loadsSide;
    private bool loads;
    private bool stores;

    /// <summary>How many scores a block has.</summary>
    public int Size => vectors * plan.Lanes;

    public bool AreUnmasked => part == Part.Unmasked;

    /// <summary>The vectors of a block.</summary>
    public IEnumerable<int> AllVectors => Enumerable.Range(0, vectors);

    /// <summary>Those for the block behind the loop, if there is one.</summary>
    public BlockMethods? Last { get; } = part == Part.Any && layout.Last > 0 ? new(writer, plan, side, dialect, layout, Part.Last) : null;

    /// <summary>Those for blocks without a mask, if there are many: where both sides share their memory each vector has two masks.</summary>
    public BlockMethods? Unmasked { get; } = part == Part.Any && !side.IsShared && plan.Lanes > 1 && !(side.Plan.Length < LeastBlocks * layout.Vectors * plan.Lanes)
        ? new(writer, plan, side, dialect, layout, Part.Unmasked)
        : null;

    /// <summary>How many scores are in whole blocks; null if that is not known.</summary>
    public int? LengthOfBlocks => side.Plan.Length - layout.Last;

    private string BlockSize => Literal.Of(Size);

    /// <summary>Whether a block may go beyond the row.</summary>
    public bool HasTail => part == Part.Any && (LengthOfBlocks is not { } length || length % Size != 0);

    private string Block => isLast ? "the last block" : "a block";

    private string OfLast => isLast ? "Last" : "";

    private string IsTail => $"i + {BlockSize} > {side.Length}";

    /// <summary>The argument, and the parameter, that says how long a row is; nothing where the text says it.</summary>
    private string LengthArgument => side.Plan.Length is null ? $", {side.Length}" : "";

    private string LengthParameter => side.Plan.Length is null ? $", nuint {side.Length}" : "";

    /// <summary>Loads scores of a row without its label's.</summary>
    public IEnumerable<string> LoadNegatives(SideText row, IEnumerable<string> names)
    {
        if (AreUnmasked)
        {
            return LoadsOf(row.Scores, names);
        }

        loadsNegatives = true;
        return [$"Load{OfLast}Negatives(ref {row.Scores}, i{LengthArgument}, {row.Label}, {OutVariables(names)});"];
    }

    /// <summary>Loads all scores of a row, or of a side that has memory of its own.</summary>
    public IEnumerable<string> LoadSide(SideText row, IEnumerable<string> names)
    {
        if (AreUnmasked)
        {
            return LoadsOf(row.Scores, names);
        }

        if (!HasTail && !isLast)
        {
            return Load(row.Scores, names);
        }

        loadsSide = true;
        return [$"Load{OfLast}Scores{side.Suffix}(ref {row.Scores}, i{LengthArgument}, {OutVariables(names)});"];
    }

    public IEnumerable<string> Load(string memory, IEnumerable<string> names)
    {
        if (AreUnmasked)
        {
            return LoadsOf(memory, names);
        }

        loads = true;
        return [$"Load{OfLast}{side.Suffix}(ref {memory}, i{LengthArgument}, {OutVariables(names)});"];
    }

    public IEnumerable<string> Store(string memory, IEnumerable<string> values)
    {
        if (AreUnmasked)
        {
            return values.Select((value, i) => dialect.Store(value, memory, $"i{Plus(i)}"));
        }

        stores = true;
        return [$"Store{OfLast}{side.Suffix}(ref {memory}, i{LengthArgument}, {string.Join(", ", values)});"];
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
            Begin($"Loads {Block} of scores, with {(side.Padding < 0 ? "−∞" : "+∞")} beyond the row, as if masked.");
            WriteLoad($"Load{OfLast}Scores{side.Suffix}", side.Padding);
        }

        if (loads)
        {
            Begin($"Loads {Block}.");
            WriteLoad($"Load{OfLast}{side.Suffix}", padding: 0);
        }

        if (stores)
        {
            WriteStore();
        }

        Last?.Write();
    }

    private void WriteLoadNegatives()
    {
        Begin($"Loads {Block} of scores, with −∞ in place of the label's{(HasTail || isLast ? " and beyond the row" : "")}: it adds nothing to a maximum or to a sum of exps.");
        writer.Block($"private static void Load{OfLast}Negatives(ref {plan.ScalarKeyword} scores, nuint i{LengthParameter}, nint label, {Parameters("out")})", () =>
        {
            writer.Line("nint lane = label - (nint)i;");
            if (isLast)
            {
                ForEach(LoadOfNegatives);
                return;
            }

            if (Unmasked is not null && !plan.OverlapsBlocks)
            {
                if (HasTail)
                {
                    WriteLeft();
                }

                ForEach(LoadOfNegatives);
                return;
            }

            writer.Block($"if ({(HasTail ? $"{IsTail} || " : "")}lane is >= 0 and < {BlockSize})", () =>
            {
                if (HasTail)
                {
                    WriteLeft();
                }

                ForEach(LoadOfNegatives);
            });
            writer.Block("else", () => ForEach(i => $"z{Literal.Of(i)} = {dialect.Load("scores", $"i{Plus(i)}")};"));
        });

        string LoadOfNegatives(int i) => $"z{Literal.Of(i)} = {dialect.Without(LoadWithin("scores", i, side.Padding), $"lane{Minus(i)}", side.Padding)};";
    }

    private void WriteLoad(string name, double padding)
    {
        writer.Block($"private static void {name}(ref {plan.ScalarKeyword} memory, nuint i{LengthParameter}, {Parameters("out")})", () =>
        {
            WriteWithTail(
                i => $"z{Literal.Of(i)} = {LoadWithin("memory", i, padding)};",
                i => $"z{Literal.Of(i)} = {dialect.Load("memory", $"i{Plus(i)}")};");
        });
    }

    private void WriteStore()
    {
        Begin($"Stores {Block}{(HasTail ? ", as far as the row goes" : "")}.");
        writer.Block($"private static void Store{OfLast}{side.Suffix}(ref {plan.ScalarKeyword} memory, nuint i{LengthParameter}, {Parameters("")})", () =>
        {
            WriteWithTail(
                i => CountIn(i) is { } count ? $"{dialect.Helpers}.StoreFirst(z{Literal.Of(i)}, ref memory, i{Plus(i)}, {count});" : dialect.Store($"z{Literal.Of(i)}", "memory", $"i{Plus(i)}"),
                i => dialect.Store($"z{Literal.Of(i)}", "memory", $"i{Plus(i)}"));
        });
    }

    /// <summary>Writes what is done with a block that may go beyond the row, and what with one that does not.</summary>
    private void WriteWithTail(Func<int, string> within, Func<int, string> whole)
    {
        if (!HasTail)
        {
            ForEach(isLast ? within : whole);
            return;
        }

        writer.Block($"if ({IsTail})", () =>
        {
            WriteLeft();
            ForEach(within);
        });
        writer.Block("else", () => ForEach(whole));
    }

    private void WriteLeft() => writer.Line($"nint left = (nint){side.Length} - (nint)i;");

    private string LoadWithin(string memory, int vector, double padding) => CountIn(vector) is { } count
        ? dialect.LoadFirst(memory, $"i{Plus(vector)}", count, padding)
        : dialect.Load(memory, $"i{Plus(vector)}");

    /// <summary>How many lanes of a vector are within the row; null if all are.</summary>
    private string? CountIn(int vector) => HasTail ? $"left{Minus(vector)}"
        : isLast && vector == vectors - 1 && layout.Last % plan.Lanes > 0 ? Literal.Of(layout.Last % plan.Lanes)
        : null;

    private IEnumerable<string> LoadsOf(string memory, IEnumerable<string> names) =>
        names.Select((name, i) => $"{dialect.Type} {name} = {dialect.Load(memory, $"i{Plus(i)}")};");

    private void Begin(string summary)
    {
        writer.Line();
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
    }

    private void ForEach(Func<int, string> line) => writer.Lines(AllVectors.Select(line));

    private string Parameters(string modifier) => string.Join(
        ", ",
        AllVectors.Select(i => $"{modifier} {dialect.Type} z{Literal.Of(i)}".TrimStart()));

    private string OutVariables(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"out {dialect.Type} {name}"));

    private string Plus(int vector) => vector == 0 ? "" : $" + {Literal.Of(vector * plan.Lanes)}";

    private string Minus(int vector) => vector == 0 ? "" : $" - {Literal.Of(vector * plan.Lanes)}";
}
