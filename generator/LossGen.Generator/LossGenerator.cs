using System.Text;
using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator;

/// <summary>
/// Implements every partial method that carries one of LossGen's attributes, a file a method. What is wrong with a method, and the reason why nothing is
/// generated for it, <see cref="Diagnostics.SpecificationAnalyzer"/> reports.
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
        IncrementalValuesProvider<LossSpec>[] ofEachAttribute = [.. LossTable.All.Select(loss => SpecificationsOf(context, loss))];

        // Only files whose names collide are named after their signatures, so that every name has to be known.
        IncrementalValueProvider<EquatableArray<string>> collisions = ofEachAttribute
            .Select(specs => specs.Select(static (spec, _) => spec.Method).Collect())
            .Aggregate((all, more) => all.Combine(more).Select(static (both, _) => both.Left.AddRange(both.Right)))
            .Select(static (methods, _) => FileNames.Collisions(methods))
            .WithTrackingName(Steps.Collisions);

        foreach (IncrementalValuesProvider<LossSpec> specs in ofEachAttribute)
        {
            IncrementalValuesProvider<(string FileName, string Text)> sources = specs
                .Combine(collisions)
                .Select(static (input, _) => (FileNames.Of(input.Left.Method, input.Right), KernelWriter.Write(input.Left)))
                .WithTrackingName(Steps.Source);
            context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.FileName, SourceText.From(source.Text, WithoutMark)));
        }
    }

    private static IncrementalValuesProvider<LossSpec> SpecificationsOf(IncrementalGeneratorInitializationContext context, LossTable loss) => context
        .SyntaxProvider.ForAttributeWithMetadataName(
            loss.AttributeName,
            static (node, _) => node is MethodDeclarationSyntax,
            (method, cancellation) => SpecificationReader.Read((IMethodSymbol)method.TargetSymbol, method.Attributes[0], loss, cancellation).Spec)
        .Where(static spec => spec is not null)
        .Select(static (spec, _) => spec!)
        .WithTrackingName(Steps.Specification);
}
