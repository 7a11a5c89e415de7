using System.Collections.Immutable;
using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Diagnostics;

/// <summary>Reports everything that is wrong or doubtful with a loss method, while it is typed and when it is built: what the generator reads, it reads too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LossAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // The implementation that LossGen writes is marked as generated, and with it the whole method counts as such.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);

        // A symbol is cheap to look at: syntax nodes would be searched for in every generated kernel.
        context.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);

        // What is said of a type while one of its methods is looked at would belong to no file that is open, and have no fix.
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsExtension && MethodsWithin(type).FirstOrDefault(method => method.GetAttributes().Any(attribute => LossTable.Of(attribute) is not null)) is { } method)
        {
            var problems = new List<Diagnostic>();
            DeclarationReader.CheckType(type, method, problems, context.CancellationToken);
            problems.ForEach(context.ReportDiagnostic);
        }
    }

    private static IEnumerable<IMethodSymbol> MethodsWithin(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false })
        .Concat(type.GetTypeMembers().Where(nested => !nested.IsExtension).SelectMany(MethodsWithin));

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;

        // The definition has the attributes of both parts; to a constructor the compiler lets none be given.
        if (method.PartialDefinitionPart is not null || method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
        {
            return;
        }

        IEnumerable<(LossTable Loss, AttributeData Attribute)> losses = method.GetAttributes()
            .Select(attribute => (Loss: LossTable.Of(attribute), Attribute: attribute))
            .Where(read => read.Loss is not null)
            .GroupBy(read => read.Loss!, (loss, group) => (loss, group.First().Attribute));
        foreach ((LossTable loss, AttributeData attribute) in losses)
        {
            foreach (Diagnostic problem in SpecificationReader.Read(method, attribute, loss, context.CancellationToken).Problems.Where(IsOfMethod))
            {
                context.ReportDiagnostic(problem);
            }
        }
    }

    private static bool IsOfMethod(Diagnostic problem) =>
        problem.Descriptor != Descriptors.TypeMustBePartial && problem.Descriptor != Descriptors.TypeMustNotBeFileLocal;
}
