using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Emission;

/// <summary>
/// The constants of exp(γx) = 2ⁿ exp(γr), n = round(γx / ln 2), where γ mostly is 1: W. J. Cody and W. Waite, "Software Manual for the Elementary Functions" (1980), chapter 6;
/// the polynomial is a minimax fit of (exp(t) − 1 − t) / t² on |t| ≤ ½ ln 2, t = γr, its coefficients, times a power of γ, rounded one by one.
/// </summary>
/// <param name="Factor">γ.</param>
/// <param name="Lowest">Smaller arguments are taken for this one, whose result is 0; null if they need not be.</param>
/// <param name="Highest">Larger arguments are taken for this one, whose result is +∞; null if there are none.</param>
/// <param name="InverseOfLn2">γ / ln 2.</param>
/// <param name="Ln2High">The leading bits of ln 2 / γ, few enough that their product with any n is exact; all of it, if it has no rest.</param>
/// <param name="Ln2Low">The rest of ln 2 / γ; null if there is none.</param>
/// <param name="Shifter">1.5 × 2 to the number of the significand's bits: adding it leaves an integer in the lowest bits.</param>
/// <param name="ExponentBias">What n is to be left with to become an exponent: the bias of the type's; 0 if it does not become one.</param>
/// <param name="SignificandBits">How far an exponent is from the lowest bit.</param>
/// <param name="Coefficients">From the highest power, <see cref="Planning.ExpPolynomial"/>'s degree, down to r².</param>
/// <param name="Unit">What the polynomial begins with: 1, or what its result is to be multiplied by besides 2ⁿ.</param>
/// <param name="LargestPowerOfZero">Where n is no larger the result is 0.</param>
/// <param name="LargestError">The largest error in ulp, with and without fused multiply-adds: of all floats, or of 48 million doubles. With a factor: with them, and of 200 factors. Without the rest of ln 2 / γ, 0.05 γ|x| less than that.</param>
internal sealed record ExpRecipe(
    double Factor,
    double? Lowest,
    double? Highest,
    double InverseOfLn2,
    double Ln2High,
    double? Ln2Low,
    double Shifter,
    int ExponentBias,
    int SignificandBits,
    EquatableArray<double> Coefficients,
    double Unit,
    int LargestPowerOfZero,
    string LargestError)
{
    private static readonly ExpRecipe Single = new(
        Factor: 1,
        Lowest: -88,
        Highest: 89,
        InverseOfLn2: 1.44269502f,
        Ln2High: 0.693145752f,
        Ln2Low: 1.42860677E-06f,
        Shifter: 12582912,
        ExponentBias: 127,
        SignificandBits: 23,
        new[] { 0.00138209981, 0.0083686728, 0.0416682623, 0.166665211, 0.49999994 }.ToEquatableArray(),
        Unit: 1,
        LargestPowerOfZero: -127,
        LargestError: "0.89");

    private static readonly ExpRecipe Double = new(
        Factor: 1,
        Lowest: -709,
        Highest: 710,
        InverseOfLn2: 1.4426950408889634,
        Ln2High: 0.6931471805598903,
        Ln2Low: 5.497923018708371e-14,
        Shifter: 6755399441055744,
        ExponentBias: 1023,
        SignificandBits: 52,
        new[]
        {
            2.082665942379209e-09,
            2.5112011821269812e-08,
            2.7557581540542035e-07,
            2.7557234943390906e-06,
            2.4801586927378317e-05,
            0.00019841269896289128,
            0.0013888888889114898,
            0.00833333333331708,
            0.041666666666666095,
            0.16666666666666682,
            0.5,
        }.ToEquatableArray(),
        Unit: 1,
        LargestPowerOfZero: -1023,
        LargestError: "0.87");

    /// <summary>Where γx is below it the result is 0.</summary>
    public double LargestOfZero => Math.Round((0.5 + LargestPowerOfZero) * Math.Log(2), 2);

    /// <summary>All constants, in the order in which they stand in memory where they are read from there.</summary>
    public double[] Constants =>
        [.. new double?[] { Lowest, Highest, InverseOfLn2, Shifter + ExponentBias, -Ln2High, -Ln2Low }.OfType<double>(), .. Coefficients, .. new[] { Factor, 1 }.Distinct()];

    /// <summary>Where one of <see cref="Constants"/> is among them.</summary>
    public int IndexOf(double constant) => Array.IndexOf(Constants, constant) is >= 0 and var index
        ? index
        : throw new ArgumentOutOfRangeException(nameof(constant), constant, "not a constant that is read from memory");

    /// <param name="scalar">The type of the scores.</param>
    /// <param name="kind">Which exp.</param>
    /// <param name="scales">Whether processors multiply by 2ⁿ in an instruction, so that it need not be put together.</param>
    public static ExpRecipe Of(ScalarType scalar, ExpKind kind, bool scales = false)
    {
        ExpRecipe recipe = scalar == ScalarType.Single ? Single : Double;
        recipe = kind.Operator switch
        {
            UnaryOperator.ExpOfAnySign => recipe,
            UnaryOperator.ScaledExp => (scales ? recipe.PolynomialTimesTwoTo8 : recipe.TimesTwoTo8) with { Highest = null },
            _ => recipe with { Highest = null },
        };
        recipe = kind.Factor == 1 ? recipe : recipe.WithFactor(kind.Factor);
        recipe = scales ? recipe with { Lowest = null, ExponentBias = 0 } : recipe;
        return kind.HasOneLn2 ? recipe.WithOneLn2 : recipe;
    }

    /// <summary>The recipe without the rest of ln 2 / γ: the error grows with x then, by 0.05 ulp a unit of γx.</summary>
    private ExpRecipe WithOneLn2 => this with { Ln2High = (float)(Math.Log(2) / Factor), Ln2Low = null, LargestError = Factor == 1 ? "0.72" : "0.85" };

    /// <summary>The recipe of 2⁸ exp(x): the exponent is biased by that much more, and so reaches as much further down.</summary>
    private ExpRecipe TimesTwoTo8 => this with
    {
        ExponentBias = ExponentBias + LogSumExpSides.BitsOfScale,
        LargestPowerOfZero = LargestPowerOfZero - LogSumExpSides.BitsOfScale,
        Lowest = Math.Round(-(ExponentBias + LogSumExpSides.BitsOfScale) * Math.Log(2), 1),
    };

    /// <summary>The same where 2ⁿ is no exponent that may be biased: the polynomial is so much larger, which changes no other bit.</summary>
    private ExpRecipe PolynomialTimesTwoTo8 => this with
    {
        Unit = 1 << LogSumExpSides.BitsOfScale,
        Coefficients = Coefficients.Select(coefficient => coefficient * (1 << LogSumExpSides.BitsOfScale)).ToEquatableArray(),
        LargestPowerOfZero = LargestPowerOfZero - LogSumExpSides.BitsOfScale,
    };

    /// <summary>The recipe of exp(γx), of floats. Its error was measured of 200 γ.</summary>
    private ExpRecipe WithFactor(double factor)
    {
        double ln2 = Math.Log(2) / factor;

        // n has 8 bits, and a float 24.
        double unit = Math.Pow(2, Math.Floor(Math.Log(ln2, 2)) - 15);
        double high = Math.Floor(ln2 / unit) * unit;
        return this with
        {
            Factor = factor,
            Lowest = Lowest / factor,
            Highest = Highest / factor,
            InverseOfLn2 = factor / Math.Log(2),
            Ln2High = high,
            Ln2Low = ln2 - high,
            Coefficients = Coefficients.Select((coefficient, i) => coefficient * Math.Pow(factor, Coefficients.Count + 1 - i)).ToEquatableArray(),
            LargestError = "1.1",
        };
    }
}
