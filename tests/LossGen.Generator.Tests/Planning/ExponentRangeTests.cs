using LossGen.Generator.Formula;
using LossGen.Generator.Planning;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class ExponentRangeTests
{
    [Theory]
    [InlineData(10, 4, 0.35)]
    [InlineData(1000, 7, 0.35)]
    [InlineData(1000, 8, 0.35)]
    [InlineData(null, 2, 0)]
    public void Small_scales_need_no_maximum(int? classes, double gamma, double margin) =>
        Assert.Equal(ExpReference.Label, ExponentRange.ReferenceOf(Cosine(classes, gamma, margin)));

    [Theory]
    [InlineData(10, 3.5, 0.35)]
    [InlineData(10, 8, 0.35)]
    [InlineData(1000, 7.5, 0.35)]
    [InlineData(null, 3, 0)]
    public void A_larger_scale_would_round_too_much(int? classes, double gamma, double margin)
    {
        LossSpec spec = Cosine(classes, gamma, margin);

        Assert.True(ExponentRange.BoundOf(spec) < 88);
        Assert.Equal(ExpReference.Largest, ExponentRange.ReferenceOf(spec));
    }

    [Theory]
    [InlineData(false, 65, 0)]
    [InlineData(false, 2, 42)]
    [InlineData(true, 2, 360)]
    public void Sums_that_could_overflow_need_the_maximum(bool isDouble, double gamma, double margin)
    {
        ScalarType scalar = isDouble ? ScalarType.Double : ScalarType.Single;
        LossSpec spec = Cosine(10, gamma, margin) with { Scalar = scalar };

        Assert.True(ExponentRange.BoundOf(spec) > ExponentRange.LimitOf(scalar));
        Assert.Equal(ExpReference.Largest, ExponentRange.ReferenceOf(spec));
    }

    [Fact]
    public void Only_one_log_sum_exp_against_a_label_can_do_without()
    {
        Assert.Equal(ExpReference.Label, ExponentRange.ReferenceOf(Specs.Hinge(10, Specification.Over.LogSumExp) with { AreCosines = true }));
        Assert.Equal(ExpReference.Largest, ExponentRange.ReferenceOf(Cosine(10, 1, 0) with { LabelSmoothing = 0.1 }));
        Assert.Equal(ExpReference.Largest, ExponentRange.ReferenceOf(Specs.Pairs(LossKind.UnifiedLoss) with { AreCosines = true, Gamma = 1 }));
        Assert.Equal(ExpReference.LargestLabel, ExponentRange.ReferenceOf(Cosine(10, 1, 0).With(Role.Targets)));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(10, 0.5)]
    [InlineData(32, 64)]
    public void Short_rows_are_measured_from_a_label_that_is_not_far_behind(int classes, double gamma) =>
        Assert.Equal(ExpReference.LabelUnlessFarBehind, ExponentRange.ReferenceOf(Specs.Softmax(classes) with { Gamma = gamma }));

    [Fact]
    public void So_are_those_of_cosines_whose_scale_is_too_large_for_their_range()
    {
        LossSpec spec = Cosine(10, 64, 0);

        Assert.True(ExponentRange.BoundOf(spec) > ExponentRange.LimitOf(spec.Scalar));
        Assert.Equal(ExpReference.LabelUnlessFarBehind, ExponentRange.ReferenceOf(spec));
    }

    [Theory]
    [InlineData(33)]
    [InlineData(128)]
    public void Exps_of_rows_of_some_length_are_measured_from_the_largest_of_all(int classes) => Assert.Equal(ExpReference.LargestOfAll, ExponentRange.ReferenceOf(Specs.Softmax(classes)));

    [Fact]
    public void All_others_are_measured_from_the_largest() => Assert.All(
        (LossSpec[])
        [
            Specs.Softmax(2),
            Specs.Softmax(129),
            Specs.Softmax(null),
            Specs.Softmax(10) with { Scalar = ScalarType.Double },
            Specs.Softmax(100) with { Scalar = ScalarType.Double },
            Specs.Softmax(100) with { Gamma = 2 },
            Specs.Softmax(100) with { Margin = 0.35 },
            Specs.Softmax(100) with { LabelSmoothing = 0.1 },
            Specs.Softmax(10) with { Margin = 0.35 },
            Specs.Softmax(10) with { Gamma = 3 },
            Specs.Softmax(10) with { LabelSmoothing = 0.1 },
            Specs.Hinge(10, Specification.Over.LogSumExp),
        ],
        spec => Assert.Equal(ExpReference.Largest, ExponentRange.ReferenceOf(spec)));

    private static LossSpec Cosine(int? classes, double gamma, double margin) =>
        Specs.Softmax(classes) with { Gamma = gamma, Margin = margin, AreCosines = true };
}
