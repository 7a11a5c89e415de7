namespace LossGen.Generator.Formula;

/// <summary>The axes along which a value of one row varies. A value without an axis is one number a row.</summary>
[Flags]
internal enum Axes
{
    None = 0,
    Negatives = 1,
    Positives = 2,
    Pairs = Negatives | Positives,
}

/// <summary>How often a value has to be computed: once and for all, once a batch, once a row, or for every element of a row.</summary>
internal enum Rank
{
    Constant,
    Batch,
    Row,
    Element,
}

/// <summary>
/// A value of one row, written over the row's scores. Expressions are immutable and equal when they are written alike; they print as formulas.
/// </summary>
internal abstract record Expression
{
    public abstract Axes Axes { get; }

    public abstract Rank Rank { get; }

    public static implicit operator Expression(double value) => new Constant(value);

    public static Expression operator +(Expression left, Expression right) => Simplification.Of(new Binary(BinaryOperator.Add, left, right));

    public static Expression operator -(Expression left, Expression right) => Simplification.Of(new Binary(BinaryOperator.Subtract, left, right));

    public static Expression operator *(Expression left, Expression right) => Simplification.Of(new Binary(BinaryOperator.Multiply, left, right));

    public static Expression operator /(Expression left, Expression right) => Simplification.Of(new Binary(BinaryOperator.Divide, left, right));

    public static Expression operator -(Expression operand) => Simplification.Of(new Unary(UnaryOperator.Negate, operand));

    public sealed override string ToString() => FormulaPrinter.Print(this);
}

/// <summary>A number that is known when the kernel is written; one with a meaning, such as the margin, carries its symbol.</summary>
internal sealed record Constant(double Value, string? Symbol = null) : Expression
{
    public override Axes Axes => Axes.None;

    public override Rank Rank => Rank.Constant;
}

/// <summary>The scores of a side: one for each element of its axis, or the single score of a side that has no axis, such as the label's.</summary>
internal sealed record Score(Axes Side, bool IsSingle = false) : Expression
{
    public override Axes Axes => IsSingle ? Axes.None : Side;

    public override Rank Rank => IsSingle ? Rank.Row : Rank.Element;
}

/// <summary>How many elements a side of the row has.</summary>
/// <param name="Side">The side.</param>
/// <param name="IsOfRow">Whether each row has a number of its own.</param>
internal sealed record Count(Axes Side, bool IsOfRow = false) : Expression
{
    public override Axes Axes => Axes.None;

    public override Rank Rank => IsOfRow ? Rank.Row : Rank.Batch;
}

/// <summary>What the caller says of each class beside its score.</summary>
internal enum ClassInput
{
    /// <summary>The class's weight, the same in all rows.</summary>
    Weight,

    /// <summary>The class's probability in this row.</summary>
    Probability,
}

/// <summary>The weight or the probability of each class other than the label, or, if single, the label's own.</summary>
internal sealed record OfClass(ClassInput Input, bool IsSingle = false) : Expression
{
    public override Axes Axes => IsSingle ? Axes.None : Axes.Negatives;

    public override Rank Rank => IsSingle ? Rank.Row : Rank.Element;
}

/// <summary>What the derivative starts with: the derivative of what the caller is after by the loss of the row, such as 1/N in a mean.</summary>
/// <param name="IsOfRow">Whether each row has one of its own.</param>
internal sealed record Upstream(bool IsOfRow = false) : Expression
{
    public override Axes Axes => Axes.None;

    public override Rank Rank => IsOfRow ? Rank.Row : Rank.Batch;
}

internal enum UnaryOperator
{
    Negate,
    Absolute,
    Exp,
    Log,
    Log1p,

    /// <summary>log(1 + operand) of an operand from 0 to 1, which takes a third of the operations of <see cref="Log1p"/>.</summary>
    Log1pUpToOne,
    Relu,
    Softplus,
    Sigmoid,

