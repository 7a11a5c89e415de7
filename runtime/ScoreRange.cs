namespace LossGen;

/// <summary>What the caller promises about the scores, so that a kernel can do without work that only other scores need.</summary>
public enum ScoreRange
{
    /// <summary>No promise: any scores, infinities among them. The kernel finds a row's extreme scores first, and no exp can overflow.</summary>
    Unbounded,

    /// <summary>All scores lie in [−1, 1], as cosine similarities do.</summary>
    /// <remarks>
    /// <para>
    /// γ, m and the number of scores then bound every exponent while the project compiles. Where exp of the bound is a finite number, the kernel makes no
    /// pass for the maximum; where it is not (in float, γ = 64 is already too large) the kernel is the same as without the promise. The comment at the top
    /// of the generated file shows the bound that decided.
    /// </para>
    /// <para>
    /// Normalised vectors may have a dot product a little beyond 1: results are correct for |s| up to 1.01. Further out the loss is right or +∞, and where
    /// it is +∞ the gradient of that row is NaN; it is never a finite wrong number.
    /// </para>
    /// </remarks>
    Cosine,
}
