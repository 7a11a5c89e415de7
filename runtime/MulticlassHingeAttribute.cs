namespace LossGen;

/// <summary>
/// Implements the annotated partial method with a multi-class hinge loss and, if the method has a <c>gradient</c>, its derivative, fused in one kernel.
/// </summary>
/// <remarks>
/// <para>
/// With <c>u = γ (z_i − z_y + m)</c> for every class i other than the label y, the loss of a row is <c>Σ max(u, 0)</c> (J. Weston and C. Watkins, ESANN
/// 1999), <c>max(max u, 0)</c> (K. Crammer and Y. Singer, JMLR 2, 2001) or <c>max(log Σ exp u, 0)</c>, as <see cref="Over"/> says; with class weights w it
/// is that times <c>w_y</c>. Scores and losses are numbers without unit.
/// </para>
/// <para>
/// Where u = 0 the derivative is 0. The maximum's derivative goes to the lowest class that attains it. Roles of parameters and exceptions are those of
/// <see cref="SoftmaxCrossEntropyAttribute"/>, without <c>targets</c>, and so are special values, but that a NaN is certain to make the loss NaN only:
/// derivatives may stay finite.
/// </para>
/// <para>
/// <b>Where systems differ:</b>
/// <list type="bullet">
/// <item><description>PyTorch's <c>MultiMarginLoss</c> divides the sum by the number of classes, <c>Σ max(z_i − z_y + m, 0) / C</c>: for its values set
/// <see cref="Gamma"/> to 1 / C, which scales the loss and moves no kink. Its mean divides by the number of rows, class weights or not, and so does this
/// one. Its squares (p = 2) are not there.</description></item>
/// <item><description>optax's <c>multiclass_hinge_loss</c> is <see cref="Over.Max"/> with the margin 1, its <c>multiclass_perceptron_loss</c> the same with
/// the margin 0; they share the derivative of a tie among the classes that attain the maximum.</description></item>
/// <item><description>Keras's <c>CategoricalHinge</c> is <see cref="Over.Max"/> with the margin 1, but takes the maximum of the other scores for no less
/// than 0 (keras issue 8083); this one is Crammer and Singer's, which an offset of all scores does not change.</description></item>
/// </list>
/// </para>
/// </remarks>
/// <example>
/// <code>
/// static partial class Losses
/// {
///     [MulticlassHinge(Classes = 10, Over = Over.Max)]
///     public static partial float CrammerSinger(ReadOnlySpan&lt;float&gt; logits, ReadOnlySpan&lt;int&gt; labels, Span&lt;float&gt; gradient);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MulticlassHingeAttribute : Attribute
{
    /// <summary>How many classes C there are, at least 2; 0, the default, takes it from the lengths at run time.</summary>
    public int Classes { get; set; }

    /// <summary>
    /// The margin m by which the label's score must lead, in units of the scores; 1 by default. It is rounded once to the type of the scores.
    /// </summary>
    public double Margin { get; set; } = 1;

    /// <summary>The scale γ of all violations; 1 by default. It is rounded once to the type of the scores.</summary>
    public double Gamma { get; set; } = 1;

    /// <summary>How the violations of a row become one number; their sum by default.</summary>
    public Over Over { get; set; }

    /// <summary>The label of rows that do not count; unless it is set, all rows do.</summary>
    /// <remarks>As <see cref="SoftmaxCrossEntropyAttribute.IgnoreLabel"/>. PyTorch's <c>MultiMarginLoss</c> cannot ignore a label.</remarks>
    public long IgnoreLabel { get; set; }

    /// <summary>What is promised about the range of the scores; nothing by default. Only <see cref="Over.LogSumExp"/> makes use of it.</summary>
    public ScoreRange Scores { get; set; }

    /// <summary>How the losses of the rows become one number; their mean by default.</summary>
    public Reduction Reduction { get; set; }

    /// <summary>Whether a large batch is split by rows over the threads of the pool; false by default.</summary>
    /// <remarks>As <see cref="SoftmaxCrossEntropyAttribute.Parallel"/>.</remarks>
    public bool Parallel { get; set; }
}
