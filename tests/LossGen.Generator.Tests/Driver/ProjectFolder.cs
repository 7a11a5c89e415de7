using System.Reflection;

namespace LossGen.Generator.Tests.Driver;

internal static class ProjectFolder
{
    /// <summary>The folder of this test project.</summary>
    public static string Path { get; } = typeof(ProjectFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ProjectDirectory").Value!;
}
