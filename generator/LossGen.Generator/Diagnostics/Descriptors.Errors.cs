using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <content>Where no correct code can be written.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MethodMustBePartial = Error(
        "LOSSGEN001",
        "A loss method must be partial",
        "'{0}' must be a partial method without a body, for LossGen to write its implementation",
        "LossGen implements the annotated method in a file of its own, which C# allows for a partial method only.");

    public static readonly DiagnosticDescriptor MethodIsImplemented = Error(
        "LOSSGEN002",
        "A loss method must not have an implementation",
        "'{0}' has an implementation already: {1}",
        "LossGen writes the implementation of the annotated method, and there can be only one.");

    public static readonly DiagnosticDescriptor TypeMustBePartial = Error(
        "LOSSGEN003",
        "A type that contains a loss method must be partial",
        "'{0}' must be partial, because it contains the loss method '{1}'",
        "The implementation of the method stands in another file; every type around the method must be open to that.");

    public static readonly DiagnosticDescriptor MethodMustNotBeGeneric = Error(
        "LOSSGEN004",
        "A loss method must not be generic",
        "'{0}' must not have type parameters: write one method for float and one for double",
        "A kernel is written for one scalar type. Containing types may be generic.");

    public static readonly DiagnosticDescriptor TypeMustNotBeFileLocal = Error(
        "LOSSGEN005",
        "A type that contains a loss method must not be file-local",
        "'{0}' is file-local, so the implementation of '{1}' cannot stand in another file: remove 'file'",
        "A file-local type cannot be extended from the file that LossGen writes.");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Error(
        "LOSSGEN006",
        "A loss method returns the type of its scores",
        "'{0}' returns '{1}': it must return {2}, the loss, or nothing",
        "The method returns the loss, in the type that the scores have, or writes gradients and losses alone.");

    public static readonly DiagnosticDescriptor UnknownRole = Error(
        "LOSSGEN007",
        "A parameter's name says what it is for",
        "'{0}' is not a role that a parameter of {1} can have{2}: the roles are {3}",
        "LossGen reads from a parameter's name, in upper or lower case, what the parameter is for.");

    public static readonly DiagnosticDescriptor WrongParameterType = Error(
        "LOSSGEN008",
        "A parameter has a type that its role does not take",
        "'{0}' has the type '{1}': it must be {2}",
        "Every role takes one type, or one of a few.");

    public static readonly DiagnosticDescriptor MissingRole = Error(
        "LOSSGEN009",
        "A parameter is missing",
        "'{0}' has no parameter '{1}': a signature that works is '{2}'",
        "The loss cannot be computed without this parameter.");

    public static readonly DiagnosticDescriptor ContradictoryRoles = Error(
        "LOSSGEN010",
        "Two parameters contradict each other",
        "'{0}' and '{1}' exclude each other: keep one of them",
        "Each role can be taken once, and what can be said in two ways is said in one: labels or targets, positives and negatives or similarities.");

    public static readonly DiagnosticDescriptor WrongPassing = Error(
        "LOSSGEN011",
        "A parameter is passed in a way that its role does not take",
        "'{0}' is passed by '{1}': only plain parameters, 'in', 'scoped' and 'params' are possible",
        "A kernel reads its inputs and writes through spans; it never assigns a parameter.");

    public static readonly DiagnosticDescriptor ClassesOutOfRange = Error(
        "LOSSGEN012",
        "Classes is out of range",
        "Classes is {0}: it must be at least 2, or 0 to take it from the lengths at run time",
        "With fewer than two classes there is nothing to tell apart.");

    public static readonly DiagnosticDescriptor GammaOutOfRange = Error(
        "LOSSGEN013",
        "Gamma is out of range",
        "Gamma is {0}: it must be positive and a normal number as {1}",
        "The scale γ multiplies every difference of scores; it is rounded once to the type of the scores.");

    public static readonly DiagnosticDescriptor MarginOutOfRange = Error(
        "LOSSGEN014",
        "Margin is out of range",
        "Margin is {0}: it must be finite as {1}",
        "The margin m is added to every difference of scores; it is rounded once to the type of the scores.");

    public static readonly DiagnosticDescriptor UnknownReduction = Error(
        "LOSSGEN015",
        "Reduction is not one of its values",
        "Reduction is {0}: it must be Reduction.Mean or Reduction.Sum",
        "The reduction says how the losses of the rows become one number.");

    public static readonly DiagnosticDescriptor LanguageVersionTooLow = Error(
        "LOSSGEN016",
        "The C# version is too low",
        "LossGen writes C# {0}, but this project compiles C# {1}: raise LangVersion",
        "The implementation that LossGen writes uses file-local types and read-only references.");

    public static readonly DiagnosticDescriptor UnknownOver = Error(
        "LOSSGEN017",
        "Over is not one of its values",
        "Over is {0}: it must be Over.Sum, Over.Max or Over.LogSumExp",
        "A hinge loss takes the sum, the maximum or the log-sum-exp of a row's violations.");

    public static readonly DiagnosticDescriptor TwoLosses = Error(
        "LOSSGEN018",
        "A method computes one loss",
        "'{0}' has two loss attributes: keep one, and write a second method for the other",
        "The attribute decides what the method computes.");

    public static readonly DiagnosticDescriptor UselessParameter = Error(
        "LOSSGEN019",
        "A parameter needs another one",
        "'{0}' is of no use without '{1}': a signature that works is '{2}'",
        "A derivative needs the scores that it is taken by, labels need the scores that they belong to, and a factor on gradients needs a gradient.");

    public static readonly DiagnosticDescriptor NothingToCompute = Error(
        "LOSSGEN020",
        "A loss method has nothing to compute",
        "'{0}' returns nothing and writes nothing: return {1}, the loss, or add a parameter for a gradient or for 'losses'",
        "A method returns the reduced loss, or writes gradients, or writes the losses of the rows, or several of these.");

    public static readonly DiagnosticDescriptor PropertyBesideParameter = Error(
        "LOSSGEN021",
        "A property contradicts a parameter",
        "{0} cannot stand beside '{1}': {2}, so remove {0}",
        "What a property says must be possible with the parameters that the method is given.");

    public static readonly DiagnosticDescriptor BalancedWithoutLogSumExp = Error(
        "LOSSGEN022",
        "Balanced needs a log-sum-exp",
        "Balanced makes a mean of the sum in a log-sum-exp, and Over.{0} has none: write Over = Over.LogSumExp, or remove Balanced",
        "Of the hinge losses of pairs only the smoothed maximum has sums of exps that could become means.");

    public static readonly DiagnosticDescriptor LabelSmoothingOutOfRange = Error(
        "LOSSGEN023",
        "LabelSmoothing is out of range",
        "LabelSmoothing is {0}: it must be from 0 to 1",
        "It is the part of the label's probability that all classes share.");

    public static readonly DiagnosticDescriptor CountOutOfRange = Error(
        "LOSSGEN024",
        "Positives or Negatives is out of range",
        "{0} is {1}: it must be at least 1, or 0 to take it from the lengths at run time",
        "It is the number of positives or of negatives that a row has.");

    public static readonly DiagnosticDescriptor UnknownScores = Error(
        "LOSSGEN025",
        "Scores is not one of its values",
        "Scores is {0}: it must be ScoreRange.Unbounded or ScoreRange.Cosine",
        "The range of the scores is a promise that a kernel may rely on.");

    public static readonly DiagnosticDescriptor NotAMethodOfAType = Error(
        "LOSSGEN037",
        "A loss is a method of a type",
        "'{0}' is {1}, which LossGen cannot implement: put the attribute on a partial method of a type, and call that",
        "LossGen implements an ordinary method, in another part of the type that contains it.");

    public static readonly DiagnosticDescriptor LibraryMissing = Error(
        "LOSSGEN029",
        "The library is missing",
        "'{0}' is not declared by the library LossGen: reference the package LossGen, and no other declaration of that name",
        "Generated kernels call the library that comes with the generator, whose attributes ask for them.");
}
