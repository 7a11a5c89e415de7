namespace LossGen.Generator.Formula;

/// <summary>Replaces what would overflow or cancel, and gives names to what the passes over a row have to compute.</summary>
internal sealed class StabilityRewriting
{
    private readonly DefinitionList definitions;
    private readonly StabilityContext context;
    private readonly Scaling scaling;
    private readonly LogSumExpRecipe logSumExps;
    private readonly ExcessRecipe excesses;

    public StabilityRewriting(DefinitionList definitions, StabilityContext context)
    {
        this.definitions = definitions;
        this.context = context;
        scaling = new Scaling(definitions);
        logSumExps = new LogSumExpRecipe(definitions, scaling, Rewrite, context);
        excesses = new ExcessRecipe(definitions, scaling, Rewrite, context);
    }

    public Expression Rewrite(Expression expression) => expression switch
    {
        Unary { Operator: UnaryOperator.Softplus, Operand: TwoSidedLogSumExp logSumExp } => logSumExps.SoftplusOf(logSumExp),
        Unary { Operator: UnaryOperator.Sigmoid, Operand: TwoSidedLogSumExp logSumExp } => logSumExps.SigmoidOf(logSumExp),
        Unary { Operator: UnaryOperator.Detach, Operand: var x } => Rewrite(x),
        TwoSidedLogSumExp logSumExp => logSumExps.ValueOf(logSumExp),
        SoftmaxWeight weight => logSumExps.WeightOf(weight),
        CrossEntropyMixture mixture => logSumExps.MixtureOf(mixture),
        Unary { Operator: UnaryOperator.Relu or UnaryOperator.Step, Operand: var u } kink when ExcessRecipe.IsViolation(u) => kink with { Operand = excesses.Of(u) },
        Unary { Operator: UnaryOperator.Relu, Rank: Rank.Element } alpha =>
            definitions.Define(context.NameOf(alpha.Axes, "alpha"), alpha with { Operand = Rewrite(alpha.Operand) }, "α: how far each score is from its optimum"),
        Unary unary => Simplification.Of(unary with { Operand = Rewrite(unary.Operand) }),
        Binary { Operator: BinaryOperator.Multiply, Left: Constant { Value: > 0 } gamma, Right: Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract } difference } =>
            scaling.Scale(gamma, Rewrite(difference)),
        Binary { Operator: BinaryOperator.Divide, Rank: Rank.Batch } share =>
            definitions.Define("uniform", Simplification.Of(share with { Left = Rewrite(share.Left), Right = Rewrite(share.Right) }), "the share that smoothing gives to every class"),
        Binary binary => definitions.Named(Simplification.Of(binary with { Left = Rewrite(binary.Left), Right = Rewrite(binary.Right) })),
        Reduction { Reducer: Reducer.Sum, Body: Unary { Operator: UnaryOperator.Relu, Operand: var u } } sum => excesses.SumOf(sum.Over, u),
        Reduction { Reducer: Reducer.Sum, Body: Unary { Operator: UnaryOperator.Step, Operand: var u } } sum => excesses.CountOf(sum.Over, u),
        Reduction { Reducer: Reducer.Sum } sum => definitions.Define("shareSum", Padding.SumOver(sum.Over, Rewrite(sum.Body)), "the sum over all classes other than the label"),
        Reduction max => definitions.Define(context.NameOf(max.Over, "max"), max with { Body = Rewrite(max.Body) }, context.RemarkOnLargest(max.Over)),
        IsFirstMaximum { Maximum: var max } => new OnlyAt(
            max.Over,
            definitions.Define(
                context.NameOf(max.Over, "argmax"),
                new FirstIndexOf(max.Over, max.Body is Score ? Rewrite(max) : -Rewrite(max)),
                max.Over == Axes.Negatives ? "the first of the negatives that is the largest" : "the first of the positives that is the smallest"),
            1),
        Score { IsSingle: true } => excesses.Target,
        OfClass { IsSingle: true, Input: ClassInput.Weight } weight => definitions.Define("labelWeight", weight, "the weight of the label's class"),
        OfClass { IsSingle: true } probability => definitions.Define("labelProbability", probability, "the probability of the class with the largest score"),
        Count count => context.Counts.Of(count.Side),
        _ => expression,
    };
}
