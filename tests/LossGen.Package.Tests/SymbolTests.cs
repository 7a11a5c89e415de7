namespace LossGen.Package.Tests;

/// <summary>A debugger steps into the package's sources, wherever it was packed.</summary>
public class SymbolTests(PackageFixture fixture)
{
    private const string Sources = """^\{"documents":\{"/_/\*":"https://raw\.githubusercontent\.com/LossGen/LossGen/[0-9a-f]{40}/\*"\}\}$""";

    [Theory]
    [InlineData("lib/net10.0/LossGen.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.Generator.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.CodeFixes.dll")]
    public async Task Symbols_are_in_the_assembly_and_lead_to_the_sources_of_its_commit(string assembly)
    {
        Symbols symbols = Symbols.In(Path.Combine((await fixture.Package).Content, assembly));

        Assert.DoesNotContain(symbols.Documents, document => !document.StartsWith("/_/", StringComparison.Ordinal));
        Assert.SkipUnless(Path.Exists(Path.Combine(Folders.Repository, ".git")), "Without its history the repository has no commit to lead to.");
        Assert.Matches(Sources, symbols.SourceLink);
    }
}
