namespace LossGen.Package.Tests;

/// <summary>The same sources give the same files, wherever they are built.</summary>
public class ReproducibilityTests(PackageFixture fixture)
{
    [Theory]
    [InlineData("lib/net10.0/LossGen.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.Generator.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.CodeFixes.dll")]
    public async Task An_assembly_does_not_depend_on_the_folder(string path)
    {
        PackedPackage[] packages = await Task.WhenAll(fixture.Package, fixture.PackageOfOtherFolder);

        byte[][] assemblies = [.. packages.Select(package => File.ReadAllBytes(Path.Combine(package.Content, path)))];
        Assert.True(assemblies[0].AsSpan().SequenceEqual(assemblies[1]), $"{path} differs between two builds of the same sources.");
    }

    [Fact]
    public async Task The_generated_text_does_not_depend_on_the_folder()
    {
        ConsumerProject project = await fixture.BuiltExample;
        ConsumerProject other = (await fixture.TrimmedExample).Project;

        Assert.Single(project.GeneratedFiles);
        Assert.Equal(project.GeneratedFiles, other.GeneratedFiles);
    }
}
