using LossGen.Generator.Formula;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>How C# names the operations on one kind of value: on vectors of one width, or on single numbers, which are vectors of one lane.</summary>
/// <param name="Scalar">The type of a lane.</param>
/// <param name="Lanes">How many lanes a value has.</param>
internal sealed record Dialect(ScalarType Scalar, int Lanes)
{
    private bool IsVector => Lanes > 1;

    /// <summary>The class with the operations: <c>Vector256</c>, or <c>float</c>.</summary>
    public string Operations => IsVector ? $"Vector{Literal.Of(Lanes * BitsOfLane)}" : Scalar.Keyword();

    /// <summary>The type of a value: <c>Vector256&lt;float&gt;</c>, or <c>float</c>.</summary>
    public string Type => IsVector ? $"{Operations}<{Scalar.Keyword()}>" : Scalar.Keyword();

    /// <summary>The library's class with what the framework lacks at this width.</summary>
    public string Helpers => IsVector ? $"Lanes{Literal.Of(Lanes * BitsOfLane)}" : "SingleLane";

    /// <summary>The library's type that adds up such values: <c>CompensatedLanes256&lt;float&gt;</c>.</summary>
    public string TotalType => $"Compensated{Helpers}<{Scalar.Keyword()}>";

    /// <summary>Whether a multiply-add rounds once at this width: wherever vectors of 256 bits are used, processors have the instruction.</summary>
    public bool HasFusedMultiplyAdd => Lanes * BitsOfLane >= 256;

    /// <summary>Whether processors have an instruction that multiplies by a power of two, for narrower vectors, too: wherever those of 512 bits are used.</summary>
    public bool ScalesByPowersOfTwo => Lanes * BitsOfLane == 512;

    private int BitsOfLane => Scalar == ScalarType.Single ? 32 : 64;

    /// <summary>How many lanes the narrowest vectors have.</summary>
    public int LanesOf128Bits => 128 / BitsOfLane;

    private string IntegerOfLane => Scalar == ScalarType.Single ? "Int32" : "Int64";

    public string Constant(double value) => Broadcast(Literal.Of(value, Scalar));

    public string Broadcast(string number) => IsVector ? $"{Operations}.Create({number})" : number;

    public string Load(string memory, string offset) =>
        IsVector ? $"{Operations}.LoadUnsafe(ref {memory}, {offset})" : $"Unsafe.Add(ref {memory}, {offset})";

    public string Store(string value, string memory, string offset) =>
        IsVector ? $"{value}.StoreUnsafe(ref {memory}, {offset});" : $"Unsafe.Add(ref {memory}, {offset}) = {value};";

    /// <summary>The lower lanes of a wider value, as many as these are.</summary>
    public string Lower(string value, Dialect wide)
    {
        for (int lanes = wide.Lanes; lanes > Lanes; lanes /= 2)
        {
            value += ".GetLower()";
        }

        return value;
    }

    /// <summary>The type of a choice for each lane.</summary>
    public string MaskType => IsVector ? Type : "bool";

    /// <summary><paramref name="then"/> where a mask is set, else <paramref name="otherwise"/>.</summary>
    public string Select(string mask, string then, string otherwise) =>
        IsVector ? $"{Operations}.ConditionalSelect({mask}, {then}, {otherwise})" : $"({mask} ? {then} : {otherwise})";

    /// <summary>The product, but 0 where the left is 0 and the right infinite.</summary>
    public string Weigh(string weight, string value) => IsVector
        ? $"{Operations}.AndNot({weight} * {value}, {Operations}.Equals({weight}, {Constant(0)}))"
        : $"({weight} == {Constant(0)} ? {Constant(0)} : {weight} * {value})";

    /// <summary>The smaller value in each lane; a NaN in <paramref name="right"/> wins.</summary>
    public string Smaller(string left, string right) => $"{Operations}.MinNative({left}, {right})";

    /// <summary>The larger value in each lane; a NaN in <paramref name="right"/> wins, one in <paramref name="left"/> may be lost.</summary>
    public string Larger(string left, string right) => $"{Operations}.MaxNative({left}, {right})";

    /// <summary>The larger value in each lane, or NaN if there is one, which takes more instructions.</summary>
    public string Max(string left, string right) => $"{Operations}.Max({left}, {right})";

    /// <summary><paramref name="then"/> where a value is at most 0, else <paramref name="otherwise"/>; in parentheses if it is an operand.</summary>
    public string WhenNotPositive(string value, string then, string otherwise, bool isOperand) => IsVector
        ? $"{Operations}.ConditionalSelect({Operations}.LessThanOrEqual({value}, {Constant(0)}), {then}, {otherwise})"
        : $"{(isOperand ? "(" : "")}{value} <= {Constant(0)} ? {then} : {otherwise}{(isOperand ? ")" : "")}";

    /// <summary><paramref name="then"/> where a value is above a limit, else <paramref name="otherwise"/>; in parentheses if it is an operand.</summary>
    public string WhenAbove(string value, double limit, string then, string otherwise, bool isOperand) => IsVector
        ? $"{Operations}.ConditionalSelect({Operations}.GreaterThan({value}, {Constant(limit)}), {then}, {otherwise})"
        : $"{(isOperand ? "(" : "")}{value} > {Constant(limit)} ? {then} : {otherwise}{(isOperand ? ")" : "")}";

