using System.Numerics;
using CsCheck;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Properties;

public class FloatHingePropertyTests : HingePropertyTests<float>;

public class DoubleHingePropertyTests : HingePropertyTests<double>;

/// <summary>How the hinges stand to each other and to softmax cross entropy, and what happens at their kinks.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class HingePropertyTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int Samples = 100;

    public static TheoryData<string> Maxima => ClassificationKernels<T>.Names(kernel => IsRepresentative(kernel) && kernel.Formula.Hinge == Over.Max);

    public static TheoryData<string> SmoothMaximaBesideSoftmax => ClassificationKernels<T>.Names(kernel =>
        IsRepresentative(kernel) && kernel.Formula.Hinge == Over.LogSumExp && Sibling(kernel, null) is not null);

    public static TheoryData<string> Hinges => ClassificationKernels<T>.Names(kernel => IsRepresentative(kernel) && kernel.Formula.Hinge is not null);

    /// <summary>A few values a row, so that many are equal, or all over the place; a common level moves them across the kink.</summary>
    private static Gen<(T[] Row, int Label)> RandomRows { get; } =
        from classes in Gen.Int[2, 300]
        from steps in Gen.OneOfConst(1, 64, 256)
        from scores in Gen.Int[-2 * steps, 2 * steps].Array[classes]
        from label in Gen.Int[0, classes - 1]
        select (scores.Select(score => T.CreateChecked(score / (double)steps)).ToArray(), label);

    [Theory]
    [MemberData(nameof(Maxima))]
    public void The_smoothed_maximum_is_between_the_maximum_and_that_plus_the_logarithm_of_the_count(string name)
    {
        var maximum = ClassificationKernels<T>.Named(name);
        var smooth = Sibling(maximum, Over.LogSumExp)!;
        ForRandomRows((row, label) =>
        {
            var largest = maximum.RunRow(row, label).Loss;
            var tolerance = Tolerance(maximum.Formula, row);

            var loss = smooth.RunRow(row, label).Loss;

            return loss >= largest - tolerance && loss <= largest + T.Log(T.CreateChecked(row.Length - 1)) + tolerance;
        });
    }

    [Theory]
    [MemberData(nameof(SmoothMaximaBesideSoftmax))]
    public void Softmax_cross_entropy_is_between_the_hinge_of_the_smoothed_maximum_and_that_plus_the_logarithm_of_2(string name)
    {
        var hinge = ClassificationKernels<T>.Named(name);
        var softmax = Sibling(hinge, null)!;
        ForRandomRows((row, label) =>
        {
            var lowest = hinge.RunRow(row, label).Loss;
            var tolerance = Tolerance(hinge.Formula, row);

            var loss = softmax.RunRow(row, label).Loss;

            return loss >= lowest - tolerance && loss <= lowest + T.CreateChecked(Math.Log(2)) + tolerance;
        });
    }

    [Theory]
    [MemberData(nameof(Maxima))]
    public void The_maximum_s_gradient_goes_to_the_lowest_class_that_attains_it(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var (gamma, margin) = (kernel.Formula.Gamma, kernel.Formula.Margin);
        ForRandomRows((row, label) =>
        {
            var strongest = Enumerable.Range(0, row.Length).Where(i => i != label).MaxBy(i => row[i]);
            var expected = new T[row.Length];
            if (row[strongest] - row[label] + margin > T.Zero)
            {
                (expected[strongest], expected[label]) = (gamma, -gamma);
            }

            return kernel.RunRow(row, label).Gradient.SequenceEqual(expected);
        });
    }

    [Theory]
    [MemberData(nameof(Hinges))]
    public void A_violation_of_exactly_0_has_no_gradient_and_one_above_has_the_scale(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        var (gamma, margin) = (kernel.Formula.Gamma, kernel.Formula.Margin);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            // One violation only, which is then the sum, the maximum and the smoothed maximum alike: all other negatives are masked.
            var label = classes / 2;
            foreach (var other in Rows.Places(classes).Where(place => place != label))
            {
                var row = new T[classes];
                Array.Fill(row, T.NegativeInfinity);
                (row[label], row[other]) = (margin, T.Zero);
                var atKink = kernel.RunRow(row, label);

                row[other] = T.CreateChecked(1 / 1024.0);
                var above = kernel.RunRow(row, label);

                var description = $"class {other}, {kernel.Describe(classes)}";
                Assert.True(T.IsZero(atKink.Loss) && atKink.Gradient.All(T.IsZero), $"at the kink, {description}");
                Assert.True((above.Gradient[other], above.Gradient[label]) == (gamma, -gamma), $"above the kink, {description}");
                Assert.Equal(2, above.Gradient.Count(component => !T.IsZero(component)));
            }
        }
    }

    /// <summary>The mean over a batch with the number of classes from the lengths is there for every formula.</summary>
    private static bool IsRepresentative(ClassificationKernel<T> kernel) =>
        kernel is { Classes: null, IsMean: true, IsSingleRow: false, WritesGradient: true };

    /// <summary>The kernel with the same scale and margin; null if there is none.</summary>
    private static ClassificationKernel<T>? Sibling(ClassificationKernel<T> kernel, Over? hinge) =>
        ClassificationKernels<T>.All.FirstOrDefault(other => IsRepresentative(other) && other.Formula == kernel.Formula with { Hinge = hinge });

    private static void ForRandomRows(Func<T[], int, bool> holds) => RandomRows.Sample(sample => holds(sample.Row, sample.Label), iter: Samples);

    /// <summary>Scores are at most 2, so a violation has at most 4 + |m|, and a sum of exps is of so many terms: a few roundings of each.</summary>
    private static T Tolerance(Formula<T> formula, T[] row) =>
        T.CreateChecked(8 * NumberFormat.Of<T>().Epsilon)
        * ((formula.Gamma * (T.CreateChecked(4) + T.Abs(formula.Margin))) + T.CreateChecked(Math.Log2(row.Length)) + T.One);
}
