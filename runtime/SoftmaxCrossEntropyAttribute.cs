namespace LossGen;

/// <summary>
/// Implements the annotated partial method with softmax cross entropy and, if the method has a <c>gradient</c>, its derivative, fused in one kernel.
/// </summary>
/// <remarks>
/// <para>
/// The loss of a row with the scores z (logits) and the label y is <c>log(1 + Σ exp u)</c> over all classes i ≠ y, with <c>u = γ (z_i − z_y + m)</c>.
/// With γ = 1 and m = 0 that is the negative logarithm of the label's softmax probability; with a scale γ and a margin m, on cosine similarities, it is
/// AM-softmax (F. Wang et al., arXiv 1801.05599), also known as CosFace (H. Wang et al., arXiv 1801.09414). Scores and losses are numbers without unit.
/// </para>
/// <para>
/// A parameter's name is its role, in any order and in any case: <c>logits</c> (or <c>scores</c>), a <c>ReadOnlySpan</c> of float or double with one row of
/// C scores after the other; <c>labels</c>, a <c>ReadOnlySpan</c> of int or long with the class 0 to C − 1 of each row, or <c>label</c> for a single row; and
/// <c>gradient</c>, a <c>Span</c> as long as the logits, which the derivative of the returned loss by each logit is written to (not added). It may be the
/// very memory of the logits.
/// </para>
/// <para>
/// The method throws before it writes anything: <see cref="ArgumentException"/> for a length that does not fit or memory that partly overlaps,
/// <see cref="ArgumentOutOfRangeException"/> for a label outside 0 to C − 1. A batch without rows, or with a single class, has the loss 0 and the gradient 0.
/// </para>
/// <para>
/// Infinities follow the formula. −∞ on a class that is not the label masks it: it adds nothing and its gradient is exactly 0; with all of them masked, loss
/// and gradient are 0. −∞ on the label makes the loss +∞ and the gradient that of the softmax, or both NaN if all others are masked. +∞ makes the loss NaN,
/// or 0 on the label. A NaN makes its row's loss and gradient NaN. No row touches another.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static partial class Losses
/// {
///     [SoftmaxCrossEntropy(Classes = 10)]
///     public static partial float CrossEntropy(ReadOnlySpan&lt;float&gt; logits, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoftmaxCrossEntropyAttribute : Attribute
{
    /// <summary>How many classes C there are, at least 2; 0, the default, takes it from the lengths at run time.</summary>
    public int Classes { get; set; }

    /// <summary>The margin m by which the label's score must lead, in units of the scores; 0 by default. It is rounded once to the type of the scores.</summary>
    public double Margin { get; set; }

    /// <summary>The scale γ (an inverse temperature) of all differences of scores; 1 by default. It is rounded once to the type of the scores.</summary>
    public double Gamma { get; set; } = 1;

    /// <summary>How the losses of the rows become one number; their mean by default.</summary>
    public Reduction Reduction { get; set; }
}
