[assembly: AssemblyFixture(typeof(LossGen.Package.Tests.PackageFixture))]

namespace LossGen.Package.Tests;

/// <summary>What the tests share, made when the first of them asks for it, in a folder outside the repository.</summary>
public sealed class PackageFixture : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("LossGen.Package.Tests.").FullName;
    private readonly string version = $"0.0.0-test.{Guid.NewGuid():n}";
    private readonly Lazy<Task<PackedPackage>> package;
    private readonly Lazy<Task<PackedPackage>> packageOfOtherFolder;
    private readonly Lazy<Task<ConsumerProject>> builtExample;
    private readonly Lazy<Task<PublishedProgram>> trimmedExample;
    private readonly Lazy<Task<ConsumerProject>> nativeExample;
    private readonly Lazy<Task<Finished>> publishingTools;

    public PackageFixture()
    {
        package = new(() => PackedPackage.PackAsync(Path.Combine(folder, "packed"), version));
        packageOfOtherFolder = new(() => PackedPackage.PackAsync(Path.Combine(folder, "packed", "in", "another", "folder"), version));
        builtExample = new(BuildExampleAsync);
        trimmedExample = new(PublishTrimmedExampleAsync);
        nativeExample = new(() => PrepareToPublishAsync("Native"));
        publishingTools = new(() => ConsumerProject.RestoreToolsAsync(Path.Combine(folder, "tools")));
    }

    internal Task<PackedPackage> Package => package.Value;

    internal Task<PackedPackage> PackageOfOtherFolder => packageOfOtherFolder.Value;

    /// <summary>A project with the README's example for its program, built.</summary>
    internal Task<ConsumerProject> BuiltExample => builtExample.Value;

    /// <summary>The same in another folder, published without what it does not use.</summary>
    internal Task<PublishedProgram> TrimmedExample => trimmedExample.Value;

    /// <summary>The same to be compiled ahead of time.</summary>
    internal Task<ConsumerProject> NativeExample => nativeExample.Value;

    /// <summary>A project that refers to the package, not built yet.</summary>
    /// <param name="name">Its name, and that of its folder.</param>
    /// <param name="program">Its one file.</param>
    internal async Task<ConsumerProject> CreateProjectAsync(string name, string program) =>
        new(Path.Combine(folder, "consumers"), name, program, await Package);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<ConsumerProject> BuildExampleAsync()
    {
        ConsumerProject project = await CreateProjectAsync("Built", Readme.Example);
        (await project.BuildAsync()).OutputOfSuccess();
        return project;
    }

    private async Task<PublishedProgram> PublishTrimmedExampleAsync() =>
        await (await PrepareToPublishAsync("Trimmed")).PublishAsync("published", "PublishTrimmed=true");

    /// <summary>What the SDK needs for publishing is put where it would be for any user.</summary>
    private async Task<ConsumerProject> PrepareToPublishAsync(string name)
    {
        (await publishingTools.Value).OutputOfSuccess();
        return await CreateProjectAsync(name, Readme.Example);
    }
}
