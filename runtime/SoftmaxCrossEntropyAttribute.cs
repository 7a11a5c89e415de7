namespace LossGen;

/// <summary>
/// Implements the annotated partial method with softmax cross entropy and, if the method has a <c>gradient</c>, its derivative, fused in one kernel.
/// </summary>
/// <remarks>
/// <para>
/// The loss of a row with the scores z (logits) and the label y is <c>log(1 + Σ exp u)</c> over all classes i ≠ y, with <c>u = γ (z_i − z_y + m)</c>. With
/// γ = 1 and m = 0 that is the negative natural logarithm of the label's softmax probability; with a scale γ and a margin m, on cosine similarities, it is
/// AM-softmax (F. Wang et al., arXiv 1801.05599), also known as CosFace (H. Wang et al., arXiv 1801.09414). Scores and losses are numbers without unit.
/// </para>
/// <para>
/// <b>Parameters.</b> A parameter's name is its role, in any order and in any case; T is float or double, the same throughout. N is the number of rows.
/// <list type="table">
/// <listheader><term>name and type</term><description>meaning</description></listheader>
/// <item><term><c>logits</c> (or <c>scores</c>), <c>ReadOnlySpan&lt;T&gt;</c></term><description>N × C, one row of C scores after the
/// other</description></item>
/// <item><term><c>labels</c>, <c>ReadOnlySpan&lt;int&gt;</c> or <c>ReadOnlySpan&lt;long&gt;</c></term><description>the class 0 to C − 1 of each
/// row</description></item>
/// <item><term><c>label</c>, <c>int</c> or <c>long</c></term><description>in place of labels: the class, if there is one row</description></item>
/// <item><term><c>targets</c>, <c>ReadOnlySpan&lt;T&gt;</c></term><description>in place of labels, softmax only: N × C probabilities</description></item>
/// <item><term><c>classWeights</c>, <c>ReadOnlySpan&lt;T&gt;</c></term><description>optional: C factors w</description></item>
/// <item><term><c>gradient</c>, <c>Span&lt;T&gt;</c></term><description>optional: N × C, the derivative by each logit, written and not added. It may be the
/// very memory of the logits</description></item>
/// <item><term><c>losses</c>, <c>Span&lt;T&gt;</c></term><description>optional: the N losses before they are reduced</description></item>
/// <item><term><c>upstream</c>, <c>T</c> or <c>ReadOnlySpan&lt;T&gt;</c></term><description>optional: a factor on the gradient, one for all rows or one a
/// row. It does not change any loss</description></item>
/// </list>
/// A method that returns T returns the reduced loss, and its gradient is of that. A method that returns nothing writes the gradient of each row's own loss,
/// without the divisor of a mean.
/// </para>
/// <para>
/// C is <see cref="Classes"/>; without that, the length of the class weights; without them, the length of the logits divided by the number of labels, or
/// all of it with a <c>label</c> or with <c>targets</c>, which then are those of one row.
/// </para>
/// <para>
/// <b>Class weights, probabilities.</b> With <c>CE(c)</c> for the loss that label c would have, a row's loss is <c>w_y CE(y)</c> with class weights,
/// <c>Σ t_c CE(c)</c> with targets t, which are used as given and need not add up to 1, and <c>Σ w_c t_c CE(c)</c> with both. A target of 0 adds nothing,
/// whatever its score.
/// </para>
/// <para>
/// <b>Exceptions</b> come before anything is written: <see cref="ArgumentException"/> for a length that does not fit exactly, or for an output that
/// overlaps any other parameter but the input that it differentiates, exactly; <see cref="ArgumentOutOfRangeException"/> for a label outside 0 to C − 1. A
/// batch without rows, or with a single class, has the loss 0 and the gradient 0.
/// </para>
/// <para>
/// <b>Infinities</b> follow the formula. −∞ on a class that is not the label masks it: it adds nothing and its gradient is exactly 0; with all of them
/// masked, loss and gradient are 0. −∞ on the label makes the loss +∞ and the gradient that of the softmax, or both NaN if all others are masked. +∞ makes
/// the loss NaN or +∞, but on the label NaN or 0. A NaN makes its row's loss and gradient NaN. No row touches another.
/// </para>
/// <para>
/// <b>Where systems differ</b>, this is PyTorch's <c>CrossEntropyLoss</c>, but for two things: nothing is ignored by default (<see cref="IgnoreLabel"/>),
/// and a mean over no rows is 0 and not NaN (pytorch issue 70348).
/// <list type="bullet">
/// <item><description>The mean divides by N; with labels and class weights by <c>Σ w_y</c> over the rows that count; with targets by N, weights or not.
/// Keras always divides by N: take <see cref="Reduction.Sum"/>, divide the loss by N and set <c>upstream</c> to 1 / N.</description></item>
/// <item><description>Weights for rows and not for classes (Keras's <c>sample_weight</c>): let the method return nothing, hand the weights to
/// <c>upstream</c>, one a row, and multiply <c>losses</c> by them.</description></item>
/// </list>
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static partial class Losses
/// {
///     [SoftmaxCrossEntropy(Classes = 10)]
///     public static partial float CrossEntropy(ReadOnlySpan&lt;float&gt; logits, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
///
///     [SoftmaxCrossEntropy(Classes = 10, LabelSmoothing = 0.1, IgnoreLabel = -100)]
///     public static partial float Weighted(
///         ReadOnlySpan&lt;float&gt; logits, ReadOnlySpan&lt;long&gt; labels, ReadOnlySpan&lt;float&gt; classWeights, Span&lt;float&gt; gradient);
///
///     [SoftmaxCrossEntropy(Classes = 1000, Gamma = 30, Margin = 0.35)]
///     public static partial float CosFace(ReadOnlySpan&lt;float&gt; scores, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoftmaxCrossEntropyAttribute : Attribute
{
    /// <summary>How many classes C there are, at least 2; 0, the default, takes it from the lengths at run time.</summary>
    public int Classes { get; set; }

    /// <summary>
    /// The margin m by which the label's score must lead, in units of the scores; 0 by default, and 0 beside <c>targets</c>. It is rounded once to the type
    /// of the scores.
    /// </summary>
    public double Margin { get; set; }

    /// <summary>The scale γ (an inverse temperature) of all differences of scores; 1 by default. It is rounded once to the type of the scores.</summary>
    public double Gamma { get; set; } = 1;

    /// <summary>
    /// The part ε of the label's probability that is spread evenly over all C classes, the label included; 0, the default, to 1. It is rounded once to the
    /// type of the scores.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A row's loss is <c>(1 − ε) CE(y) + ε / C · Σ CE(c)</c> over all classes c, each on the scores with the margin taken off the label's (C. Szegedy et
    /// al., arXiv 1512.00567). Beside <c>targets</c> the probabilities are <c>(1 − ε) t_c + ε / C</c>. A masked class (−∞) then makes the loss +∞; the
    /// gradient stays finite.
    /// </para>
    /// <para>
    /// PyTorch and Keras smooth in the same way. Megatron-LM gives ε / (C − 1) to each other class and 1 − ε to the label: write ε · C / (C − 1) for its ε.
    /// With class weights the loss is <c>(1 − ε) w_y CE(y) + ε / C · Σ w_c CE(c)</c>, as PyTorch has it; the label's weight alone, <c>w_y</c> times the
    /// smoothed loss without weights, comes from <c>upstream</c> with one <c>w_y</c> a row (pytorch issue 104776 discusses both).
    /// </para>
    /// </remarks>
    public double LabelSmoothing { get; set; }

    /// <summary>The label of rows that do not count; unless it is set, all rows do.</summary>
    /// <remarks>
    /// A row with this label has the loss 0 and the gradient 0, whatever its scores, NaN included, and leaves the divisor of the mean. The label may lie
    /// outside 0 to C − 1; inside, it wins over the class. PyTorch's <c>ignore_index</c> is −100 unless set, so write <c>IgnoreLabel = -100</c> for its
    /// default; ignoring a label does not remove a class from the sum over classes.
    /// </remarks>
    public long IgnoreLabel { get; set; }

    /// <summary>What is promised about the range of the scores; nothing by default.</summary>
    public ScoreRange Scores { get; set; }

    /// <summary>How the losses of the rows become one number; their mean by default.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>Whether a large batch is split by rows over the threads of the pool; false by default, which computes all of it on the caller's.</summary>
    /// <remarks>
    /// <para>
    /// The batch is computed in blocks of rows, with 32,768 scores at most, fewer where rows are short, or with one row where that has more. The caller and
    /// as many threads of the pool as there are other processors take block after block, and the call returns, or throws what a block has thrown, when none
    /// of them works any more. A batch of fewer than four blocks, and any batch on one processor, is computed on the caller's thread alone. One row is never
    /// split.
    /// </para>
    /// <para>
    /// <b>Bits.</b> Blocks depend on the length of a row alone, and their sums are added in their order: the number of threads changes no bit. Gradients and the
    /// losses of rows have the bits that they have without this; the sum of all losses, which is rounded once a block, may differ in the last digit of a
    /// double.
    /// </para>
    /// <para>
    /// A call that is split allocates a few hundred bytes, 8 bytes a block and what the pool needs; any other nothing. Arguments are checked, and the divisor
    /// of a mean is counted, on the caller's thread. Where calls run on all threads as it is, leave this off.
    /// </para>
    /// </remarks>
    public bool Parallel { get; set; }
}
