using LossGen.Generator.Specification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Driver;

/// <summary>What the reader makes of code, without a kernel being written.</summary>
internal static class SpecificationRun
{
    /// <summary>The error that every partial method has before the generator has run.</summary>
    private const string NotImplementedYet = "CS8795";

    /// <summary>The specification of the method <c>Loss</c> of the type <c>Losses</c>, in which nothing may be wrong.</summary>
    public static LossSpec Of(string code)
    {
        CSharpCompilation compilation = TestCompilation.Of(code);
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            error => error.Severity == DiagnosticSeverity.Error && error.Id != NotImplementedYet);
        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("Losses")!.GetMembers("Loss").Single();
        AttributeData attribute = method.GetAttributes().Single();

        SpecificationResult result = SpecificationReader.Read(method, attribute, LossTable.Of(attribute)!, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(result.Problems, problem => problem.Severity == DiagnosticSeverity.Error);
        return result.Spec!;
    }
}
