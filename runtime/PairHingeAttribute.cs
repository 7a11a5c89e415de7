namespace LossGen;

/// <summary>
/// Implements the annotated partial method with a hinge loss of pairs and, if the method has gradients, its derivatives, fused in one kernel.
/// </summary>
/// <remarks>
/// <para>
/// A row has K similarity scores of positives <c>s_p</c> and L of negatives <c>s_n</c>. With <c>u = γ (s_n − s_p + m)</c> for every pair of a negative and
/// a positive, its loss is, as <see cref="Over"/> says,
/// <list type="bullet">
/// <item><description><see cref="Over.Sum"/>: <c>ΣΣ max(u, 0)</c>, the triplet loss of all pairs (F. Schroff et al., FaceNet, arXiv
/// 1503.03832);</description></item>
/// <item><description><see cref="Over.Max"/>: <c>max(γ (max s_n − min s_p + m), 0)</c>, the hardest pair (A. Hermans et al., batch hard, arXiv
/// 1703.07737);</description></item>
/// <item><description><see cref="Over.LogSumExp"/>: <c>max(LSE γ (s_n + m) + LSE(−γ s_p), 0)</c>, with LSE for the logarithm of a sum of exps: the smoothed
/// maximum, known as the generalised lifted structure loss (the same paper; H. Oh Song et al., arXiv 1511.06452).</description></item>
/// </list>
/// Scores and losses are numbers without unit.
/// </para>
/// <para>
/// Where a hinge's argument is 0 the derivative is 0. The maximum's derivative goes to the lowest index that attains it, on either side. Roles of
/// parameters, shapes and exceptions are those of <see cref="UnifiedLossAttribute"/>, and so are special values, but that a NaN is certain to make the loss
/// NaN only: derivatives may stay finite.
/// </para>
/// <para>
/// <b>Where systems differ:</b>
/// <list type="bullet">
/// <item><description>Triplet losses are mostly written with distances d, <c>max(d_p − d_n + m, 0)</c>: hand over <c>s = −d</c>, and the gradients are by
/// −d. PyTorch's <c>TripletMarginLoss</c> is then <c>Positives = 1, Negatives = 1</c>; the margin is 1 there too, 0.05 in
/// pytorch-metric-learning.</description></item>
/// <item><description>The sum of a row is not divided by its number of pairs. For a fixed K and L set <see cref="Gamma"/> to 1 / (K L) for their mean,
/// which moves no kink.</description></item>
/// <item><description>The mean is over all rows, of a matrix over all that have both sides; pytorch-metric-learning's default is the mean over triplets, or
/// anchors, with a loss above 0. For anchors take <see cref="Reduction.Sum"/> and <c>losses</c>, count those above 0 and divide the loss and the gradients
/// by that number.</description></item>
/// <item><description>pytorch-metric-learning's <c>GeneralizedLiftedStructureLoss</c> is <see cref="Over.LogSumExp"/> on <c>s = −d</c> with γ = 1 and the
/// margin <c>neg_margin − pos_margin</c>.</description></item>
/// </list>
/// </para>
/// <para>
/// With <see cref="Over.Sum"/> a gradient is counted in memory of the kernel's own: on the stack, or, where a row has more than 2,048 scores, in an array
/// of the shared pool, which is allocated when it is first needed. Every other kernel allocates nothing, but where
/// <see cref="Parallel"/> splits a batch.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static partial class Losses
/// {
///     [PairHinge(Over = Over.Max, Margin = 0.2)]
///     public static partial float BatchHard(ReadOnlySpan&lt;float&gt; similarities, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PairHingeAttribute : Attribute
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
    /// The margin m by which every positive must lead every negative, in units of the scores; 1 by default. It is rounded once to the type of the scores.
    /// </summary>
    public double Margin { get; set; } = 1;

    /// <summary>The scale γ of all violations; 1 by default. It is rounded once to the type of the scores.</summary>
    public double Gamma { get; set; } = 1;

    /// <summary>How the violations of a row become one number; their sum by default.</summary>
    public Over Over { get; set; }

    /// <summary>Whether means of exps take the place of their sums, for <see cref="Over.LogSumExp"/> alone; false by default.</summary>
    /// <remarks>As <see cref="UnifiedLossAttribute.Balanced"/>; the loss then never exceeds that of the hardest pair.</remarks>
    public bool Balanced { get; set; }

    /// <summary>What is promised about the range of the scores; nothing by default. The kernels of pairs make no use of it.</summary>
    public ScoreRange Scores { get; set; }

    /// <summary>How the losses of the rows become one number; their mean by default.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>Whether a large batch is split by rows over the threads of the pool; false by default.</summary>
    /// <remarks>
    /// As <see cref="UnifiedLossAttribute.Parallel"/>; with <see cref="Over.Sum"/> over K positives and L negatives, K L pairs count in place of K + L scores,
    /// and a row of a matrix, whose pairs only the labels tell, counts as if a sixteenth of its columns were positives.
    /// </remarks>
    public bool Parallel { get; set; }
}
