using System.Numerics;
using LossGen.Kernels.Tests.InstructionSets;
using LossGen.Kernels.Tests.Losses;
using LossGen.Kernels.Tests.Reference;

namespace LossGen.Kernels.Tests.Values;

public class FloatNamedCasesTests : NamedCasesTests<float>
{
    [Fact]
    public void The_expectation_for_a_lead_of_20_is_the_promised_number_and_its_negative()
    {
        var expected = Lead(3, 20);

        Assert.Equal(4.122307e-9, (double)expected.Loss, 1e-15);
        Assert.Equal((float)(double)expected.Loss, -(float)(double)expected.Gradient[0]);
    }
}

public class DoubleNamedCasesTests : NamedCasesTests<double>;

/// <summary>The cases that the library's description promises by their numbers.</summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public abstract class NamedCasesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private const int LargestErrorInUlps = 4;

    public static TheoryData<string> Kernels => ClassificationKernels<T>.Names(_ => true);

    public static TheoryData<string> PlainSoftmaxKernels => ClassificationKernels<T>.Names(kernel => kernel.Formula is { Hinge: null, IsUnscaled: true });

    [Theory]
    [MemberData(nameof(PlainSoftmaxKernels))]
    public void A_confident_loss_keeps_its_digits_and_so_does_the_label_s_gradient(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            // A lead of 69 is a loss of about 1e-30 for each of the others.
            foreach (var lead in (int[])[20, 69])
            {
                var expected = Lead(classes, lead);
                T[] row = [T.CreateChecked(lead), .. new T[classes - 1]];

                var (loss, gradient) = kernel.RunRow(row, 0);

                AssertNear(expected.Loss, loss, $"loss with a lead of {lead}, {kernel.Describe(classes)}");
                if (kernel.WritesGradient)
                {
                    AssertNear(expected.Gradient[0], gradient[0], $"gradient at the label with a lead of {lead}, {kernel.Describe(classes)}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kernels))]
    public void An_offset_of_a_million_changes_no_bit(string name)
    {
        var kernel = ClassificationKernels<T>.Named(name);
        foreach (var classes in ClassificationKernels<T>.ClassesOf(kernel))
        {
            // Multiples of 1/16 stay what they are beside a million, in float too.
            T[] row = [.. Rows.Ordinary<T>(classes).Select(score => T.Round(score * T.CreateChecked(16)) / T.CreateChecked(16))];
            T[] shifted = [.. row.Select(score => score + T.CreateChecked(1_000_000))];
            foreach (var label in Rows.Places(classes))
            {
                Bits.AssertEqual(kernel.RunRow(row, label), kernel.RunRow(shifted, label), $"label {label}, {kernel.Describe(classes)}");
            }
        }
    }

    internal static SoftmaxCrossEntropyReference Lead(int classes, double lead) => new([lead, .. new double[classes - 1]], 0, gamma: 1, margin: 0);

    private static void AssertNear(BigReal expected, T actual, string description)
    {
        var rounded = T.CreateChecked((double)expected);
        var ulp = T.BitIncrement(T.Abs(rounded)) - T.Abs(rounded);
        Assert.True(T.Abs(actual - rounded) <= T.CreateChecked(LargestErrorInUlps) * ulp, $"{description}: {actual} instead of {rounded}");
    }
}
