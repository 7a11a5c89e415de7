using System.Runtime.Intrinsics;
using LossGen.CompilerServices;
using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Mathematics;

[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public class SumEachTests
{
    [Fact]
    public void Eight_vectors_have_the_sums_that_each_has_by_itself()
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "It is for processors with 256-bit vectors.");
        var random = new Random(26);
        for (var run = 0; run < 100; run++)
        {
            Vector256<float>[] v = [.. Enumerable.Range(0, 8).Select(_ => Vector256.Create([.. Enumerable.Range(0, 8).Select(_ => (float)Math.Exp(20 * random.NextDouble()))]))];

            var sums = Lanes256.SumEach(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);

            Assert.Equal(Vector256.Create([.. v.Select(Lanes256.Sum)]), sums);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_no_number_stays_in_its_lane(float special)
    {
        Assert.SkipUnless(Vector256.IsHardwareAccelerated, "It is for processors with 256-bit vectors.");
        for (var lane = 0; lane < 8; lane++)
        {
            Vector256<float>[] v = [.. Enumerable.Range(0, 8).Select(i => i == lane ? Vector256<float>.One.WithElement(7 - lane, special) : Vector256<float>.One)];

            var sums = Lanes256.SumEach(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);

            Assert.Equal(Vector256.Create(8f).WithElement(lane, special), sums);
        }
    }
}
