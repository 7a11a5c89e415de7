namespace LossGen.Kernels.Tests.Reference;

/// <summary>The hinge of the log-sum-exp against answers that mpmath gave with 60 digits, summed over all pairs there.</summary>
public class LogSumExpHingeReferenceTests
{
    private const int Digits = 40;

    [Fact]
    public void Three_negatives_and_two_positives_at_a_large_scale()
    {
        var reference = new LogSumExpHingeReference([0.25, 0.5, -0.125], [0.75, 0.625], gamma: 80, margin: 0.25);

        DecimalText.AssertEqual("10.000045400960370484961343066052688751280227", reference.Loss, Digits);
        DecimalText.AssertEqual("0.000000164892289455216286514437166760211250287315404", reference.NegativeGradient[0], Digits);
        DecimalText.AssertEqual("79.999999835107710544768283486810925495346331", reference.NegativeGradient[1], Digits);
        DecimalText.AssertEqual("1.5429998751907744442418692865945927439188541e-20", reference.NegativeGradient[2], Digits);
        DecimalText.AssertEqual("-0.00363182949619475156038209862107915640749536038", reference.PositiveGradient[0], Digits);
        DecimalText.AssertEqual("-79.9963681705038052484396179013789208435925046", reference.PositiveGradient[1], Digits);
    }

    [Fact]
    public void A_log_sum_exp_that_cancels_almost_completely()
    {
        var reference = new LogSumExpHingeReference([1, -2], [0.5, 3, 2], gamma: 2, margin: -0.5);

        DecimalText.AssertEqual("0.0574609205148778731836325727050936383593384399", reference.Loss, Digits);
        DecimalText.AssertEqual("0.0049452463132695486681198147445115249021861453", reference.NegativeGradient[1], Digits);
        DecimalText.AssertEqual("-0.0942468330493282888997233872150280113901486509", reference.PositiveGradient[2], Digits);
    }

    [Fact]
    public void A_negative_log_sum_exp_has_no_loss()
    {
        var reference = new LogSumExpHingeReference([-1, -2], [0.5, 3, 2], gamma: 2, margin: -0.5);

        DecimalText.AssertEqual("-3.81808675357988007990350030298012489898306242", reference.LogSumExp, Digits);
        Assert.True(reference.Loss.IsZero);
    }
}
