using System.Numerics;
using static System.FormattableString;

namespace LossGen.Kernels.Tests.Losses;

/// <summary>The loss of a row: what is made of the violations u = γ (s_n - s_p + m) of all negatives and positives.</summary>
/// <typeparam name="T">What it is computed in.</typeparam>
/// <param name="Hinge">What the hinge is over; null for the softplus losses, softmax cross entropy among them.</param>
/// <param name="Gamma">The scale γ, as a kernel uses it: rounded once.</param>
/// <param name="Margin">The margin m, as a kernel uses it: rounded once.</param>
internal readonly record struct Formula<T>(Over? Hinge, T Gamma, T Margin)
    where T : IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether violations are plain differences of scores.</summary>
    public bool IsUnscaled => (Gamma, Margin) == (T.One, T.Zero);

    public override string ToString() => Invariant($"{(Hinge is { } over ? $"hinge over {over}, " : "")}γ {Gamma}, m {Margin}");
}
