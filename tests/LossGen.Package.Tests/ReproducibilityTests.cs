namespace LossGen.Package.Tests;

/// <summary>The same sources give the same files, wherever they are built.</summary>
public class ReproducibilityTests(PackageFixture fixture)
{
    [Fact]
    public async Task The_library_does_not_depend_on_the_folder()
    {
        PackedPackage[] packages = await Task.WhenAll(fixture.Package, fixture.PackageOfOtherFolder);

        byte[][] libraries = [.. packages.Select(package => File.ReadAllBytes(Path.Combine(package.Content, "lib", "net10.0", "LossGen.dll")))];
        Assert.True(libraries[0].AsSpan().SequenceEqual(libraries[1]), "The library differs between two builds of the same sources.");
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
