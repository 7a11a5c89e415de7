using CsCheck;
using LossGen.Generator.Specification;
using LossGen.Generator.Tests.Driver;

namespace LossGen.Generator.Tests.Formula;

/// <summary>Random specifications of every loss with every option that changes its formula.</summary>
internal static class LossSpecs
{
    private static readonly Gen<double> Gammas = Gen.OneOf(Gen.Double[0.1, 1], Gen.Double[1, 8]);
    private static readonly Gen<double> Margins = Gen.OneOf(Gen.Const(0.0), Gen.Double[-1, 1]);

    /// <summary>Every loss of classification.</summary>
    public static Gen<LossSpec> OfClassification { get; } = Gen.OneOf(
        Gen.Enum<Specification.Over>().Select(over => Specs.Hinge(classes: null, over)),
        Gen.OneOfConst(0, 0.1, 1).Select(smoothing => Specs.Softmax(classes: null) with { LabelSmoothing = smoothing }),
        Gen.OneOfConst(0, 0.1).Select(smoothing => Specs.Softmax(classes: null).With(Role.ClassWeights) with { LabelSmoothing = smoothing }),
        Gen.OneOfConst(0, 0.1).Select(smoothing => Specs.Softmax(classes: null).With(Role.Targets) with { LabelSmoothing = smoothing }))
        .Select(Gammas, Margins, (spec, gamma, margin) => spec with { Gamma = gamma, Margin = margin });

    /// <summary>Every loss of pairs.</summary>
    public static Gen<LossSpec> OfPairs { get; } = Gen.OneOf(
        Gen.Enum<Specification.Over>().Select(over => Specs.Pairs(LossKind.PairHinge) with { Over = over }),
        Gen.OneOfConst(LossKind.UnifiedLoss, LossKind.CircleLoss).Select(loss => Specs.Pairs(loss)),
        Gen.Bool.Select(detaches => Specs.Pairs(LossKind.CircleLoss) with { DetachesWeights = detaches }),
        Gen.OneOfConst(LossKind.UnifiedLoss, LossKind.CircleLoss).Select(loss => Specs.Pairs(loss) with { IsBalanced = true }),
        Gen.Const(Specs.Pairs(LossKind.PairHinge) with { Over = Specification.Over.LogSumExp, IsBalanced = true }))
        .Select(Gammas, Margins, (spec, gamma, margin) => spec with { Gamma = gamma, Margin = margin });

    /// <summary>Every loss.</summary>
    public static Gen<LossSpec> Any { get; } = Gen.OneOf(OfClassification, OfPairs);

    /// <summary>Every loss whose derivative differentiates through all of it.</summary>
    public static Gen<LossSpec> Differentiable { get; } = Any.Where(spec => spec is not { Loss: LossKind.CircleLoss, DetachesWeights: true });
}
