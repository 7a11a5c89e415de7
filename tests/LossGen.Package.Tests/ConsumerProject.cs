namespace LossGen.Package.Tests;

/// <summary>A project as a user has it, with the package as its only reference.</summary>
internal sealed class ConsumerProject
{
    private readonly string name;
    private readonly string folder;

    /// <param name="root">The folder of all such projects.</param>
    /// <param name="name">Its name, and that of its folder.</param>
    /// <param name="program">Its one file.</param>
    /// <param name="package">What it refers to.</param>
    public ConsumerProject(string root, string name, string program, PackedPackage package)
    {
        this.name = name;
        folder = Path.Combine(root, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), ProjectText(package.Version));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), SettingsText(package.Feed, Path.Combine(root, "packages")));
    }

    /// <summary>What LossGen has written while the project was built.</summary>
    public (string Name, string Text)[] GeneratedFiles =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, "obj"), "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("LossGen.Generator", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllText(file))),
    ];

    public Task<Finished> BuildAsync() => Finished.RunAsync(folder, "dotnet", "build");

    /// <summary>Makes it a project of another framework, without the packages of its own that such a framework needs.</summary>
    public void Target(string framework)
    {
        string file = Path.Combine(folder, $"{name}.csproj");
        string settings = $"<TargetFramework>{framework}</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences><UseAppHost>false</UseAppHost>";
        File.WriteAllText(file, File.ReadAllText(file).Replace("<TargetFramework>net10.0</TargetFramework>", settings, StringComparison.Ordinal));
    }

    public Task<Finished> RunAsync() => Finished.RunAsync(folder, "dotnet", "run", "--no-build");

    /// <summary>Publishes it, and starts what was published.</summary>
    public async Task<PublishedProgram> PublishAsync(string output, params string[] properties)
    {
        Finished build = await Finished.RunAsync(folder, "dotnet", ["publish", "-o", output, .. properties.Select(property => $"-p:{property}")]);
        string buildOutput = build.OutputOfSuccess();
        Finished program = await Finished.RunAsync(folder, Path.Combine(folder, output, name));
        return new PublishedProgram(this, buildOutput, program.OutputOfSuccess().Trim());
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
