using System.Collections.Immutable;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Specification;

/// <summary>What reading a method gave: its specification, null if it is wrong, and what is wrong or doubtful (nothing, where the compiler says so).</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Problems">What is wrong or doubtful.</param>
/// <param name="IsHiddenFromAnalyzers">Whether no analyzer gets to see the method, if nothing is generated for it.</param>
internal sealed record SpecificationResult(LossSpec? Spec, ImmutableArray<Diagnostic> Problems, bool IsHiddenFromAnalyzers = false)
{
    /// <summary>The same without what is left to the analyzer: a result without a problem is equal to the next one, so that nothing is computed again.</summary>
    public SpecificationResult ForGenerator() =>
        this with { Problems = [.. Problems.Where(problem => IsHiddenFromAnalyzers && problem.Severity == DiagnosticSeverity.Error)] };
}

/// <summary>Reads the specification of one annotated method.</summary>
internal static class SpecificationReader
{
    /// <summary>File-local types need 11, <c>ref readonly</c> parameters 12.</summary>
    private const LanguageVersion LowestLanguageVersion = LanguageVersion.CSharp12;

    /// <summary>A batch that is split is a <c>ref struct</c> with an interface.</summary>
    private const LanguageVersion LowestLanguageVersionOfParallel = LanguageVersion.CSharp13;

    /// <summary>A name without parameters: <c>Property.get</c>, <c>operator +</c>.</summary>
    private static readonly SymbolDisplayFormat NameAlone = new(
        memberOptions: SymbolDisplayMemberOptions.IncludeExplicitInterface,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static SpecificationResult Read(IMethodSymbol method, AttributeData attribute, LossTable loss, CancellationToken cancellation)
    {
        // The compiler says itself that a method needs a type around it.
        if (HasSyntaxErrors(method, cancellation) || method.ContainingType is { IsExtension: false, CanBeReferencedByName: false })
        {
            return new SpecificationResult(Spec: null, Problems: []);
        }

        if (DeclarationReader.KindThatIsNeverWritten(method, cancellation) is { } kind)
        {
            // What its parameters are does not matter.
            var problem = Diagnostic.Create(Descriptors.NotAMethodOfAType, method.Locations[0], method.ToDisplayString(NameAlone), kind);
            return new SpecificationResult(Spec: null, [problem], DeclarationReader.IsHiddenFromAnalyzers(method, cancellation));
        }

        var problems = new List<Diagnostic>();
        CheckLibrary(attribute, problems, cancellation);
        AttributeData[] losses = [.. method.GetAttributes().Where(other => LossTable.Of(other) is not null)];
        int place = Array.FindIndex(losses, other => other.ApplicationSyntaxReference?.Span == attribute.ApplicationSyntaxReference?.Span);
        if (place == 1)
        {
            problems.Add(Diagnostic.Create(Descriptors.TwoLosses, attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation(), method.Name));
        }

        if (place > 0)
        {
            // What is wrong with the method is said beside its first loss.
            return new SpecificationResult(Spec: null, [.. problems], DeclarationReader.IsHiddenFromAnalyzers(method, cancellation));
        }

        MethodSpec? declaration = DeclarationReader.Read(method, problems, cancellation);
        if (DeclarationReader.HasImplementation(method))
        {
            // Whatever else is wrong would have to be changed in both parts.
            return new SpecificationResult(Spec: null, [.. problems]);
        }

        Signature? signature = SignatureReader.Read(method, loss, problems, cancellation);
        var arguments = new AttributeArguments(attribute, cancellation);
        AttributeValues? values = AttributeReader.Read(arguments, loss, signature?.Scalar ?? SignatureReader.ScalarOf(method, loss), problems);
        CheckLanguageVersion(method, values is { IsParallel: true } ? LowestLanguageVersionOfParallel : LowestLanguageVersion, problems, cancellation);
        if (signature is not null && values is not null)
        {
            PropertyRules.Check(arguments, values, loss, signature, problems);
        }

        bool isRight = losses.Length == 1 && problems.Count == 0;
        LossSpec? spec = isRight && declaration is not null && signature is not null && values is not null
            ? new LossSpec(
                loss.Loss,
                values.Over,
                values.Gamma,
                values.Margin,
                values.DetachesWeights,
                values.IsBalanced,
                values.LabelSmoothing,
                IgnoreLabelOf(values, signature),
                values.AreCosines,
                values.IsMean,
                values.IsParallel,
                signature.ReturnsLoss,
                signature.Scalar,
                ShapeOf(loss, values, signature),
                declaration with { Parameters = signature.Parameters })
            : null;
        if (spec is not null)
        {
            DoubtRules.Check(arguments, spec, method, loss, problems, cancellation);
            spec = spec with { IsParallel = spec is { IsParallel: true, IsSingleRow: false } };
        }

        return new SpecificationResult(spec, [.. problems], DeclarationReader.IsHiddenFromAnalyzers(method, cancellation));
    }

    private static ScoreShape ShapeOf(LossTable loss, AttributeValues values, Signature signature) =>
        loss.IsClassification ? new Classification(values.Classes)
        : signature.Has(Role.Similarities) ? new SimilarityMatrix(IsSquare: !signature.Has(Role.ColumnLabels))
        : new Pairs(values.Positives, values.Negatives);

    /// <summary>Whether the declaration is still being typed: what is missing is said by the compiler.</summary>
    private static bool HasSyntaxErrors(IMethodSymbol method, CancellationToken cancellation) => method.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellation).GetDiagnostics())
        .Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Whoever declares the attribute must have what generated code calls.</summary>
    private static void CheckLibrary(AttributeData attribute, List<Diagnostic> problems, CancellationToken cancellation)
    {
        INamedTypeSymbol declared = attribute.AttributeClass!;
        if (declared.ContainingAssembly.GetTypeByMetadataName("LossGen.CompilerServices.KernelArguments") is null)
        {
            Location location = attribute.ApplicationSyntaxReference!.GetSyntax(cancellation).GetLocation();
            problems.Add(Diagnostic.Create(Descriptors.LibraryMissing, location, declared.Name));
        }
    }

    private static void CheckLanguageVersion(IMethodSymbol method, LanguageVersion lowest, List<Diagnostic> problems, CancellationToken cancellation)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation).SyntaxTree.Options is CSharpParseOptions options
            && options.LanguageVersion < lowest)
        {
            problems.Add(Diagnostic.Create(
                Descriptors.LanguageVersionTooLow,
                method.Locations[0],
                lowest.ToDisplayString(),
                options.LanguageVersion.ToDisplayString()));
        }
    }

    /// <summary>The label to ignore; none where the labels' type cannot hold it.</summary>
    private static long? IgnoreLabelOf(AttributeValues values, Signature signature)
    {
        bool areInts = signature.Parameters.Any(parameter => parameter.Role is Role.Label or Role.Labels && parameter.Type.Contains("int"));
        return areInts && values.IgnoreLabel is not (>= int.MinValue and <= int.MaxValue) ? null : values.IgnoreLabel;
    }
}