    /// <summary>0 where the operand is at most 0, else 1: the derivative of relu.</summary>
    Step,

    /// <summary>The operand itself, which the derivative takes for a constant.</summary>
    Detach,

    /// <summary>The exponential of an argument that may be positive; a kernel's <see cref="Exp"/> takes none.</summary>
    ExpOfAnySign,

    /// <summary>2⁸ times the exponential of an argument of at most some tens: results a little below the normal range of the type have all their digits so.</summary>
    ScaledExp,
}

internal sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression
{
    /// <summary>Whether it is an exp, of whatever range.</summary>
    public bool IsExp => Operator is UnaryOperator.Exp or UnaryOperator.ExpOfAnySign or UnaryOperator.ScaledExp;

    public override Axes Axes => Operand.Axes;

    public override Rank Rank => Operand.Rank;
}

internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,

    /// <summary>The larger; NaN if one is NaN.</summary>
    Max,

    /// <summary>The larger; the other if one is NaN.</summary>
    MaxNumber,

    /// <summary>The smaller; NaN if one is NaN.</summary>
    Min,

    /// <summary>log(left + right) of terms ≥ 0, to all digits if the sum is at least 1: what it loses to rounding is made good.</summary>
    LogOfSum,

    /// <summary>The product, but 0 where the left is 0 and the right infinite: a class without probability adds nothing, even if it is masked.</summary>
    Weigh,
}

internal sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression
{
    public override Axes Axes => Left.Axes | Right.Axes;

    public override Rank Rank => Left.Rank > Right.Rank ? Left.Rank : Right.Rank;
}

/// <summary><paramref name="Then"/> where <paramref name="Value"/> ≤ 0, else <paramref name="Otherwise"/> (and so for NaN).</summary>
internal sealed record WhenNotPositive(Expression Value, Expression Then, Expression Otherwise) : Expression
{
    public override Axes Axes => Value.Axes | Then.Axes | Otherwise.Axes;

    public override Rank Rank => (Rank)Math.Max((int)Value.Rank, Math.Max((int)Then.Rank, (int)Otherwise.Rank));
}

/// <summary>
/// <paramref name="Then"/> where <paramref name="Value"/> is above <paramref name="Limit"/>, else <paramref name="Otherwise"/>. For NaN too, unlike with
/// <see cref="WhenNotPositive"/>: the smaller values are the ordinary case of the one, and the larger of the other.
/// </summary>
internal sealed record WhenAbove(Expression Value, Constant Limit, Expression Then, Expression Otherwise) : Expression
{
    public override Axes Axes => Value.Axes | Then.Axes | Otherwise.Axes;

    public override Rank Rank => (Rank)Math.Max((int)Value.Rank, Math.Max((int)Then.Rank, (int)Otherwise.Rank));
}

internal enum Reducer
{
    Sum,

    /// <summary>The maximum; NaN if there is one.</summary>
    Max,

    /// <summary>The maximum of what is not NaN, which costs less; for values that only shift others.</summary>
    Largest,
}

/// <summary>The sum or the maximum of <paramref name="Body"/> over an axis.</summary>
internal sealed record Reduction(Reducer Reducer, Axes Over, Expression Body) : Expression
{
    public override Axes Axes => Body.Axes & ~Over;

    public override Rank Rank => Axes == Axes.None ? Rank.Row : Rank.Element;
}

/// <summary>
/// log Σᵢⱼ exp u over all pairs of a negative j and a positive i. It is factored, LSEⱼ γaⱼ + LSEᵢ γbᵢ + γm, and so costs K + L and not K × L;
/// it is the form that every log-sum-exp loss shares, and the one that <see cref="StableForm"/> knows how to compute.
/// </summary>
/// <param name="Violation">u.</param>
/// <param name="IsMean">Whether it is the mean of all exp u: then ln K and ln L are taken off.</param>
internal sealed record TwoSidedLogSumExp(Violation Violation, bool IsMean = false) : Expression
{
    public override Axes Axes => Axes.None;

