using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Planning;

public class PlanPrinterTests
{
    [Fact]
    public void A_plan_prints_as_its_steps()
    {
        const string Expected = """
            once a row:   target = z_y
            pass 1:       max = maxᵢ zᵢ
            then:         reference = max(max, −MaxValue)
            then:         violation = max − target
            then:         root = exp(−½·|violation|)
            pass 2:       e = exp(zᵢ − reference), kept
            pass 3:       sum = Σᵢ e
            then:         sumRoot = violation ≤ 0 ? root : 1
            then:         others = sumRoot·sum·sumRoot
            then:         unit = violation ≤ 0 ? 1 : root·root
            then:         partition = unit + others
            then:         slope = (sumRoot / partition)·sumRoot
            then:         factor = slope·upstream
            pass 4:       ∂/∂zᵢ = e·factor
            then:         loss = [violation]₊ + log(unit + others)
            at the label: ∂/∂z_y = −sum·factor
            """;

        Assert.Equal(Expected, Printed(writesGradient: true));
    }

    [Fact]
    public void A_plan_without_a_gradient_prints_without_one()
    {
        const string Expected = """
            once a row:   target = z_y
            pass 1:       max = maxᵢ zᵢ
            then:         reference = max(max, −MaxValue)
            then:         violation = max − target
            then:         root = exp(−½·|violation|)
            pass 2:       e = exp(zᵢ − reference)
            pass 2:       sum = Σᵢ e
            then:         sumRoot = violation ≤ 0 ? root : 1
            then:         others = sumRoot·sum·sumRoot
            then:         unit = violation ≤ 0 ? 1 : root·root
            then:         loss = [violation]₊ + log(unit + others)
            """;

        Assert.Equal(Expected, Printed(writesGradient: false));
    }

    private static string Printed(bool writesGradient)
    {
        var spec = Specs.Softmax(10, writesGradient: writesGradient);
        return KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), 256).ToString().TrimEnd('\n');
    }
}
