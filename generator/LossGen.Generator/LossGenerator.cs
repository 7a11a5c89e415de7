using System.Text;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator;

/// <summary>
/// Implements every partial method that carries one of LossGen's attributes, a file a method. What is wrong with a method is for <see cref="LossAnalyzer"/>
/// to say; but where the method stays without a body the command-line compiler stops before it asks any analyzer, and the generator says it.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LossGenerator : IIncrementalGenerator
{
    /// <summary>The names under which the compiler tracks what was computed again.</summary>
    internal static class Steps
    {
        public const string Specification = "Specification";
        public const string Collisions = "Collisions";
        public const string Source = "Source";
    }

    private static readonly Encoding WithoutMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SpecificationResult>[] results = [.. LossTable.All.Select(loss => ResultsOf(context, loss))];
        foreach (IncrementalValuesProvider<SpecificationResult> result in results)
        {
            IncrementalValuesProvider<Diagnostic> problems = result.SelectMany(static (read, _) => read.Problems);
            context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem));
        }

        // From here on nothing holds a piece of the user's code: an equal specification computes nothing again.
        IncrementalValuesProvider<LossSpec>[] ofEachAttribute = [.. results.Select(SpecificationsOf)];

        // Only files whose names collide are named after their signatures, so that every name has to be known.
        IncrementalValueProvider<EquatableArray<string>> collisions = ofEachAttribute
            .Select(specs => specs.Select(static (spec, _) => spec.Method).Collect())
            .Aggregate((all, more) => all.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (methods, _) => FileNames.Collisions(methods))
            .WithTrackingName(Steps.Collisions);

        foreach (IncrementalValuesProvider<LossSpec> specs in ofEachAttribute)
        {
            IncrementalValuesProvider<(string FileName, string Text)> sources = specs
                .Select(static (spec, cancellation) => (spec.Method, Text: KernelWriter.Write(spec, cancellation)))
                .Combine(collisions)
                .Select(static (input, _) => (FileNames.Of(input.Left.Method, input.Right), input.Left.Text))
                .WithTrackingName(Steps.Source);
            context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.FileName, SourceText.From(source.Text, WithoutMark)));
        }
    }

    private static IncrementalValuesProvider<SpecificationResult> ResultsOf(IncrementalGeneratorInitializationContext context, LossTable loss) => context
        .SyntaxProvider.ForAttributeWithMetadataName(
            loss.AttributeName,
            static (node, _) => node is MethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax,
            (method, cancellation) => SpecificationReader.Read((IMethodSymbol)method.TargetSymbol, method.Attributes[0], loss, cancellation).ForGenerator());

    private static IncrementalValuesProvider<LossSpec> SpecificationsOf(IncrementalValuesProvider<SpecificationResult> results) => results
        .Where(static result => result.Spec is not null)
        .Select(static (result, _) => result.Spec!)
        .WithTrackingName(Steps.Specification);
}
