namespace LossGen;

/// <summary>
/// Implements the annotated partial method with the unified loss of pairs and, if the method has gradients, its derivatives, fused in one kernel.
/// </summary>
/// <remarks>
/// <para>
/// A row has K similarity scores of positives <c>s_p</c>, which should be high, and L of negatives <c>s_n</c>, which should be low. With
/// <c>u = γ (s_n − s_p + m)</c> for every pair of a negative and a positive, its loss is <c>log(1 + ΣΣ exp u)</c> (Y. Sun et al., Circle Loss, arXiv
/// 2002.10857, equation 1). It is computed as <c>softplus(LSE γ (s_n + m) + LSE(−γ s_p))</c>, with LSE for the logarithm of a sum of exps, at the cost of K
/// + L and not of K × L. Scores and losses are numbers without unit.
/// </para>
/// <para>
/// With σ for the logistic function of the softplus's argument, the derivatives are <c>γ σ softmax(γ s_n)</c> by the negatives and
/// <c>−γ σ softmax(−γ s_p)</c> by the positives: both sides pull equally, whatever K and L.
/// </para>
/// <para>
/// <b>Parameters.</b> A parameter's name is its role, in any order and in any case; T is float or double, the same throughout. The scores come either as
/// <c>positives</c> and <c>negatives</c> or as <c>similarities</c> with <c>labels</c>. N is the number of rows.
/// <list type="table">
/// <listheader><term>name and type</term><description>meaning</description></listheader>
/// <item><term><c>positives</c>, <c>ReadOnlySpan&lt;T&gt;</c></term><description>N × K, one row of K scores after the other</description></item>
/// <item><term><c>negatives</c>, <c>ReadOnlySpan&lt;T&gt;</c></term><description>N × L. Unless both <see cref="Positives"/> and <see cref="Negatives"/> are
/// set, there is one row</description></item>
/// <item><term><c>positiveGradient</c>, <c>negativeGradient</c>, <c>Span&lt;T&gt;</c></term><description>each optional: the derivatives by the positives
/// and by the negatives, written and not added. Each may be the very memory of its scores</description></item>
/// <item><term><c>similarities</c>, <c>ReadOnlySpan&lt;T&gt;</c></term><description>in place of positives and negatives: an N × N matrix, row by row. The
/// positives of row i are the columns j ≠ i with the same label, its negatives are those with another; the diagonal may hold anything</description></item>
/// <item><term><c>labels</c>, <c>ReadOnlySpan&lt;int&gt;</c> or <c>ReadOnlySpan&lt;long&gt;</c></term><description>with similarities: the N labels, any
/// numbers</description></item>
/// <item><term><c>columnLabels</c>, as labels</term><description>optional, with similarities: the matrix is N × M, its M columns have labels of their own,
/// and there is no diagonal to skip</description></item>
/// <item><term><c>gradient</c>, <c>Span&lt;T&gt;</c></term><description>optional, with similarities: the derivative by each of them, 0 on the diagonal,
/// written and not added. It may be the very memory of the similarities</description></item>
/// <item><term><c>losses</c>, <c>Span&lt;T&gt;</c></term><description>optional: the N losses before they are reduced</description></item>
/// <item><term><c>upstream</c>, <c>T</c> or <c>ReadOnlySpan&lt;T&gt;</c></term><description>optional: a factor on the gradients, one for all rows or one a
/// row. It does not change any loss</description></item>
/// </list>
/// A method that returns T returns the reduced loss, and its gradients are of that. A method that returns nothing writes the gradients of each row's own
/// loss, without the divisor of a mean.
/// </para>
/// <para>
/// A row without a positive or without a negative has the loss 0 and the gradient 0; in a matrix it leaves the divisor of the mean as well.
/// </para>
/// <para>
/// <b>Exceptions</b> come before anything is written: <see cref="ArgumentException"/> for a length that does not fit exactly, or for an output that
/// overlaps any other parameter but the input that it differentiates, exactly.
/// </para>
/// <para>
/// <b>Infinities</b> follow the formula. −∞ masks a negative and +∞ a positive: it adds nothing and its gradient is exactly 0; with all scores of a side
/// masked, loss and gradients are 0. +∞ on a negative or −∞ on a positive makes the loss +∞ or NaN. A NaN makes its row's loss and gradients NaN. No row
/// touches another.
/// </para>
/// <para>
/// <b>Where systems differ:</b>
/// <list type="bullet">
/// <item><description>With one positive (K = 1) it is <see cref="SoftmaxCrossEntropyAttribute"/> with the same γ and m, and InfoNCE (A. van den Oord et
/// al., arXiv 1807.03748) with the temperature 1 / γ.</description></item>
/// <item><description>NT-Xent, as pytorch-metric-learning and optax have it, and SupCon (P. Khosla et al., arXiv 2004.11362) have one logarithm for each
/// positive, where this loss has one a row. For NT-Xent's terms, <c>log(1 + Σ exp γ (s_n − s_p))</c>, give each positive a row of its own, with
/// <c>Positives = 1</c>.</description></item>
/// <item><description>The mean is over all rows, of a matrix over all that have both sides; pytorch-metric-learning's default is the mean over anchors with
/// a loss above 0. The two differ here only where a loss is too small for T, because a softplus is positive.</description></item>
/// <item><description>One loss for all pairs of a batch, and not one a row: give all its positives and all its negatives as one row.</description></item>
/// </list>
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static partial class Losses
/// {
///     [UnifiedLoss(Positives = 4, Negatives = 64, Gamma = 30, Margin = 0.25)]
///     public static partial float Pairs(
///         ReadOnlySpan&lt;float&gt; positives, ReadOnlySpan&lt;float&gt; negatives, Span&lt;float&gt; positiveGradient, Span&lt;float&gt; negativeGradient);
///
///     [UnifiedLoss(Balanced = true)]
///     public static partial float Batch(ReadOnlySpan&lt;float&gt; similarities, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnifiedLossAttribute : Attribute
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
    /// The margin m by which every positive must lead every negative, in units of the scores; 0 by default. It is rounded once to the type of the scores.
    /// </summary>
    public double Margin { get; set; }

    /// <summary>The scale γ (an inverse temperature) of all violations; 80 by default. It is rounded once to the type of the scores.</summary>
    public double Gamma { get; set; } = 80;

    /// <summary>Whether means of exps take the place of their sums; false by default.</summary>
    /// <remarks>
    /// Where all scores are equal, the softplus's argument is <c>γ m + ln K + ln L</c>: in effect the margin grows to <c>m + (ln K + ln L) / γ</c> with the
    /// number of scores, by 0.13 for K = 4, L = 1000 and γ = 64. A balanced loss takes ln K and ln L off again (log-mean-exp in place of log-sum-exp), so
    /// that the margin is m for every K and L. The published losses are not balanced.
    /// </remarks>
    public bool Balanced { get; set; }

    /// <summary>What is promised about the range of the scores; nothing by default. The kernels of pairs make no use of it.</summary>
    public ScoreRange Scores { get; set; }

    /// <summary>How the losses of the rows become one number; their mean by default.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>Whether a large batch is split by rows over the threads of the pool; false by default.</summary>
    /// <remarks>As <see cref="SoftmaxCrossEntropyAttribute.Parallel"/>, with the scores of both sides, or of a matrix's columns, for the length of a row.</remarks>
    public bool Parallel { get; set; }
}
