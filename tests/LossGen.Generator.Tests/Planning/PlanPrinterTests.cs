using LossGen.Generator.Specification;
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
            then:         violation = max − target
            then:         reference = violation > 16 ? max : target
            pass 2:       e = 2⁸·exp(zᵢ − reference), kept
            pass 3:       sum = Σᵢ e
            then:         others = 2⁻⁸·sum
            then:         beyondOne = violation > 16 ? others − 1 : others
            then:         slope = 2⁻⁸ / (1 + beyondOne)
            then:         factor = slope·upstream
            pass 4:       ∂/∂zᵢ = e·factor
            loss:         Σ (violation > 16 ? violation : 0) over the rows, and log Π (1 + beyondOne) over 4 rows a lane
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
            then:         violation = max − target
            then:         reference = violation > 16 ? max : target
            pass 2:       e = 2⁸·exp(zᵢ − reference)
            pass 2:       sum = Σᵢ e
            then:         others = 2⁻⁸·sum
            then:         beyondOne = violation > 16 ? others − 1 : others
            loss:         Σ (violation > 16 ? violation : 0) over the rows, and log Π (1 + beyondOne) over 4 rows a lane
            """;

        Assert.Equal(Expected, Printed(writesGradient: false));
    }

    [Fact]
    public void Where_each_row_s_loss_is_asked_for_it_has_a_logarithm_of_its_own() =>
        Assert.EndsWith("then:         loss = (violation > 16 ? violation : 0) + log1p(beyondOne)", Printed(Specs.Softmax(10, writesGradient: false).With(Role.Losses)));

    private static string Printed(bool writesGradient) => Printed(Specs.Softmax(10, writesGradient: writesGradient));

    private static string Printed(LossSpec spec) => KernelWriter.PlanOf(spec, KernelWriter.StableFormOf(spec), 256).ToString().TrimEnd('\n');
}
