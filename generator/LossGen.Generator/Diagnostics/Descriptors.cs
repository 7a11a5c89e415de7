using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>What can be wrong or doubtful in a specification. An id is never used again for something else.</summary>
internal static partial class Descriptors
{
    private const string Pages = "https://github.com/LossGen/LossGen/blob/main/generator/LossGen.Generator/Diagnostics/Pages/";

    // All fields of both other parts have been initialised by the time that a static constructor runs.
    static Descriptors() => All =
    [
        MethodMustBePartial,
        MethodIsImplemented,
        TypeMustBePartial,
        MethodMustNotBeGeneric,
        TypeMustNotBeFileLocal,
        UnsupportedReturnType,
        UnknownRole,
        WrongParameterType,
        MissingRole,
        ContradictoryRoles,
        WrongPassing,
        ClassesOutOfRange,
        GammaOutOfRange,
        MarginOutOfRange,
        UnknownReduction,
        LanguageVersionTooLow,
        UnknownOver,
        TwoLosses,
        UselessParameter,
        NothingToCompute,
        PropertyBesideParameter,
        BalancedWithoutLogSumExp,
        LabelSmoothingOutOfRange,
        CountOutOfRange,
        UnknownScores,
        ReductionOfNothing,
        IgnoredClass,
        ParallelOfOneRow,
        LibraryMissing,
        MarginUnsuitedToCosines,
        GammaSaturates,
        ExpensivePairs,
        SmoothingOfIgnoredClass,
        OneRowHasOneNumber,
        SlowerLayout,
        NoGradient,
        NotAMethodOfAType,
        NothingToIgnore,
        DefaultOfMemory,
    ];

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; }

    private static DiagnosticDescriptor Error(string id, string title, string message, string description) =>
        Describe(id, title, message, DiagnosticSeverity.Error, description);

    private static DiagnosticDescriptor Warning(string id, string title, string message, string description) =>
        Describe(id, title, message, DiagnosticSeverity.Warning, description);

    private static DiagnosticDescriptor Information(string id, string title, string message, string description) =>
        Describe(id, title, message, DiagnosticSeverity.Info, description);

    private static DiagnosticDescriptor Describe(string id, string title, string message, DiagnosticSeverity severity, string description) =>
        new(id, title, message, "LossGen", severity, isEnabledByDefault: true, description, helpLinkUri: $"{Pages}{id}.md");
}
