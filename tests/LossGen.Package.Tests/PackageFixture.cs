[assembly: AssemblyFixture(typeof(LossGen.Package.Tests.PackageFixture))]

namespace LossGen.Package.Tests;

/// <summary>What the tests share, made when the first of them asks for it, in a folder outside the repository.</summary>
public sealed class PackageFixture : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("LossGen.Package.Tests.").FullName;
    private readonly string version = $"0.0.0-test.{Guid.NewGuid():n}";
    private readonly Lazy<Task<PackedPackage>> package;
    private readonly Lazy<Task<PackedPackage>> packageOfOtherFolder;
    private readonly Lazy<Task<ConsumerProject>> readmeExample;
    private readonly Lazy<Task<ConsumerProject>> publishedExample;

    public PackageFixture()
    {
        package = new(() => PackedPackage.PackAsync(Path.Combine(folder, "packed"), version));
        packageOfOtherFolder = new(() => PackedPackage.PackAsync(Path.Combine(folder, "packed", "in", "another", "folder"), version));
        readmeExample = new(BuildReadmeExampleAsync);
        publishedExample = new(PreparePublishedExampleAsync);
    }

    internal Task<PackedPackage> Package => package.Value;

    internal Task<PackedPackage> PackageOfOtherFolder => packageOfOtherFolder.Value;

    /// <summary>A project that has been built, with the README's example for its program.</summary>
    internal Task<ConsumerProject> ReadmeExample => readmeExample.Value;

    /// <summary>The same in a project of its own, on a machine that has what the SDK needs for publishing.</summary>
    internal Task<ConsumerProject> PublishedExample => publishedExample.Value;

    /// <summary>A project that refers to the package, not built yet.</summary>
    /// <param name="path">Where it is to be; the last folder gives it its name.</param>
    /// <param name="program">Its one file.</param>
    internal async Task<ConsumerProject> CreateProjectAsync(string path, string program) =>
        new(Path.Combine(folder, "consumers", path), program, await Package, Path.Combine(folder, "packages"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<ConsumerProject> BuildReadmeExampleAsync()
    {
        ConsumerProject project = await CreateProjectAsync("Readme", Readme.Example);
        (await project.BuildAsync()).OutputOfSuccess();
        return project;
    }

    private async Task<ConsumerProject> PreparePublishedExampleAsync()
    {
        (await ConsumerProject.RestoreToolsAsync(Path.Combine(folder, "tools"))).OutputOfSuccess();
        return await CreateProjectAsync("Published", Readme.Example);
    }
}