    /// <summary>A function of the library.</summary>
    public string Call(string function, string x) => $"{(IsVector ? "VectorMath" : Helpers)}.{function}({x})";

    /// <summary>A mask of the lanes that are equal.</summary>
    public string Equal(string left, string right) => $"{Operations}.Equals({left}, {right})";

    public string MultiplyAdd(string left, string right, string addend) => $"{Operations}.MultiplyAddEstimate({left}, {right}, {addend})";

    /// <summary>The sum or the largest of many values in each lane, joined pairwise, as a tree.</summary>
    public string Reduce(Reducer reducer, IReadOnlyList<string> values) => reducer switch
    {
        Reducer.Sum => SumOf(values),
        Reducer.Max => Tree(values, Max),
        _ => Tree(values, Larger),
    };

    /// <summary>
    /// The same where each element has a vector of its own. They are joined in the order in which the lanes of one or two vectors are joined that hold a whole row, so that
    /// its sum has the same bits: a second vector, which ends with the row, then the halves of a vector, down to 128 bits, then neighbours.
    /// </summary>
    /// <param name="reducer">How they are joined.</param>
    /// <param name="elements">The vectors.</param>
    /// <param name="lanes">How many lanes those vectors have.</param>
    public string ReduceElements(Reducer reducer, IReadOnlyList<string> elements, int lanes)
    {
        if (reducer != Reducer.Sum)
        {
            return Reduce(reducer, elements);
        }

        int second = Math.Max(0, elements.Count - lanes);
        string[] joined = [.. elements.Take(lanes).Select((element, i) => i + second >= lanes ? $"({element} + {elements[i + second]})" : element)];
        for (int half = lanes / 2; half >= LanesOf128Bits; half /= 2)
        {
            joined = [.. joined.Take(half).Select((element, i) => i + half < joined.Length ? $"({element} + {joined[i + half]})" : element)];
        }

        return Reduce(reducer, joined);
    }

    /// <summary>The sum or the largest of all lanes.</summary>
    public string ReduceAcross(Reducer reducer, string value) => (IsVector, reducer) switch
    {
        (false, _) => value,
        (_, Reducer.Sum) => $"{Helpers}.Sum({value})",
        (_, Reducer.Max) => $"{Helpers}.Max({value})",
        _ => $"{Helpers}.Largest({value})",
    };

    /// <summary>The sums or the largest of the lanes that are 128 bits apart: a piece of 128 bits, which is reduced further together with other rows' pieces.</summary>
    public string ReduceToPiece(Reducer reducer, string value) => (Lanes == LanesOf128Bits, reducer) switch
    {
        (true, _) => value,
        (_, Reducer.Sum) => $"{Helpers}.SumPiece({value})",
        (_, Reducer.Largest) => $"{Helpers}.LargestPiece({value})",
        _ => throw new ArgumentOutOfRangeException(nameof(reducer), reducer, "the maximum in which a NaN stays one is that of a single term, which 128 bits hold"),
    };

    /// <summary>The first lanes of a vector from memory, and <paramref name="padding"/> in the others.</summary>
    public string LoadFirst(string memory, string offset, string count, double padding) =>
        $"{Helpers}.LoadFirst(ref {memory}, {offset}, {count}, {Literal.Of(padding, Scalar)})";

    /// <summary>A vector with another number in one lane.</summary>
    public string Without(string value, string lane, double replacement) => $"{Helpers}.Without({value}, {lane}, {Literal.Of(replacement, Scalar)})";

    /// <summary>The same, with the lane given by the label, as a number in all lanes, and the index of the vector's first element.</summary>
    public string Without(string value, string label, string first, double replacement) => $"{Helpers}.Without({value}, {label}, {first}, {Literal.Of(replacement, Scalar)})";

    /// <summary>The bits of each lane, shifted to the left as an integer.</summary>
    public string ShiftLeft(string value, int bits)
    {
        string number = Scalar == ScalarType.Single ? "Single" : "Double";
        return IsVector
            ? $"{Operations}.ShiftLeft({value}.As{IntegerOfLane}(), {Literal.Of(bits)}).As{number}()"
            : $"BitConverter.{IntegerOfLane}BitsTo{number}(BitConverter.{number}To{IntegerOfLane}Bits({value}) << {Literal.Of(bits)})";
    }

    /// <summary>A value times 2ⁿ, but 0 where n is at most <paramref name="largestOfZero"/>.</summary>
    public string TimesPowerOfTwo(string value, string n, int largestOfZero) => $"{Helpers}.TimesPowerOfTwo({value}, {n}, {Literal.Of(largestOfZero, Scalar)})";

    private static string SumOf(IReadOnlyList<string> terms)
    {
        string sum = Tree(terms, (left, right) => $"({left} + {right})");
        return terms.Count == 1 ? sum : sum.Substring(1, sum.Length - 2);
    }

    private static string Tree(IReadOnlyList<string> values, Func<string, string, string> join) => values.Count == 1
        ? values[0]
        : Tree([.. values.Where((_, i) => i % 2 == 0).Select((value, i) => (2 * i) + 1 < values.Count ? join(value, values[(2 * i) + 1]) : value)], join);
}
