using Xunit.Sdk;

namespace LossGen.Kernels.Tests.InstructionSets;

/// <summary>A child that did not do what was asked for must fail its parent's test.</summary>
public class WidthSensitiveTestsTests
{
    private const string NoSwitch = "LOSSGEN_TESTS_NO_SWITCH";

    private static readonly string ThisClass = typeof(WidthSensitiveTestsTests).FullName!;

    [Fact]
    public void A_failing_child_fails_with_its_output()
    {
        var failure = Assert.ThrowsAny<XunitException>(() =>
            WidthSensitiveTests.AssertPassWithout(NoSwitch, VectorWidth.Bits, "-method", $"{ThisClass}.{nameof(Fails_on_request)}", "-explicit", "on"));

        Assert.Contains("Failed on request", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_with_other_vectors_fails()
    {
        var failure = Assert.ThrowsAny<XunitException>(() =>
            WidthSensitiveTests.AssertPassWithout(NoSwitch, 64, "-class", typeof(VectorWidthTests).FullName!));

        Assert.Contains("Vectors of 64 bits were expected", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_that_runs_no_test_fails()
    {
        Assert.ThrowsAny<XunitException>(() => WidthSensitiveTests.AssertPassWithout(NoSwitch, VectorWidth.Bits, "-namespace", "No.Such.Namespace"));
    }

    [Fact]
    public void A_child_does_not_start_children()
    {
        WidthSensitiveTests.AssertPassWithout(
            NoSwitch, VectorWidth.Bits, "-method", $"{ThisClass}.{nameof(Starting_a_child_is_refused)}", "-explicit", "on");
    }

    [Fact(Explicit = true)]
    public void Fails_on_request()
    {
        Assert.SkipWhen(TestExecutable.Role is null, "Runs in a child only.");
        Assert.Fail("Failed on request");
    }

    [Fact(Explicit = true)]
    public void Starting_a_child_is_refused()
    {
        Assert.SkipWhen(TestExecutable.Role is null, "Runs in a child only.");
        Assert.Throws<InvalidOperationException>(() => TestExecutable.Run("child of a child", new Dictionary<string, string>()));
    }
}
