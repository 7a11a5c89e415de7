namespace LossGen.Generator.Specification;

/// <summary>Everything that decides a kernel's text: what the attribute and the signature of one method say, without any type of the compiler.</summary>
/// <param name="Loss">The loss of a row.</param>
/// <param name="Over">How a hinge makes one number of a row's violations.</param>
/// <param name="Gamma">The scale γ, rounded to the scalar.</param>
/// <param name="Margin">The margin m, rounded to the scalar.</param>
/// <param name="DetachesWeights">Whether circle loss takes its weights for constants in the derivative.</param>
/// <param name="IsBalanced">Whether log-mean-exp takes the place of log-sum-exp.</param>
/// <param name="LabelSmoothing">ε: the part of the label's probability that all classes share.</param>
/// <param name="IgnoreLabel">The label of rows that do not count; null if all do.</param>
/// <param name="AreCosines">Whether all scores are promised to lie in [−1, 1].</param>
/// <param name="IsMean">Whether the rows' losses are averaged, and not added up.</param>
/// <param name="IsParallel">Whether the rows of a batch are split over threads.</param>
/// <param name="ReturnsLoss">Whether the method returns the reduced loss; if not, gradients are those of each row's own loss.</param>
/// <param name="Scalar">The type of the scores.</param>
/// <param name="Scores">Which scores of a row are negatives and which are positives.</param>
/// <param name="Method">The method.</param>
internal sealed record LossSpec(
    LossKind Loss,
    Over Over,
    double Gamma,
    double Margin,
    bool DetachesWeights,
    bool IsBalanced,
    double LabelSmoothing,
    long? IgnoreLabel,
    bool AreCosines,
    bool IsMean,
    bool IsParallel,
    bool ReturnsLoss,
    ScalarType Scalar,
    ScoreShape Scores,
    MethodSpec Method)
{
    public ParameterSpec? Parameter(Role role) => Method.Parameters.FirstOrDefault(parameter => parameter.Role == role);

    public bool Has(Role role) => Parameter(role) is not null;

    /// <summary>The type of a label: int or long.</summary>
    public string LabelType => (Parameter(Role.Label) ?? Parameter(Role.Labels))?.Type.Contains("long") == true ? "long" : "int";

    /// <summary>Whether the method is given one row, and not a batch of them.</summary>
    public bool IsSingleRow => Has(Role.Label)
        || Scores is Pairs { Positives: null } or Pairs { Negatives: null }
        || (Scores is Classification { Classes: null } && Has(Role.Targets) && !Has(Role.ClassWeights));

    /// <summary>Whether every row has an upstream factor of its own.</summary>
    public bool HasUpstreamOfRows => Parameter(Role.Upstream)?.Type.Contains("ReadOnlySpan") == true;

    /// <summary>Whether softmax's mean is divided by the weights of the rows' labels.</summary>
    public bool IsWeightedMean => Loss == LossKind.SoftmaxCrossEntropy && Has(Role.ClassWeights) && !Has(Role.Targets);

    /// <summary>Whether the loss that is returned, and its gradient with it, is divided by something.</summary>
    public bool HasDivisor => ReturnsLoss && IsMean && (!IsSingleRow || IsWeightedMean);

    /// <summary>Whether a gradient is asked for.</summary>
    public bool WritesGradient => Has(Role.Gradient) || Has(Role.PositiveGradient) || Has(Role.NegativeGradient);
}

/// <summary>The losses that an attribute can ask for.</summary>
internal enum LossKind
{
    SoftmaxCrossEntropy,
    MulticlassHinge,
    PairHinge,
    UnifiedLoss,
    CircleLoss,
}

/// <summary>How a hinge makes one number of the violations of a row; the values are those of the library's enumeration.</summary>
internal enum Over
{
    Sum,
    Max,
    LogSumExp,
}

/// <summary>The type that scores are given in and that kernels compute in.</summary>
internal enum ScalarType
{
    Single,
    Double,
}

/// <summary>Which scores of a row are negatives and which are positives.</summary>
internal abstract record ScoreShape;

/// <summary>A row holds the scores of all classes: the label's is the only positive, all others are negatives.</summary>
/// <param name="Classes">How many classes there are; null if only the lengths tell, at run time.</param>
internal sealed record Classification(int? Classes) : ScoreShape;

/// <summary>A row has scores of positives and scores of negatives, each in memory of their own.</summary>
/// <param name="Positives">How many positives K a row has; null if only the lengths tell: then there is one row.</param>
/// <param name="Negatives">How many negatives L a row has; null if only the lengths tell: then there is one row.</param>
internal sealed record Pairs(int? Positives, int? Negatives) : ScoreShape;

/// <summary>A row holds the scores of all columns; those with the row's label are positives, the others are negatives.</summary>
/// <param name="IsSquare">Whether the columns are the rows themselves, so that the diagonal is neither; if not, the columns have labels of their own.</param>
internal sealed record SimilarityMatrix(bool IsSquare) : ScoreShape;

/// <summary>The method to be written: where it stands and what its declaration says, so that it can be repeated.</summary>
/// <param name="Namespace">The namespace, null for the global one.</param>
/// <param name="ContainingTypes">The types around the method, outermost first, each as the head of another part of it.</param>
/// <param name="Modifiers">The method's modifiers, <c>partial</c> among them.</param>
/// <param name="Name">The method's name as code has to write it.</param>
/// <param name="Parameters">The parameters in their order.</param>
/// <param name="FileName">The name of the method's file, without ending, if no other method claims it.</param>
/// <param name="CollisionKey">What tells the method from all others, should another claim that name.</param>
internal sealed record MethodSpec(
    string? Namespace,
    EquatableArray<string> ContainingTypes,
    string Modifiers,
    string Name,
    EquatableArray<ParameterSpec> Parameters,
    string FileName,
    string CollisionKey);

internal sealed record ParameterSpec(Role Role, string Name, string Modifiers, string Type);
