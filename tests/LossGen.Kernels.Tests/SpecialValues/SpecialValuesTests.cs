using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;

namespace LossGen.Kernels.Tests.SpecialValues;

public class FloatSpecialValuesTests : SpecialValuesTests<float>;

public class DoubleSpecialValuesTests : SpecialValuesTests<double>;

/// <summary>NaN, infinities, and finite scores at the ends of the range, in every kernel. The rows stand alone here, so the mean is the row's loss.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class SpecialValuesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public static TheoryData<string> Kernels => ClassificationKernels<T>.Names(_ => true);

    public static TheoryData<string> KernelsWithoutScale => ClassificationKernels<T>.Names(kernel => kernel.Formula.Gamma == T.One);

    /// <summary>A maximum is of one of the scores, however near they are, and a hinge without a margin can be as small as their differences.</summary>
    public static TheoryData<string> KernelsThatDoNotSeeSubnormals => ClassificationKernels<T>.Names(kernel =>
        kernel.Formula is { Hinge: null or Over.Sum or Over.LogSumExp } formula
        && formula.Gamma == T.One
        && (formula.Hinge is null || formula.Margin != T.Zero));

    public static TheoryData<string> KernelsWithClassesAtRunTime => ClassificationKernels<T>.Names(kernel => kernel.Classes is null);

    [Theory]
    [MemberData(nameof(Kernels))]
    public void NaN_anywhere_makes_the_loss_NaN_and_the_gradient_of_a_smooth_one_too(string name) => ForEachPlace(name, (kernel, row, label, place, description) =>
    {
        row[place] = T.NaN;

        var (loss, gradient) = kernel.RunRow(row, label);

        Assert.True(T.IsNaN(loss), $"loss {loss}, {description}");
        if (kernel.Formula.Hinge is null)
        {
            AssertAll(kernel, gradient, T.IsNaN, description);
        }
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Minus_infinity_on_a_negative_is_as_if_the_class_did_not_exist(string name) =>
        ForEachPlace(name, (kernel, row, label, place, description) =>
        {
            if (place == label)
            {
                return;
            }

            var (lossWithout, _) = kernel.RunRow([.. row.Select((score, i) => i == place ? T.MinValue / T.CreateChecked(1024) : score)], label);
            row[place] = T.NegativeInfinity;

            var (loss, gradient) = kernel.RunRow(row, label);

            Assert.True(loss == lossWithout, $"loss {loss}, but {lossWithout} with a score whose exp is 0, {description}");
            if (kernel.WritesGradient)
            {
                Assert.True(gradient[place] == T.Zero, $"gradient {gradient[place]}, {description}");
                Assert.True(gradient.All(T.IsFinite), description);
            }
        });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Loss_and_gradient_are_zero_when_every_negative_is_masked(string name) => ForEachLabel(name, (kernel, row, label, description) =>
    {
        Mask(row, except: label);

        var (loss, gradient) = kernel.RunRow(row, label);

        Assert.True(loss == T.Zero, $"loss {loss}, {description}");
        AssertAll(kernel, gradient, T.IsZero, description);
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Minus_infinity_on_the_label_is_an_infinite_loss_with_the_gradient_of_a_label_far_behind(string name) =>
        ForEachLabel(name, (kernel, row, label, description) =>
        {
            Array.Fill(row, T.One);
            row[label] = T.NegativeInfinity;

            var (loss, gradient) = kernel.RunRow(row, label);

            Assert.True(T.IsPositiveInfinity(loss), $"loss {loss}, {description}");
            if (kernel.WritesGradient)
            {
                var tolerance = T.CreateChecked(8) * (T.BitIncrement(T.One) - T.One);
                for (var i = 0; i < row.Length; i++)
                {
                    var expected = SlopeAmongEqualNegatives(kernel.Formula, row.Length, label, i);
                    Assert.True(T.Abs(gradient[i] - expected) <= T.Abs(expected) * tolerance, $"gradient {gradient[i]} instead of {expected}, {description}");
                }
            }
        });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Everything_masked_is_NaN(string name) => ForEachLabel(name, (kernel, row, label, description) =>
    {
        Array.Fill(row, T.NegativeInfinity);

        Assert.True(T.IsNaN(kernel.RunRow(row, label).Loss), description);
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Plus_infinity_on_a_negative_is_never_a_finite_loss(string name) => ForEachPlace(name, (kernel, row, label, place, description) =>
    {
        if (place != label)
        {
            row[place] = T.PositiveInfinity;

            var loss = kernel.RunRow(row, label).Loss;

            Assert.True(T.IsNaN(loss) || T.IsPositiveInfinity(loss), $"loss {loss}, {description}");
        }
    });

    [Theory]
    [MemberData(nameof(Kernels))]
    public void Plus_infinity_on_the_label_is_zero_or_NaN(string name) => ForEachLabel(name, (kernel, row, label, description) =>
    {
        row[label] = T.PositiveInfinity;

        var loss = kernel.RunRow(row, label).Loss;

        Assert.True(T.IsNaN(loss) || loss == T.Zero, $"loss {loss}, {description}");
    });

    [Theory]
    [MemberData(nameof(KernelsWithoutScale))]
    public void A_loss_beyond_the_range_is_infinite_and_its_gradient_finite(string name) => ForEachLabel(name, (kernel, row, label, description) =>
    {
        Array.Fill(row, T.MaxValue);
        row[label] = T.MinValue;

        var (loss, gradient) = kernel.RunRow(row, label);

        Assert.True(T.IsPositiveInfinity(loss), $"loss {loss}, {description}");
        AssertAll(kernel, gradient, T.IsFinite, description);
    });

    [Theory]
    [MemberData(nameof(KernelsWithoutScale))]
    public void The_largest_finite_scores_have_the_loss_of_zeros(string name) => ForEachLabel(name, (kernel, row, label, description) =>
    {
        Array.Fill(row, T.Zero);
        var ofZeros = kernel.RunRow(row, label);
        foreach (var magnitude in (T[])[T.MaxValue, T.MinValue])
        {
            Array.Fill(row, magnitude);

            Bits.AssertEqual(ofZeros, kernel.RunRow(row, label), $"{magnitude}, {description}");
        }
    });

    [Theory]
    [MemberData(nameof(KernelsThatDoNotSeeSubnormals))]
    public void Zeros_of_both_signs_and_subnormals_have_the_loss_of_zeros(string name) => ForEachLabel(name, (kernel, row, label, description) =>
    {
        Array.Fill(row, T.Zero);
        var ofZeros = kernel.RunRow(row, label);

        Bits.AssertEqual(ofZeros, kernel.RunRow([.. row.Select((_, i) => i % 2 == 0 ? T.NegativeZero : T.Zero)], label), $"zeros, {description}");
        Bits.AssertEqual(ofZeros, kernel.RunRow([.. row.Select((_, i) => T.CreateChecked((i % 5) - 2) * T.Epsilon)], label), $"subnormals, {description}");
    });

    [Theory]
    [MemberData(nameof(KernelsWithClassesAtRunTime))]
    public void A_single_class_has_neither_loss_nor_gradient(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);

        var (loss, gradient) = kernel.RunRow([T.CreateChecked(3)], 0);

        Assert.Equal(T.Zero, loss);
        AssertAll(kernel, gradient, T.IsZero, kernel.Describe(1));
    }

    /// <summary>The gradient by a class's score where the label is far behind all others, which are equal.</summary>
    private static T SlopeAmongEqualNegatives(Formula<T> formula, int classes, int label, int index)
    {
        var negatives = T.CreateChecked(classes - 1);
        return (formula.Hinge, index == label) switch
        {
            (Over.Sum, true) => -formula.Gamma * negatives,
            (_, true) => -formula.Gamma,
            (Over.Sum, _) => formula.Gamma,
            (Over.Max, _) => index == (label == 0 ? 1 : 0) ? formula.Gamma : T.Zero,
            _ => formula.Gamma / negatives,
        };
    }

    private static void Mask(T[] row, int except)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = i == except ? row[i] : T.NegativeInfinity;
        }
    }

    private static void AssertAll(ClassificationKernel<T> kernel, T[] gradient, Func<T, bool> isRight, string description)
    {
        var wrong = kernel.WritesGradient ? Array.FindIndex(gradient, component => !isRight(component)) : -1;
        Assert.True(wrong < 0, wrong < 0 ? "" : $"gradient[{wrong}] = {gradient[wrong]}, {description}");
    }

    private static void ForEachLabel(string name, Action<ClassificationKernel<T>, T[], int, string> test)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            foreach (var label in Rows.Places(classes))
            {
                test(kernel, Rows.Ordinary<T>(classes), label, $"label {label}, {kernel.Describe(classes)}");
            }
        }
    }

    /// <summary>With every label, a place for the special value: the label's own and others in the first, the middle and the last lanes.</summary>
    private static void ForEachPlace(string name, Action<ClassificationKernel<T>, T[], int, int, string> test) =>
        ForEachLabel(name, (kernel, row, label, description) =>
        {
            foreach (var place in Rows.Places(row.Length))
            {
                test(kernel, [.. row], label, place, $"special value at {place}, {description}");
            }
        });
}
