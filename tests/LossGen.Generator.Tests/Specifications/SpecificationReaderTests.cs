using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Specifications;

/// <summary>What an attribute and a signature say arrives in the specification.</summary>
public class SpecificationReaderTests
{
    public static TheoryData<string> Names => [.. SpecificationCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_method_is_read_into_its_specification(string name)
    {
        SpecificationCase expected = SpecificationCases.All[name];

        LossSpec spec = SpecificationRun.Of(expected.Code);

        Assert.Equal(expected.Roles, spec.Method.Parameters.Select(parameter => parameter.Role));
        Assert.Equal(expected.Expected with { Method = spec.Method }, spec);
    }

    [Fact]
    public void A_parameter_is_repeated_as_it_is_declared()
    {
        LossSpec spec = SpecificationRun.Of(
            """
            static partial class Losses
            {
                [CircleLoss]
                public static partial float Loss(
                    scoped in ReadOnlySpan<float> @Similarities,
                    ReadOnlySpan<long> labels,
                    Span<float> GRADIENT,
                    in float upstream = 1,
                    Span<float> losses = default);
            }
            """);

        ParameterSpec[] expected =
        [
            new(Role.Similarities, "Similarities", "scoped in", "global::System.ReadOnlySpan<float>"),
            new(Role.Labels, "labels", "", "global::System.ReadOnlySpan<long>"),
            new(Role.Gradient, "GRADIENT", "", "global::System.Span<float>"),
            new(Role.Upstream, "upstream", "in", "float"),
            new(Role.Losses, "losses", "", "global::System.Span<float>"),
        ];
        Assert.Equal(expected, spec.Method.Parameters);
    }
}
