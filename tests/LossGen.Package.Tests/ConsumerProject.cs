namespace LossGen.Package.Tests;

/// <summary>A project as a user has it, with the package as its only reference.</summary>
internal sealed class ConsumerProject
{
    private readonly string name;
    private readonly string folder;

    /// <param name="folder">Where it is to be; its name gives the project's.</param>
    /// <param name="program">Its one file.</param>
    /// <param name="package">What it refers to.</param>
    /// <param name="packages">Where restored packages go.</param>
    public ConsumerProject(string folder, string program, PackedPackage package, string packages)
    {
        this.folder = folder;
        name = Path.GetFileName(folder);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), ProjectText(package.Version));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), SettingsText(package.Feed, packages));
    }

    /// <summary>What LossGen has written while the project was built: a path below its folder and a text for each file.</summary>
    public (string Path, string Text)[] GeneratedFiles =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "obj"), "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("LossGen.Generator", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file), File.ReadAllText(file))),
    ];

    public Task<Finished> BuildAsync() => Finished.RunAsync(folder, "dotnet", "build");

    public Task<Finished> RunAsync() => Finished.RunAsync(folder, "dotnet", "run", "--no-build");

    /// <summary>Publishes it and returns what the build says, then starts the published program and returns what it writes.</summary>
    public async Task<(string Build, string Program)> PublishAsync(string output, params string[] properties)
    {
        Finished build = await Finished.RunAsync(folder, "dotnet", ["publish", "-o", output, .. properties.Select(property => $"-p:{property}")]);
        build.OutputOfSuccess();
        Finished program = await Finished.RunAsync(folder, Path.Combine(folder, output, name));
        return (build.Output, program.OutputOfSuccess().Trim());
    }

    /// <summary>Restores a project that refers to nothing with the user's own settings.</summary>
    public static Task<Finished> RestoreToolsAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Tools.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <PublishAot>true</PublishAot>
              </PropertyGroup>
            </Project>
            """);
        return Finished.RunAsync(folder, "dotnet", "restore", "--use-current-runtime");
    }

    /// <summary>What <c>dotnet new console</c> and <c>dotnet add package LossGen</c> write.</summary>
    private static string ProjectText(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="LossGen" Version="{version}" />
          </ItemGroup>

        </Project>
        """;

    /// <summary>The package comes from its feed and goes to a folder of its own; what else is needed must be on the machine already.</summary>
    private static string SettingsText(string feed, string packages) => $"""
        <Project>
          <PropertyGroup>
            <RestoreSources>{feed}</RestoreSources>
            <RestorePackagesPath>{packages}</RestorePackagesPath>
            <RestoreFallbackFolders>{Folders.Packages}</RestoreFallbackFolders>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
          </PropertyGroup>
        </Project>
        """;
}
