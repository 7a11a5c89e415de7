using LossGen.CompilerServices;

namespace LossGen.Kernels.Tests.Blocks;

public class SearchTests
{
    private const int Longest = 40;

    [Theory]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void A_score_is_found_wherever_it_stands(float value)
    {
        for (var count = 1; count <= Longest; count++)
        {
            for (var index = 0; index < count; index++)
            {
                var scores = new float[count];
                scores[index] = value;

                Assert.Equal(index, Search.FirstIndexOf(ref scores[0], (nuint)count, excluded: -1, value));
                Assert.Equal(-1, Search.FirstIndexOf(ref scores[0], (nuint)count, excluded: index, value));
            }
        }
    }

    [Fact]
    public void Of_equal_scores_it_is_the_first_that_is_not_excluded()
    {
        for (var first = 0; first < Longest; first++)
        {
            for (var second = first + 1; second < Longest; second++)
            {
                var scores = new float[Longest];
                scores[first] = scores[second] = 1f;

                Assert.Equal(first, Search.FirstIndexOf(ref scores[0], Longest, excluded: second, 1f));
                Assert.Equal(second, Search.FirstIndexOf(ref scores[0], Longest, excluded: first, 1f));
            }
        }
    }

    [Fact]
    public void Zeros_are_equal_whatever_their_sign()
    {
        float[] scores = [1f, -0f, 0f];

        Assert.Equal(1, Search.FirstIndexOf(ref scores[0], 3, excluded: -1, 0f));
        Assert.Equal(2, Search.FirstIndexOf(ref scores[0], 3, excluded: 1, -0f));
    }
}
