using System.Reflection;

namespace LossGen.Package.Tests;

/// <summary>The folders that the build knows.</summary>
internal static class Folders
{
    /// <summary>The repository that this test project is part of.</summary>
    public static string Repository { get; } = OfBuild("RepositoryFolder");

    /// <summary>Where restored packages are kept on this machine.</summary>
    public static string Packages { get; } = OfBuild("PackagesFolder");

    private static string OfBuild(string key) => typeof(Folders).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
