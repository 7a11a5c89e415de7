namespace LossGen;

/// <summary>
/// Implements the annotated partial method with circle loss and, if the method has gradients, its derivatives, fused in one kernel.
/// </summary>
/// <remarks>
/// <para>
/// A row has K similarity scores of positives <c>s_p</c> and L of negatives <c>s_n</c>, cosines as a rule. Each score has a weight, how far it is from its
/// optimum: <c>α_p = max(1 + m − s_p, 0)</c> and <c>α_n = max(s_n + m, 0)</c>. With LSE for the logarithm of a sum of exps, the loss is
/// <c>softplus(LSE γ α_n (s_n − m) + LSE(−γ α_p (s_p − (1 − m))))</c> (Y. Sun et al., Circle Loss, arXiv 2002.10857), at the cost of K + L. Scores and
/// losses are numbers without unit.
/// </para>
/// <para>
/// With σ for the logistic function of the softplus's argument and w for the softmax weights of a side, the derivatives are <c>γ σ w α_n</c> by the
/// negatives and <c>−γ σ w α_p</c> by the positives; see <see cref="DetachWeights"/>. They depend on where the scores are and not only on their
/// differences: the two sides do not pull equally, which is the point of the loss, and an offset of all scores changes it.
/// </para>
/// <para>
/// Roles of parameters, shapes and exceptions are those of <see cref="UnifiedLossAttribute"/>, and so is a NaN. Infinities follow the formula, which does
/// not let them mask: −∞ on a negative and +∞ on a positive give NaN (a weight of 0 times an infinity), +∞ on a negative and −∞ on a positive NaN or +∞.
/// Leave out what should not count.
/// </para>
/// <para>
/// <b>Where systems differ:</b>
/// <list type="bullet">
/// <item><description>The paper, pytorch-metric-learning and fast-reid take the weights for constants in the derivative, as here; Keras and TensorFlow
/// Similarity differentiate them too: <c>DetachWeights = false</c>. The loss is the same.</description></item>
/// <item><description>m = 0.4 and γ = 80 are the defaults of pytorch-metric-learning and Keras. The paper has m = 0.25 with γ = 256 for faces and γ = 128
/// for persons.</description></item>
/// <item><description>The mean is over all rows, of a matrix over all that have both sides, where fast-reid counts every row; pytorch-metric-learning and
/// Keras take the mean over anchors with a loss above 0. The two differ only where a loss is too small for T, because a softplus is
/// positive.</description></item>
/// <item><description>One loss for all pairs of a batch, as in the repository TinyZeaMays/CircleLoss: give all its positives and all its negatives as one
/// row.</description></item>
/// <item><description>The form for classes (fast-reid's <c>CircleSoftmax</c>) is that with <c>Positives = 1</c>: the score of the label's class is the
/// positive, those of the other classes are the negatives.</description></item>
/// <item><description>TensorFlow Similarity adds the terms <c>softplus(LSE)</c> of each side; that is another loss, and not this one.</description></item>
/// </list>
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static partial class Losses
/// {
///     [CircleLoss(Gamma = 256, Margin = 0.25)]
///     public static partial float Circle(ReadOnlySpan&lt;float&gt; similarities, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CircleLossAttribute : Attribute
{
    /// <summary>
    /// How many positives K a row has; 0, the default, takes it from the lengths at run time. Only for <c>positives</c> and <c>negatives</c>.
    /// </summary>
    public int Positives { get; set; }

    /// <summary>
    /// How many negatives L a row has; 0, the default, takes it from the lengths at run time. Only for <c>positives</c> and <c>negatives</c>.
    /// </summary>
    public int Negatives { get; set; }

    /// <summary>
    /// The relaxation m, in units of the scores: positives should exceed 1 − m and negatives stay below m; 0.4 by default. It is rounded once to the type
    /// of the scores. The margin by which a positive should lead a negative, that of <see cref="UnifiedLossAttribute"/>, corresponds to 1 − 2 m.
    /// </summary>
    public double Margin { get; set; } = 0.4;

    /// <summary>The scale γ (an inverse temperature); 80 by default. It is rounded once to the type of the scores.</summary>
    public double Gamma { get; set; } = 80;

    /// <summary>Whether the weights α are constants in the derivative, as in the paper; true by default.</summary>
    /// <remarks>
    /// As constants they make a gradient that is not the slope of the returned loss, so that finite differences disagree with it: a negative between −m and
    /// 0 is still pushed down, though that raises the loss.
    /// If false, the derivatives by the scores whose weight is above 0 are <c>2 γ σ w s_n</c> and <c>2 γ σ w (s_p − 1)</c>: negatives with a score between
    /// −m and 0 are then pulled towards 0, and positives beyond 1 back to it.
    /// </remarks>
    public bool DetachWeights { get; set; } = true;

    /// <summary>Whether means of exps take the place of their sums; false by default.</summary>
    /// <remarks>
    /// As <see cref="UnifiedLossAttribute.Balanced"/>: ln K and ln L are taken off the softplus's argument. The paper's loss is not balanced.
    /// </remarks>
    public bool Balanced { get; set; }

    /// <summary>What is promised about the range of the scores; nothing by default. The kernels of pairs make no use of it.</summary>
    public ScoreRange Scores { get; set; }

    /// <summary>How the losses of the rows become one number; their mean by default.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>Whether a large batch is split by rows over the threads of the pool; false by default.</summary>
    /// <remarks>As <see cref="UnifiedLossAttribute.Parallel"/>.</remarks>
    public bool Parallel { get; set; }
}
