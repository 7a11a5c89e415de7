using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Package.Tests;

/// <summary>The README's example, published for machines without .NET: not a single warning, and the same number.</summary>
public class PublishTests(PackageFixture fixture)
{
    /// <summary>What the package says where native AOT compiles for every processor of its kind.</summary>
    private const string Advice = "<IlcInstructionSet>x86-64-v3</IlcInstructionSet>";

    [Fact]
    public async Task Trimmed()
    {
        (string build, string program) = await PublishAsync("trimmed", "PublishTrimmed=true");

        Assert.Equal(Readme.Output, program);
        Assert.DoesNotContain(Advice, build, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ahead_of_time_for_every_processor()
    {
        SkipWithoutLinker();

        (string build, string program) = await PublishAsync("native", "PublishAot=true");

        Assert.Equal(Readme.Output, program);
        Assert.Equal(RuntimeInformation.OSArchitecture == Architecture.X64, build.Contains(Advice, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ahead_of_time_for_processors_with_wide_vectors()
    {
        SkipWithoutLinker();
        Assert.SkipUnless(Avx2.IsSupported, "This processor has no AVX2.");

        (string build, string program) = await PublishAsync("native-v3", "PublishAot=true", "IlcInstructionSet=x86-64-v3");

        Assert.Equal(Readme.Output, program);
        Assert.DoesNotContain(Advice, build, StringComparison.Ordinal);
    }

    private async Task<(string Build, string Program)> PublishAsync(string name, params string[] properties)
    {
        ConsumerProject project = await fixture.PublishedExample;
        (string build, string program) = await project.PublishAsync(name, properties);
        Assert.DoesNotContain("warning", build, StringComparison.OrdinalIgnoreCase);
        return (build, program);
    }

    /// <summary>Native AOT takes the linker of the machine's C compiler.</summary>
    private static void SkipWithoutLinker()
    {
        string[] names = OperatingSystem.IsWindows() ? ["link.exe"] : ["clang", "gcc"];
        string[] folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        Assert.SkipUnless(
            folders.Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name)))),
            $"Native AOT needs a linker, and none of these is on the path: {string.Join(", ", names)}.");
    }
}
