using System.Numerics;
using CsCheck;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Properties;

public class FloatOptionPropertyTests : OptionPropertyTests<float>
{
    [Theory]
    [InlineData("Mean.C10", "NotSmoothed.C10")]
    [InlineData("Mean.AnyC", "NotSmoothed.AnyC")]
    public void A_smoothing_of_0_is_none(string plain, string unsmoothed)
    {
        var withoutOption = ClassificationKernels<float>.Named(plain);
        ForRandomBatches(unsmoothed, (kernel, input) =>
        {
            var (loss, gradient) = withoutOption.RunBatch(input.Logits, [.. input.Labels.Select(label => (int)label)]);
            var result = kernel.Run(input);

            return result.Loss == loss && result.Gradient.SequenceEqual(gradient);
        });
    }

    [Theory]
    [InlineData("Smoothed.C10", "WeightedSmoothed.C10")]
    [InlineData("Smoothed.AnyC", "WeightedSmoothed.AnyC")]
    [InlineData("Ignoring.AnyC", "WeightedIgnoring.AnyC")]
    [InlineData("OfTargets.C10", "OfWeightedTargets.C10")]
    [InlineData("WithUpstreamOfRows.C10", "WithUpstreamOfRows.WeightedC10")]
    public void Weights_of_1_are_none(string plain, string weighted)
    {
        var withoutWeights = OptionKernels<float>.Named(plain);
        ForRandomBatches(weighted, (kernel, input) =>
        {
            var unit = input with { ClassWeights = [.. Enumerable.Repeat(1f, input.Classes)] };
            var expected = withoutWeights.Run(unit);
            var result = kernel.Run(unit);

            // Terms of about 1 may cancel in a component.
            return AreNear(result.Loss, expected.Loss) && result.Gradient.Zip(expected.Gradient).All(pair => AreNear(pair.First, pair.Second, terms: 1));
        });
    }

    [Theory]
    [InlineData("Weighted.C10", "OfWeightedTargets.C10")]
    [InlineData("Smoothed.C10", "OfSmoothedTargets.C10")]
    [InlineData("WeightedSmoothed.AnyC", "OfWeightedTargets.SmoothedAnyC")]
    public void A_label_is_a_target_of_1(string ofLabels, string ofTargets)
    {
        var withLabels = OptionKernels<float>.Named(ofLabels);
        ForRandomBatches(ofTargets, (kernel, input) =>
        {
            for (var row = 0; row < input.Rows; row++)
            {
                // Alone, since a mean over targets does not divide by weights; so the weight of the label is taken out of it.
                var alone = input.RowAlone(row);
                var oneHot = new ClassificationInput<float>(alone.Classes, alone.Logits, alone.Labels) { ClassWeights = alone.ClassWeights };
                var (loss, losses, gradient) = withLabels.Run(oneHot);
                var weight = withLabels.HasClassWeights ? oneHot.ClassWeights[oneHot.Labels[0]] : 1;
                var product = new OptionResult<float>(loss * weight, losses, [.. gradient.Select(component => component * weight)]);

                var expected = new ExpectedBatch<float>(kernel, oneHot);
                expected.AssertWithinBound(kernel.Run(oneHot), "target of 1");
                if (weight > 0)
                {
                    expected.AssertWithinBound(product, "label");
                }
            }

            return true;
        });
    }
}

public class DoubleOptionPropertyTests : OptionPropertyTests<double>;

