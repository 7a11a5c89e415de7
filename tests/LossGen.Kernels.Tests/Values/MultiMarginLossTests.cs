using LossGen.Kernels.Tests.InstructionSets;

namespace LossGen.Kernels.Tests.Values;

/// <summary>
/// PyTorch's MultiMarginLoss divides the sum of a row's violations by the number of classes: it is the hinge with γ = 1 / C, in numbers
/// computed by hand.
/// </summary>
[Trait(WidthSensitiveTests.Trait, WidthSensitiveTests.Sensitive)]
public partial class MultiMarginLossTests
{
    private const double Tolerance = 1e-15;

    [Fact]
    public void The_example_of_its_documentation()
    {
        // (0.1 - 0.8 + 1) + (0.2 - 0.8 + 1) + (0.4 - 0.8 + 1) = 1.3
        AssertRow(0.325, [0.25, 0.25, 0.25, -0.75], [0.1, 0.2, 0.4, 0.8], label: 3);
    }

    [Fact]
    public void Negatives_behind_by_more_than_the_margin_count_nowhere()
    {
        // -1 - 2 + 1 = -2, 0.5 - 2 + 1 = -0.5, 3 - 2 + 1 = 2
        AssertRow(0.5, [-0.25, 0, 0, 0.25], [2, -1, 0.5, 3], label: 0);
    }

    [Fact]
    public void A_negative_behind_by_exactly_the_margin_has_no_gradient()
    {
        // 0 - 1 + 1 = 0, 2 - 1 + 1 = 2, -1 - 1 + 1 = -1
        AssertRow(0.5, [0, 0.25, -0.25, 0], [0, 2, 1, -1], label: 2);
    }

    [Fact]
    public void Another_margin_and_five_classes()
    {
        // 0.5 - 0.25 + 0.5 = 0.75, 0 - 0.25 + 0.5 = 0.25, 1 - 0.25 + 0.5 = 1.25, 0.75 - 0.25 + 0.5 = 1
        var gradient = new double[5];

        var loss = OfFive([0.5, 0.25, 0, 1, 0.75], [1], gradient);

        AssertNear(0.65, [0.2, -0.8, 0.2, 0.2, 0.2], loss, gradient);
    }

    [Fact]
    public void The_mean_of_two_rows()
    {
        var gradient = new double[8];

        var loss = OfFour([0.1, 0.2, 0.4, 0.8, 2, -1, 0.5, 3], [3, 0], gradient);

        AssertNear((0.325 + 0.5) / 2, [0.125, 0.125, 0.125, -0.375, -0.125, 0, 0, 0.125], loss, gradient);
    }

    [MulticlassHinge(Classes = 4, Gamma = 1.0 / 4)]
    private static partial double OfFour(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [MulticlassHinge(Gamma = 1.0 / 5, Margin = 0.5)]
    private static partial double OfFive(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    private static void AssertRow(double expectedLoss, double[] expectedGradient, double[] row, int label)
    {
        var gradient = new double[row.Length];

        var loss = OfFour(row, [label], gradient);

        AssertNear(expectedLoss, expectedGradient, loss, gradient);
    }

    private static void AssertNear(double expectedLoss, double[] expectedGradient, double loss, double[] gradient)
    {
        Assert.Equal(expectedLoss, loss, Tolerance);
        Assert.Equal(expectedGradient.Length, gradient.Length);
        Assert.All(expectedGradient.Zip(gradient), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
