using LossGen.Generator.Emission;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Emission;

public class ConstantsOfExpsTests
{
    [Theory]
    [InlineData(17, false)]
    [InlineData(40, true)]
    [InlineData(64, false)]
    [InlineData(72, true)]
    [InlineData(96, false)]
    [InlineData(100, true)]
    [InlineData(1000, false)]
    public void They_are_read_from_memory_where_five_exps_stand_side_by_side(int classes, bool areRead)
    {
        Assert.Equal(areRead, AreRead(Specs.Softmax(classes), 256));
        Assert.Equal(areRead, AreRead(Specs.Softmax(classes, writesGradient: false), 256));
        Assert.False(AreRead(Specs.Softmax(classes), 512));
        Assert.False(AreRead(Specs.Softmax(classes, ScalarType.Double), 256));
    }

    [Theory]
    [InlineData(8, 64, true)]
    [InlineData(4, 64, true)]
    [InlineData(1, 64, false)]
    [InlineData(64, 1, false)]
    [InlineData(16, 64, false)]
    [InlineData(16, 56, true)]
    [InlineData(56, 8, true)]
    public void The_last_exps_of_one_side_stand_beside_the_first_of_the_other(int positives, int negatives, bool areRead) =>
        Assert.Equal(areRead, AreRead(Specs.Pairs(LossKind.UnifiedLoss, positives, negatives), 256));

    [Fact]
    public void Without_exps_there_are_none() => Assert.False(AreRead(Specs.Hinge(100, Specification.Over.Sum), 256));

    private static bool AreRead(LossSpec spec, int bits) => UnrolledPassWriter.ReadsConstantsIn(KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), bits));
}
