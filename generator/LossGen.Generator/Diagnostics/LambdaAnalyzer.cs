using System.Collections.Immutable;
using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Diagnostics;

/// <summary>Reports a loss on a lambda, which is neither a symbol that analyzers are shown nor one that a generator can ask for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LambdaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NotAMethodOfAType];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // No generated kernel is searched for lambdas.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(AnalyzeLambda, SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static void AnalyzeLambda(SyntaxNodeAnalysisContext context)
    {
        var lambda = (ParenthesizedLambdaExpressionSyntax)context.Node;
        if (lambda.AttributeLists.Count > 0
            && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol method
            && method.GetAttributes().Any(attribute => LossTable.Of(attribute) is not null))
        {
            SyntaxToken arrow = lambda.ArrowToken;
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotAMethodOfAType, arrow.GetLocation(), arrow.Text, "a lambda"));
        }
    }
}
