using System.Collections.Immutable;
using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        context.RegisterSyntaxNodeAction(
            Analyze,
            SyntaxKind.MethodDeclaration,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.GetAccessorDeclaration,
            SyntaxKind.SetAccessorDeclaration,
            SyntaxKind.InitAccessorDeclaration,
            SyntaxKind.AddAccessorDeclaration,
            SyntaxKind.RemoveAccessorDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (!HasAttributes(context.Node) || context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not IMethodSymbol method)
        {
            return;
        }

        IEnumerable<(LossTable Loss, AttributeData Attribute)> losses = method.GetAttributes()
            .Where(attribute => attribute.ApplicationSyntaxReference is { } own && own.SyntaxTree == context.Node.SyntaxTree && context.Node.Span.Contains(own.Span))
            .Select(attribute => (Loss: LossTable.Of(attribute), Attribute: attribute))
            .Where(read => read.Loss is not null)
            .GroupBy(read => read.Loss!, (loss, group) => (loss, group.First().Attribute));
        foreach ((LossTable loss, AttributeData attribute) in losses)
        {
            foreach (Diagnostic problem in SpecificationReader.Read(method, attribute, loss, context.CancellationToken).Problems)
            {
                context.ReportDiagnostic(problem);
            }
        }
    }

    private static bool HasAttributes(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.AttributeLists.Count > 0,
        LocalFunctionStatementSyntax function => function.AttributeLists.Count > 0,
        AccessorDeclarationSyntax accessor => accessor.AttributeLists.Count > 0,
        _ => false,
    };
}
