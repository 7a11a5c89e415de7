using System.Globalization;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>A method of a kernel that computes exps.</summary>
/// <param name="Chains">Those that it computes at a time: the operations of the vectors of each.</param>
/// <param name="LanesOfConstants">How many lanes the vectors have in all of which its constants stand in memory, in the order of <see cref="ExpRecipe.Constants"/>; null if it has them in its text.</param>
internal readonly record struct ExpMethod(EquatableArray<Dialect> Chains, int? LanesOfConstants = null)
{
    /// <summary>The method of some chains that are alike.</summary>
    public static ExpMethod Of(Dialect dialect, int chains) => new(Enumerable.Repeat(dialect, chains).ToEquatableArray());
}

/// <summary>
/// Writes the kernels' exp: for arguments that are not positive, or not larger than a promised range allows, with results below the normal range flushed to
/// exactly 0, which is what a masked score needs. Several chains stand side by side, statement by statement, since each waits for its own multiply-adds: in a loop over 256-bit vectors
/// that is a fifth faster than one chain after the other.
/// </summary>
internal static class ExpText
{
    /// <summary>More chains than these do not fit in 16 registers.</summary>
    public const int MostChains = 4;

    /// <summary>As many as fit in 16 registers whose constants are read from memory.</summary>
    public const int MostChainsThatReadConstants = 5;

    /// <summary>More than these do not fit in 32 beside the constants, and their locals are all that the JIT inlines.</summary>
    public const int MostChainsOf32Registers = 6;

    /// <summary>The JIT inlines no method with more locals than these, whatever its attribute asks for.</summary>
    private const int MostLocals = 32;

    /// <summary>What memory with an exp's constants is called.</summary>
    public const string Constants = "constants";

    /// <summary>The calls that replace each of <paramref name="names"/> by its exp.</summary>
    /// <param name="kind">Which exp.</param>
    /// <param name="names">The variables.</param>
    /// <param name="chains">How many a call takes at most.</param>
    /// <param name="readsConstants">Whether constants are read from memory.</param>
    public static IEnumerable<string> Calls(ExpKind kind, IReadOnlyList<string> names, int chains, bool readsConstants = false)
    {
        for (int first = 0; first < names.Count; first += chains)
        {
            yield return $"{NameOf(kind)}({string.Join(", ", names.Skip(first).Take(chains).Select(name => "ref " + name))}{(readsConstants ? $", ref {Constants}" : "")});";
        }
    }

    /// <summary>The numbers of some chains in groups as large as fit into the registers, and of nearly the same size: a small one would leave the multipliers waiting.</summary>
    public static IEnumerable<int[]> GroupsOf(int count, int mostChains)
    {
        int groups = (count + mostChains - 1) / mostChains;
        for (int first = 0, group = 0; group < groups; group++)
        {
            int size = (count - first + groups - group - 1) / (groups - group);
            yield return [.. Enumerable.Range(first, size)];
            first += size;
        }
    }

    /// <summary>What each of these calls calls.</summary>
    /// <param name="dialect">The operations of the values.</param>
    /// <param name="count">How many values there are.</param>
    /// <param name="chains">How many a call takes at most.</param>
    public static IEnumerable<ExpMethod> MethodsFor(Dialect dialect, int count, int chains) =>
        Enumerable.Range(0, (count + chains - 1) / chains).Select(call => ExpMethod.Of(dialect, Math.Min(chains, count - (call * chains)))).Distinct();

