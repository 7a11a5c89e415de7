using System.Collections.Immutable;
using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Diagnostics;

/// <summary>Reports what is wrong with a specification. It reads it with the generator's own reader, so that the two cannot disagree.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecificationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;

        // The definition speaks for both parts of a method; a constructor is a method whose return type is still missing.
        if (method is not { PartialDefinitionPart: null, MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) })
        {
            return;
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            string? name = attribute.AttributeClass?.ToDisplayString();
            LossTable? loss = LossTable.All.FirstOrDefault(entry => entry.AttributeName == name);
            if (loss is not null)
            {
                foreach (Diagnostic problem in SpecificationReader.Read(method, attribute, loss, context.CancellationToken).Problems)
                {
                    context.ReportDiagnostic(problem);
                }
            }
        }
    }
}
