namespace LossGen;

/// <summary>What the caller promises about the scores, so that a kernel can do without work that only other scores need.</summary>
public enum ScoreRange
{
    /// <summary>No promise: any scores, infinities among them. The kernel finds a row's extreme scores first, and no exp can overflow.</summary>
    Unbounded,

    /// <summary>All scores lie in [−1, 1], as cosine similarities do.</summary>
    /// <remarks>
    /// <para>
    /// γ, m and the number of scores then bound every exponent while the project compiles. A kernel of one label makes no pass for the maximum where exp of
    /// the bound is a finite number (in float, γ = 64 is already too large) and the rounding of the exponents, which grows with γ, is no more than the
    /// accuracy of the results allows: with 10 classes γ up to about 4, with 1,000 up to 8. Otherwise it is the same as without the promise, and so are the
    /// kernels of pairs. The comment at the top of the generated file shows the bounds that decided.
    /// </para>
    /// <para>
    /// Normalised vectors may have a dot product a little beyond 1: results are as accurate for |s| up to 1.01. Further out they lose digits slowly, a
    /// relative error of a few 2⁻²⁴ (in double 2⁻⁵³) for each unit of γ|s|, until the loss is +∞ and each derivative of that row NaN or right: it is never
    /// a finite wrong number.
    /// </para>
    /// </remarks>
    Cosine,
}