    /// <param name="writer">Where to.</param>
    /// <param name="method">Which one.</param>
    /// <param name="kind">Which exp.</param>
    /// <param name="isInLoop">
    /// Whether it is called in a loop over a row. The JIT takes constants out of a loop by itself, and better so; elsewhere it loads one for each statement
    /// unless the chains share a local, as far as locals go.
    /// </param>
    public static void WriteMethod(SourceWriter writer, ExpMethod method, ExpKind kind, bool isInLoop)
    {
        EquatableArray<Dialect> chains = method.Chains;
        // Beside wider vectors also 128 bits have fused multiply-adds, and without them no exp takes a factor or has one ln 2.
        Dialect widest = chains.OrderByDescending(dialect => dialect.Lanes).First();
        bool scales = widest.ScalesByPowersOfTwo && kind.Operator != UnaryOperator.ExpOfAnySign;
        ExpRecipe recipe = ExpRecipe.Of(widest.Scalar, kind, scales);
        bool hasFusedMultiplyAdd = widest.HasFusedMultiplyAdd || recipe.Factor != 1 || recipe.Ln2Low is null;
        int localsOfChain = recipe.Ln2Low is null || scales ? 3 : hasFusedMultiplyAdd ? 4 : 5;
        int sharedConstants = chains.Count > 1 && widest.Lanes > 1 && !isInLoop ? MostLocals - (chains.Count * localsOfChain) : 0;

        string domain = recipe.Highest is { } limit ? $", and for x ≥ {Number(limit)} +∞" : "";
        string factor = recipe.Factor == 1 ? "" : $"{Number(recipe.Factor)}·";
        string replaced = kind.Operator switch
        {
            UnaryOperator.Exp => $"x ≤ 0 by exp({factor}x)",
            UnaryOperator.ScaledExp => $"x ≤ {Number(LogSumExpSides.FarBehind.Value)} by 2⁸·exp(x)",
            _ => $"x by exp({factor}x)",
        };
        writer.Line($"/// <summary>Replaces each {replaced}, at most {recipe.LargestError}{(recipe.Ln2Low is null ? $" + 0.05·{factor}|x|" : "")} ulp off; below {factor}x = {Number(recipe.LargestOfZero)} that is 0{domain}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Block($"private static void {NameOf(kind)}({string.Join(", ", chains.Select((dialect, i) => $"ref {dialect.Type} x{i}"))}{(method.LanesOfConstants is not null ? $", ref {widest.Scalar.Keyword()} {Constants}" : "")})", () =>
        {
            if (recipe.Lowest is { } least)
            {
                writer.Line("// The clamp is the first operand, so that a NaN in x survives.");
                Func<Dialect, string> lowest = Constant("lowest", least);
                Each((dialect, i) => $"x{i} = {dialect.Larger(lowest(dialect), $"x{i}")};");
            }

            if (recipe.Highest is { } largest)
            {
                Func<Dialect, string> highest = Constant("highest", largest);
                Each((dialect, i) => $"x{i} = {dialect.Smaller(highest(dialect), $"x{i}")};");
            }

            string shifter = $"1.5·2^{Literal.Of(recipe.SignificandBits)}";
            string how = scales ? $"by adding and subtracting {shifter}" : $"left in the lowest bits, biased as an exponent, by adding {shifter} + {Literal.Of(recipe.ExponentBias)}";
            writer.Step($"range reduction: n = round({factor}x / ln 2), {how}");
            Func<Dialect, string> inverse = Constant("inverseOfLn2", recipe.InverseOfLn2);
            Func<Dialect, string> shift = Constant("shift", recipe.Shifter + recipe.ExponentBias);
            Each((dialect, i) => $"{dialect.Type} {(scales ? "n" : "exponent")}{i} = {dialect.MultiplyAdd($"x{i}", inverse(dialect), shift(dialect))};");
            if (scales)
            {
                Each((dialect, i) => $"n{i} -= {shift(dialect)};");
            }

            string ln2 = recipe.Factor == 1 ? "ln 2" : $"ln 2 / {Number(recipe.Factor)}";
            string remainderOf = $"the remainder r = x − n·{(recipe.Factor == 1 ? ln2 : $"({ln2})")}";
            Func<Dialect, string>? low = null;
            if (recipe.Ln2Low is not { } rest)
            {
                writer.Step($"{remainderOf}: the rounding of {ln2} weighs a tenth of what that of x, a difference, may");
                Func<Dialect, string> minus = Constant("minusLn2", -recipe.Ln2High);
                Each((dialect, i) => $"{dialect.Type} r{i} = {dialect.MultiplyAdd(scales ? $"n{i}" : $"exponent{i} - {shift(dialect)}", minus(dialect), $"x{i}")};");
            }
            else
            {
                if (!scales)
                {
                    Each((dialect, i) => $"{dialect.Type} n{i} = exponent{i} - {shift(dialect)};");
                }

                writer.Step($"{remainderOf}, with {ln2} in two parts, so that the first product is exact");
                Func<Dialect, string> high = Constant("minusHigh", -recipe.Ln2High);
                string remainder = hasFusedMultiplyAdd ? "r" : "high";
                Each((dialect, i) => $"{dialect.Type} {remainder}{i} = {dialect.MultiplyAdd($"n{i}", high(dialect), $"x{i}")};");
                low = Constant("minusLow", -rest);
                Each((dialect, i) => $"{(hasFusedMultiplyAdd ? "" : $"{dialect.Type} ")}r{i} = {dialect.MultiplyAdd($"n{i}", low(dialect), $"{remainder}{i}")};");
            }

            EquatableArray<double> coefficients = recipe.Coefficients;
            int degree = ExpPolynomial.DegreeOf(widest.Scalar);
            writer.Step($"the polynomial for {(recipe.Unit == 1 ? "" : "2⁸·")}exp({factor}r), of degree {degree}");
            Func<Dialect, string> leading = Constant($"c{Literal.Of(degree)}", coefficients[0]);
            Each((dialect, i) => $"{dialect.Type} p{i} = {leading(dialect)};");
            for (int k = 1; k <= degree - 2; k++)
            {
                Func<Dialect, string> coefficient = Constant($"c{Literal.Of(degree - k)}", coefficients[k]);
                Each((dialect, i) => $"p{i} = {dialect.MultiplyAdd($"p{i}", $"r{i}", coefficient(dialect))};");
            }

            if (hasFusedMultiplyAdd)
            {
                Func<Dialect, string> unit = Constant(recipe.Unit == 1 ? "one" : "unit", recipe.Unit);
                Func<Dialect, string> linear = recipe.Factor == 1 ? unit : Constant("c1", recipe.Factor);
                Each((dialect, i) => $"p{i} = {dialect.MultiplyAdd($"p{i}", $"r{i}", linear(dialect))};");
                Each((dialect, i) => $"p{i} = {dialect.MultiplyAdd($"p{i}", $"r{i}", unit(dialect))};");
            }
            else
            {
                writer.Step("1 + r + r²·p: without fused multiply-adds r has a rounding error, so that its two parts are added, and not r");
                Func<Dialect, string> one = Constant("one", 1);
                for (int i = 0; i < chains.Count; i++)
                {
                    Dialect dialect = chains[i];
                    writer.Line($"p{i} = Lanes128.HasFusedMultiplyAdd");
                    writer.Line($"    ? {dialect.MultiplyAdd(dialect.MultiplyAdd($"p{i}", $"r{i}", one(dialect)), $"r{i}", one(dialect))}");
                    writer.Line($"    : {one(dialect)} + (high{i} + (r{i} * r{i} * p{i} + n{i} * {low!(dialect)}));");
                }
            }

            if (scales)
            {
                writer.Step($"times 2ⁿ, but 0 where n is at most {Number(recipe.LargestPowerOfZero)}, as of a masked score");
                Each((dialect, i) => $"x{i} = {dialect.TimesPowerOfTwo($"p{i}", $"n{i}", recipe.LargestPowerOfZero)};");
            }
            else
            {
                writer.Step($"times 2ⁿ{(kind.Operator == UnaryOperator.ScaledExp ? "⁺⁸" : "")}: at the clamp the biased exponent is 0, so that the factor is 0");
                Each((dialect, i) => $"x{i} = p{i} * {dialect.ShiftLeft($"exponent{i}", recipe.SignificandBits)};");
            }
        });

        Func<Dialect, string> Constant(string name, double value)
        {
            if (method.LanesOfConstants is { } lanes)
            {
                string offset = Literal.Of(recipe.IndexOf(value) * lanes);
                return dialect => dialect.Load(Constants, offset);
            }

            if (sharedConstants == 0)
            {
                return dialect => dialect.Constant(value);
            }

            sharedConstants--;
            writer.Line($"{widest.Type} {name} = {widest.Constant(value)};");
            return dialect => dialect.Lower(name, widest);
        }

        static string Number(double value) => value.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

        void Each(Func<Dialect, int, string> line) => writer.Lines(chains.Select(line));
    }

    private static string NameOf(ExpKind kind) => $"Exp{(kind.Factor == 1 ? "" : "Gamma")}{(kind.HasOneLn2 ? "OfDifference" : "")}";
}