    public override Rank Rank => Rank.Row;
}

/// <summary>
/// Σ share_c · CE(c), where CE(c) is the cross entropy with the class c for a label. With CE(c) = CE(y) − u_c that is what <see cref="InTermsOfLabel"/>
/// says, for any class y that is taken for the label.
/// </summary>
/// <param name="LogSumExp">log Σ exp u against the label.</param>
/// <param name="Share">The share of each class other than the label.</param>
/// <param name="LabelShare">The share of the label.</param>
/// <param name="Mass">The sum of all shares.</param>
internal sealed record CrossEntropyMixture(TwoSidedLogSumExp LogSumExp, Expression Share, Expression LabelShare, Expression Mass) : Expression
{
    public override Axes Axes => Axes.None;

    public override Rank Rank => Rank.Row;

    /// <summary>Mass · softplus(LSE u) − Σ share_c u_c.</summary>
    public Expression InTermsOfLabel => (Mass * Functions.Softplus(LogSumExp)) - Functions.SumOver(Axes.Negatives, Share * LogSumExp.Violation.OfPair);
}

/// <summary>A side's softmax in a <see cref="TwoSidedLogSumExp"/>: the derivative of the log-sum-exp by the side's exponents.</summary>
internal sealed record SoftmaxWeight(TwoSidedLogSumExp Of, Axes Side) : Expression
{
    public override Axes Axes => Of.Violation.Term(Side).Axes;

    public override Rank Rank => Axes == Axes.None ? Rank.Row : Rank.Element;
}

/// <summary>1 at the first element that attains a maximum, else 0: the derivative of the maximum by its elements.</summary>
internal sealed record IsFirstMaximum(Reduction Maximum) : Expression
{
    public override Axes Axes => Maximum.Over;

    public override Rank Rank => Rank.Element;
}

/// <summary>The index of the first score of a side that has a value.</summary>
internal sealed record FirstIndexOf(Axes Side, Expression Value) : Expression
{
    public override Axes Axes => Axes.None;

    public override Rank Rank => Rank.Row;
}

/// <summary><paramref name="Value"/> at one index of a side, 0 at all others.</summary>
internal sealed record OnlyAt(Axes Side, Expression Index, Expression Value) : Expression
{
    public override Axes Axes => Side;

    public override Rank Rank => Rank.Element;
}

/// <summary>
/// <paramref name="Value"/> for the elements of a side, and <paramref name="Otherwise"/> in the lanes that hold none: the label's, and those beyond the row.
/// </summary>
internal sealed record WithinSide(Axes Side, Expression Value, Constant Otherwise) : Expression
{
    public override Axes Axes => Value.Axes | Side;

    public override Rank Rank => Rank.Element;
}

/// <summary>The value of a definition made earlier.</summary>
internal sealed record Reference(Definition Definition) : Expression
{
    public override Axes Axes => Definition.Axes;

    public override Rank Rank => Definition.Rank;
}

/// <summary>A named value: a local variable of the kernel.</summary>
/// <param name="Name">What it is called in the kernel.</param>
/// <param name="Value">What it is.</param>
/// <param name="Remark">Why it is there, for the reader of the kernel.</param>
internal sealed record Definition(string Name, Expression Value, string Remark)
{
    /// <summary>Of the value; found once, since definitions are written over definitions, and those over others.</summary>
    public Axes Axes { get; } = Value.Axes;

    /// <inheritdoc cref="Axes"/>
    public Rank Rank { get; } = Value.Rank;

    /// <summary>Whether it is an exp, which many instructions compute, one after the other.</summary>
    public bool IsExp => Value is Unary { IsExp: true };

    /// <summary>The name alone, for the same reason.</summary>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    public override string ToString() => $"{Name} = {Value}";
}