/// <summary>What follows from the equation of a loss with options, on random batches.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class OptionPropertyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Samples = 30;
    private const int MostClasses = 150;

    /// <summary>The rounding of one operation.</summary>
    private static readonly T Epsilon = (T.BitIncrement(T.One) - T.One) / (T.One + T.One);

    private static readonly T SmallestNormal = T.CreateChecked(NumberFormat.Of<T>().SmallestNormal);

    public static TheoryData<string> Kernels => OptionKernels<T>.Names(_ => true);

    public static TheoryData<string> GradientKernels => OptionKernels<T>.Names(kernel => kernel.WritesGradient);

    public static TheoryData<string> KernelsWithUpstream => OptionKernels<T>.Names(kernel => kernel.HasUpstream);

    /// <summary>Those whose gradient is a product, and no difference of two.</summary>
    public static TheoryData<string> ProductsWithUpstream =>
        OptionKernels<T>.Names(kernel => kernel is { HasUpstream: true, HasTargets: false, Smoothing: 0 });

    [Theory]
    [MemberData(nameof(GradientKernels))]
    public void The_gradient_s_components_of_a_row_add_up_to_zero(string name) => ForRandomBatches(name, (kernel, input) =>
    {
        var gradient = Accuracy.Widen<T>(kernel.Run(input).Gradient);
        var unit = double.CreateChecked(kernel.Formula.Gamma);

        return gradient.Chunk(input.Classes).All(row =>
            Math.Abs(row.Sum()) <= (16 + input.Classes) * double.CreateChecked(Epsilon) * (unit + row.Sum(Math.Abs)));
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void A_constant_added_to_all_scores_changes_no_bit(string name) => ForRandomBatches(name, (kernel, input) =>
    {
        var shifted = input with { Logits = [.. input.Logits.Select(score => score + T.CreateChecked(4096))] };

        Bits.AssertEqual(kernel.Run(input), kernel.Run(shifted), kernel.Describe(input.Classes));
        return true;
    });

    [Theory]
    [MemberData(nameof(ProductsWithUpstream))]
    public void The_gradient_is_linear_in_the_factor_from_upstream_and_the_losses_do_not_see_it(string name) => ForRandomBatches(name, (kernel, input) =>
    {
        var unit = kernel.Run(input with { Upstream = T.One, Upstreams = [.. input.Upstreams.Select(_ => T.One)] });
        var result = kernel.Run(input);

        Bits.AssertEqual<T>([unit.Loss], [result.Loss], kernel.Name);
        Bits.AssertEqual<T>(unit.Losses, result.Losses, kernel.Name);
        return result.Gradient.Zip(unit.Gradient).Select((pair, i) => (pair.First, pair.Second, Row: i / input.Classes))
            .All(component => AreNear(component.First, component.Second * (kernel.HasUpstreamOfRows ? input.Upstreams[component.Row] : input.Upstream)));
    });

    [Theory]
    [MemberData(nameof(KernelsWithUpstream))]
    public void Twice_the_factor_is_twice_the_gradient_to_the_bit(string name) => ForRandomBatches(name, (kernel, input) =>
    {
        var two = T.One + T.One;
        var twice = input with { Upstream = input.Upstream * two, Upstreams = [.. input.Upstreams.Select(factor => factor * two)] };

        return kernel.Run(twice).Gradient.Zip(kernel.Run(input).Gradient)
            .All(pair => pair.First == pair.Second * two || T.Abs(pair.First) < SmallestNormal * two);
    });

    private protected static void ForRandomBatches(string name, Func<OptionKernel<T>, ClassificationInput<T>, bool> holds)
    {
        var kernel = OptionKernels<T>.Named(name);
        var batches =
            from classes in kernel.Classes is { } known ? Gen.Const(known) : Gen.Int[2, MostClasses]
            from rows in kernel.IsSingleRow ? Gen.Const(1) : Gen.Int[1, 20]
            from seed in Gen.Int[0, 1_000_000]
            select Spread(OptionInputs.Batch(kernel, classes, Math.Min(rows, Math.Max(1, 2_000 / classes)), seed));
        batches.Sample(input => holds(kernel, input), iter: Samples);
    }

    /// <summary>Equal up to a few roundings; from the bound's flush at the smallest normal number on, anything below it.</summary>
    private protected static bool AreNear(T one, T other, double terms = 0) =>
        T.Abs(one - other) <= (T.CreateChecked(8) * Epsilon * T.Max(T.CreateChecked(terms), T.Max(T.Abs(one), T.Abs(other)))) + SmallestNormal;

    /// <summary>Scores from -4 to 4 that are multiples of 2⁻⁸, so that all their differences are exact; ignored rows hold 0 in place of NaN.</summary>
    private static ClassificationInput<T> Spread(ClassificationInput<T> input) => input with
    {
        Logits = [.. input.Logits.Select(score => T.IsNaN(score) ? T.Zero : score * T.CreateChecked(4))],
    };
}
