
using System.Globalization;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the kernels' exp: for arguments that are never positive, with results below the normal range flushed to exactly 0, which is what a masked
/// score needs. Several chains stand side by side, statement by statement, since each waits for its own multiply-adds: in a loop over 256-bit vectors
/// that is a fifth faster than one chain after the other.
/// </summary>
internal static class ExpText
{
    /// <summary>More chains than these do not fit in 16 registers.</summary>
    public const int MostChains = 4;

    /// <summary>The calls that replace each of <paramref name="names"/> by its exp.</summary>
    /// <param name="names">The variables.</param>
    /// <param name="chains">How many a call takes at most.</param>
    public static IEnumerable<string> Calls(IReadOnlyList<string> names, int chains)
    {
        for (int first = 0; first < names.Count; first += chains)
        {
            yield return $"Exp({string.Join(", ", names.Skip(first).Take(chains).Select(name => "ref " + name))});";
        }
    }

    /// <summary>How many chains each of these calls has.</summary>
    /// <param name="count">How many values there are.</param>
    /// <param name="chains">How many a call takes at most.</param>
    public static IEnumerable<int> ChainsOf(int count, int chains) =>
        Enumerable.Range(0, (count + chains - 1) / chains).Select(call => Math.Min(chains, count - (call * chains))).Distinct();

    /// <param name="writer">Where to.</param>
    /// <param name="dialect">The operations of the vectors.</param>
    /// <param name="chains">How many values it replaces.</param>
    /// <param name="takesAnySign">Whether arguments may be positive.</param>
    public static void WriteMethod(SourceWriter writer, Dialect dialect, int chains, bool takesAnySign)
    {
        ExpRecipe recipe = ExpRecipe.Of(dialect.Scalar);
        int[] all = [.. Enumerable.Range(0, chains)];
        string biasedShift = Constant(recipe.Shifter + recipe.ExponentBias);

        string domain = takesAnySign ? $", and for x ≥ {Number(recipe.Highest)} +∞" : "";
        writer.Line($"/// <summary>Replaces each x{(takesAnySign ? "" : " ≤ 0")} by exp(x), at most {recipe.LargestError} ulp off; for x ≤ {Number(recipe.Lowest)} that is 0{domain}.</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        writer.Block($"private static void Exp({string.Join(", ", all.Select(i => $"ref {dialect.Type} x{i}"))})", () =>
        {
            writer.Line("// The clamp is the first operand, so that a NaN in x survives.");
            Each(i => $"x{i} = {dialect.Larger(Constant(recipe.Lowest), $"x{i}")};");
            if (takesAnySign)
            {
                Each(i => $"x{i} = {dialect.Smaller(Constant(recipe.Highest), $"x{i}")};");
            }

            writer.Step($"range reduction: n = round(x / ln 2), left in the lowest bits, biased as an exponent, by adding 1.5·2^{Literal.Of(recipe.SignificandBits)} + {Literal.Of(recipe.ExponentBias)}");
            Each(i => $"{dialect.Type} exponent{i} = {dialect.MultiplyAdd($"x{i}", Constant(recipe.InverseOfLn2), biasedShift)};");
            Each(i => $"{dialect.Type} n{i} = exponent{i} - {biasedShift};");

            writer.Step("the remainder r = x − n·ln 2, with ln 2 in two parts, so that the first product is exact");
            if (dialect.HasFusedMultiplyAdd)
            {
                Each(i => $"{dialect.Type} r{i} = {dialect.MultiplyAdd($"n{i}", Constant(-recipe.Ln2High), $"x{i}")};");
                Each(i => $"r{i} = {dialect.MultiplyAdd($"n{i}", Constant(-recipe.Ln2Low), $"r{i}")};");
            }
            else
            {
                Each(i => $"{dialect.Type} high{i} = x{i} - n{i} * {Constant(recipe.Ln2High)};");
                Each(i => $"{dialect.Type} low{i} = n{i} * {Constant(recipe.Ln2Low)};");
                Each(i => $"{dialect.Type} r{i} = high{i} - low{i};");
            }

            EquatableArray<double> coefficients = recipe.Coefficients;
            writer.Step($"the polynomial for exp(r), of degree {coefficients.Count + 1}");
            Each(i => $"{dialect.Type} p{i} = {Constant(coefficients[0])};");
            foreach (double coefficient in coefficients.Skip(1))
            {
                Each(i => $"p{i} = {dialect.MultiplyAdd($"p{i}", $"r{i}", Constant(coefficient))};");
            }

            if (dialect.HasFusedMultiplyAdd)
            {
                Each(i => $"p{i} = {dialect.MultiplyAdd($"p{i}", $"r{i}", Constant(1))};");
                Each(i => $"p{i} = {dialect.MultiplyAdd($"p{i}", $"r{i}", Constant(1))};");
            }
            else
            {
                writer.Step("1 + r + r²·p: without fused multiply-adds r has a rounding error, so that its two parts are added, and not r");
                Each(i => $"p{i} = {Constant(1)} + (high{i} + (r{i} * r{i} * p{i} - low{i}));");
            }

            writer.Step("times 2ⁿ: at the clamp the biased exponent is 0, so that the factor is 0");
            Each(i => $"x{i} = p{i} * {dialect.ShiftLeft($"exponent{i}", recipe.SignificandBits)};");
        });

        string Constant(double value) => dialect.Constant(value);

        static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

        void Each(Func<int, string> line) => writer.Lines(all.Select(line));
    }
}
