using LossGen.Generator.Emission;
using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;

namespace LossGen.Generator.Tests.Emission;

public class ExpRecipeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(80)]
    public void Ln_2_stands_in_one_part_where_its_rounding_weighs_less_than_that_of_the_argument(double factor)
    {
        ExpRecipe recipe = RecipeOf(factor, isFused: true);

        Assert.Null(recipe.Ln2Low);
        Assert.Equal((float)(Math.Log(2) / factor), recipe.Ln2High);
    }

    [Fact]
    public void It_stands_in_two_where_it_is_rounded_further() => Assert.NotNull(RecipeOf(100, isFused: true).Ln2Low);

    [Fact]
    public void So_it_does_where_its_product_is_rounded() => Assert.NotNull(RecipeOf(1, isFused: false).Ln2Low);

    [Fact]
    public void So_it_does_for_doubles() => Assert.NotNull(ExpRecipe.Of(ScalarType.Double, new ExpKind(UnaryOperator.Exp, 1, IsFused: true)).Ln2Low);

    [Fact]
    public void A_method_of_128_bits_is_that_of_any_processor()
    {
        var kernel = new ExpKind(UnaryOperator.Exp, 1, IsFused: true);
        Dialect narrow = new(ScalarType.Single, Lanes: 4), wide = narrow with { Lanes = 8 };

        Assert.False(ExpMethod.Of(narrow, chains: 1).KindOf(kernel).IsFused);
        Assert.True((ExpMethod.Of(narrow, chains: 1) with { LanesOfConstants = 8 }).KindOf(kernel).IsFused);
        Assert.True(ExpMethod.Of(wide, chains: 1).KindOf(kernel).IsFused);
        Assert.True(new ExpMethod(new[] { wide, narrow }.ToEquatableArray()).KindOf(kernel).IsFused);
    }

    private static ExpRecipe RecipeOf(double factor, bool isFused) => ExpRecipe.Of(ScalarType.Single, new ExpKind(UnaryOperator.Exp, factor, isFused));
}
