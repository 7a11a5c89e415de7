using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <content>What is legal, but probably not meant, or could be faster.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ReductionOfNothing = Warning(
        "LOSSGEN026",
        "Reduction has no effect",
        "Reduction has no effect on '{0}', whose gradients are of each row's own loss: return {1}, or remove Reduction",
        "A method that returns nothing reduces nothing, and the divisor of a mean is no part of its gradients.");

    public static readonly DiagnosticDescriptor IgnoredClass = Warning(
        "LOSSGEN027",
        "IgnoreLabel is a class",
        "IgnoreLabel is {0}, one of the classes 0 to {1}: rows of that class add nothing, so write a number that is no class unless that is meant",
        "A row whose label is ignored adds no loss and no gradient, even if the label is that of a class.");

    public static readonly DiagnosticDescriptor ParallelOfOneRow = Warning(
        "LOSSGEN028",
        "Parallel has no effect",
        "Parallel has no effect on '{0}', which takes one row: {1} for a batch, or remove Parallel",
        "A batch is split by its rows; a row is computed on one thread.");

    public static readonly DiagnosticDescriptor MarginUnsuitedToCosines = Warning(
        "LOSSGEN030",
        "Margin does not suit cosines",
        "Margin is {0}: {1}",
        "Cosines lie between −1 and 1: a positive can lead a negative by 2, none is above 1, and none below −1.");

    public static readonly DiagnosticDescriptor GammaSaturates = Warning(
        "LOSSGEN031",
        "Gamma saturates",
        "Gamma is {0}: times the rounding of a {1} near 1 that is {2}, so rounding decides the loss and its gradient",
        "The scale γ multiplies every difference of scores, the rounding of the scores included.");

    public static readonly DiagnosticDescriptor ExpensivePairs = Warning(
        "LOSSGEN032",
        "Every pair is computed",
        "A row has {0} × {1} pairs, which Over.Sum computes one by one: Over.LogSumExp and UnifiedLoss cost {0} + {1}",
        "The sum of the hinges of all pairs does not factor into one sum for each side, as a log-sum-exp does.");

    public static readonly DiagnosticDescriptor SmoothingOfIgnoredClass = Warning(
        "LOSSGEN033",
        "The ignored class takes part in the smoothing",
        "LabelSmoothing gives the class {0} its share in every row, though IgnoreLabel ignores its own rows: write an IgnoreLabel that is no class",
        "Ignoring a label leaves out the rows that carry it; as one of the classes it remains a part of all other rows.");

    public static readonly DiagnosticDescriptor OneRowHasOneNumber = Warning(
        "LOSSGEN034",
        "A row has one loss and one factor",
        "'{0}' holds a single number, since '{1}' takes one row: {2} for a batch, or {3}",
        "What a batch has one of for each row, a single row has one of.");

    public static readonly DiagnosticDescriptor NothingToIgnore = Warning(
        "LOSSGEN038",
        "IgnoreLabel has no effect",
        "IgnoreLabel is {0}, which is no int, so that no row is ignored: write the label that is meant, or take labels of type long",
        "A row is ignored if its label is that number, which the type of the labels has to hold.");

    public static readonly DiagnosticDescriptor SlowerLayout = Information(
        "LOSSGEN035",
        "The length of a row is not fixed",
        "Only its arguments tell '{0}' {1}, so it takes {2}: set {3} where that is known",
        "For a length that is known at compile time the kernel is unrolled, or takes a row in each lane; otherwise it loops. Where nothing else tells how many rows there are, there is one.");

    public static readonly DiagnosticDescriptor NoGradient = Warning(
        "LOSSGEN036",
        "No gradient is written",
        "Neither '{0}' nor a method beside it computes the loss's gradient, which training needs: '{1}' would write it",
        "A public method without a gradient can evaluate a model, but not train it. Beside one of the same loss with a gradient it is taken to be meant so.");

    public static readonly DiagnosticDescriptor DefaultOfMemory = Warning(
        "LOSSGEN039",
        "What a call leaves out is empty",
        "A call of '{1}' that leaves out '{0}' throws, since its default has room for no row: remove the default{2}",
        "Whether something is computed is decided by the parameters of a method, and not by an argument: memory has to fit the rows.");
}
