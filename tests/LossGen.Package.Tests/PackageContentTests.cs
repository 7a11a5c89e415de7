using System.Xml.Linq;

namespace LossGen.Package.Tests;

/// <summary>What is in the package, and what it says of itself.</summary>
public class PackageContentTests(PackageFixture fixture)
{
    [Fact]
    public async Task It_contains_the_library_the_generator_and_the_fixes_and_nothing_else()
    {
        string folder = (await fixture.Package).Content;

        Assert.Equal(
            [
                "LossGen.nuspec",
                "README.md",
                "analyzers/dotnet/cs/LossGen.CodeFixes.dll",
                "analyzers/dotnet/cs/LossGen.Generator.dll",
                "build/net10.0/LossGen.targets",
                "buildTransitive/net10.0/LossGen.targets",
                "icon.png",
                "lib/net10.0/LossGen.dll",
                "lib/net10.0/LossGen.xml",
            ],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(file => !IsOfContainer(file))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_says_what_it_is_and_depends_on_nothing()
    {
        PackedPackage package = await fixture.Package;
        XElement metadata = XDocument.Load(Path.Combine(package.Content, "LossGen.nuspec")).Root!.Elements().Single();
        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Assert.Equal("LossGen", Text("id"));
        Assert.Equal(package.Version, Text("version"));
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("README.md", Text("readme"));
        Assert.Equal("icon.png", Text("icon"));
        Assert.Equal("https://github.com/LossGen/LossGen", Text("projectUrl"));
        Assert.NotEmpty(Text("description"));
        Assert.NotEmpty(Text("tags"));
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName is "dependency" or "developmentDependency");
    }

    [Fact]
    public async Task Its_readme_is_that_of_the_repository_whose_links_it_spells_out()
    {
        const string Repository = "https://github.com/LossGen/LossGen/blob/main/";
        string packed = File.ReadAllText(Path.Combine((await fixture.Package).Content, "README.md"));
        string original = File.ReadAllText(Path.Combine(Folders.Repository, "README.md"));

        Assert.Equal(original.TrimEnd(), packed.Replace($"]({Repository}", "](", StringComparison.Ordinal).TrimEnd());
        Assert.DoesNotContain("](", packed.Replace("](https://", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>What every package has because it is one.</summary>
    private static bool IsOfContainer(string file) =>
        file == "[Content_Types].xml" || file.StartsWith("_rels/", StringComparison.Ordinal) || file.StartsWith("package/", StringComparison.Ordinal);
}
