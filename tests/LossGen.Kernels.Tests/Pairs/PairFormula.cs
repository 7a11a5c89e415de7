using System.Numerics;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Pairs;

/// <summary>The loss of a row with K positives and L negatives.</summary>
/// <typeparam name="T">What it is computed in.</typeparam>
/// <param name="Loss">What is made of the violations.</param>
/// <param name="Gamma">The scale γ, as a kernel uses it: rounded once.</param>
/// <param name="Margin">The margin m, as a kernel uses it: rounded once.</param>
/// <param name="IsBalanced">Whether means take the place of the sums.</param>
/// <param name="DetachesWeights">Whether the weights of circle loss are constants in the derivative.</param>
internal readonly record struct PairFormula<T>(PairLoss Loss, T Gamma, T Margin, bool IsBalanced = false, bool DetachesWeights = true)
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether an infinite score is a masked one, and a common offset of all scores changes nothing: not where weights depend on the scores.</summary>
    public bool DependsOnDifferencesOnly => Loss != PairLoss.Circle;

    /// <summary>Whether the derivative has no step.</summary>
    public bool IsSmooth => Loss is PairLoss.Unified or PairLoss.Circle;

    public override string ToString() => Invariant(
        $"{Loss}{(IsBalanced ? ", balanced" : "")}{(DetachesWeights ? "" : ", weights differentiated")}, γ {Gamma}, m {Margin}");
}
