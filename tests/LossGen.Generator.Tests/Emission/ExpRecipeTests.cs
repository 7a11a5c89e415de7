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

    [Fact]
    public void A_polynomial_times_2_to_the_8_differs_in_no_other_bit()
    {
        ExpKind kind = new(UnaryOperator.ScaledExp, 1, HasOneLn2: true);
        ExpRecipe biased = ExpRecipe.Of(ScalarType.Single, kind);
        ExpRecipe scaled = ExpRecipe.Of(ScalarType.Single, kind, scalesByPowersOfTwo: true);
        Assert.Equal(biased.Coefficients.Append(1).Select(coefficient => 256 * (float)coefficient), scaled.Coefficients.Append(scaled.Unit).Select(coefficient => (float)coefficient));
        Assert.Equal(biased.LargestPowerOfZero, scaled.LargestPowerOfZero);

        // Between two integers both round to the same.
        Assert.Equal(0, (biased.ExponentBias - scaled.ExponentBias) % 2);
    }

    /// <summary>The emitted text, step by step.</summary>
    private static float ExpOf(ExpRecipe recipe, float x)
    {
        float shift = (float)(recipe.Shifter + recipe.ExponentBias);
        float exponent = MathF.FusedMultiplyAdd(x, (float)recipe.InverseOfLn2, shift);
        float r = MathF.FusedMultiplyAdd(exponent - shift, (float)-recipe.Ln2High, x);
        float p = recipe.Coefficients.Concat([recipe.Factor, 1]).Select(coefficient => (float)coefficient).Aggregate((sum, coefficient) => MathF.FusedMultiplyAdd(sum, r, coefficient));
        return p * BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(exponent) << recipe.SignificandBits);
    }
}
