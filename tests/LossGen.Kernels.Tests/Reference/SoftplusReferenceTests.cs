namespace LossGen.Kernels.Tests.Reference;

/// <summary>The two-sided reference against answers that mpmath gave with 1,000 digits, summed over all pairs there.</summary>
public class SoftplusReferenceTests
{
    private const int Digits = 40;

    [Fact]
    public void Three_negatives_and_two_positives_at_a_large_scale()
    {
        var reference = new SoftplusReference([0.25, 0.5, -0.125], [0.75, 0.625], gamma: 80, margin: 0.25);

        DecimalText.AssertEqual("10.0000907977985272970272903186030418763152", reference.Loss, Digits);
        DecimalText.AssertEqual("0.000000164884804036547037325180030181048256613912", reference.NegativeGradient[0], Digits);
        DecimalText.AssertEqual("79.9963681704963201695615661462301387519147", reference.NegativeGradient[1], Digits);
        DecimalText.AssertEqual("1.54292982946510369297448826045131994936013e-20", reference.NegativeGradient[2], Digits);
        DecimalText.AssertEqual("-0.00363166462636121256064571781516837969392639", reference.PositiveGradient[0], Digits);
        DecimalText.AssertEqual("-79.9927366707547629935633870518896515901988", reference.PositiveGradient[1], Digits);
    }

    [Fact]
    public void Two_negatives_and_three_positives_with_a_negative_margin()
    {
        var reference = new SoftplusReference([1, -2], [0.5, 3, 2], gamma: 2, margin: -0.5);

        DecimalText.AssertEqual("0.722290303724005081615015814290872177241222", reference.Loss, Digits);
        DecimalText.AssertEqual("1.02617891456439438069910038360611081705001", reference.NegativeGradient[0], Digits);
        DecimalText.AssertEqual("0.00254364321812561362655139891370790671794666", reference.NegativeGradient[1], Digits);
        DecimalText.AssertEqual("-0.973684998291523517408385384177932334710863", reference.PositiveGradient[0], Digits);
        DecimalText.AssertEqual("-0.0065606379122929090411018068410123610935272", reference.PositiveGradient[1], Digits);
        DecimalText.AssertEqual("-0.0484769215787035678761645915008740279635709", reference.PositiveGradient[2], Digits);
    }

    [Fact]
    public void A_masked_positive_is_no_term()
    {
        var masked = new SoftplusReference([0.5, 1], [double.PositiveInfinity, 0.75], gamma: 2, margin: 0);
        var shorter = new SoftplusReference([0.5, 1], [0.75], gamma: 2, margin: 0);

        Assert.Equal(0, masked.Loss.CompareTo(shorter.Loss));
        Assert.True(masked.PositiveGradient[0].IsZero);
    }

    [Fact]
    public void The_gradients_of_the_two_sides_balance()
    {
        var random = new Random(3);
        var negatives = Enumerable.Range(0, 50).Select(_ => random.NextDouble()).ToArray();
        var positives = Enumerable.Range(0, 20).Select(_ => random.NextDouble()).ToArray();
        var reference = new SoftplusReference(negatives, positives, gamma: 10, margin: 0.25);

        var sum = reference.NegativeGradient.Concat(reference.PositiveGradient).Aggregate(BigReal.Zero, (total, component) => total + component);

        Assert.True(BigReal.Abs(sum) < BigReal.PowerOfTwo(-180), $"The sum is {sum}");
    }

    [Fact]
    public void Slope_and_its_complement_keep_their_digits_on_both_ends()
    {
        var confident = new SoftplusReference([0], [200], gamma: 1, margin: 0);
        var wrong = new SoftplusReference([200], [0], gamma: 1, margin: 0);

        Assert.Equal(0, confident.Slope.CompareTo(wrong.RelativeSlopeChange));
        Assert.Equal(1.3838965267367376e-87, (double)confident.Slope, 1e-100);
    }
}
