using System.IO.Compression;

namespace LossGen.Package.Tests;

/// <summary>The package, packed from a copy of the repository's sources.</summary>
/// <param name="Version">A version that nothing on the machine can have kept from an earlier run.</param>
/// <param name="Feed">The folder with the packed file alone in it.</param>
/// <param name="Content">The folder with what the package contains.</param>
internal sealed record PackedPackage(string Version, string Feed, string Content)
{
    private static readonly string[] Sources =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig", "README.md", "runtime", "generator"];

    /// <summary>A copy is packed, so that no build of the repository's own is disturbed, or is what the package is made of.</summary>
    public static async Task<PackedPackage> PackAsync(string folder, string version)
    {
        string sources = Path.Combine(folder, "sources");
        foreach (string source in Sources)
        {
            Copy(Path.Combine(Folders.Repository, source), Path.Combine(sources, source));
        }

        PointToRepository(sources);
        var package = new PackedPackage(version, Path.Combine(folder, "feed"), Path.Combine(folder, "content"));

        // The analyzers have their say when the solution is built.
        Finished pack = await Finished.RunAsync(
            sources, "dotnet", "pack", "runtime", "-o", package.Feed, $"-p:PackageVersion={version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false");
        Assert.DoesNotContain("warning", pack.OutputOfSuccess(), StringComparison.OrdinalIgnoreCase);
        await ZipFile.ExtractToDirectoryAsync(Directory.GetFiles(package.Feed).Single(), package.Content);
        return package;
    }

    /// <summary>The copy has the repository's history, if there is one.</summary>
    private static void PointToRepository(string sources)
    {
        string git = Path.Combine(Folders.Repository, ".git");
        if (File.Exists(git))
        {
            File.Copy(git, Path.Combine(sources, ".git"));
        }
        else if (Directory.Exists(git))
        {
            File.WriteAllText(Path.Combine(sources, ".git"), $"gitdir: {git}\n");
        }
    }

    private static void Copy(string source, string target)
    {
        if (File.Exists(source))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
            return;
        }

        foreach (string entry in Directory.EnumerateFileSystemEntries(source))
        {
            if (Path.GetFileName(entry) is not ("bin" or "obj") and string name)
            {
                Copy(entry, Path.Combine(target, name));
            }
        }
    }
}
