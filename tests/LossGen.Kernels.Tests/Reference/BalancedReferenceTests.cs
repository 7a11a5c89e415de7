namespace LossGen.Kernels.Tests.Reference;

/// <summary>Log-mean-exps against answers that mpmath gave with 100 digits, as the logarithm of a mean over all pairs there.</summary>
public class BalancedReferenceTests
{
    private const int Digits = 40;

    [Fact]
    public void A_softplus_of_the_mean()
    {
        var reference = new SoftplusReference([0.25, 0.5, -0.125], [0.75, 0.625], gamma: 80, margin: 0.25, isBalanced: true);

        DecimalText.AssertEqual("8.20855828185330731754995351129588484031226", reference.Loss, Digits);
        DecimalText.AssertEqual("79.978214792187467927010358467484544109652", reference.NegativeGradient[1], Digits);
        DecimalText.AssertEqual("-0.00363084050167454301842651038824592029526403", reference.PositiveGradient[0], Digits);
    }

    [Fact]
    public void A_hinge_of_the_mean()
    {
        var reference = new LogSumExpHingeReference([0.25, 0.5, -0.125], [0.75, 0.625], gamma: 80, margin: 0.25, isBalanced: true);

        DecimalText.AssertEqual("8.20828593173231548414886570767198647855724", reference.Loss, Digits);
        DecimalText.AssertEqual("79.9999998351077105447682834868109254953463", reference.NegativeGradient[1], Digits);
    }

    [Fact]
    public void Equal_scores_have_the_same_loss_whatever_their_number()
    {
        var one = new SoftplusReference([0.5], [0.25], gamma: 4, margin: 0, isBalanced: true);
        var many = new SoftplusReference([.. Enumerable.Repeat(0.5, 64)], [.. Enumerable.Repeat(0.25, 4)], gamma: 4, margin: 0, isBalanced: true);

        Assert.Equal((double)one.Loss, (double)many.Loss);
        Assert.Equal((double)one.NegativeGradient[0], 64 * (double)many.NegativeGradient[0], 1e-15);
    }

    [Fact]
    public void A_masked_score_is_no_term_but_counts()
    {
        var masked = new SoftplusReference([0.5, double.NegativeInfinity], [0.25], gamma: 4, margin: 0, isBalanced: true);

        // Half of e^1: log(1 + e / 2).
        Assert.Equal(Math.Log(1 + (Math.E / 2)), (double)masked.Loss, 1e-15);
    }

    [Fact]
    public void What_is_taken_off_widens_the_bound_as_a_margin_of_its_size_does()
    {
        const double Gamma = 2;
        double[] negatives = [0.5, 0.5, 0.5];
        double[] positives = [0.5, 0.5];
        var reference = new SoftplusReference(negatives, positives, Gamma, margin: 0.25, isBalanced: true);
        var bound = new AccuracyBound(reference, NumberFormat.Double);

        // No distances and no gap: Δ = γ (m + ln 6 / γ) + log₂ 6 + 2.
        var scale = (Gamma * 0.25) + Math.Log(6) + Math.Log2(6) + 2;
        var expected = 4 * NumberFormat.Double.Epsilon * ((double)reference.Loss + ((double)reference.Slope * scale));
        Assert.Equal(1, (double)bound.Loss / expected, 1e-12);
    }
}
