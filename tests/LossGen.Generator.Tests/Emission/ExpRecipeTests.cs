using System.Globalization;
using LossGen.Generator.Emission;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Tests.Emission;

public class ExpRecipeTests
{
    /// <summary>A prime, so that the samples are of all kinds.</summary>
    private const uint Step = 1009;

    [Theory]
    [InlineData(1, 0.72)]
    [InlineData(3, 0.85)]
    [InlineData(64, 0.85)]
    [InlineData(80, 0.85)]
    public void With_one_ln_2_the_error_is_what_the_text_says(double factor, double largest)
    {
        ExpRecipe recipe = ExpRecipe.Of(ScalarType.Single, new ExpKind(UnaryOperator.Exp, factor, HasOneLn2: true));
        Assert.Null(recipe.Ln2Low);
        Assert.Equal(largest.ToString(CultureInfo.InvariantCulture), recipe.LargestError);

        for (uint bits = BitConverter.SingleToUInt32Bits((float)(1e-6 / factor)); ; bits += Step)
        {
            float x = -BitConverter.UInt32BitsToSingle(bits);
            double exact = Math.Exp(factor * x);
            if (exact < 1.2e-38)
            {
                break;
            }

            double ulp = Math.ScaleB(1, Math.ILogB(exact) - recipe.SignificandBits);
            Assert.InRange(Math.Abs(ExpOf(recipe, x) - exact) / ulp, 0, largest - (0.05 * factor * x));
        }
    }

    [Fact]
    public void With_two_parts_of_ln_2_both_are_there() => Assert.NotNull(ExpRecipe.Of(ScalarType.Single, new ExpKind(UnaryOperator.Exp, 1, HasOneLn2: false)).Ln2Low);

    /// <summary>Few rows are computed in narrower vectors than many, to the same bits.</summary>
    [Theory]
    [InlineData(UnaryOperator.Exp, 1, 0)]
    [InlineData(UnaryOperator.Exp, 80, 0)]
    [InlineData(UnaryOperator.ScaledExp, 1, 16)]
    internal void A_product_with_2_to_the_n_by_an_instruction_has_the_same_bits(UnaryOperator exp, double factor, float largest)
    {
        ExpKind kind = new(exp, factor, HasOneLn2: true);
        ExpRecipe biased = ExpRecipe.Of(ScalarType.Single, kind);
        ExpRecipe scaled = ExpRecipe.Of(ScalarType.Single, kind, scales: true);
        Assert.Null(scaled.Lowest);

        for (float x = largest; factor * x > -110; x -= 0.000731f * (float)(1 / factor))
        {
            Assert.Equal(ExpOf(biased, MathF.Max(x, (float)biased.Lowest!)), ScaledExpOf(scaled, x));
        }
    }

    /// <summary>The emitted text, step by step.</summary>
    private static float ExpOf(ExpRecipe recipe, float x)
    {
        (float exponent, _, float p) = PolynomialOf(recipe, x);
        return p * BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(exponent) << recipe.SignificandBits);
    }

    /// <summary>The same as at 512 bits.</summary>
    private static float ScaledExpOf(ExpRecipe recipe, float x)
    {
        (_, float n, float p) = PolynomialOf(recipe, x);
        return n <= recipe.LargestPowerOfZero ? 0 : MathF.ScaleB(p, (int)n);
    }

    private static (float Exponent, float N, float P) PolynomialOf(ExpRecipe recipe, float x)
    {
        float shift = (float)(recipe.Shifter + recipe.ExponentBias);
        float exponent = MathF.FusedMultiplyAdd(x, (float)recipe.InverseOfLn2, shift);
        float n = exponent - shift;
        float r = MathF.FusedMultiplyAdd(n, (float)-recipe.Ln2High, x);
        float p = recipe.Coefficients.Concat([recipe.Factor * recipe.Unit, recipe.Unit]).Select(coefficient => (float)coefficient).Aggregate((sum, coefficient) => MathF.FusedMultiplyAdd(sum, r, coefficient));
        return (exponent, n, p);
    }
}
